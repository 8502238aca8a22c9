/** Matters on which something goes wrong: a ballot that is put off, a proposal that fails, somebody who sends without end. */
import { DAY_MS } from '@/domain/basics/civil-time';
import { accountOf } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { operations } from '../issues/kit';
import { countySettings } from '../../../config/county/settings';
import { consulted, decided, held, LAMPS, matterOf, on, raised, reviewing, turn, village } from './kit';

let system: System;
beforeEach(async () => {
  system = await village();
});
afterEach(() => system.close());

async function balloted(id: string): Promise<string> {
  await system.as('duty').consultations.openBallot({ requestId: tap(), consultationId: id, question: '您看装几盏？', about: '', options: ['6 盏', '8 盏'], unit: 'PERSON', days: 3 });
  await turn(system);
  return (await matterOf(system, id)).box?.boxId ?? '';
}

describe('a ballot that is put off, since nobody answered what is wrong with its roll (VOTE-11)', () => {
  it('is waited for: nothing is decided, dropped or asked again before it is over', async () => {
    const id = await reviewing(system);
    await consulted(system, id);
    const boxId = await balloted(id);
    const plan = await system.store.get('boxes', boxId);
    system.moveTo(plan?.rollShownAt ?? 0);
    await system.as('villager').voting.askCorrection({ requestId: tap(), boxId, about: 'REMOVE', name: '吴大山', text: '搬走了' });
    await expect(system.as('duty').consultations.drop(on(id))).rejects.toMatchObject({ code: 'BALLOT_OPEN' });

    // Its first closing is past, and nobody could vote yet.
    system.moveTo((plan?.closesAt ?? 0) + DAY_MS);
    await turn(system);
    const waiting = (plan?.closesAt ?? 0) + (system.now() - (plan?.opensAt ?? 0) + DAY_MS);
    await expect(decided(system, id)).rejects.toMatchObject({ code: 'BALLOT_OPEN', data: { closesAt: waiting } });
    await expect(system.as('duty').consultations.drop(on(id))).rejects.toMatchObject({ code: 'BALLOT_OPEN' });
    await expect(balloted(id)).rejects.toMatchObject({ code: 'BALLOT_OPEN' });
    expect((await matterOf(system, id, 'villager')).ballot).toMatchObject({ boxId, closesAt: waiting });

    const [objection] = (await system.as('duty').voting.objections({ boxId, open: true })).items;
    await system.as('duty').voting.answerObjection({ requestId: tap(), objectionId: objection?.objectionId ?? '', accept: false, text: '还住在这里' });
    await turn(system);
    const open = await system.store.get('boxes', boxId);
    expect(open).toMatchObject({ state: 'OPEN', closesAt: waiting });
    await expect(decided(system, id)).rejects.toMatchObject({ code: 'BALLOT_OPEN' });
    system.moveTo(waiting);
    await turn(system);
    await decided(system, id);
    expect(operations(system)).toBeLessThanOrEqual(8);
    const after = await matterOf(system, id, 'villager');
    expect([after.stage, after.ballot]).toEqual(['DECIDED', undefined]);
  }, 60_000);
});

it('one account raises a few matters an hour: a repeat of a tap is none of them', async () => {
  const { hour } = countySettings().sending.requests;
  const first = { requestId: tap(), text: LAMPS, audience: 'CADRES' as const };
  const { consultationId } = await system.as('villager').consultations.raise(first);
  expect(operations(system)).toBeLessThanOrEqual(8);
  for (let nth = 1; nth < hour; nth += 1) await raised(system);
  await expect(raised(system)).rejects.toMatchObject({ code: 'SENT_ENOUGH', data: { what: 'REQUEST' } });
  expect(await system.as('villager').consultations.raise(first)).toMatchObject({ consultationId });
  await turn(system);
  // The desk heard of every one of them.
  expect((await system.as('duty').notices.list({})).items.filter(({ kind }) => kind === 'CONSULT_NEW')).toHaveLength(hour);
});

