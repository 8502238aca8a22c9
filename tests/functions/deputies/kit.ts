/** A town with a presidium, a station, a constituency and its deputy; the supervisor is of the presidium, the auditor at the station. */
import { DAY_MS } from '@/domain/basics/civil-time';
import type { Role, RoleGrant } from '@/domain/people/roles';
import { BALLOT_QUESTIONS } from '@/domain/deputies/round';
import { MAIN } from '@/domain/voting/box';
import { receiptOf } from '@/domain/voting/receipt';
import type { Store } from '@platform/store';
import { countySettings } from '../../../config/county/settings';
import { people, TOWN, VILLAGE, type Fixture, type Somebody } from '../../fixtures/village';
import { harness, tap, type HarnessOptions, type System } from '../harness';
import { turnClock } from '../turn-clock';

/** Few enough ballots for the village of the tests; `k` of the county where it is about k. */
export async function office({ k = 3, deputyRoles, composite, routers }: { readonly k?: number; readonly deputyRoles?: readonly RoleGrant[]; readonly composite?: readonly [number, number, number] } & Pick<HarnessOptions, 'routers'> = {}): Promise<System> {
  const { deputy } = countySettings();
  const grant = (role: Role): RoleGrant => ({ role, area: TOWN, from: '2024-03-01' });
  const withRoles = (fixture: Fixture): Fixture => ({
    ...fixture,
    people: fixture.people.map((person) => {
      if (person._id === people.supervisor) return { ...person, roles: [...person.roles, grant('PRESIDIUM')] };
      if (person._id === people.auditor) return { ...person, roles: [...person.roles, grant('STATION_OFFICER')] };
      return person._id === people.deputy && deputyRoles !== undefined ? { ...person, roles: deputyRoles } : person;
    }),
  });
  return harness({ settings: { deputy: { ...deputy, k, minBallots: 3, composite: composite ?? deputy.composite } }, fixture: withRoles, ...(routers === undefined ? {} : { routers }) });
}

export interface Entered {
  readonly stationId: string;
  readonly constituencyId: string;
  readonly mandate: string;
}

/** Enters the directory as the presidium does, one step after the other. */
export async function entered(system: System, who: Somebody = 'deputy'): Promise<Entered> {
  const presidium = system.as('supervisor').deputies;
  const { stationId } = await presidium.saveStation({ requestId: tap(), town: TOWN, name: '堰坪代表联络站', address: '堰坪村委会一楼', hours: '周一到周五 9:00—17:00', phone: '0915-5550107' });
  const { constituencyId } = await presidium.saveConstituency({ requestId: tap(), town: TOWN, name: '第 3 选区', level: 'TOWN', areas: [VILLAGE], roll: 'RESIDENTS', seats: 2, from: '2021-09-01' });
  const { mandate } = await presidium.saveDeputy({ requestId: tap(), town: TOWN, personId: people[who], level: 'TOWN', term: '第十九届', constituencyId, stationId, job: '堰坪村小学教师', from: '2021-09-01' });
  return { stationId, constituencyId, mandate };
}

export const clock = (system: System): Promise<void> => turnClock(system);

/** Opens this year's round and brings the clock to its first day. */
export async function roundOpen(system: System, year = 2026): Promise<void> {
  await system.as('supervisor').deputies.openRound({ requestId: tap(), town: TOWN, year });
  await clock(system);
  const round = await system.store.get('ratingRounds', `round-${TOWN}-${year}`);
  if (round === undefined) throw new Error('there is a round');
  system.moveTo(round.opensAt - DAY_MS);
  await clock(system);
  system.moveTo(round.opensAt);
  await clock(system);
}

export async function roundOver(system: System, year = 2026): Promise<void> {
  const round = await system.store.get('ratingRounds', `round-${TOWN}-${year}`);
  system.moveTo(round?.closesAt ?? 0);
  await clock(system);
}

let receipts = 0;

/** Votes on the only ballot of somebody, whatever else is asked left out. */
export async function rates(system: System, who: Somebody, code: string): Promise<void> {
  const [mine] = (await system.as(who).voting.mine({})).items;
  if (mine === undefined) throw new Error(`${who} has no ballot`);
  receipts += 1;
  await system.as(who).voting.cast({
    ballotId: mine.ballotId,
    receipt: receiptOf(Array.from({ length: 16 }, (_, at) => (receipts * 31 + at * 7) % 256)),
    choices: { ...Object.fromEntries(BALLOT_QUESTIONS.map(({ id }) => [id, '-'])), [MAIN]: code },
  });
}

export function cost(system: System): number {
  const { reads, writes } = system.lastLine();
  return reads + writes;
}

export async function kindsTold(system: System, who: Somebody): Promise<readonly string[]> {
  return (await system.as(who).notices.list({})).items.map(({ kind }) => kind);
}

/** How many documents a collection holds for a town. */
export async function countOf(store: Store, where: Readonly<Record<string, string | boolean>>): Promise<number> {
  return (await store.find('opinions', { where, limit: 100 })).items.length;
}
