import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { cx } from '../class-names';
import { Icon, type IconName } from '../icon';
import './index.scss';

/** go: under way · you: the reader's move · ok: done · bad: overdue or failed · idle: paused, or no state at all. */
export type Tone = 'go' | 'you' | 'ok' | 'bad' | 'idle';

const USUAL_ICON: Readonly<Record<Tone, IconName>> = { go: 'hand', you: 'clock', ok: 'ok', bad: 'alert', idle: 'pause' };

interface ChipProps {
  readonly tone: Tone;
  readonly text: string;
  readonly icon?: IconName;
}

/** A state: icon, word and colour together, never colour alone. */
export function Chip({ tone, text, icon = USUAL_ICON[tone] }: ChipProps): ReactNode {
  return (
    <View className={cx('c-chip', `c-chip--${tone}`)}>
      <Icon name={icon} size="sm" />
      <View>{text}</View>
    </View>
  );
}
