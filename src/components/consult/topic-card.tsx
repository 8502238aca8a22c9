import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import { StageRail } from '@/components/stage-rail';
import { AUDIENCE_WORDS, CONSULT_RAIL, consultRailAt } from '@/domain/wording/consultations';
import { serverNow } from '@/services/server-clock';
import type { ConsultCard } from '@/services/views';
import { openTopic } from './open';
import { nextLine, standingOf } from './standing';

interface TopicCardProps {
  readonly matter: ConsultCard;
  /** Opens it to be handled. */
  readonly desk?: boolean;
}

/** One matter in a list: what it is, what comes next, and where it is between 说事 and 干事. */
export function TopicCard({ matter, desk = false }: TopicCardProps): ReactNode {
  const now = serverNow();
  const standing = standingOf(matter, now);
  const line = nextLine(matter, now);
  return (
    <Card onTap={() => openTopic(matter.consultationId, desk)} label={[standing.text, matter.title, line?.text].filter(Boolean).join('，')}>
      <View className="l-stack">
        <View className="l-between l-wrap">
          <Chip {...standing} />
          <View className="t-hint">{matter.audience === 'CADRES' && matter.stage === 'RAISED' ? AUDIENCE_WORDS.CADRES : matter.place}</View>
        </View>
        <View className="t-label">{matter.title}</View>
        {line === undefined ? null : <View className="l-line l-top t-hint"><Icon name={line.icon} size="sm" /><View className="l-grow">{line.text}</View></View>}
        {desk && matter.unanswered > 0 ? <View className="l-line t-bad"><Icon name="eye" size="sm" />村务监督委员会的意见等回复</View> : null}
      </View>
      {matter.stage === 'CLOSED' ? null : <StageRail stages={CONSULT_RAIL} at={consultRailAt(matter.stage)} />}
    </Card>
  );
}
