/** An appraisal in the words of who works on it. */
import { formatDay, formatMoment } from '@/domain/basics/civil-time';
import { MEASURE_ANSWERS } from '@/domain/appraisals/appraisal';
import { MEASURE_OPTIONS, MEMBER_GRADE_WORDS } from '@/domain/wording/appraisals';
import { pointsWords } from '@/domain/wording/party';
import type { AppraisalItemView, AppraisalView } from '@/services/views';

export const RAIL: readonly string[] = ['自评互评', '测评', '评定', '上报'];
export const STAGE_AT: Readonly<Record<AppraisalView['stage'], number>> = { SELF: 0, MEASURE: 1, DECIDE: 2, REPORTED: 4 };

/** 优秀 3，合格 8，… with what is left out; nothing of it below k. */
export function measuredWords({ measured, hidden }: Pick<AppraisalItemView, 'measured' | 'hidden'>): string {
  if (hidden) return '票太少，不显示';
  return measured === undefined ? '' : MEASURE_ANSWERS.filter((answer) => measured[answer] > 0).map((answer) => `${MEASURE_OPTIONS[answer]} ${measured[answer]}`).join('，');
}

/** What points suggest is an input and says so: 合格（78.5 分）; to the town, which sees nobody's points, 合格. */
export function suggestedWords({ suggested }: Pick<AppraisalItemView, 'suggested'>): string {
  if (suggested === undefined) return '';
  const { grade, total, why } = suggested;
  const because = why === 'VETO' ? '一票否决' : total === undefined ? undefined : `${pointsWords(total)} 分`;
  return because === undefined ? MEMBER_GRADE_WORDS[grade] : `${MEMBER_GRADE_WORDS[grade]}（${because}）`;
}

export function whenWords({ stage, measure, selfUntil, opensAt, closesAt, reportedAt }: AppraisalView, now: number): string {
  switch (stage) {
    case 'SELF':
      return `自评、互评到${formatDay(selfUntil)}。${measure === 'PAPER' ? '测评用纸票。' : opensAt === undefined ? '' : `${formatMoment(opensAt, now)}开始测评。`}`;
    case 'MEASURE':
      return measure === 'PAPER' ? '正在测评：纸票由两位计票人数，数完填进来。' : `正在测评${closesAt === undefined ? '' : `，${formatMoment(closesAt, now)}截止`}。截止以前，谁也看不到票数。`;
    case 'DECIDE':
      return '测评完了。支委会提意见，开党员大会，一位一位定，再上报镇党委。';
    case 'REPORTED':
      return reportedAt === undefined ? '已经上报。' : `${formatMoment(reportedAt, now)}上报的，不能再改；整改照着做。`;
  }
}
