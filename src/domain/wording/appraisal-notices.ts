/** The words of notices about the yearly appraisal of a branch's members; no grade and no name stands in them (PRV-15). */
import { formatDayFromNow, formatDue } from '../basics/civil-time';
import type { NoticeTitle } from './issue-notices';

export const APPRAISAL_NOTICE_KINDS = [
  'APPRAISAL_OPENED', 'APPRAISAL_SELF_DUE', 'APPRAISAL_MEASURE', 'APPRAISAL_CLOSING', 'APPRAISAL_COUNTED', 'APPRAISAL_UNDECIDED', 'APPRAISAL_REPORTED', 'APPRAISAL_RESULT',
  'APPRAISAL_PLANS_MISSING', 'APPRAISAL_PLAN', 'APPRAISAL_PLAN_DUE', 'APPRAISAL_PLAN_OVER',
] as const;
export type AppraisalNoticeKind = (typeof APPRAISAL_NOTICE_KINDS)[number];
type Data = Parameters<NoticeTitle['title']>[0];

const year = (data: Data): string => String(data['year'] ?? '今');
const day = (data: Data, now: number): string => (typeof data['day'] === 'string' ? formatDayFromNow(data['day'], now) : '期限');
const until = (data: Data, now: number): string => (typeof data['closesAt'] === 'number' ? `，${formatDue(data['closesAt'], now)}截止` : '');
const desk = (title: NoticeTitle['title']): NoticeTitle => ({ desk: true, title });
const member = (title: NoticeTitle['title']): NoticeTitle => ({ desk: false, title });

/** The page a notice of these kinds leads to: the member's own, or the branch's work. */
export function appraisalPageOf(kind: string, data: Data): string | undefined {
  if (!isAppraisalNotice(kind)) return undefined;
  const query = ['village', 'year'].map((key) => `${key}=${encodeURIComponent(data[key] ?? '')}`).join('&');
  return `/packages/${APPRAISAL_NOTICES[kind].desk ? 'branch' : 'party'}/appraisal/index?${query}`;
}

function isAppraisalNotice(kind: string): kind is AppraisalNoticeKind {
  return (APPRAISAL_NOTICE_KINDS as readonly string[]).includes(kind);
}

export const APPRAISAL_NOTICES: Readonly<Record<AppraisalNoticeKind, NoticeTitle>> = {
  APPRAISAL_OPENED: member((data, now) => `${year(data)}年民主评议开始了，最晚${day(data, now)}写好自评`),
  APPRAISAL_SELF_DUE: member((data, now) => `民主评议的自评还没写，最晚${day(data, now)}`),
  APPRAISAL_MEASURE: member((data, now) => `民主测评开始了，每位党员投一票${until(data, now)}`),
  // To everybody alike, whether they have voted or not.
  APPRAISAL_CLOSING: member((data, now) => `民主测评快截止了${until(data, now)}。投过的不用管`),
  APPRAISAL_COUNTED: desk((data) => `${year(data)}年民主测评完了，请支委会提意见、开党员大会评定`),
  APPRAISAL_UNDECIDED: desk((data) => `${year(data)}年民主评议还没上报，请看一看`),
  APPRAISAL_REPORTED: desk((data) => `${String(data['branch'] ?? '有支部')}上报了${year(data)}年民主评议`),
  APPRAISAL_RESULT: member((data) => `${year(data)}年民主评议有结果了，请看您自己的`),
  APPRAISAL_PLANS_MISSING: desk(() => '民主评议后，还有整改计划没订'),
  APPRAISAL_PLAN: member((data, now) => `支部和您订了整改计划，最晚${day(data, now)}`),
  APPRAISAL_PLAN_DUE: member((data, now) => `整改计划快到期了，最晚${day(data, now)}`),
  APPRAISAL_PLAN_OVER: desk(() => '有一份整改计划到期了，还没记结果'),
};
