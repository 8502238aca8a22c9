/** An opinion ballot that is called off: by whom, what becomes of what was cast, and who hears why (CON-06, CON-12, VOTE-12, PRV-10). */
import { MAIN } from '@/domain/voting/box';
import { rollRowId } from '@platform/ballot-box/roll-row';
import { people, VILLAGE, type Somebody } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { operations } from '../issues/kit';
import { receiptFrom, seeded } from '../voting/kit';
import { matterOf, on, reviewing, turn, village } from './kit';

let system: System;
beforeEach(async () => {
  system = await village();
});
afterEach(() => system.close());

const REASON = { text: '选项写错了，少了一个零' };
const random = seeded(23);

async function balloted(id: string): Promise<string> {
  await system.as('duty').consultations.openBallot({ requestId: tap(), consultationId: id, question: '您看装几盏？', about: '', options: ['6 盏', '8 盏'], unit: 'PERSON', days: 3 });
  await turn(system);
  return (await matterOf(system, id)).box?.boxId ?? '';
}

async function opened(id: string): Promise<string> {
  const boxId = await balloted(id);
  const opensAt = (await system.store.get('boxes', boxId))?.opensAt ?? 0;
  system.moveTo(opensAt - 24 * 3_600_000);
  await turn(system);
  system.moveTo(opensAt);
  await turn(system);
  return boxId;
}

const cast = (who: Somebody, boxId: string) => system.as(who).voting.cast({ ballotId: rollRowId(boxId, people[who]), receipt: receiptFrom(random), choices: { [MAIN]: 'B' } });
const stateOf = async (boxId: string) => (await system.store.get('boxes', boxId))?.state;
const toldTo = async (to: string) => (await system.store.find('notices', { where: { to }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 100 })).items.filter(({ kind }) => kind.includes('CANCEL') || kind === 'BOX_HELD');

async function listsOf(boxId: string): Promise<number> {
  const lists = await Promise.all([system.store.find('boxChoices', { where: { box: boxId }, limit: 100 }), system.store.find('boxReceipts', { where: { box: boxId }, limit: 100 })]);
  return lists.reduce((sum, { items }) => sum + items.length, 0);
}

it('before it opens is the village’s alone to call off: everybody on the roll hears it and reads why, and the villagers can be asked anew', async () => {
  const id = await reviewing(system);
  const boxId = await balloted(id);
  const first = on(id, REASON);
  await system.as('duty').consultations.cancelBallot(first);
  expect(operations(system)).toBeLessThanOrEqual(8);
  await turn(system);
  expect(await stateOf(boxId)).toBe('CANCELLED');
  for (const who of ['villager', 'head', 'vacantVillager'] as const) expect((await toldTo(`person:${people[who]}`)).filter(({ kind }) => kind === 'BOX_CANCELLED')).toMatchObject([{ consultationId: id, data: { boxId }, delivery: 'INBOX_ONLY' }]);
  const seen = await matterOf(system, id, 'vacantVillager');
  expect(seen.box).toMatchObject({ state: 'CANCELLED', cancelReason: REASON.text });
  expect([seen.ballot, (await system.as('villager').voting.mine({})).items]).toEqual([undefined, []]);

  const again = await balloted(id);
  expect(again).not.toBe(boxId);
  expect(await stateOf(again)).toBe('SHOWN');
  // The first tap, sent once more, is answered from what it did and touches nothing.
  await system.as('duty').consultations.cancelBallot(first);
  expect(await stateOf(again)).toBe('SHOWN');
});

