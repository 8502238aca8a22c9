/** 民主测评 (PTY-11): a secret box a member, on which everybody of the branch answers but the one it is about. */
import type { VillageCode } from '../areas/code';
import { assert } from '../basics/assert';
import type { PersonId } from '../basics/ids';
import { MAIN, type BoxId, type BoxPlan, type Question } from '../voting/box';
import type { OptionCounts } from '../voting/tally';
import { MEASURE_OPTIONS } from '../wording/appraisals';
import { MEASURE_ANSWERS, type Appraisal, type AppraisalItem, type MeasureAnswer, type MeasureCounts } from './appraisal';

/** 优秀, 合格, 基本合格, 不合格, 不了解; the last is an opinion's abstention. */
export const MEASURE_CODES: Readonly<Record<MeasureAnswer, string>> = { EXCELLENT: 'E', QUALIFIED: 'Q', BASIC: 'B', NOT_QUALIFIED: 'N', UNKNOWN: 'A' };

export const MEASURE_QUESTIONS: readonly Question[] = [
  { id: MAIN, text: '您怎么评？', options: MEASURE_ANSWERS.map((answer) => ({ code: MEASURE_CODES[answer], text: MEASURE_OPTIONS[answer] })) },
];

/** What a box is about, for whoever opens it again. */
export function subjectOf(village: VillageCode, year: number, personId: PersonId): string {
  return `member:${village}:${year}:${personId}`;
}

/** The box of one member (PTY-11): advisory, and nothing of it is shown below `k` ballots. */
export function boxPlanOf(appraisal: Appraisal, item: AppraisalItem & { readonly boxId: BoxId }, k: number): BoxPlan {
  const { village, branch, year, openedAt, opensAt, closesAt } = appraisal;
  assert(opensAt !== undefined && closesAt !== undefined, 'who is measured in a box has its times');
  return {
    id: item.boxId,
    kind: 'MEMBER',
    unit: 'PERSON',
    area: village,
    subject: subjectOf(village, year, item.personId),
    title: `${year}年测评${item.name}`,
    about: `${item.name}是${branch}的党员。这一年做得怎么样，您来评。`,
    questions: MEASURE_QUESTIONS,
    commentMax: 0,
    legalEffect: 'ADVISORY',
    rule: { kind: 'OPINION', k },
    electorate: { villages: [village], role: { role: 'PARTY_MEMBER', area: village }, except: [item.personId] },
    rollShownAt: openedAt,
    opensAt,
    closesAt,
  };
}

/** A count of letters as a count of answers. */
export function measuredOf(counts: OptionCounts): MeasureCounts {
  return Object.fromEntries(MEASURE_ANSWERS.map((answer) => [answer, counts[MEASURE_CODES[answer]] ?? 0])) as Record<MeasureAnswer, number>;
}

export function totalOf(counts: MeasureCounts): number {
  return MEASURE_ANSWERS.reduce((sum, answer) => sum + counts[answer], 0);
}
