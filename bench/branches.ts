/** The members of the bench's branches: the same people, phones and deeds at every run, a year behind them. */
import { startOfDay, HOUR_MS } from '@/domain/basics/civil-time';
import type { EpochMs } from '@/domain/basics/ids';
import type { Account, Person } from '@/domain/people/person';
import type { RoleGrant } from '@/domain/people/roles';
import type { Branch } from '@/domain/points/branch';
import type { Entry, Eyes } from '@/domain/points/entry';
import { approved, checked, claimed, type ActSettings } from '@/domain/points/entry-acts';
import { itemOf, type Item, type Scheme } from '@/domain/points/scheme';
import { foldEntries, scoreOf } from '@/domain/points/sums';
import { yearIdOf, type MemberYear } from '@/domain/points/year';
import { assert } from '@/domain/basics/assert';

export const CYCLE = 2026;
/** While deeds are still decided, and once the cycle is over. */
export const DURING: EpochMs = startOfDay('2026-12-01') + 9 * HOUR_MS;
export const AFTER: EpochMs = startOfDay('2027-01-20') + 9 * HOUR_MS;

/** About what a village of Hanyin has. */
export const MEMBERS_A_BRANCH = 50;
/** More than a page of a ledger; 24 of them points, 2 refused, the rest of the last days waits for its second look. */
const DECIDED = 26;
const REFUSED_EVERY = 13;
const CHUNK = 100;

const TOWN = '610921100';
/** Items a member claims in turn; what the caps swallow is part of it. */
const ITEMS = ['visit', 'volunteer', 'mediate', 'help', 'visit', 'family', 'deed'] as const;
const TEXT = '和网格员一起上门看了老人，把漏雨的屋顶补好了，又清了门前的水沟，用了大半天。';

const pad = (nth: number, digits = 5): string => String(nth).padStart(digits, '0');

export function branchOf(nth: number): string {
  return `${TOWN}${pad(nth + 1, 3)}`;
}

export function memberAccount(nth: number): string {
  return `wx:member-${pad(nth)}`;
}

/** The secretary is nobody's group leader: they look second. */
export function secretaryAccount(branch: number): string {
  return `wx:secretary-${pad(branch)}`;
}

export function entryId(member: number, nth: number): string {
  return `entry-${pad(member)}-${pad(nth, 3)}`;
}

function bound(personId: string, name: string, accountId: string, village: string, role: RoleGrant['role']): { readonly person: Person; readonly account: Account } {
  const person: Person = {
    _id: personId, name, sex: 'F', bornOn: '1975-06-15', idSealed: 'x'.repeat(64), weakKey: `weak-${personId}`, phoneShown: false, village, householdId: `house-${personId}`, grid: `${village}-1`,
    roles: [{ role, area: village, from: '2024-01-01' }], status: 'ACTIVE', account: { id: accountId, level: 'VERIFIED', at: 0 }, changedAt: DURING,
  };
  const account: Account = { _id: accountId, bindings: [{ personId, level: 'VERIFIED', relation: 'SELF', at: 0 }], actingFor: personId, inboxSeenAt: 0 };
  return { person, account };
}

export function madeUpBranch(nth: number): { readonly branch: Branch; readonly person: Person; readonly account: Account } {
  const village = branchOf(nth);
  const branch: Branch = { _id: village, town: TOWN, name: `支部${pad(nth, 3)}`, groups: [], cycle: CYCLE, openedAt: startOfDay('2026-01-05'), settledAt: startOfDay('2026-02-01'), published: [1, 2, 3, 4], changedAt: DURING };
  return { branch, ...bound(`person-secretary-${pad(nth)}`, `书记${pad(nth, 3)}`, secretaryAccount(nth), village, 'BRANCH_SECRETARY') };
}

export interface MadeUpMember {
  readonly person: Person;
  readonly account: Account;
  readonly year: MemberYear;
  readonly entries: readonly Entry[];
}

/** @param waiting how many of the member's claims wait for the secretary; they come after those that were decided. */
export function madeUpMember(nth: number, waiting: number, scheme: Scheme, settings: ActSettings): MadeUpMember {
  const branch = Math.floor(nth / MEMBERS_A_BRANCH);
  const village = branchOf(branch);
  const { person, account } = bound(`person-member-${pad(nth)}`, `党员${pad(nth)}`, memberAccount(nth), village, 'PARTY_MEMBER');
  const entries = Array.from({ length: DECIDED + waiting }, (_, at) => madeUpEntry(person, nth, at, at >= DECIDED, scheme, settings));
  const sums = foldEntries(entries);
  const year: MemberYear = {
    _id: yearIdOf(person._id, CYCLE), personId: person._id, name: person.name, cycle: CYCLE, branch: village, branches: [{ branch: village, from: '2026-01-01' }],
    category: 'B', categories: [{ category: 'B', at: DURING, by: 'clock' }],
    pledges: [{ id: 'pledge-1', type: 'HOUSEHOLDS', text: '每月走访联系的人家', target: 12, unit: '次', due: '2026-12-31', state: 'CONFIRMED', done: 9, sentAt: DURING }],
    sums, total: scoreOf(scheme, 'B', sums).total, vetoes: [], changedAt: DURING,
  };
  return { person, account, year, entries };
}

function madeUpEntry(person: Person, member: number, nth: number, waits: boolean, scheme: Scheme, settings: ActSettings): Entry {
  const item: Item | undefined = itemOf(scheme, ITEMS[nth % ITEMS.length] ?? 'visit');
  assert(item !== undefined, 'the default scheme has the items of the bench');
  const eyes = (by: string, as: Eyes['as']): Eyes => ({ by, name: '核实人', as, at: DURING - HOUR_MS });
  const claim = claimed({
    _id: entryId(member, nth), kind: 'CLAIM', year: yearIdOf(person._id, CYCLE), personId: person._id, name: person.name, cycle: CYCLE, branch: person.village, town: TOWN,
    on: `2026-${pad((nth % 11) + 1, 2)}-${pad((nth % 28) + 1, 2)}`, item: item.id, itemName: item.name, tenths: item.tenths, text: TEXT, beneficiaries: 2, photos: [], uploads: [], at: DURING - 24 * HOUR_MS, by: person._id, above: false,
  }, settings);
  const looked = checked(claim, { kind: 'RIGHT' }, eyes('person-leader', 'GROUP'), settings);
  assert(looked.ok, 'a leader may look at a claim');
  if (waits) return looked.value;
  const decided = approved(looked.value, nth % REFUSED_EVERY === 0 ? { kind: 'REFUSE', reason: '和上一笔是同一件事' } : { kind: 'POST' }, eyes('person-chair', 'COMMITTEE'));
  assert(decided.ok, 'somebody else may decide it');
  return decided.value;
}

/** The id of the nth claim that waits, spread over all members, so that no two follow each other in one year. */
export function waitingEntry(nth: number, members: number): { readonly entryId: string; readonly branch: number } {
  const member = nth % members;
  return { entryId: entryId(member, DECIDED + Math.floor(nth / members)), branch: Math.floor(member / MEMBERS_A_BRANCH) };
}

export function* chunks(count: number): Generator<readonly number[]> {
  for (let from = 0; from < count; from += CHUNK) yield Array.from({ length: Math.min(CHUNK, count - from) }, (_, at) => from + at);
}