it('once it is voted in needs the supervision committee; until it agrees, and if it does not, the ballot goes on', async () => {
  const id = await reviewing(system);
  const boxId = await opened(id);
  await cast('villager', boxId);
  await system.as('duty').consultations.cancelBallot(on(id, REASON));
  await turn(system);
  expect(await stateOf(boxId)).toBe('OPEN');
  expect(await toldTo(`role:SUPERVISION@${VILLAGE}`)).toMatchObject([{ kind: 'CONSULT_CANCEL_ASKED', consultationId: id }]);
  expect((await system.as('supervisor').notices.list({})).items).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'CONSULT_CANCEL_ASKED' })]));
  await cast('head', boxId);
  await expect(system.as('duty').consultations.agreeToCancel(on(id, REASON))).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect([(await matterOf(system, id, 'duty')).acts, (await matterOf(system, id, 'supervisor')).acts].map((acts) => [acts.includes('CANCEL_BALLOT'), acts.includes('AGREE_TO_CANCEL')])).toEqual([[false, false], [false, true]]);

  await system.as('supervisor').consultations.agreeToCancel(on(id, { text: '确实写错了' }));
  expect(operations(system)).toBeLessThanOrEqual(8);
  // Before the clock's next turn somebody casts once more: into lists that go, or they are gone.
  await cast('deputy', boxId);
  await turn(system);
  expect([await stateOf(boxId), await listsOf(boxId)]).toEqual(['CANCELLED', 0]);
  await expect(cast('partyMember', boxId)).rejects.toMatchObject({ code: 'BOX_CLOSED' });
  expect((await system.as('villager').voting.waiting({})).items).toEqual([]);
  await expect(system.as('villager').voting.result({ boxId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect((await system.as('villager').voting.ballot({ ballotId: rollRowId(boxId, people.villager) })).state).toBe('CANCELLED');
  // Who has voted and who has not are told alike.
  const told = await Promise.all(['villager', 'vacantVillager'].map(async (who) => (await toldTo(`person:${people[who as Somebody]}`)).map(({ kind }) => kind).filter((kind) => kind.startsWith('BOX_'))));
  expect(told).toEqual([['BOX_CANCELLED'], ['BOX_CANCELLED']]);
  expect((await matterOf(system, id, 'villager')).box).toMatchObject({ cancelReason: REASON.text });

  // Its time comes and goes; its roll is kept for a term, like any other.
  system.moveTo(((await system.store.get('boxes', boxId))?.closesAt ?? 0) + 1);
  await turn(system);
  expect(await stateOf(boxId)).toBe('CANCELLED');
  const roll = async () => (await system.store.find('boxRolls', { where: { box: boxId }, limit: 1 })).items.length;
  expect(await roll()).toBe(1);
  system.moveTo((await system.store.get('boxes', boxId))?.cancelled?.rollUntil ?? 0);
  await turn(system);
  expect([await roll(), (await system.store.get('boxes', boxId))?.dueAt]).toEqual([0, undefined]);
}, 60_000);

it('whose count does not add up is told to the village, and has this way out', async () => {
  const id = await reviewing(system);
  const boxId = await opened(id);
  await cast('villager', boxId);
  await system.store.update('boxRolls', rollRowId(boxId, people.head), { set: { state: 'CAST' } });
  system.moveTo((await system.store.get('boxes', boxId))?.closesAt ?? 0);
  await turn(system);
  expect(await stateOf(boxId)).toBe('HELD');
  expect((await system.as('duty').notices.list({})).items).toEqual(expect.arrayContaining([expect.objectContaining({ kind: 'BOX_HELD', consultationId: id })]));
  await system.as('duty').consultations.cancelBallot(on(id, { text: '票数对不上，重新投' }));
  expect(await stateOf(boxId)).toBe('HELD');
  await system.as('supervisor').consultations.agreeToCancel(on(id, { text: '查过了，对不上' }));
  await turn(system);
  expect([await stateOf(boxId), await listsOf(boxId)]).toEqual(['CANCELLED', 0]);
  expect(await stateOf(await balloted(id))).toBe('SHOWN');
}, 60_000);

it('whose result is out is not called off, and nothing is before its reason is checked', async () => {
  const id = await reviewing(system);
  const boxId = await opened(id);
  system.wechat.set({ check: 'UNKNOWN' });
  await expect(system.as('duty').consultations.cancelBallot(on(id, REASON))).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  system.wechat.set({ check: 'PASSED' });
  system.moveTo((await system.store.get('boxes', boxId))?.closesAt ?? 0);
  await turn(system);
  expect(await stateOf(boxId)).toBe('PUBLISHED');
  expect((await matterOf(system, id)).acts).not.toContain('CANCEL_BALLOT');
  await expect(system.as('duty').consultations.cancelBallot(on(id, REASON))).rejects.toMatchObject({ code: 'BALLOT_OVER' });
}, 60_000);

it('calls nobody to answer any more for what was wrong with its roll', async () => {
  const id = await reviewing(system);
  const boxId = await balloted(id);
  system.moveTo((await system.store.get('boxes', boxId))?.rollShownAt ?? 0);
  await system.as('villager').voting.askCorrection({ requestId: tap(), boxId, about: 'REMOVE', name: '吴大山', text: '搬走了' });
  await system.as('duty').consultations.cancelBallot(on(id, REASON));
  system.pass(5 * 24 * 3_600_000);
  await turn(system);
  const { items } = await system.store.find('boxObjections', { where: { box: boxId, open: true }, orderBy: [{ field: 'at', direction: 'asc' }], limit: 10 });
  expect(items).toHaveLength(1);
  expect(items[0]?.dueAt).toBeUndefined();
});
