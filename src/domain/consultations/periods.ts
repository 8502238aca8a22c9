/** Notice and publicity: minimum periods that nobody shortens (CON-05, CON-10, PUB-04, CAL-04). */
import { minimumPeriodEnd } from '../basics/working-days';
import type { EpochMs } from '../basics/ids';
import type { CountySettings } from '../settings/settings';
import type { Announced, Consultation, Publication } from './consultation';
import { weightOf } from './weight';

/** How many whole days lie between a notice and its meeting: ten where it goes to the assembly, else three. */
export function noticeDays(matter: Consultation, of: Announced['of'], { consult }: Pick<CountySettings, 'consult'>): number {
  return of === 'ASSEMBLY' || weightOf(matter, consult) === 'MAJOR' ? consult.assemblyNoticeDays : consult.noticeDays;
}

/** The earliest moment a meeting can begin that is announced now. */
export function earliestMeeting(matter: Consultation, of: Announced['of'], now: EpochMs, settings: Pick<CountySettings, 'consult'>): EpochMs {
  return minimumPeriodEnd(now, noticeDays(matter, of, settings));
}

/** Publishes, or says anew what is public: the period begins again with an update and never ends sooner than it would have. */
export function published(before: readonly Publication[], what: Publication['what'], now: EpochMs, { consult, disclosure }: Pick<CountySettings, 'consult' | 'disclosure'>): readonly Publication[] {
  const until = minimumPeriodEnd(now, Math.max(consult.publishDays, disclosure.minDays));
  const known = before.find((one) => one.what === what);
  if (known === undefined) return [...before, { what, at: now, updatedAt: now, until }];
  return before.map((one) => (one === known ? { ...one, updatedAt: Math.max(now, one.updatedAt), until: Math.max(until, one.until) } : one));
}
