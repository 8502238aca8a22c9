/** The ledger as it is shown to all members of the branch each quarter, and what they object (PTY-10). */
import type { VillageCode } from '../areas/code';
import { addCivilDays, startOfDay } from '../basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import type { Branch } from './branch';
import { periodsOf } from './cycle';
import type { Cycle, MemberCategory, SchemeRules, Tenths } from './scheme';
import { scoreOf } from './sums';
import { byName, type MemberYear } from './year';

export interface PublishedRow {
  readonly personId: PersonId;
  readonly name: string;
  readonly category: MemberCategory;
  readonly base: Tenths;
  readonly bonus: Tenths;
  readonly deducted: Tenths;
  readonly total: Tenths;
}

export interface PublicationObjection {
  readonly id: string;
  readonly by: PersonId;
  readonly byName: string;
  readonly about: PersonId;
  readonly text: string;
  readonly at: EpochMs;
  readonly answer?: string;
  readonly answeredBy?: PersonId;
  readonly answeredAt?: EpochMs;
}

export interface Publication {
  /** `<village>:<cycle>:<n>` */
  readonly _id: string;
  readonly branch: VillageCode;
  readonly cycle: Cycle;
  readonly n: number;
  /** What it covers up to, this day included. */
  readonly upTo: CivilDate;
  /** In the order of names, never of points (BUR-01). */
  readonly rows: readonly PublishedRow[];
  readonly publishedAt: EpochMs;
  readonly publishedBy: PersonId;
  readonly objectionsUntil: EpochMs;
  readonly objections: readonly PublicationObjection[];
}

export function publicationIdOf(village: VillageCode, cycle: Cycle, n: number): string {
  return `${village}:${cycle}:${n}`;
}

/** Everybody's points as they stand when the period is published. Whoever left is no longer shown to the branch. */
export function publishedRows(scheme: SchemeRules, years: readonly MemberYear[]): readonly PublishedRow[] {
  return years
    .filter(({ left }) => left === undefined)
    .map(({ personId, name, category, sums }) => {
      const { base, bonus, deducted, total } = scoreOf(scheme, category, sums);
      return { personId, name, category, base, bonus, deducted, total };
    })
    .sort(byName);
}

export interface PublicationDue {
  readonly n: number;
  readonly upTo: CivilDate;
  /** The last day on which it is published in time. */
  readonly by: CivilDate;
}

interface PublishingSettings {
  readonly cycleStart: string;
  readonly publishEvery: 'MONTH' | 'QUARTER' | 'YEAR';
  readonly publishWithinDays: number;
}

/** The first period that is over and not published; undefined when nothing is owed (PTY-10). Nothing is owed for what ended before the branch opened the cycle. */
export function publicationDue({ cycle, published }: Pick<Branch, 'cycle' | 'published'>, today: CivilDate, openedOn: CivilDate, settings: PublishingSettings): PublicationDue | undefined {
  const next = periodsOf(cycle, settings.cycleStart, settings.publishEvery).find(({ n, upTo }) => !published.includes(n) && upTo >= openedOn);
  return next === undefined || next.upTo >= today ? undefined : { ...next, by: addCivilDays(next.upTo, settings.publishWithinDays) };
}

export interface PublishReminder {
  readonly n: number;
  readonly by: CivilDate;
  readonly at: EpochMs;
  readonly times: number;
}

/** When the branch is called to publish next: the day after a period's end, and on the last day for it (PTY-10). Then the town sees it. */
export function nextPublishReminder({ cycle, published, reminded }: Pick<Branch, 'cycle' | 'published' | 'reminded'>, openedOn: CivilDate, settings: PublishingSettings): PublishReminder | undefined {
  const next = periodsOf(cycle, settings.cycleStart, settings.publishEvery).find(({ n, upTo }) => !published.includes(n) && upTo >= openedOn);
  if (next === undefined) return undefined;
  const by = addCivilDays(next.upTo, settings.publishWithinDays);
  const times = reminded?.n === next.n ? reminded.times : 0;
  const day = [addCivilDays(next.upTo, 1), by][times];
  return day === undefined ? undefined : { n: next.n, by, at: startOfDay(day), times: times + 1 };
}

/**
 * What still stands against closing the year on its last publication: the days for objections, or one that waits for an answer.
 * Once the years are closed nothing can be recorded that an objection was right about (PTY-10). One about whoever closes is for
 * somebody else to answer, and holds nothing up where there is nobody else.
 */
export function objectionsOpen({ objectionsUntil, objections }: Pick<Publication, 'objectionsUntil' | 'objections'>, closer: PersonId, now: EpochMs): { readonly until: EpochMs; readonly unanswered: number } | undefined {
  const unanswered = objections.filter(({ about, answer }) => answer === undefined && about !== closer).length;
  return now < objectionsUntil || unanswered > 0 ? { until: objectionsUntil, unanswered } : undefined;
}

export type ObjectionRefusal = { readonly kind: 'TOO_LATE'; readonly until: EpochMs } | { readonly kind: 'UNKNOWN' };

/** A member's objection, while the publication is open to it (PTY-10). */
export function objected(publication: Publication, objection: PublicationObjection): Result<Publication, ObjectionRefusal> {
  if (objection.at >= publication.objectionsUntil) return refused({ kind: 'TOO_LATE', until: publication.objectionsUntil });
  if (!publication.rows.some(({ personId }) => personId === objection.about)) return refused({ kind: 'UNKNOWN' });
  return ok({ ...publication, objections: [...publication.objections, objection] });
}

/** The branch's answer, once; it is filed with the publication. A late answer is owed as well. */
export function objectionAnswered(publication: Publication, id: string, answer: string, by: PersonId, now: EpochMs): Result<Publication, 'CYCLE_STAGE'> {
  const before = publication.objections.find((one) => one.id === id);
  if (before === undefined || before.answer !== undefined) return refused('CYCLE_STAGE');
  return ok({ ...publication, objections: publication.objections.map((one) => (one.id === id ? { ...one, answer, answeredBy: by, answeredAt: now } : one)) });
}
