/** What becomes of a member's year: opened, put in a category, moved, left, and what an entry or a veto does to it (PTY-01, 02, 07, 09). */
import { townOf, type TownCode, type VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import type { Entry } from './entry';
import { withDone } from './pledge-acts';
import type { Cycle, MemberCategory, SchemeRules } from './scheme';
import { isPending, NO_SUMS, scoreOf, withEntry, withPending } from './sums';
import { yearIdOf, type LeftReason, type MemberYear, type Veto } from './year';

export interface NewYear {
  readonly person: { readonly id: PersonId; readonly name: string };
  readonly branch: { readonly village: VillageCode; readonly name: string };
  readonly cycle: Cycle;
  readonly category: MemberCategory;
  readonly by: PersonId | 'clock';
  readonly from: CivilDate;
  readonly settled: boolean;
  readonly shared: boolean;
  readonly now: EpochMs;
}

/** A cycle begins at the category's base, with nothing brought along (PTY-03). */
export function yearOpened(scheme: SchemeRules, { person, branch, cycle, category, by, from, settled, shared, now }: NewYear): MemberYear {
  return {
    _id: yearIdOf(person.id, cycle),
    personId: person.id,
    name: person.name,
    cycle,
    branch: branch.village,
    branchName: branch.name,
    branches: [{ branch: branch.village, from }],
    category,
    categories: [{ category, at: now, by }],
    ...(settled ? { settled: true as const } : {}),
    ...(shared ? { shared: true as const } : {}),
    pledges: [],
    sums: NO_SUMS,
    total: scoreOf(scheme, category, NO_SUMS).total,
    vetoes: [],
    changedAt: now,
  };
}

/** The branch a deed of that day belongs to, which verifies it (PTY-01). Before the first, the first. */
export function branchOn({ branches, branch }: Pick<MemberYear, 'branches' | 'branch'>, on: CivilDate): VillageCode {
  return [...branches].reverse().find(({ from }) => from <= on)?.branch ?? branches[0]?.branch ?? branch;
}

/** To another branch; the ledger, the pledges and the category go along. What waits stays with the branch of the deed. */
export function movedTo(year: MemberYear, to: { readonly village: VillageCode; readonly name: string; readonly settled: boolean; readonly shared: boolean }, from: CivilDate, now: EpochMs): Result<MemberYear, 'SAME_BRANCH' | 'DATE' | 'CLOSED'> {
  if (year.closedAt !== undefined) return refused('CLOSED');
  if (year.branch === to.village && year.left === undefined) return refused('SAME_BRANCH');
  if (from < (year.branches.at(-1)?.from ?? from)) return refused('DATE');
  const { left: _left, group: _group, settled: _settled, shared: _shared, ...rest } = year;
  return ok({
    ...rest, branch: to.village, branchName: to.name, branches: [...year.branches, { branch: to.village, from }], changedAt: now,
    ...(to.settled ? { settled: true as const } : {}),
    ...(to.shared ? { shared: true as const } : {}),
    // What waits for the town's Party office, or could be lifted, goes to the new branch's (PTY-09).
    ...(year.vetoTown === undefined ? {} : { vetoTown: townOf(to.village) }),
  });
}

export interface Placing {
  readonly category: MemberCategory;
  readonly group?: string;
  readonly by: PersonId;
  readonly now: EpochMs;
  readonly decidedOn?: CivilDate;
  readonly reason?: string;
}

/**
 * Puts a member in a category and group. Once the categories are settled a change of category needs the day on which the branch
 * decided, and why; nothing is prorated: the new base counts for the whole cycle (PTY-02).
 */
export function placed(year: MemberYear, scheme: SchemeRules, { category, group, by, now, decidedOn, reason }: Placing, settled: boolean): Result<MemberYear, 'CLOSED' | 'DECISION_NEEDED'> {
  if (year.closedAt !== undefined || year.left !== undefined) return refused('CLOSED');
  const changes = category !== year.category;
  if (changes && settled && (decidedOn === undefined || reason === undefined)) return refused('DECISION_NEEDED');
  const { group: _group, ...rest } = year;
  const since = { category, at: now, by, ...(decidedOn === undefined ? {} : { decidedOn }), ...(reason === undefined ? {} : { reason }) };
  return ok({
    ...rest,
    ...(group === undefined ? {} : { group }),
    category,
    categories: changes ? [...year.categories, since] : year.categories,
    total: scoreOf(scheme, category, year.sums).total,
    changedAt: now,
  });
}

/** The member leaves the branch for good, or for another one that has not taken them up yet. */
export function gone(year: MemberYear, on: CivilDate, why: LeftReason, now: EpochMs): Result<MemberYear, 'CLOSED' | 'DATE'> {
  if (year.closedAt !== undefined || year.left !== undefined) return refused('CLOSED');
  if (on < (year.branches.at(-1)?.from ?? on)) return refused('DATE');
  return ok({ ...year, left: { on, why }, changedAt: now });
}

/** What an entry's change does to its year: a claim that waited no more waits, a posted one counts, and so does its pledge. */
export function withChange(year: MemberYear, before: Entry | undefined, after: Entry, scheme: SchemeRules | undefined, now: EpochMs): MemberYear {
  const waited = before !== undefined && isPending(before) && before.uncounted !== true;
  const sums = withEntry(waited ? withPending(year.sums, before, -1) : year.sums, after);
  const posted = after.state === 'POSTED';
  const pledges = posted && after.pledge !== undefined ? withDone(year.pledges, after.pledge, after.amount ?? Math.sign(after.tenths)) : year.pledges;
  return { ...year, sums, pledges, total: scheme === undefined ? year.total : scoreOf(scheme, year.category, sums).total, changedAt: now };
}

/** Whether a change of an entry touches its year at all. */
export function touchesYear(before: Entry, after: Entry): boolean {
  return after.state !== before.state && (after.state === 'POSTED' || (isPending(before) && !isPending(after) && before.uncounted !== true));
}

/** 一票否决 as the branch enters it; the town confirms it before it counts (PTY-09). */
export function vetoEntered(year: MemberYear, veto: Veto, town: TownCode): Result<MemberYear, 'CLOSED' | 'TWICE'> {
  if (year.closedAt !== undefined) return refused('CLOSED');
  if (year.vetoes.some(({ kind, state }) => kind === veto.kind && (state === 'WAITING' || state === 'CONFIRMED'))) return refused('TWICE');
  return ok(withVetoes(year, [...year.vetoes, veto], town, veto.at));
}

export type VetoDecision = 'CONFIRMED' | 'REFUSED' | 'LIFTED';

/** The town confirms or refuses what waits, and lifts what it confirmed, with the reason. */
export function vetoDecided(year: MemberYear, id: string, decision: VetoDecision, made: { readonly by: PersonId; readonly at: EpochMs; readonly reason?: string }, town: TownCode): Result<MemberYear, 'VETO_STAGE'> {
  const veto = year.vetoes.find((one) => one.id === id);
  if (veto?.state !== (decision === 'LIFTED' ? 'CONFIRMED' : 'WAITING')) return refused('VETO_STAGE');
  const decided: Veto = { ...veto, state: decision, decidedBy: made.by, decidedAt: made.at, ...(made.reason === undefined ? {} : { reason: made.reason }) };
  return ok(withVetoes(year, year.vetoes.map((one) => (one.id === id ? decided : one)), town, made.at));
}

function withVetoes(year: MemberYear, vetoes: readonly Veto[], town: TownCode, now: EpochMs): MemberYear {
  const { vetoTown: _before, ...rest } = year;
  const stands = vetoes.some(({ state }) => state === 'WAITING' || state === 'CONFIRMED');
  return { ...rest, vetoes, changedAt: now, ...(stands ? { vetoTown: town } : {}) };
}
