/** Who stands on a roll, and what to tell who does not (VOTE-10, 11, DEP-11, DEP-12). */
import { isWithin } from '../areas/code';
import { civilDateOf, yearOf } from '../basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { Household, Person } from '../people/person';
import { grantsOf } from '../people/roles';
import type { Electorate } from './box';

/** [LAW] 村民委员会组织法 art. 13, 选举法 art. 4. */
export const VOTING_AGE = 18;

/** Why somebody may not vote in a box. */
export const NOT_ON_ROLL = ['LEFT', 'UNDER_18', 'ELSEWHERE', 'NO_ROLE', 'NOT_LISTED', 'EXCEPTED', 'NOT_REPRESENTATIVE', 'MISSED'] as const;
export type NotOnRoll = (typeof NOT_ON_ROLL)[number];

/** Why the roster does not give a person a vote; undefined when it does. Age counts on the day the box opens (VOTE-11). */
export function whyNot(electorate: Electorate, person: Person, opensAt: EpochMs): NotOnRoll | undefined {
  const opensOn = civilDateOf(opensAt);
  if (electorate.except?.includes(person._id)) return 'EXCEPTED';
  if (person.status !== 'ACTIVE') return 'LEFT';
  if (!isAdult(person, opensOn)) return 'UNDER_18';
  if (!electorate.villages.includes(person.village)) return 'ELSEWHERE';
  if (electorate.within !== undefined && !isWithin(person.grid, electorate.within)) return 'ELSEWHERE';
  if (electorate.only !== undefined && !electorate.only.includes(person._id)) return 'NOT_LISTED';
  const { role } = electorate;
  if (role !== undefined && !grantsOf(person, opensOn).some((grant) => grant.role === role.role && grant.area === role.area)) return 'NO_ROLE';
  return undefined;
}

/** The day of the birthday counts as reached (民法典 art. 1259: 以上 includes the figure). */
export function isAdult(person: Pick<Person, 'bornOn'>, on: CivilDate): boolean {
  const years = yearOf(on) - yearOf(person.bornOn);
  return years > VOTING_AGE || (years === VOTING_AGE && on.slice(5) >= person.bornOn.slice(5));
}

/**
 * Who votes for a household (VOTE-10): the member designated as 户代表, else the registered householder, else the eldest
 * adult, so that no household is without a vote while an adult of it may vote. Undefined where none may.
 */
export function representativeOf(electorate: Electorate, household: Household, members: readonly Person[], opensAt: EpochMs): Person | undefined {
  const able = members.filter((person) => person.householdId === household._id && whyNot(electorate, person, opensAt) === undefined);
  const designated = able.find((person) => grantsOf(person, civilDateOf(opensAt)).some(({ role }) => role === 'HOUSEHOLD_REP'));
  return designated ?? able.find(({ _id }) => _id === household.headId) ?? [...able].sort(elderFirst)[0];
}

function elderFirst(one: Person, other: Person): number {
  return one.bornOn === other.bornOn ? compare(one._id, other._id) : compare(one.bornOn, other.bornOn);
}

function compare(one: string | PersonId, other: string | PersonId): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
