import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from '../aria';
import { cx } from '../class-names';
import './index.scss';

interface TrackProps {
  /** Shares of the whole, 0 to 1. */
  readonly done: number;
  /** What waits beyond it, hatched. */
  readonly open?: number;
  /** All of it in words: 已得 72.5 分，待核 5 分，满分 100 分. Left out where the words stand beside it. */
  readonly label?: string;
  readonly thin?: boolean;
}

/** How far something is. */
export function Track({ done, open = 0, label, thin = false }: TrackProps): ReactNode {
  const reached = share(done);
  return (
    <View className={cx('c-track', thin && 'c-track--thin')} {...aria(label === undefined ? { hidden: true } : { role: 'img', label })}>
      <View className="c-track__done" style={`width:${percent(reached)}`} />
      {open > 0 ? <View className="c-track__open" style={`width:${percent(Math.min(share(open), 1 - reached))}`} /> : null}
    </View>
  );
}

function share(value: number): number {
  return Math.min(1, Math.max(0, value));
}

function percent(value: number): string {
  return `${Math.round(value * 1000) / 10}%`;
}
