/** The words for everything of an appraisal of a branch's members that has a code (PTY-11..13). */
import type { AppraisalStage, MeasureAnswer, MemberGrade, RemarkKind } from '../appraisals/appraisal';

export const MEMBER_GRADE_WORDS: Readonly<Record<MemberGrade, string>> = { EXCELLENT: '优秀', QUALIFIED: '合格', BASIC: '基本合格', NOT_QUALIFIED: '不合格' };

/** On the ballot, in this order; the same weight and size for each. */
export const MEASURE_OPTIONS: Readonly<Record<MeasureAnswer, string>> = { ...MEMBER_GRADE_WORDS, UNKNOWN: '不了解' };

export const APPRAISAL_STAGE_WORDS: Readonly<Record<AppraisalStage, string>> = { SELF: '自评互评', MEASURE: '民主测评', DECIDE: '支委会和党员大会评定', REPORTED: '已经上报' };

export const REMARK_KIND_WORDS: Readonly<Record<RemarkKind, string>> = { MERIT: '优点', CRITICISM: '不足', SUGGESTION: '建议' };

/** More than usual are 优秀 (PTY-11): said, never in the way. Undefined where it is not so. */
export function excellentWords({ count, most }: { readonly count: number; readonly most: number }): string | undefined {
  return count > most ? `优秀评了 ${count} 名，一般不超过三分之一，也就是 ${most} 名。要这样评，请在会议记录里说明。` : undefined;
}
