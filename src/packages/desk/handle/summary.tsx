import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { DueBlock } from '@/components/due-block';
import { Icon } from '@/components/icon';
import { CATEGORY_ICON } from '@/components/issue/category-icon';
import { Note } from '@/components/note';
import { StageRail } from '@/components/stage-rail';
import { railAt } from '@/components/issue/progress';
import { formatDay, civilDateOf, formatMoment } from '@/domain/basics/civil-time';
import { categoryWords, urgencyWords } from '@/domain/wording/issues';
import { serverNow } from '@/services/server-clock';
import type { IssueDetail } from '@/services/views';
import { deskDue, deskRailOf, deskStage } from '../due';

/** What it is and by when. */
export function Summary({ issue }: { readonly issue: IssueDetail }): ReactNode {
  const now = serverNow();
  return (
    <Card>
      <View className="l-stack">
        <View className="l-line l-wrap">
          <Chip {...deskStage(issue, now)} />
          {issue.urgency === 'NORMAL' ? null : <Chip tone={issue.urgency === 'URGENT' ? 'bad' : 'you'} icon="alert" text={urgencyWords(issue.urgency)} />}
          <View className="l-line t-small"><Icon name={CATEGORY_ICON[issue.category]} size="sm" />{categoryWords(issue.category)}</View>
          <View className="t-small t-num">编号 {issue.number}</View>
        </View>
        <View className="t-title">{issue.title}</View>
      </View>
      <View className="l-rule" />
      <DueBlock {...deskDue(issue, now)} />
      {issue.stage === 'REJECTED' || issue.stage === 'WITHDRAWN' ? null : (
        <StageRail stages={deskRailOf(issue)} at={railAt(issue.stage)} {...(issue.side === 'REOPENED' ? { returned: '报事人说没解决，换上一级重新办' } : {})} />
      )}
    </Card>
  );
}

const SOLVED = { YES: '解决了', PARTLY: '解决了一部分', NO: '没解决' } as const;
const SATISFACTION = { SATISFIED: '满意', FAIR: '一般', UNSATISFIED: '不满意' } as const;

/** What is open between the people of a matter: a question, a request for time, an objection, a pause, a judgement. */
export function Pending({ issue }: { readonly issue: IssueDetail }): ReactNode {
  const now = serverNow();
  const { askedBack, extension, objection, rating } = issue;
  const urgent = issue.urgency === 'URGENT' && issue.stage === 'REPORTED';
  const decidesTime = issue.acts.includes('DECIDE_EXTENSION');
  const decidesDuty = issue.acts.includes('DECIDE_OBJECTION');
  return (
    <>
      {issue.restricted ? <Note tone="bad" icon="lock">这件事只有您和少数人能看，不要转述，不要截图。</Note> : null}
      {urgent ? <Note tone="bad" icon="alert" title="急事，先签收">签收以后报事人才知道有人管，再打电话问清楚。</Note> : null}
      {askedBack === undefined ? null : <Note tone="plain" icon="speak" title={`问了报事人，等他回话（${formatMoment(askedBack.at, now)}）`}>{askedBack.text}</Note>}
      {extension === undefined ? null : (
        <Note tone={decidesTime ? 'you' : 'plain'} icon="calendar" title={`申请延 ${extension.workdays} 个工作日${decidesTime ? '，等您定' : extensionWords(extension.decision)}`}>
          {extension.reason}
        </Note>
      )}
      {objection === undefined ? null : (
        <Note tone={decidesDuty ? 'you' : 'plain'} icon="complaint" title={`${objection.unit}提了异议${decidesDuty ? '，等您定' : objectionWords(objection.decision)}`}>
          <View>{objection.reason}</View>
          <View>{`依据：${objection.basis}`}</View>
        </Note>
      )}
      {issue.suspendedUntil === undefined ? null : <Note tone="plain" icon="pause" title={`停到 ${formatDay(civilDateOf(issue.suspendedUntil))}`}>{issue.suspendReason ?? ''}</Note>}
      {rating === undefined ? null : <Note tone={rating.solved === 'NO' ? 'bad' : 'ok'} icon="smile" title={`报事人评：${SOLVED[rating.solved]}，${SATISFACTION[rating.satisfaction]}`}>{rating.text ?? ''}</Note>}
      {issue.supporters > 0 ? <Note tone="plain" icon="people">{`还有 ${issue.supporters} 户也遇到了，办好会一起告诉他们。`}</Note> : null}
    </>
  );
}

function extensionWords(decision: 'APPROVED' | 'REFUSED' | undefined): string {
  if (decision === undefined) return '，等上一级定';
  return decision === 'APPROVED' ? '，同意了' : '，没同意';
}

function objectionWords(decision: 'UPHELD' | 'REFUSED' | undefined): string {
  if (decision === undefined) return '，等镇上定';
  return decision === 'UPHELD' ? '，成立了' : '，没成立';
}
