/** A claim: another account wants to be a person that an account is already. Both sides are told; neither is replaced silently. */
import type { AccountId, CivilDate, EpochMs } from '@/domain/basics/ids';
import type { BindingLevel, Person } from '@/domain/people/person';
import { derivedId } from '@platform/ids';
import { notice, toPerson } from '@platform/notices';
import type { BindingClaim, Notice } from '@platform/records';

interface ClaimParts {
  readonly person: Pick<Person, '_id' | 'name'>;
  readonly holder: AccountId;
  readonly from: AccountId;
  readonly level: BindingLevel;
  readonly now: EpochMs;
  readonly today: CivilDate;
}

/** One a day from one account for one person, so that trying again does not ring the holder again. */
export function claimOf({ person, holder, from, level, now, today }: ClaimParts): BindingClaim {
  return {
    _id: derivedId('claim', person._id, from, today),
    personId: person._id,
    personName: person.name,
    from,
    holder,
    level,
    relation: 'SELF',
    at: now,
    state: 'OPEN',
  };
}

/** Tells the holder, on the phone that is the person now. */
export function claimNotice(claim: BindingClaim): Notice {
  return notice({ to: toPerson(claim.personId), kind: 'CLAIM', at: claim.at, data: { name: claim.personName }, cause: claim._id });
}
