import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Avatar } from '../avatar';
import { Button } from '../button';
import { Card } from '../card';
import { Chip, type Tone } from '../chip';
import type { IconName } from '../icon';
import './index.scss';

type HandlerState = 'accepted' | 'waiting' | 'handed-up';

interface HandlerCardProps {
  readonly name: string;
  /** 中心户长，管三组东片 26 户. */
  readonly line: string;
  readonly state: HandlerState;
  /** Under the line: 最晚今天 16:20 接, or who handed it up. */
  readonly stateLine?: string;
  readonly onCall?: () => void;
  readonly onNudge?: () => void;
  /** Locks 催一下 and says so: 催过了，明天能再催. */
  readonly nudged?: string | undefined;
  readonly nudging?: boolean;
}

const STATE: Readonly<Record<HandlerState, { readonly tone: Tone; readonly text: string; readonly icon: IconName }>> = {
  accepted: { tone: 'go', text: '接了', icon: 'hand' },
  waiting: { tone: 'idle', text: '等他接', icon: 'clock' },
  'handed-up': { tone: 'idle', text: '往上交了', icon: 'handup' },
};

/** Who answers for it, and how to reach them. */
export function HandlerCard({ name, line, state, stateLine, onCall, onNudge, nudged, nudging = false }: HandlerCardProps): ReactNode {
  return (
    <Card>
      <View className="c-handler">
        <Avatar name={name} />
        <View className="l-grow">
          <View className="c-handler__name"><View className="t-title">{name}</View><Chip {...STATE[state]} /></View>
          <View className="c-handler__line">{line}</View>
          {stateLine === undefined ? null : <View className="c-handler__line">{stateLine}</View>}
        </View>
      </View>
      {onCall === undefined && onNudge === undefined ? null : (
        <View className="l-pair c-handler__acts">
          {onCall === undefined ? null : <View className="l-pair__one"><Button text="打电话" icon="phone" kind="line" small wide onTap={onCall} label={`打电话给${name}`} /></View>}
          {onNudge === undefined ? null : <View className="l-pair__one"><Button text="催一下" icon="bell" small wide onTap={onNudge} reason={nudged} busy={nudging ? '正在催…' : undefined} label={`催一下${name}`} /></View>}
        </View>
      )}
    </Card>
  );
}
