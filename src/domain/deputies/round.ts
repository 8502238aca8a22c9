/** The yearly rating of deputies by their voters (DEP-10..18, 21, 22): who is rated, the ballot, what the presidium decides. */
import { villageOf, type TownCode } from '../areas/code';
import { addCivilDays, addCivilMonths, civilDateOf, DAY_MS, endOfDay, HOUR_MS, startOfDay } from '../basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import { reaches, type Fraction } from '../basics/ratio';
import { ok, refused, type Result } from '../basics/result';
import type { DeputySettings } from '../settings/policy-settings';
import { MAIN, type BoxId, type BoxPlan, type Electorate, type Question } from '../voting/box';
import { REPRESENTATIVE_CLOSES_MS, ROLL_SHOWN_DAYS } from '../voting/plan';
import type { Grade } from '../voting/rating';
import { deputyRule } from '../voting/rule';
import type { Counts, Outcome } from '../voting/tally';
import { RATING_ASPECTS, RATING_OPTIONS } from '../wording/voting';
import type { Composite } from './composite';
import { isDirectlyElected, isInForceOn, isSuspendedOn, type Congress, type Constituency, type Mandate } from './congress';

/** Why a deputy is not rated this year. */
export const NOT_RATED = ['HIGHER_LEVEL', 'SUSPENDED', 'SERVED_TOO_SHORT', 'NOT_YET', 'ELECTED_AGAIN', 'DIED', 'NOT_COUNTABLE'] as const;
export type NotRated = (typeof NOT_RATED)[number];

/** DEP-22: who left in the year is rated only after so many months of it. */
export const SERVED_MONTHS = 6;
/** DEP-17: the deputy has the written result so many days after it is public. */
export const FEEDBACK_DAYS = 10;
/** A longer round is a slip in the year: it could not be opened anew before it is over. [DEF] */
export const ROUND_MAX_DAYS = 60;
/** A comment is a few sentences. */
export const COMMENT_MAX = 200;

/** Why a mandate is not rated in a year's round; undefined when it is, `ELSEWHERE` when the round does not concern it at all. */
export function whyNotRated(mandate: Mandate, year: number, opensOn: CivilDate): NotRated | 'ELSEWHERE' | undefined {
  const first = `${year}-01-01`;
  if (mandate.to !== undefined && mandate.to < first) return 'ELSEWHERE';
  if (mandate.from > opensOn) return 'NOT_YET';
  if (mandate.ended === 'DIED') return 'DIED';
  if (!isDirectlyElected(mandate)) return 'HIGHER_LEVEL';
  if (isSuspendedOn(mandate, opensOn)) return 'SUSPENDED';
  if (isInForceOn(mandate, opensOn)) return undefined;
  const began = mandate.from > first ? mandate.from : first;
  // The day on which six months are full is the day before the same day of the month (民法典 art. 202).
  return addCivilDays(mandate.to ?? opensOn, 1) >= addCivilMonths(began, SERVED_MONTHS) ? undefined : 'SERVED_TOO_SHORT';
}

/**
 * The same within a town's congress: a person is rated once at a level, by the mandate in force on the opening day, so that
 * nobody has two ballots on whoever was elected again in the year (DEP-11).
 */
export function whyNotInRound(mandate: Mandate, { mandates }: Pick<Congress, 'mandates'>, year: number, opensOn: CivilDate): ReturnType<typeof whyNotRated> {
  const why = whyNotRated(mandate, year, opensOn);
  if (why !== undefined) return why;
  const isInForce = isInForceOn(mandate, opensOn);
  const isElectedAgain = mandates.some((other) => other.personId === mandate.personId && other.level === mandate.level && isInForceOn(other, opensOn) && (!isInForce || other.from > mandate.from));
  return isElectedAgain ? 'ELECTED_AGAIN' : undefined;
}

/** What the presidium can decide to do about a result (DEP-17). It is proposed; people decide. */
export const MEASURES = ['TALK', 'RECTIFY', 'CIRCULATE'] as const;
export type Measure = (typeof MEASURES)[number];

export interface RoundItem {
  readonly mandate: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly constituency?: string;
  readonly why?: NotRated;
  readonly boxId?: BoxId;
  /** Whether the box has been announced. */
  readonly announced: boolean;
  readonly confirmed?: Confirmed;
  /** `NOT_COUNTABLE`: what the presidium said when it set the rating aside. */
  readonly setAside?: { readonly reason: string; readonly at: EpochMs; readonly by: string };
}

