/** A row of a roll before anything is frozen or cast. */
import type { HouseholdId, PersonId } from '@/domain/basics/ids';
import type { Household, Person } from '@/domain/people/person';
import type { BoxId } from '@/domain/voting/box';
import type { Box, RollRow } from './records';

/** The id of the one row of a person or a household. */
export function rollRowId(box: BoxId, unit: PersonId | HouseholdId): string {
  return `${box}:${unit}`;
}

/** The row of a person, or of the household that the person represents. */
export function rollRow(box: Pick<Box, '_id' | 'closesAt'>, voter: Person, household?: Pick<Household, '_id'>): RollRow {
  return {
    _id: rollRowId(box._id, household?._id ?? voter._id),
    box: box._id,
    village: voter.village,
    voter: voter._id,
    name: voter.name,
    ...(household === undefined ? {} : { household: household._id }),
    state: 'OPEN',
    closesAt: box.closesAt,
  };
}
