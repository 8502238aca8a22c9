/** What can be done with pledges in a member's year (承诺, PTY-04). */
import { addCivilDays } from '../basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import { cycleDays, isIn, windowIn, type Days } from './cycle';
import type { Pledge } from './pledge';
import type { CategoryRule, SchemeRules } from './scheme';
import type { MemberYear } from './year';

export type PledgeRefusal =
  | { readonly kind: 'PLEDGE_WINDOW'; readonly window: Days }
  | { readonly kind: 'PLEDGE_COUNT'; readonly min: number; readonly max: number }
  | { readonly kind: 'DUE' }
  | { readonly kind: 'UNKNOWN' };

/** Who joins when the window is closed has this long to make pledges. */
export const LATE_JOINER_DAYS = 30;

/** The days in which this member makes pledges: the scheme's window, for a late joiner at least so many days from joining. */
export function pledgeDays(scheme: SchemeRules, year: Pick<MemberYear, 'cycle' | 'branches'>, cycleStart: string): Days {
  const window = windowIn(year.cycle, cycleStart, scheme.pledgeWindow);
  const joined = year.branches[0]?.from ?? window.from;
  const late = addCivilDays(joined, LATE_JOINER_DAYS);
  return joined > cycleDays(year.cycle, cycleStart).from && late > window.to ? { from: window.from, to: late } : window;
}

export interface PledgeSetting {
  readonly rule: CategoryRule;
  readonly window: Days;
  readonly cycle: Days;
  readonly today: CivilDate;
  readonly now: EpochMs;
}

export type PledgeWords = Pick<Pledge, 'id' | 'type' | 'text' | 'target' | 'unit' | 'due'>;

/** A new pledge, within the window and the category's number. */
export function pledged(year: MemberYear, words: PledgeWords, { rule, window, cycle, today, now }: PledgeSetting): Result<MemberYear, PledgeRefusal> {
  const fault = problemOf(year, words, cycle, today) ?? (isIn(window, today) ? undefined : windowRefusal(window));
  if (fault !== undefined) return refused(fault);
  const { min, max } = rule.pledges;
  if (year.pledges.filter(({ state }) => state !== 'WITHDRAWN').length >= max) return refused({ kind: 'PLEDGE_COUNT', min, max });
  return ok(withPledges(year, [...year.pledges, { ...words, state: 'SENT', done: 0, sentAt: now }], now));
}

/** A pledge that the branch returned, put otherwise. The branch asked for it, so no window closes on it. */
export function pledgeChanged(year: MemberYear, words: PledgeWords, { cycle, today, now }: PledgeSetting): Result<MemberYear, PledgeRefusal> {
  const before = year.pledges.find(({ id }) => id === words.id);
  const fault = before?.state === 'RETURNED' ? problemOf(year, words, cycle, today) : ({ kind: 'UNKNOWN' } as const);
  if (fault !== undefined) return refused(fault);
  return ok(withPledges(year, year.pledges.map((one) => (one.id === words.id ? { ...words, state: 'SENT' as const, done: 0, sentAt: now } : one)), now));
}

function problemOf(year: MemberYear, { due }: PledgeWords, cycle: Days, today: CivilDate): PledgeRefusal | undefined {
  if (year.closedAt !== undefined || year.left !== undefined) return windowRefusal(cycle);
  return due < today || !isIn(cycle, due) ? { kind: 'DUE' } : undefined;
}

function windowRefusal(window: Days): PledgeRefusal {
  return { kind: 'PLEDGE_WINDOW', window };
}

/** Gives a pledge up: while it waits or was returned at any time, a confirmed one within the window and before anything was done for it. */
export function pledgeWithdrawn(year: MemberYear, id: string, { window, today, now }: Pick<PledgeSetting, 'window' | 'today' | 'now'>): Result<MemberYear, PledgeRefusal> {
  const pledge = year.pledges.find((one) => one.id === id);
  if (pledge === undefined || pledge.state === 'WITHDRAWN') return refused({ kind: 'UNKNOWN' });
  if (year.closedAt !== undefined || (pledge.state === 'CONFIRMED' && (pledge.done > 0 || !isIn(window, today)))) return refused(windowRefusal(window));
  return ok(withPledges(year, year.pledges.map((one) => (one.id === id ? { ...one, state: 'WITHDRAWN' as const } : one)), now));
}

export type PledgeDecision = { readonly kind: 'CONFIRMED' } | { readonly kind: 'RETURNED'; readonly reason: string };

/** The branch confirms a pledge or returns it with the reason. */
export function pledgeDecided(year: MemberYear, id: string, decision: PledgeDecision, by: PersonId, now: EpochMs): Result<MemberYear, 'PLEDGE_STAGE'> {
  const pledge = year.pledges.find((one) => one.id === id);
  if (pledge?.state !== 'SENT' || year.closedAt !== undefined) return refused('PLEDGE_STAGE');
  const decided: Pledge = { ...pledge, state: decision.kind, decidedAt: now, decidedBy: by, ...(decision.kind === 'RETURNED' ? { reason: decision.reason } : {}) };
  return ok(withPledges(year, year.pledges.map((one) => (one.id === id ? decided : one)), now));
}

function withPledges(year: MemberYear, pledges: readonly Pledge[], now: EpochMs): MemberYear {
  const { pledgesWaiting: _before, ...rest } = year;
  const waiting = pledges.some(({ state }) => state === 'SENT');
  return { ...rest, pledges, changedAt: now, ...(waiting ? { pledgesWaiting: true as const } : {}) };
}

/** The pledges after a deed for one of them was verified, or (`amount` below 0) taken back. */
export function withDone(pledges: readonly Pledge[], id: string, amount: number): readonly Pledge[] {
  return pledges.map((one) => (one.id === id ? { ...one, done: Math.max(0, one.done + amount) } : one));
}
