/**
 * A branch with its offices: 李国平 a member, 周福林 the group leader, 刘长根 of the committee, 郑来福 the secretary, 陈守田
 * another member, 何敏 the town's Party office.
 */
import type { Role, RoleGrant } from '@/domain/people/roles';
import { startOfDay, HOUR_MS } from '@/domain/basics/civil-time';
import { countySettings } from '../../../config/county/settings';
import { jobs } from '../../../cloudfunctions/clock/jobs';
import { pointJobs } from '../../../cloudfunctions/clock/point-jobs';
import { people, TOWN, VILLAGE, type Fixture, type Somebody } from '../../fixtures/village';
import { harness, tap, type HarnessOptions, type System } from '../harness';
import { turnClock } from '../turn-clock';

export const CYCLE = 2026;

/** In the window of pledges: Tuesday 2026-03-10, 9:00. */
export const MARCH = startOfDay('2026-03-10') + 9 * HOUR_MS;

const OFFICES: Readonly<Partial<Record<Somebody, readonly Role[]>>> = {
  partyMember: ['PARTY_MEMBER'],
  head: ['PARTY_MEMBER', 'HEAD'],
  partHead: ['PARTY_MEMBER', 'BRANCH_VERIFIER'],
  groupHead: ['PARTY_MEMBER', 'BRANCH_COMMITTEE'],
  supervisor: ['PARTY_MEMBER', 'BRANCH_SECRETARY'],
  town: ['TOWN_PARTY'],
};

function withOffices(fixture: Fixture): Fixture {
  return {
    ...fixture,
    people: fixture.people.map((person) => {
      const who = (Object.keys(OFFICES) as Somebody[]).find((one) => people[one] === person._id);
      const roles = (who === undefined ? [] : OFFICES[who] ?? []).filter((role) => role !== 'HEAD').map((role): RoleGrant => ({ role, area: role === 'TOWN_PARTY' ? TOWN : VILLAGE, from: '2024-03-01' }));
      return { ...person, roles: [...person.roles.filter(({ role }) => role !== 'PARTY_MEMBER'), ...roles] };
    }),
  };
}

export interface BranchOptions {
  readonly scope?: 'BRANCH' | 'VILLAGE';
  readonly now?: number;
  readonly routers?: HarnessOptions['routers'];
  readonly settings?: HarnessOptions['settings'];
  readonly fixture?: (fixture: Fixture) => Fixture;
}

export async function branch({ scope = 'BRANCH', now = MARCH, routers, settings = {}, fixture = (same) => same }: BranchOptions = {}): Promise<System> {
  const { party } = countySettings();
  return harness({ now, settings: { party: { ...party, scope }, ...settings }, fixture: (all) => fixture(withOffices(all)), ...(routers === undefined ? {} : { routers }) });
}

/** The branch with its cycle open, members drawn and categories settled. */
export async function opened(options: BranchOptions = {}): Promise<System> {
  const system = await branch(options);
  await system.as('supervisor').points.openCycle({ requestId: tap(), village: VILLAGE, cycle: CYCLE });
  await clock(system);
  await system.as('supervisor').points.settleCategories({ requestId: tap(), village: VILLAGE, cycle: CYCLE });
  await clock(system);
  return system;
}

export const clock = (system: System, all = false): Promise<void> => turnClock(system, all ? jobs : pointJobs);

export async function pledges(system: System, who: Somebody, more: { readonly text?: string; readonly target?: number } = {}): Promise<string> {
  const { id } = await system.as(who).points.pledge({ requestId: tap(), type: 'HOUSEHOLDS', text: more.text ?? '每月走访联系的人家', target: more.target ?? 12, unit: '次', due: '2026-12-31' });
  return id;
}

export async function confirmedPledge(system: System, who: Somebody): Promise<string> {
  const pledgeId = await pledges(system, who);
  await system.as('groupHead').points.decidePledge({ requestId: tap(), personId: people[who], cycle: CYCLE, pledgeId, decision: { kind: 'CONFIRMED' } });
  return pledgeId;
}

export type Claim = Parameters<ReturnType<System['as']>['points']['claim']>[0];

export function claims(system: System, who: Somebody, more: Partial<Claim> = {}): ReturnType<ReturnType<System['as']>['points']['claim']> {
  return system.as(who).points.claim({ requestId: tap(), on: '2026-03-08', item: 'mediate', text: '调解了两家的田埂纠纷', ...more });
}

/** Claimed, looked at by the group leader, posted by the secretary. */
export async function posted(system: System, who: Somebody, more: Partial<Claim> = {}): Promise<string> {
  const { entryId } = await claims(system, who, more);
  await system.as('partHead').points.check({ requestId: tap(), entryId, verdict: { kind: 'RIGHT' } });
  await system.as('supervisor').points.approve({ requestId: tap(), entryId, verdict: { kind: 'POST' } });
  await clock(system);
  return entryId;
}

export function cost(system: System): number {
  const { reads, writes } = system.lastLine();
  return reads + writes;
}

/** Every action of the context that was called, with the most it cost. */
export function costs(system: System): ReadonlyMap<string, number> {
  const most = new Map<string, number>();
  for (const { action, outcome, reads, writes } of system.lines) {
    if (action.startsWith('points.') && outcome === 'OK') most.set(action, Math.max(most.get(action) ?? 0, reads + writes));
  }
  return most;
}

export async function kindsTold(system: System, who: Somebody): Promise<readonly string[]> {
  return (await system.as(who).notices.list({})).items.map(({ kind }) => kind);
}

export async function totalOf(system: System, who: Somebody): Promise<number> {
  return (await system.as(who).points.mine({})).score.total;
}