/** What the presidium confirmed of the count. */
export interface Confirmed {
  readonly outcome: Outcome;
  readonly counts?: Counts;
  /** The grade that stands; absent where the rating has no result. */
  readonly grade?: Grade;
  /** Why it is not the grade that the count suggests. */
  readonly reason?: string;
  /** Only where the county uses one (DEP-18). */
  readonly composite?: Composite;
  readonly measures: readonly Measure[];
  readonly rectifyBy?: CivilDate;
  readonly at: EpochMs;
  readonly by: string;
}

export interface Round {
  /** `round-<town>-<year>` */
  readonly _id: string;
  readonly town: TownCode;
  readonly townName: string;
  readonly year: number;
  readonly rollShownAt: EpochMs;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
  readonly items: readonly RoundItem[];
  readonly publishedAt?: EpochMs;
  /** By when each deputy has the written result (DEP-17). */
  readonly feedbackBy?: EpochMs;
  /** Of how many of `items` it was seen, shortly before the rolls freeze, whether they are still to be rated. */
  readonly looked?: number;
  /** How many of `items` have been told their result. */
  readonly told?: number;
  /** When the clock goes on with it; absent when nothing is left to do. */
  readonly dueAt?: EpochMs;
}

export function roundIdOf(town: TownCode, year: number): string {
  return `round-${town}-${year}`;
}

export type RoundRefusal = { readonly kind: 'ROLL_TOO_SHORT'; readonly earliest: CivilDate } | { readonly kind: 'DATES' } | { readonly kind: 'NOBODY_TO_RATE' };

export interface RoundDates {
  readonly opensOn: CivilDate;
  /** Last day. */
  readonly closesOn: CivilDate;
}

/**
 * When it is seen once more who is to be rated: an hour before the rolls freeze. What is voted in after that is rated to its
 * end (DEP-22).
 */
export function looksAgainAt({ opensAt }: Pick<Round, 'opensAt'>): EpochMs {
  return opensAt - REPRESENTATIVE_CLOSES_MS - HOUR_MS;
}

/** The days of a year's round, as the county sets them (DEP-10). */
export function usualDates(settings: DeputySettings, year: number): RoundDates {
  return { opensOn: `${year}-${settings.open}`, closesOn: `${year}-${settings.close}` };
}

/** A year's round with everybody whom it concerns; whoever is not rated stands in it with the reason (DEP-10, 22). */
export function roundOf(congress: Congress, year: number, { opensOn, closesOn }: RoundDates, boxOf: (mandate: Mandate) => BoxId, now: EpochMs): Result<Round, RoundRefusal> {
  const opensAt = startOfDay(opensOn);
  const closesAt = endOfDay(closesOn);
  if (closesAt <= opensAt || closesAt > opensAt + ROUND_MAX_DAYS * DAY_MS || !opensOn.startsWith(`${year}-`)) return refused({ kind: 'DATES' });
  if (opensAt < now + ROLL_SHOWN_DAYS * DAY_MS) return refused({ kind: 'ROLL_TOO_SHORT', earliest: addCivilDays(civilDateOf(now), ROLL_SHOWN_DAYS + 1) });
  const items = congress.mandates.flatMap((mandate): readonly RoundItem[] => {
    const why = whyNotInRound(mandate, congress, year, opensOn);
    if (why === 'ELSEWHERE') return [];
    const constituency = congress.constituencies.find(({ id }) => id === mandate.constituencyId)?.name;
    const base = { mandate: mandate.id, personId: mandate.personId, name: mandate.name, announced: false, ...(constituency === undefined ? {} : { constituency }) };
    return [why === undefined ? { ...base, boxId: boxOf(mandate) } : { ...base, why }];
  });
  if (!items.some(({ boxId }) => boxId !== undefined)) return refused({ kind: 'NOBODY_TO_RATE' });
  const byName = [...items].sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'));
  return ok({ _id: roundIdOf(congress._id, year), town: congress._id, townName: congress.name, year, rollShownAt: now, opensAt, closesAt, items: byName, dueAt: now });
}

/** Who may rate a deputy: the roll of the constituency, never the deputy (DEP-11). */
export function electorateOf(constituency: Constituency, deputy: PersonId): Electorate {
  const [area] = constituency.areas;
  const part = constituency.areas.length === 1 && area !== undefined && area.length > 12 ? { within: area } : {};
  const registered = constituency.roll === 'REGISTERED' && area !== undefined ? { role: { role: 'VOTER' as const, area } } : {};
  return { villages: [...new Set(constituency.areas.map(villageOf))], ...part, ...registered, except: [deputy] };
}

