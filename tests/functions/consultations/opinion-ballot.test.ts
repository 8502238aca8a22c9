/** The opinion ballot of a matter as it is opened, and what of a matter is read by whom (CON-02, 06, DEP-21, WX-08). */
import { DAY_MS, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import { OTHER_VILLAGE } from '../../fixtures/village';
import { tap, type System } from '../harness';
import { consulted, decided, matterOf, on, raised, reviewing, turn, village } from './kit';

let system: System;
afterEach(() => system.close());

const opens = (id: string, options: string[] = ['6 盏', '8 盏']) =>
  system.as('duty').consultations.openBallot({ requestId: tap(), consultationId: id, question: '您看装几盏？', about: '', options, unit: 'PERSON', days: 3 });

describe('an opinion ballot', () => {
  it('has its roll shown from tomorrow for five whole days, opens in the morning, lasts as asked, and shows nothing below the county’s k', async () => {
    system = await village();
    const id = await reviewing(system);
    await opens(id);
    const boxId = (await matterOf(system, id)).box?.boxId ?? '';
    const tomorrow = startOfDay('2026-11-26');
    const opensAt = tomorrow + 5 * DAY_MS + 8 * HOUR_MS;
    expect(await system.store.get('boxes', boxId)).toMatchObject({ rollShownAt: tomorrow, opensAt, closesAt: opensAt + 3 * DAY_MS, rule: { kind: 'OPINION', k: system.platform.settings.deputy.k }, legalEffect: 'ADVISORY' });
    expect(system.platform.settings.deputy.k).toBe(10);
  });

  it('has options that differ, and is not opened before its words are checked', async () => {
    system = await village();
    const id = await reviewing(system);
    await expect(opens(id, ['6 盏', ' 6  盏 '])).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'options', problem: 'CHOICE' }] } });
    system.wechat.set({ check: 'UNKNOWN' });
    await expect(opens(id)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    expect((await matterOf(system, id)).box).toBeUndefined();
    system.wechat.set({ check: 'PASSED' });
    await opens(id);
    expect((await matterOf(system, id)).box).toBeDefined();
  });
});

it('a meeting is not announced before its words are checked: its days count from when everybody can read it (CON-05)', async () => {
  system = await village();
  const id = await reviewing(system);
  const heldAt = (await matterOf(system, id)).earliest.consultation + 9 * HOUR_MS;
  const announces = () => system.as('duty').consultations.announce({ ...on(id), of: 'CONSULTATION', heldAt, place: '村委会院坝', invitees: '三组各户' });
  system.wechat.set({ check: 'UNKNOWN' });
  await expect(announces()).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  system.wechat.set({ check: 'PASSED' });
  await announces();
  expect((await matterOf(system, id, 'vacantVillager')).entries.at(-1)).toMatchObject({ kind: 'ANNOUNCED', waits: false, announced: { heldAt } });
});

describe('of a matter', () => {
  it('a decision’s words wait for the check, for neighbours and not for cadres', async () => {
    system = await village();
    const id = await reviewing(system);
    await consulted(system, id);
    system.wechat.set({ check: 'UNKNOWN' });
    await decided(system, id);
    expect((await matterOf(system, id, 'vacantVillager')).decision?.text).toBeUndefined();
    expect((await matterOf(system, id, 'duty')).decision?.text).toBe('写几个字');
    system.wechat.set({ check: 'PASSED' });
    system.pass(2 * 60_000);
    await turn(system);
    expect((await matterOf(system, id, 'vacantVillager')).decision?.text).toBe('写几个字');
  });

  it('the issue it became is its raiser’s and the cadres’ to open', async () => {
    system = await village();
    const id = await raised(system);
    await system.as('duty').consultations.answer({ ...on(id), line: 'DO_NOW', category: 'SANITATION' });
    expect((await matterOf(system, id, 'villager')).issueId).toBeDefined();
    expect((await matterOf(system, id, 'duty')).issueId).toBeDefined();
    expect((await matterOf(system, id, 'vacantVillager')).issueId).toBeUndefined();
  });

  it('the four steps are offered only for a major one, each to whose turn it is (CON-08)', async () => {
    system = await village();
    const small = await reviewing(system);
    const acts = async (id: string, who: 'duty' | 'partyMember') => (await matterOf(system, id, who)).acts.filter((act) => act.endsWith('_STEP'));
    expect([await acts(small, 'duty'), await acts(small, 'partyMember')]).toEqual([[], []]);
    const major = await reviewing(system, 'ASSEMBLY');
    expect([await acts(major, 'duty'), await acts(major, 'partyMember')]).toEqual([[], ['PARTY_STEP']]);
    await system.as('partyMember').consultations.partyStep({ ...on(major), vote: { step: 'PROPOSE', heldOn: '2026-11-25', members: 5, present: 5, yes: 5, no: 0, abstain: 0, invalid: 0, attendance: '到会 5 人', tellers: [] } });
    expect([await acts(major, 'duty'), await acts(major, 'partyMember')]).toEqual([['VILLAGE_STEP'], []]);
  });

  it('another village’s is no place to merge into: whether there is one is not told', async () => {
    system = await village();
    const id = await raised(system);
    const elsewhere = await raised(system, 'head');
    await system.store.update('consultations', elsewhere, { set: { village: OTHER_VILLAGE } });
    await expect(system.as('duty').consultations.merge({ ...on(id), intoId: elsewhere })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('a question at a session waits for the check, for everybody but its asker and who keeps the session', async () => {
    system = await village();
    const { talkId } = await system.as('partyMember').consultations.holdTalk({ requestId: tap(), title: '医保', material: '住院报多少', speaker: '李国平', place: '院坝', heldAt: system.now() + DAY_MS });
    system.wechat.set({ check: 'UNKNOWN' });
    await system.as('villager').consultations.askAtTalk({ requestId: tap(), talkId, text: '外地能报吗' });
    const read = async (who: 'villager' | 'vacantVillager' | 'duty') => (await system.as(who).consultations.talks({})).items[0]?.questions[0]?.text;
    expect([await read('villager'), await read('duty'), await read('vacantVillager')]).toEqual(['外地能报吗', '外地能报吗', undefined]);
  });
});
