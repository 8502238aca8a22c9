import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { pointsWords, shortDay, signedPoints } from '@/domain/wording/party';
import type { MemberYearView } from '@/services/views';
import { Card } from '../card';
import { Chip } from '../chip';
import { Track } from './track';

const SEEN_BY: Readonly<Record<MemberYearView['seenBy'], string>> = { BRANCH: '仅支部可见', VILLAGE: '本村可见', TOWN: '全镇可见' };

interface ScoreCardProps {
  readonly year: Pick<MemberYearView, 'cycle' | 'score' | 'max' | 'seenBy' | 'categoryName' | 'closed'>;
  /** Civil date of what is shown. */
  readonly upTo: string;
}

/** A member's points of a cycle with all that they are made of; what waits is hatched (PTY-07, 14). */
export function ScoreCard({ year: { cycle, score, max, seenBy, categoryName, closed }, upTo }: ScoreCardProps): ReactNode {
  const deducted = Math.abs(score.deducted);
  const parts = [`基础 ${pointsWords(score.base)}`, `加分 ${signedPoints(score.bonus)}`, `扣分 ${signedPoints(-deducted)}`, ...(score.pending === 0 ? [] : [`待核 ${signedPoints(score.pending)}`])];
  const said = [`已得 ${pointsWords(score.total)} 分`, ...(score.pending > 0 ? [`待核 ${pointsWords(score.pending)} 分`] : []), `满分 ${pointsWords(max)} 分`].join('，');
  return (
    <Card>
      <View className="l-between l-top">
        <View className="l-grow">
          <View className="t-hint">{`${cycle} 年积分`}</View>
          <View className="c-score__total">{pointsWords(score.total)}</View>
        </View>
        <View className="c-score__side">
          <Chip tone="idle" icon="lock" text={SEEN_BY[seenBy]} />
          <View className="t-small">{closed ? '这一年结了账' : `截至 ${shortDay(upTo)}`}</View>
        </View>
      </View>
      <View className="c-score__track"><Track done={score.total / max} open={score.pending / max} label={said} /></View>
      <View className="t-hint c-score__parts">{parts.map((part) => <View key={part} className="c-score__part">{part}</View>)}</View>
      <View className="t-small">{`类别：${categoryName}`}</View>
    </Card>
  );
}
