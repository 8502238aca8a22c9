/** What is said again after the appraisal was reported is answered as the first time and changes nothing. */
import { DAY_MS, startOfDay } from '@/domain/basics/civil-time';
import { appraisalsContract } from '@/contract/appraisals';
import { people, VILLAGE } from '../../fixtures/village';
import type { System } from '../harness';
import { actsOn, tapsOf } from '../repeats';
import { appraisalNow, branchOffice, clock, MEMBERS, minutes, of } from './kit';

let system: System;
afterEach(() => system.close());

it('every act of an appraisal, repeated when its stage is over and the one concerned has left', async () => {
  system = await branchOffice();
  const { act, names, repeat } = actsOn(system, 'appraisals');
  await act('duty', 'open', { ...of, selfUntil: '2026-11-25', measure: 'PAPER' });
  await clock(system);
  await act('head', 'self', { ...of, text: '联了三户', grade: 'QUALIFIED' });
  await act('head', 'remark', { ...of, about: people.partyMember, kind: 'MERIT', text: '有求必应' });
  system.moveTo(startOfDay('2026-11-27'));
  await clock(system);
  await act('duty', 'paper', { ...of, about: people.head, counts: { EXCELLENT: 2, QUALIFIED: 5, BASIC: 0, NOT_QUALIFIED: 0, UNKNOWN: 0 }, tellers: ['田小雨', '李国平'] });
  const { requestId: _tap, ...assembly } = minutes();
  await act('duty', 'meeting', assembly);
  await act('duty', 'opinion', { ...of, about: people.head, text: '带了头' });
  for (const who of MEMBERS) await act(who === 'duty' ? 'secondDuty' : 'duty', 'decide', { ...of, about: people[who], grade: who === 'head' ? 'BASIC' : 'QUALIFIED', reason: '会上评的' });
  await act('duty', 'report', of);
  await act('duty', 'plan', { ...of, about: people.head, text: '每月参加组织生活', due: '2026-12-20' });
  await act('duty', 'finishPlan', { ...of, about: people.head, result: '做到了' });
  expect(names()).toEqual(tapsOf(appraisalsContract));

  await system.store.remove('pointYears', `${people.head}:${of.year}`);
  system.pass(60 * DAY_MS);
  await clock(system);
  const held = async () => [await appraisalNow(system), await system.store.count('appraisalRemarks', { of: `${VILLAGE}:${of.year}:${people.partyMember}` })];
  const before = await held();
  expect(before[1]).toBe(1);
  for (const { name, first, again } of await repeat()) expect({ name, answer: again }).toEqual({ name, answer: first });
  expect(await held()).toEqual(before);
}, 120_000);
