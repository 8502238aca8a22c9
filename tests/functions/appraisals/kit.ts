/** The branch of 堰坪村 in the tests: eight members, of whom 马建业 is the secretary and 杨晓梅 of the committee; 何敏 is the town's Party office. */
import { DAY_MS, startOfDay } from '@/domain/basics/civil-time';
import type { Branch } from '@/domain/points/branch';
import { yearIdOf, type MemberYear } from '@/domain/points/year';
import type { Role, RoleGrant } from '@/domain/people/roles';
import { MAIN } from '@/domain/voting/box';
import { receiptOf } from '@/domain/voting/receipt';
import { countySettings } from '../../../config/county/settings';
import { nameOf, people, TOWN, VILLAGE, WEDNESDAY_9, type Fixture, type Somebody } from '../../fixtures/village';
import { harness, tap, type HarnessOptions, type System } from '../harness';
import { turnClock } from '../turn-clock';

export const YEAR = 2026;
export const MEMBERS = ['partyMember', 'duty', 'secondDuty', 'head', 'groupHead', 'partHead', 'deputy', 'supervisor'] as const satisfies readonly Somebody[];

/** Totals in tenths, so that there is one of every suggestion (PTY-12). */
const TOTALS: Readonly<Partial<Record<Somebody, number>>> = { partyMember: 920, head: 690, groupHead: 590 };

export async function branchOffice(options: HarnessOptions = {}): Promise<System> {
  const { party } = countySettings();
  const grant = (role: Role, area: string = VILLAGE): RoleGrant => ({ role, area, from: '2024-03-01' });
  const extra: Readonly<Partial<Record<Somebody, readonly RoleGrant[]>>> = {
    duty: [grant('BRANCH_SECRETARY')], secondDuty: [grant('BRANCH_COMMITTEE')], groupHead: [grant('BRANCH_VERIFIER')], town: [grant('TOWN_PARTY', TOWN)],
  };
  const rolesOf = (who: Somebody): readonly RoleGrant[] => [...((MEMBERS as readonly Somebody[]).includes(who) && who !== 'partyMember' ? [grant('PARTY_MEMBER')] : []), ...(extra[who] ?? [])];
  const withRoles = (fixture: Fixture): Fixture => ({
    ...fixture,
    people: fixture.people.map((person) => {
      const who = (Object.keys(people) as Somebody[]).find((one) => people[one] === person._id);
      return who === undefined ? person : { ...person, roles: [...person.roles, ...rolesOf(who)] };
    }),
  });
  const system = await harness({ ...options, settings: { ...options.settings, party: { ...party, measureK: 5 } }, fixture: withRoles });
  const branch: Branch = { _id: VILLAGE, town: TOWN, name: '堰坪村党支部', groups: [], cycle: YEAR, openedAt: startOfDay('2026-01-01'), published: [], changedAt: 0 };
  await system.store.insert('branches', branch);
  await system.store.insertMany('pointYears', MEMBERS.map((who) => memberYear(who)));
  return system;
}

export function memberYear(who: Somebody, more: Partial<MemberYear> = {}): MemberYear {
  return {
    _id: yearIdOf(people[who], YEAR), personId: people[who], name: nameOf(who), cycle: YEAR, branch: VILLAGE, branches: [{ branch: VILLAGE, from: '2026-01-01' }],
    category: 'B', categories: [{ category: 'B', at: 0, by: 'clock' }], pledges: [], sums: { items: {}, posted: 0, pending: { count: 0, tenths: 0 } }, total: TOTALS[who] ?? 800, vetoes: [], changedAt: 0,
    ...more,
  };
}

export const clock = (system: System): Promise<void> => turnClock(system);

export const of = { village: VILLAGE, year: YEAR };
export const tapOf = () => ({ requestId: tap(), ...of });

export const opening = (more: object = {}) => ({ ...tapOf(), selfUntil: '2026-11-30', measure: 'BOX' as const, ...more });

export async function opened(system: System, more: object = {}): Promise<void> {
  await system.as('duty').appraisals.open(opening(more));
  await clock(system);
}

export async function appraisalNow(system: System) {
  const appraisal = await system.store.get('appraisals', `${VILLAGE}:${YEAR}`);
  if (appraisal === undefined) throw new Error('there is no appraisal');
  return appraisal;
}

/** Its boxes drawn, frozen, and open. */
export async function measuring(system: System): Promise<void> {
  const { opensAt = 0 } = await appraisalNow(system);
  system.moveTo(opensAt - DAY_MS);
  await clock(system);
  system.moveTo(opensAt);
  await clock(system);
}

/** The boxes closed and counted, and the committee called. */
export async function counted(system: System): Promise<void> {
  const { closesAt = 0 } = await appraisalNow(system);
  system.moveTo(closesAt - DAY_MS / 2);
  await clock(system);
  system.moveTo(closesAt);
  await clock(system);
  system.pass(10 * 60_000);
  await clock(system);
}

/** On paper: the self-appraisals are over, and the minutes are in. */
export async function onPaper(system: System): Promise<void> {
  await opened(system, { measure: 'PAPER', selfUntil: '2026-11-25' });
  system.moveTo(startOfDay('2026-11-26'));
  await clock(system);
  system.moveTo(WEDNESDAY_9 + DAY_MS);
}

export const minutes = () => ({ ...tapOf(), on: '2026-11-26', host: '马建业', recorder: '杨晓梅', called: 8, came: 7, text: '逐个评定' });

let receipts = 0;

/** Answers every ballot of somebody with what `choice` says of it. */
export async function votes(system: System, who: Somebody, choice: (title: string) => string): Promise<number> {
  const { items } = await system.as(who).voting.mine({});
  for (const { ballotId, title } of items) {
    receipts += 1;
    await system.as(who).voting.cast({ ballotId, receipt: receiptOf(Array.from({ length: 16 }, (_, at) => (receipts * 37 + at * 11) % 256)), choices: { [MAIN]: choice(title) } });
  }
  return items.length;
}

export async function view(system: System, who: Somebody, year?: number) {
  return (await system.as(who).appraisals.get({ village: VILLAGE, ...(year === undefined ? {} : { year }) })).appraisal;
}

export async function itemFor(system: System, who: Somebody, about: Somebody) {
  return (await view(system, who))?.items.find(({ personId }) => personId === people[about]);
}

export function cost(system: System): number {
  const { reads, writes } = system.lastLine();
  return reads + writes;
}

export async function kindsTold(system: System, who: Somebody): Promise<readonly string[]> {
  return (await system.as(who).notices.list({})).items.map(({ kind }) => kind).filter((kind) => kind.startsWith('APPRAISAL'));
}