it('what the Party branch calls major the committee does not make small to decide it alone (ORG-01, CON-08)', async () => {
  const id = await reviewing(system);
  const weighs = (who: 'duty' | 'partyMember', more: object) => system.as(who).consultations.weigh({ ...on(id), markedMajor: false, ...more });
  await weighs('duty', { reserved: 'PUBLIC_WORKS' });
  await weighs('duty', {});
  expect(await matterOf(system, id)).toMatchObject({ weight: 'SMALL' });
  await weighs('partyMember', { markedMajor: true });
  await expect(weighs('duty', {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  // It may say more of it, and a second step makes it no smaller.
  await weighs('duty', { reserved: 'PUBLIC_WORKS' });
  await expect(weighs('duty', {})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await weighs('partyMember', {});
  expect(await matterOf(system, id)).toMatchObject({ weight: 'SMALL' });
});

it('a tap sent again is answered as the first, also while the content check does not answer, or would now refuse', async () => {
  const id = await reviewing(system);
  const first = { requestId: tap(), text: LAMPS, audience: 'VILLAGE' as const };
  const { consultationId } = await system.as('villager').consultations.raise(first);
  const said = on(id, { text: '一盏也行' });
  await system.as('vacantVillager').consultations.say(said);
  const ballot = { requestId: tap(), consultationId: id, question: '您看装几盏？', about: '', options: ['6 盏', '8 盏'], unit: 'PERSON' as const, days: 3 };
  await system.as('duty').consultations.openBallot(ballot);
  for (const check of ['UNKNOWN', 'REFUSED'] as const) {
    system.wechat.set({ check });
    expect(await system.as('vacantVillager').consultations.say(said)).toMatchObject({ consultationId: id });
    expect(await system.as('duty').consultations.openBallot(ballot)).toMatchObject({ consultationId: id });
    expect(await system.as('villager').consultations.raise(first)).toMatchObject({ consultationId });
  }
  expect((await matterOf(system, id)).entries.filter(({ kind }) => kind === 'OPINION' || kind === 'BALLOT')).toHaveLength(2);
});

describe('words that the check has not answered for (WX-08)', () => {
  it('are asked about again in the name of who wrote them, not of who raised the matter', async () => {
    const id = await reviewing(system);
    system.wechat.set({ check: 'UNKNOWN' });
    await system.as('vacantVillager').consultations.say(on(id, { text: '一盏也行' }));
    await system.as('duty').consultations.weigh({ ...on(id), costInFen: 100, markedMajor: false });
    const asked = jest.spyOn(system.wechat, 'checkText');
    system.pass(2 * 60_000);
    await turn(system);
    expect(asked.mock.calls.map(([author]) => author)).toEqual([accountOf('vacantVillager'), accountOf('duty')]);
    // The account stands nowhere in what is read.
    expect(JSON.stringify(await matterOf(system, id))).not.toContain(accountOf('vacantVillager'));
  });
});

describe('a matter that the Party branch does not propose (ORG-01)', () => {
  it('is not stuck: it ends with the reason, published like any other', async () => {
    const id = await reviewing(system, 'ASSEMBLY');
    await expect(system.as('duty').consultations.drop(on(id))).rejects.toMatchObject({ code: 'NOT_CONSULTED' });
    await held(system, id, 'PROPOSE', { yes: 0, no: 3, abstain: 0, invalid: 0, present: 3, members: 3 });
    expect(await matterOf(system, id)).toMatchObject({ passed: [], nextStep: 'PROPOSE' });
    await system.as('duty').consultations.drop(on(id, { text: '支部研究过，今年先修路' }));
    const dropped = await matterOf(system, id, 'villager');
    expect(dropped).toMatchObject({ stage: 'CLOSED', ending: 'DROPPED' });
    expect(dropped.publications).toMatchObject([{ what: 'DECISION' }]);
  });
});
