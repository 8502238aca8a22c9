import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Mark } from '../row';
import type { IconName } from '../icon';
import './index.scss';

type DueState = 'left' | 'today' | 'overdue' | 'paused' | 'done';

interface DueBlockProps {
  readonly state: DueState;
  /** 还剩 2 天 · 今天到期 · 超期 1 天 · 先停一停 · 办好了. */
  readonly words: string;
  /** The date, with the weekday: 最晚11月25日（周三）办好. */
  readonly line: string;
}

const LOOK: Readonly<Record<DueState, { readonly icon: IconName; readonly tone: 'go' | 'you' | 'plain' | 'bad' }>> = {
  left: { icon: 'clock', tone: 'go' },
  today: { icon: 'clock', tone: 'go' },
  overdue: { icon: 'alert', tone: 'bad' },
  paused: { icon: 'pause', tone: 'plain' },
  done: { icon: 'ok', tone: 'go' },
};

/** By when. */
export function DueBlock({ state, words, line }: DueBlockProps): ReactNode {
  return (
    <View className="c-due">
      <View className="l-grow">
        <View className={state === 'overdue' ? 't-big t-bad' : 't-big'}>{words}</View>
        <View className="c-due__line">{line}</View>
      </View>
      <Mark {...LOOK[state]} />
    </View>
  );
}