/** The overall grade, and five aspects that can be left out (DEP-13). */
export const BALLOT_QUESTIONS: readonly Question[] = [
  { id: MAIN, text: '您怎么评？', options: RATING_OPTIONS },
  ...RATING_ASPECTS.map((aspect) => ({ ...aspect, options: RATING_OPTIONS })),
];

/** What a box is about, for whoever opens it again: `deputy:<town>:<mandate>`. */
export function subjectOf(town: TownCode, mandate: string): string {
  return `deputy:${town}:${mandate}`;
}

/** The ballot box of one deputy's rating (DEP-11..14, 21). */
export function boxPlanOf(round: Round, item: RoundItem & { readonly boxId: BoxId }, constituency: Constituency, settings: DeputySettings): BoxPlan {
  return {
    id: item.boxId,
    kind: 'DEPUTY',
    unit: 'PERSON',
    area: round.town,
    subject: subjectOf(round.town, item.mandate),
    title: `${round.year}年评${item.name}`,
    about: `${item.name}是${round.townName}${constituency.name}的人大代表。这一年做得怎么样，您来评。`,
    questions: BALLOT_QUESTIONS,
    commentMax: COMMENT_MAX,
    legalEffect: 'ADVISORY',
    rule: deputyRule(settings),
    electorate: electorateOf(constituency, item.personId),
    rollShownAt: round.rollShownAt,
    opensAt: round.opensAt,
    closesAt: round.closesAt,
  };
}

/** What the policy proposes for a result (DEP-17). More than the share, not the share itself. */
export function proposedMeasures(outcome: Outcome, grade: Grade | undefined, counts: Counts | undefined, lastYear: Grade | undefined, act: DeputySettings['act']): readonly Measure[] {
  if (outcome.kind !== 'RATING' || outcome.verdict !== 'RATED' || grade === undefined) return [];
  const { S = 0, B = 0, N = 0 } = counts?.byQuestion[MAIN] ?? {};
  const over = (share: Fraction): boolean => reaches(N, S + B + N, { kind: 'MORE_THAN', of: share });
  const bad = grade === 'NOT_COMPETENT';
  return [
    ...(bad || over(act.talk) ? ['TALK' as const] : []),
    ...(over(act.rectify) ? ['RECTIFY' as const] : []),
    ...(bad && lastYear === 'NOT_COMPETENT' ? ['CIRCULATE' as const] : []),
  ];
}

/** The grade the count suggests; none where the rating does not count (DEP-14, 16). */
export function suggestedGrade(outcome: Outcome): Grade | undefined {
  return outcome.kind === 'RATING' && outcome.verdict === 'RATED' ? outcome.grade : undefined;
}

export type ConfirmRefusal = 'NO_GRADE_WITHOUT_RESULT' | 'REASON_NEEDED' | 'GRADE_NEEDED' | 'DATE_NEEDED';

/** What is wrong with a confirmation: no grade where there is no result, and a reason where it is not the suggested one. */
export function refusalOfConfirmation(outcome: Outcome, given: Pick<Confirmed, 'grade' | 'reason' | 'measures' | 'rectifyBy'>): ConfirmRefusal | undefined {
  const suggested = suggestedGrade(outcome);
  if (suggested === undefined) return given.grade === undefined && given.measures.length === 0 ? undefined : 'NO_GRADE_WITHOUT_RESULT';
  if (given.grade === undefined) return 'GRADE_NEEDED';
  if (given.grade !== suggested && given.reason === undefined) return 'REASON_NEEDED';
  return given.measures.includes('RECTIFY') && given.rectifyBy === undefined ? 'DATE_NEEDED' : undefined;
}

/** Whether everything that was counted is confirmed, so that the round can be published whole. */
export function isConfirmed({ items }: Round): boolean {
  return items.every(({ boxId, confirmed }) => boxId === undefined || confirmed !== undefined);
}

/**
 * The round without the rating of a deputy whose ballots do not add up (VOTE-12): nothing is published of it, no grade can be
 * given, and the others of the round need not wait. Undefined where there is no such rating.
 */
export function withoutRating(round: Round, mandate: string, setAside: NonNullable<RoundItem['setAside']>): Round | undefined {
  if (!round.items.some((item) => item.mandate === mandate && item.boxId !== undefined)) return undefined;
  return {
    ...round,
    items: round.items.map((item) => {
      if (item.mandate !== mandate) return item;
      const { boxId: _box, confirmed: _confirmed, ...left } = item;
      return { ...left, why: 'NOT_COUNTABLE', setAside };
    }),
  };
}
