import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { addCivilDays } from '@/domain/basics/civil-time';
import { PLEDGE_SOON_DAYS, pledgeWords } from '@/domain/wording/party';
import type { PledgeView } from '@/services/views';
import { Chip } from '../chip';
import type { IconName } from '../icon';
import { Tap } from '../tap';
import { Track } from './track';
import '../row/index.scss';

interface PledgeRowProps {
  readonly pledge: Pick<PledgeView, 'text' | 'target' | 'unit' | 'due' | 'state' | 'done' | 'reason'>;
  /** Civil date. */
  readonly today: string;
  readonly onTap?: () => void;
}

/** A pledge and how far it is kept (PTY-04). Stands in a `Card flush`. */
export function PledgeRow({ pledge, today, onTap }: PledgeRowProps): ReactNode {
  const { text, done, target, unit, state, reason } = pledge;
  const { text: chip, tone } = pledgeWords(pledge, today, addCivilDays(today, PLEDGE_SOON_DAYS));
  const icon: IconName | undefined = state === 'SENT' ? 'clock' : state === 'RETURNED' ? 'edit' : undefined;
  const far = `${done} / ${target} ${unit}`;
  const body = (
    <>
      <View className="c-pledge__head">
        <View className="c-pledge__text">{text}</View>
        <Chip tone={tone} text={chip} {...(icon === undefined ? {} : { icon })} />
      </View>
      {state === 'RETURNED' && reason !== undefined ? <View className="c-row__line c-row__line--you">{`支部说：${reason}`}</View> : null}
      {state === 'CONFIRMED' ? <View className="c-pledge__far"><Track thin done={done / target} /><View className="c-pledge__count">{far}</View></View> : <View className="c-row__line">{`做到 ${target} ${unit}算做到`}</View>}
    </>
  );
  if (onTap === undefined) return <View className="c-row c-pledge">{body}</View>;
  return <Tap className="c-row c-pledge" onTap={onTap} label={[text, chip, state === 'CONFIRMED' ? `做了 ${done} ${unit}，要做 ${target} ${unit}` : reason].filter(Boolean).join('，')}>{body}</Tap>;
}
