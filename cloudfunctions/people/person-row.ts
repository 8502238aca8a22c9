/** A person as an officer sees them: with masks, never with what is sealed (PRV-12), and nothing about class or need. */
import type { PersonRow } from '@/contract/people';
import type { Village } from '@/domain/grid/grid';
import { areaNameIn } from '@/domain/grid/tree';
import { ageOn, maskIdNumber } from '@/domain/people/id-number';
import { maskMobile } from '@/domain/people/mobile';
import type { Household, Person } from '@/domain/people/person';
import { grantKey } from '@/domain/people/roles';
import type { Context } from '@platform/context';

export function personRow({ sealer, today }: Context, person: Person, household: Household | undefined, village: Village | undefined): PersonRow {
  const current = person.roles.filter((grant) => (grant.to === undefined || grant.to >= today) && !(person.withdrawn ?? []).includes(grantKey(grant)));
  return {
    id: person._id,
    name: person.name,
    sex: person.sex,
    age: ageOn(person.bornOn, today),
    idMasked: maskIdNumber(sealer.open(person.idSealed)),
    phoneMasked: person.phoneSealed === undefined ? undefined : maskMobile(sealer.open(person.phoneSealed)),
    grid: person.grid,
    gridName: village === undefined ? person.grid : areaNameIn(village, person.grid),
    // A household whose last member left is closed; the person still names it.
    household: { id: person.householdId, number: household?.number ?? '', address: household?.address ?? '' },
    status: person.status,
    bound: person.account?.level,
    roles: current.map(({ role, area, from, to }) => ({ role, area, from, to })),
  };
}
