/** What one matter adds to the counts of an area, as a difference between what they hold of it and what it is now. */
import type { AreaCode } from '../areas/code';
import { deskPostOf } from '../grid/posts';
import type { CivilDate } from '../basics/ids';
import { isBarred } from './ladder';
import type { Category, Counted, Issue, OutcomeFlag } from './issue';
import { counted, NO_COUNTS, type Counts } from './rates';

/** Open and overdue are counted as they stand now, the rest by the month of the report. */
export const STANDING: readonly OutcomeFlag[] = ['open', 'overdue'];

export interface AreaCounts {
  readonly counts: Readonly<Partial<Record<Category, Counts>>>;
  readonly weeks: Readonly<Record<CivilDate, { readonly reported: number; readonly done: number }>>;
}

export const NOTHING_COUNTED: AreaCounts = { counts: {}, weeks: {} };

export interface CountedArea {
  readonly area: AreaCode;
  readonly name: string;
  readonly within: AreaCode;
}

/** The areas in whose counts a matter stands: not in that of a desk it must not be known to (EVT-11). */
export function countedAreas(issue: Issue, county: { readonly countyCode: AreaCode; readonly countyName: string }): readonly CountedArea[] {
  const areas: readonly CountedArea[] = [
    { area: issue.village, name: issue.villageName, within: issue.town },
    { area: issue.town, name: issue.townName, within: county.countyCode },
    { area: county.countyCode, name: county.countyName, within: '' },
  ];
  return areas.filter(({ area, within }) => within === '' || !isBarred(issue, deskPostOf(area)));
}

/** The counts of a month with a matter as it is in place of the matter as it was counted before. */
export function recountMonth(now: AreaCounts, before: Counted | undefined, after: Counted | undefined): AreaCounts {
  const out = before === undefined ? now : added(now, before, -1);
  return after === undefined ? out : added(out, after, 1);
}

/** The same for what is open and overdue at present. */
export function recountStanding(now: AreaCounts, before: Counted | undefined, after: Counted | undefined): AreaCounts {
  const out = before === undefined ? now : flagged(now, before, -1, true);
  return after === undefined ? out : flagged(out, after, 1, true);
}

/** Whether what stands open or overdue differs, so that the counts of the present must be written. */
export function standsDifferently(before: Counted | undefined, after: Counted | undefined): boolean {
  return STANDING.some((flag) => (before?.flags.includes(flag) ?? false) !== (after?.flags.includes(flag) ?? false));
}

function added(now: AreaCounts, one: Counted, by: 1 | -1): AreaCounts {
  const { counts } = flagged(now, one, by, false);
  const reported = inWeek(now.weeks, one.reportedWeek, { reported: by, done: 0 });
  return { counts, weeks: one.doneWeek === undefined ? reported : inWeek(reported, one.doneWeek, { reported: 0, done: by }) };
}

function flagged(now: AreaCounts, one: Counted, by: 1 | -1, standing: boolean): AreaCounts {
  const flags = one.flags.filter((flag) => STANDING.includes(flag) === standing);
  const sofar = now.counts[one.category] ?? NO_COUNTS;
  return { ...now, counts: { ...now.counts, [one.category]: counted(sofar, flags, by) } };
}

function inWeek(weeks: AreaCounts['weeks'], monday: CivilDate, by: { readonly reported: number; readonly done: number }): AreaCounts['weeks'] {
  const sofar = weeks[monday] ?? { reported: 0, done: 0 };
  return { ...weeks, [monday]: { reported: sofar.reported + by.reported, done: sofar.done + by.done } };
}
