import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card, Section } from '@/components/card';
import { Note } from '@/components/note';
import { Row } from '@/components/row';
import { formatDay } from '@/domain/basics/civil-time';
import { MEASURE_ANSWERS, type MeasureCounts } from '@/domain/appraisals/appraisal';
import { MEASURE_OPTIONS, MEMBER_GRADE_WORDS } from '@/domain/wording/appraisals';
import { pointsWords } from '@/domain/wording/party';
import type { AppraisalItemView, AppraisalView } from '@/services/views';

interface OwnResultProps {
  readonly item: AppraisalItemView;
  readonly stage: AppraisalView['stage'];
}

/** What came of it for the member: each input with its reason, and the branch's decision, which is no sum of them (PTY-11, 12, PRV-08). */
export function OwnResult({ item: { measured, hidden, suggested, opinion, decided, plan }, stage }: OwnResultProps): ReactNode {
  if (stage === 'SELF' || stage === 'MEASURE') return null;
  return (
    <Section title="我的结果" {...(decided === undefined ? { aside: '支部大会还没定' } : {})}>
      {decided === undefined ? null : <Note tone="go" icon="party" title={`支部评定：${MEMBER_GRADE_WORDS[decided.grade]}`}>{decided.reason}</Note>}
      <Card flush>
        {measured === undefined ? <Row icon="ballot" tone="plain" title="民主测评" line={hidden ? '投的人太少，为了不让人猜出谁投了什么，不公布' : '还没有数'} /> : <Row icon="ballot" tone="plain" title="民主测评" line={countsWords(measured)} />}
        {suggested === undefined ? null : <Row icon="star" tone="plain" title={`积分给的参考：${MEMBER_GRADE_WORDS[suggested.grade]}`} line={suggestionLine(suggested)} />}
        {opinion === undefined ? null : <Row icon="speak" tone="plain" title={`支委会意见${opinion.grade === undefined ? '' : `：${MEMBER_GRADE_WORDS[opinion.grade]}`}`} line={opinion.text} />}
      </Card>
      {plan === undefined ? null : (
        <Note tone={plan.doneAt === undefined ? 'you' : 'ok'} icon={plan.doneAt === undefined ? 'edit' : 'ok'} title={plan.doneAt === undefined ? `整改，最晚${formatDay(plan.due)}` : '整改做到了'}>
          <View>{plan.text}</View>
          {plan.result === undefined ? null : <View>{plan.result}</View>}
        </Note>
      )}
      {decided === undefined ? null : <View className="t-hint">不服评定的，找支部书记或者镇党委组织办。</View>}
    </Section>
  );
}

function suggestionLine({ why, total }: NonNullable<AppraisalItemView['suggested']>): string {
  if (why === 'VETO') return '有一票否决的事';
  return [total === undefined ? '' : `这一年 ${pointsWords(total)} 分。`, '只是参考，等次由支部大会定'].join('');
}

function countsWords(counts: MeasureCounts): string {
  return MEASURE_ANSWERS.map((answer) => `${MEASURE_OPTIONS[answer]} ${counts[answer]}`).join('，');
}
