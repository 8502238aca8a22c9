/** Short ways to raise, consult and decide, for the tests of the consultations function. */
import type { ConsultDetail } from '@/contract/consultations';
import { addCivilDays, civilDateOf, DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import type { FourStep } from '@/domain/consultations/consultation';
import { jobs } from '../../../cloudfunctions/clock/jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { vote } from '../../fixtures/consultations';
import { people, VILLAGE, type Fixture, type Somebody } from '../../fixtures/village';
import { harness, tap, type HarnessOptions, type System } from '../harness';
import { uploaded } from '../issues/kit';

export const LAMPS = '三组到小学这段路，晚上一盏灯都没有。装几盏路灯吧。';

/** 李国平 is the branch's secretary here. */
function withSecretary(fixture: Fixture): Fixture {
  return {
    ...fixture,
    people: fixture.people.map((person) => (person._id === people.partyMember ? { ...person, roles: [...person.roles, { role: 'BRANCH_SECRETARY', area: VILLAGE, from: '2024-03-01' }] } : person)),
  };
}

export function village(options: HarnessOptions = {}): Promise<System> {
  return harness({ ...options, fixture: withSecretary });
}

export const on = (consultationId: string, more: object = {}) => ({ requestId: tap(), consultationId, text: '写几个字', ...more });

export async function raised(system: System, who: Somebody = 'villager', audience: 'VILLAGE' | 'CADRES' = 'VILLAGE', text = LAMPS): Promise<string> {
  return (await system.as(who).consultations.raise({ requestId: tap(), text, audience })).consultationId;
}

export async function reviewing(system: System, line: 'CONSULT' | 'ASSEMBLY' = 'CONSULT'): Promise<string> {
  const id = await raised(system);
  await system.as('duty').consultations.answer({ ...on(id), line });
  return id;
}

export function matterOf(system: System, id: string, who: Somebody = 'duty'): Promise<ConsultDetail> {
  return system.as(who).consultations.get({ consultationId: id });
}

export async function turn(system: System): Promise<void> {
  for (let nth = 0; nth < 40; nth += 1) {
    const { failed, more } = await runClock(system.platform, jobs);
    if (failed.length > 0) throw new Error(`the clock failed: ${failed.join(', ')}`);
    if (!more) return;
  }
  throw new Error('the clock never ends');
}

/** Records one of the four deliberations today, with the minutes' photo. */
export async function held(system: System, id: string, step: FourStep, more: object = {}): Promise<void> {
  const who = step === 'PROPOSE' || step === 'REVIEW' ? 'partyMember' : 'duty';
  const photo = `photo-${tap()}`;
  const uploadId = await uploaded(system, who, { [photo]: {} });
  const { meeting, ...counts } = vote(step, civilDateOf(system.now()));
  const input = { ...on(id), vote: { ...counts, tellers: [...counts.tellers], body: undefined, ...(meeting === undefined ? {} : { meeting }), ...more }, attachments: { uploadId, photos: [photo] } };
  await (step === 'PROPOSE' || step === 'REVIEW' ? system.as(who).consultations.partyStep(input) : system.as(who).consultations.villageStep(input));
}

/** Announces a meeting as early as may be and waits for it. */
export async function met(system: System, id: string, of: 'CONSULTATION' | 'ASSEMBLY'): Promise<void> {
  const { earliest } = await matterOf(system, id);
  const heldAt = (of === 'ASSEMBLY' ? earliest.assembly : earliest.consultation) + 9 * HOUR_MS;
  await system.as('duty').consultations.announce({ ...on(id), of, heldAt, place: '村委会院坝', invitees: '三组各户' });
  system.moveTo(heldAt);
}

export async function consulted(system: System, id: string): Promise<void> {
  await met(system, id, 'CONSULTATION');
  await system.as('duty').consultations.minutes({ ...on(id), present: 21 });
}

export async function decided(system: System, id: string, costInFen = 100_000): Promise<void> {
  await system.as('duty').consultations.decide({ ...on(id), who: '刘长根', dueOn: addCivilDays(civilDateOf(system.now()), 20), costInFen });
}

export function morningAfter(now: number, days: number): number {
  return startOfDay(addCivilDays(civilDateOf(now), days)) + 9 * HOUR_MS;
}

export { DAY_MS };
