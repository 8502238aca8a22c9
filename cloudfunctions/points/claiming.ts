/** How a deed becomes a claim: the day, the item, the pledge, and what the member's year says of them (PTY-05). */
import { isCivilDate } from '@/domain/basics/civil-time';
import { cycleDays, cycleOn, isIn, type Days } from '@/domain/points/cycle';
import { claimed } from '@/domain/points/entry-acts';
import { toStore } from '@/domain/points/entry-news';
import type { Entry } from '@/domain/points/entry';
import type { Pledge } from '@/domain/points/pledge';
import { itemOf, sectionOf, type Item, type SchemeRules } from '@/domain/points/scheme';
import { yearIdOf, type MemberYear } from '@/domain/points/year';
import { branchOn } from '@/domain/points/year-acts';
import type { Context } from '@platform/context';
import { schemeOf } from '@platform/point-scheme';
import { invalidField } from '@platform/refuse';
import type { ById, Transaction } from '@platform/store';
import { actsAs, personOf } from './branch-of';

export interface ClaimErrors {
  readonly NOT_IN_CYCLE: (given: { readonly data: Days }) => Error;
  readonly PLEDGE_NOT_CONFIRMED: () => Error;
}

/** The day of a deed or a record: not of the future. Its cycle follows from it. */
export function needDay(path: string, on: string, { today }: Pick<Context, 'today'>): void {
  if (!isCivilDate(on) || on > today) throw invalidField(path, 'DATE');
}

/** The scheme of a day's cycle, with an item of it that is offered. One read, in the transaction of what is claimed: an item may be closed since. */
export async function itemFor(store: Pick<ById, 'get'>, context: Context, on: string, id: string): Promise<{ readonly scheme: SchemeRules; readonly item: Item; readonly days: Days; readonly cycle: number }> {
  const { cycleStart } = context.settings.party;
  const cycle = cycleOn(on, cycleStart);
  const scheme = await schemeOf(store, context, cycle);
  const item = itemOf(scheme, id);
  if (item === undefined || item.closed === true) throw invalidField('item', 'UNKNOWN');
  return { scheme, item, days: cycleDays(cycle, cycleStart), cycle };
}

/** Only what is added can be claimed: nobody reports what is taken from them. */
export function needBonus(scheme: SchemeRules, item: Item): void {
  if (sectionOf(scheme, item)?.kind !== 'BONUS') throw invalidField('item', 'UNKNOWN');
}

export interface Deed {
  readonly entryId: string;
  readonly on: string;
  readonly item: Item;
  readonly days: Days;
  readonly cycle: number;
  readonly pledgeId: string | undefined;
  readonly facts: Pick<Entry, 'text' | 'photos' | 'uploads'> & Partial<Pick<Entry, 'amount' | 'beneficiaries' | 'place' | 'contact'>>;
}

/** The claim, inserted; the clock puts it into the year and tells the group leaders. A read and a write. */
export async function insertClaim(tx: Transaction, context: Context, errors: ClaimErrors, { entryId, on, item, days, cycle, pledgeId, facts }: Deed): Promise<Entry> {
  const { now, settings } = context;
  const person = personOf(context);
  const year = await tx.get('pointYears', yearIdOf(person.id, cycle));
  if (!isOpenOn(year, on, days)) throw errors.NOT_IN_CYCLE({ data: theirDays(year, days) });
  const pledge = pledgeId === undefined ? undefined : confirmed(year, pledgeId, errors);
  const branch = branchOn(year, on);
  const made = claimed({
    _id: entryId, kind: 'CLAIM', year: year._id, personId: person.id, name: year.name, cycle, branch, town: branch.slice(0, 9), on,
    item: item.id, itemName: item.name, tenths: item.tenths, at: now, by: person.id, ...facts,
    // PTY-06: the secretary's own goes up to the town.
    above: actsAs(context, branch, 'BRANCH_SECRETARY'),
    ...(year.group === undefined ? {} : { group: year.group }),
    ...(pledge === undefined ? {} : { pledge: pledge.id, pledgeText: pledge.text }),
  }, settings);
  const entry = toStore(undefined, { ...made, uncounted: true }, now);
  await tx.insert('pointEntries', entry);
  return entry;
}

/** The days of the cycle on which they were a member: from joining, and of who left until then (PTY-01). */
export function theirDays(year: Pick<MemberYear, 'branches' | 'left'> | undefined, { from, to }: Days): Days {
  const joined = year?.branches[0]?.from ?? from;
  const left = year?.left?.on ?? to;
  return { from: joined > from ? joined : from, to: left < to ? left : to };
}

/** Whether a member's year takes a deed of that day: open, and theirs that day. Who left can still claim what they did before. */
export function isOpenOn(year: MemberYear | undefined, on: string, days: Days): year is MemberYear {
  return year !== undefined && year.closedAt === undefined && isIn(theirDays(year, days), on);
}

function confirmed(year: MemberYear, id: string, errors: ClaimErrors): Pledge {
  const pledge = year.pledges.find((one) => one.id === id);
  if (pledge?.state !== 'CONFIRMED') throw errors.PLEDGE_NOT_CONFIRMED();
  return pledge;
}
