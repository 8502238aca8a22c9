/** The documents a load writes, from what the judging wants and what is stored. */
import type { EpochMs, PersonId } from '@/domain/basics/ids';
import { partyLinksOf, type Household, type Person } from '@/domain/people/person';
import { grantKey } from '@/domain/people/roles';
import { isHouseholdChanged } from '@/domain/roster/judge-households';
import { isChanged } from '@/domain/roster/judge-people';
import { sameGrants, withGrants, type Granted, type HouseholdTarget, type PersonTarget } from '@/domain/roster/target';
import { weakKeyOf } from '@platform/person-keys';
import type { Sealer } from '@platform/seal';

/** When and with what a document is made. */
export interface Making {
  readonly now: EpochMs;
  readonly today: string;
  readonly sealer: Sealer;
  readonly village: string;
}

/** Whether a person on the sheets has to be written at all. */
export function mustWritePerson(target: PersonTarget, granted: Granted | undefined, today: string): boolean {
  const { before } = target;
  if (before === undefined || isChanged(target, before)) return true;
  return granted !== undefined && !hasGrants(before, granted, today);
}

/** Whether somebody already has what is granted, the phone included. */
export function hasGrants(person: Person, granted: Granted, today: string): boolean {
  const closing = new Set(person.withdrawn ?? []);
  return (
    sameGrants(person.roles, withGrants(person.roles, granted.grants, today)) &&
    !granted.grants.some((grant) => closing.has(grantKey(grant))) &&
    (granted.phoneShown === undefined || granted.phoneShown === person.phoneShown)
  );
}

/** A person as the sheets want them. What is not the sheets' (the account, other roles, hours) stays as it is stored. */
export function personOf(target: PersonTarget, granted: Granted | undefined, before: Person | undefined, making: Making): Person {
  const { now, sealer, village } = making;
  const { idNumber, name, mobile, phoneKey, householdId, grid } = target;
  const phone = mobile === undefined || phoneKey === undefined || before?.phoneKey === phoneKey ? {} : { phoneSealed: sealer.seal(mobile), phoneKey };
  const person: Person = {
    ...(before ?? { idSealed: sealer.seal(idNumber.number), roles: [], phoneShown: false }),
    _id: target.id,
    name,
    sex: idNumber.sex,
    bornOn: idNumber.bornOn,
    weakKey: before?.name === name ? before.weakKey : weakKeyOf(sealer, village, name, idNumber.number),
    ...phone,
    village,
    householdId,
    grid,
    status: 'ACTIVE',
    changedAt: now,
  };
  return granted === undefined ? person : grantedTo(person, granted, making);
}

/** Somebody with what is granted to them; nothing else of them changes. */
export function grantedTo(person: Person, granted: Granted, { now, today }: Pick<Making, 'now' | 'today'>): Person {
  const keys = new Set(granted.grants.map(grantKey));
  const withdrawn = (person.withdrawn ?? []).filter((key) => !keys.has(key));
  const { withdrawn: _old, ...rest } = person;
  return {
    ...rest,
    roles: withGrants(person.roles, granted.grants, today),
    phoneShown: granted.phoneShown ?? person.phoneShown,
    ...(withdrawn.length > 0 && { withdrawn }),
    changedAt: now,
  };
}

export function mustWriteHousehold(target: HouseholdTarget): boolean {
  return target.before === undefined || isHouseholdChanged(target, target.before);
}

export function householdOf(target: HouseholdTarget, { now, village }: Pick<Making, 'now' | 'village'>): Household {
  const { id, number, grid, address, headId, memberIds, liaisons } = target;
  const partyLinks = partyLinksOf(liaisons);
  return { _id: id, village, grid, number, address, ...(headId !== undefined && { headId: headId satisfies PersonId }), memberIds, liaisons, ...(partyLinks.length > 0 && { partyLinks }), changedAt: now };
}
