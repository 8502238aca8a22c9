/** What is said again after everything has closed, as by a phone whose line broke, is answered as the first time and changes nothing. */
import { DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import { pointsContract } from '@/contract/points';
import { defaultScheme } from '@/domain/points/default-scheme';
import { yearIdOf } from '@/domain/points/year';
import { householdOf, people, VILLAGE } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { actsOn, tapsOf } from '../repeats';
import { branch, clock, CYCLE } from './kit';

let system: System;
afterEach(() => system.close());

const inCycle = { village: VILLAGE, cycle: CYCLE };
const at = (day: string) => startOfDay(day) + 9 * HOUR_MS;


interface Made {
  readonly entryId: string;
  readonly id: string;
}

/** Of an entry or a pledge which one it is: what became of it since is answered too. */
function whichOf(answer: unknown): unknown {
  const { entryId, id, state } = answer as Partial<Made> & { readonly state?: string };
  return state === undefined ? answer : { entryId, id };
}

it('every act of points, repeated when its item, period or cycle has closed', async () => {
  system = await branch({ scope: 'VILLAGE' });
  const { act, names, repeat } = actsOn(system, 'points');
  await act('supervisor', 'openCycle', inCycle);
  await clock(system);
  await act('supervisor', 'saveGroups', { village: VILLAGE, groups: ['一组'], villageSees: '2026-03-01' });
  await act('groupHead', 'setMember', { ...inCycle, personId: people.head, category: 'B', group: '一组' });
  await act('supervisor', 'settleCategories', inCycle);
  await system.store.update('people', people.villager, { set: { roles: [{ role: 'PARTY_MEMBER', area: VILLAGE, from: '2026-03-01' }] } });
  await act('supervisor', 'addMember', { ...inCycle, personId: people.villager, category: 'B', from: '2026-03-05' });

  const pledged = (text: string) => act<Made>('partyMember', 'pledge', { type: 'HOUSEHOLDS', text, target: 12, unit: '次', due: '2026-12-31' });
  const { id: pledgeId } = await pledged('每月走访联系的人家');
  await act('groupHead', 'decidePledge', { personId: people.partyMember, cycle: CYCLE, pledgeId, decision: { kind: 'CONFIRMED' } });
  const { id: dropped } = await pledged('算了的一条');
  await act('partyMember', 'withdrawPledge', { pledgeId: dropped });

  const deed = { on: '2026-03-08', item: 'mediate', text: '调解了两家的田埂纠纷' };
  const requestId = tap();
  const { entryId } = await act<Made>('partyMember', 'claim', { requestId, ...deed });
  await act('partHead', 'check', { entryId, verdict: { kind: 'ASK', text: '哪两家？' } });
  await act('partyMember', 'answerAsked', { entryId, text: '一组的两家' });
  await act('partHead', 'check', { entryId, verdict: { kind: 'RIGHT' } });
  await act('supervisor', 'approve', { entryId, verdict: { kind: 'POST' } });
  await act('groupHead', 'reverse', { entryId, reason: '记重了' });
  const { entryId: back } = await act<Made>('partyMember', 'claim', deed);
  await act('partyMember', 'withdrawClaim', { entryId: back });
  const { entryId: own } = await act<Made>('supervisor', 'claim', deed);
  await act('partHead', 'check', { entryId: own, verdict: { kind: 'RIGHT' } });
  await act('town', 'approveAbove', { entryId: own, verdict: { kind: 'POST' } });
  const { entryId: no } = await act<Made>('head', 'claim', deed);
  await act('partHead', 'check', { entryId: no, verdict: { kind: 'REFUSE', reason: '没有这回事' } });
  await act('head', 'appeal', { entryId: no, text: '有的' });
  await act('groupHead', 'decideAppeal', { entryId: no, upheld: true, answer: '查实了' });
  await act('partHead', 'record', { village: VILLAGE, on: '2026-03-05', item: 'absent', people: [people.partyMember, people.head], text: '三月主题党日没来' });
  // The same tap's id as that of a claim: another record, and neither is in the other's way.
  const contact = { mode: 'VISIT', purposes: ['LISTEN'], on: '2026-03-09', households: [householdOf('villager')] };
  await act('partyMember', 'recordContact', { requestId, ...contact, pledgeId });
  await act('partyMember', 'recordContact', { ...contact, heard: { text: '门口的沟堵了', category: 'SANITATION' }, pledgeId });
  await act('partyMember', 'recordContact', { ...contact, heard: { text: '路灯不亮', category: 'SANITATION' } });
  await clock(system);
  await act('partyMember', 'recordContact', { ...contact, mode: 'REMOTE' });

  await act('groupHead', 'recordVeto', { ...inCycle, personId: people.partyMember, kind: 'discipline', decidedOn: '2026-03-01', evidence: '县纪委决定书' });
  const vetoId = (await system.store.get('pointYears', yearIdOf(people.partyMember, CYCLE)))?.vetoes[0]?.id;
  await act('town', 'decideVeto', { personId: people.partyMember, cycle: CYCLE, vetoId, decision: 'CONFIRMED' });
  system.moveTo(at('2026-04-01'));
  await act('supervisor', 'publish', { ...inCycle, n: 1 });
  await act('head', 'objectTo', { ...inCycle, n: 1, about: people.partyMember, text: '那天调解的是我' });
  const [objection] = (await system.store.get('pointPublications', `${VILLAGE}:${CYCLE}:1`))?.objections ?? [];
  await act('groupHead', 'answerObjection', { ...inCycle, n: 1, objectionId: objection?.id, answer: '两个人都在场' });
  await act('supervisor', 'leaveBranch', { ...inCycle, personId: people.head, on: '2026-03-31', why: 'MOVED_OUT' });

  system.moveTo(at('2027-01-04'));
  await act('supervisor', 'publish', { ...inCycle, n: 4 });
  system.moveTo(at('2027-01-12'));
  await act('supervisor', 'closeCycle', inCycle);
  expect(names()).toEqual(tapsOf(pointsContract));

  await clock(system);
  await act('supervisor', 'openCycle', { village: VILLAGE, cycle: 2027 });
  await clock(system);
  // Nothing is offered any more, and the member serves no household.
  const { countyCode, party } = system.platform.settings;
  for (const cycle of [CYCLE, 2027]) {
    const scheme = defaultScheme(countyCode, cycle, party);
    await system.store.replace('pointSchemes', { ...scheme, version: 1, items: scheme.items.map((item) => ({ ...item, closed: true })) });
  }
  await system.store.update('households', householdOf('villager'), { set: { liaisons: [], linkKeys: [] } });
  system.pass(40 * DAY_MS);
  await clock(system);

  const held = async () => ({
    years: (await system.store.find('pointYears', { where: { branch: VILLAGE, cycle: CYCLE }, orderBy: [{ field: 'name', direction: 'asc' }], limit: 100 })).items,
    entries: (await system.store.find('pointEntries', { where: { branch: VILLAGE, cycle: CYCLE }, orderBy: [{ field: 'on', direction: 'asc' }], limit: 100 })).items,
    contacts: (await system.store.find('partyContacts', { where: { personId: people.partyMember }, orderBy: [{ field: 'on', direction: 'desc' }], limit: 100 })).items,
    branch: await system.store.get('branches', VILLAGE),
  });
  const before = await held();
  expect(before.contacts).toHaveLength(4);
  for (const { name, first, again } of await repeat()) {
    expect({ name, answer: whichOf(again) }).toEqual({ name, answer: whichOf(first) });
  }
  expect(await held()).toEqual(before);
  for (const { action, outcome, reads, writes } of system.lines) if (outcome === 'OK' && action.startsWith('points.')) expect([action, reads + writes <= 8]).toEqual([action, true]);
}, 120_000);
