/** Reading a branch, its members' years, and who acts for it as what. */
import { cycleOn } from '@/domain/points/cycle';
import { isWithin } from '@/domain/areas/code';
import { assert } from '@/domain/basics/assert';
import type { PersonId } from '@/domain/basics/ids';
import type { Branch } from '@/domain/points/branch';
import type { Eyes } from '@/domain/points/entry';
import type { Cycle } from '@/domain/points/scheme';
import { yearIdOf, type MemberYear } from '@/domain/points/year';
import type { Role } from '@/domain/people/roles';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';
import type { ById } from '@platform/store';

export async function branchIn(store: ById, village: string): Promise<Branch> {
  const branch = await store.get('branches', village);
  if (branch === undefined) throw refusal('NOT_FOUND');
  return branch;
}

/** A member's year; one that is not there is told from one that must not be seen by nothing. */
export async function yearIn(store: ById, personId: PersonId, cycle: Cycle): Promise<MemberYear> {
  const year = await store.get('pointYears', yearIdOf(personId, cycle));
  if (year === undefined) throw refusal('NOT_FOUND');
  return year;
}

export function currentCycle({ settings, today }: Pick<Context, 'settings' | 'today'>): Cycle {
  return cycleOn(today, settings.party.cycleStart);
}

/** Cycles that a member can have a year of: the one that begins next, the current one, and two before (PRV-10). */
export async function yearsOf(context: Context, personId: PersonId): Promise<readonly MemberYear[]> {
  const current = currentCycle(context);
  const ids = [current + 1, current, current - 1, current - 2].map((cycle) => yearIdOf(personId, cycle));
  const { items } = await context.store.find('pointYears', { where: { _id: { in: ids } }, limit: ids.length });
  return [...items].sort((one, other) => other.cycle - one.cycle);
}

/** Whether the caller holds one of these roles over an area. */
export function actsAs({ caller }: Pick<Context, 'caller'>, area: string, ...roles: readonly Role[]): boolean {
  return (caller.person?.roles ?? []).some((grant) => roles.includes(grant.role) && isWithin(area, grant.area));
}

const OFFICES: readonly { readonly role: Role; readonly as: Eyes['as'] }[] = [
  { role: 'BRANCH_SECRETARY', as: 'SECRETARY' },
  { role: 'BRANCH_COMMITTEE', as: 'COMMITTEE' },
  { role: 'BRANCH_VERIFIER', as: 'GROUP' },
  { role: 'TOWN_PARTY', as: 'TOWN' },
];

/** The caller as a pair of eyes: the first of these offices that they hold over the branch. */
export function eyesOf(context: Context, branch: string, ...among: readonly Eyes['as'][]): Eyes {
  const { person } = context.caller;
  const office = OFFICES.find(({ role, as }) => among.includes(as) && actsAs(context, branch, role));
  assert(person !== undefined && office !== undefined, 'the permit says that the caller holds such an office');
  return { by: person.id, name: person.name, as: office.as, at: context.now };
}

/** Whoever calls is a person, once a permit was given for an office or for what is their own. */
export function personOf({ caller }: Pick<Context, 'caller'>): NonNullable<Context['caller']['person']> {
  assert(caller.person !== undefined, 'only a person may do this');
  return caller.person;
}
