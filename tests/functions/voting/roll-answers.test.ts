/** Putting a public roll right and answering for it, over both stores (VOTE-11, CON-12). */
import { DAY_MS } from '@/domain/basics/civil-time';
import { accountOf, people, TOWN, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { announced, BOX, clock, plan } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const removes = (who: Somebody, name: string) => system.as(who).voting.askCorrection({ requestId: tap(), boxId: BOX, about: 'REMOVE', name, text: '搬走了' });

describe('somebody who should not be on a roll', () => {
  it('is named as the roll names them, and taken off it once that is granted', async () => {
    await announced(system);
    await removes('villager', ' 吴大山 ');
    expect(system.lastLine()).toMatchObject({ action: 'voting.askCorrection', outcome: 'OK' });
    expect((system.lastLine()?.reads ?? 99) + (system.lastLine()?.writes ?? 99)).toBeLessThanOrEqual(8);
    const [one] = (await system.as('duty').voting.objections({ boxId: BOX, open: true })).items;
    expect(one).toMatchObject({ about: 'REMOVE', person: '吴大山', by: '王秀兰', mayAnswer: true });
    await system.as('duty').voting.answerObjection({ requestId: tap(), objectionId: one?.objectionId ?? '', accept: true, text: '拿掉了' });
    await clock(system);
    expect((await system.as('villager').voting.roll({ boxId: BOX })).names).not.toContain('吴大山');
    expect((await system.as('villager').voting.myObjections()).items).toMatchObject([{ open: false, accepted: true, answer: '拿掉了', boxId: BOX }]);
  });

  it('has to stand there, and alone under the name: whether anybody else is called so is told to nobody', async () => {
    await announced(system, plan({ electorate: { villages: [VILLAGE], except: [people.deputy] } }));
    await expect(removes('villager', '周桂芳')).rejects.toMatchObject({ code: 'NAME_NOT_CLEAR', data: { several: false } });
    await expect(removes('villager', '没有这个人')).rejects.toMatchObject({ code: 'NAME_NOT_CLEAR', data: { several: false } });
    await expect(removes('otherHead', '王秀兰')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await system.store.update('boxRolls', `${BOX}:${people.head}`, { set: { name: '王秀兰' } });
    await expect(removes('villager', '王秀兰')).rejects.toMatchObject({ code: 'NAME_NOT_CLEAR', data: { several: true } });
    await expect(system.as('villager').voting.askCorrection({ requestId: tap(), boxId: BOX, about: 'ADD', name: '吴大山', text: '漏了' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('who answers for a roll', () => {
  it('sees every box of theirs with what waits, the soonest answer first to be due', async () => {
    await announced(system);
    await removes('villager', '吴大山');
    const asked = (await system.as('duty').voting.objections({ boxId: BOX, open: true })).items[0];
    system.pass(DAY_MS);
    await removes('head', '赵春花');
    expect((await system.as('duty').voting.watched({})).items).toMatchObject([{ boxId: BOX, waiting: 2, answerBy: asked?.answerBy }]);
    expect(system.lastLine()).toMatchObject({ reads: 4, writes: 0 });
    expect((await system.as('supervisor').voting.watched({})).items).toMatchObject([{ boxId: BOX, waiting: 2 }]);
    for (const who of ['villager', 'head', 'otherHead', 'legal'] as const) await expect(system.as(who).voting.watched({})).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is for the presidium its own town’s boxes', async () => {
    await announced(system, plan({ area: TOWN }));
    await system.store.update('people', people.town, { set: { roles: [{ role: 'PRESIDIUM', area: TOWN, from: '2024-01-01' }] } });
    expect((await system.phone(accountOf('town')).voting.watched({})).items).toMatchObject([{ boxId: BOX, waiting: 0 }]);
    expect((await system.as('duty').voting.watched({})).items).toEqual([]);
  });

  it('is told when an objection to a roll of its town comes in, and once more when the answer is late; no village is', async () => {
    await announced(system, plan({ area: TOWN }));
    await system.store.update('people', people.town, { set: { roles: [{ role: 'PRESIDIUM', area: TOWN, from: '2024-01-01' }] } });
    const kinds = async (who: Somebody) => (await system.as(who).notices.list({})).items.map(({ kind }) => kind).filter((kind) => kind.startsWith('BOX_OBJECTION'));
    await removes('villager', '吴大山');
    await clock(system);
    await clock(system);
    expect(await kinds('town')).toEqual(['BOX_OBJECTION']);
    expect(await kinds('duty')).toEqual([]);
    system.pass(4 * DAY_MS);
    await clock(system);
    expect(await kinds('town')).toEqual(['BOX_OBJECTION_LATE', 'BOX_OBJECTION']);
    expect(await kinds('duty')).toEqual([]);
  });

  it('is told which they may not answer: their own, one about themselves, and all of them where they only watch', async () => {
    await announced(system);
    await removes('duty', '吴大山');
    await removes('villager', '马建业');
    await removes('villager', '赵春花');
    const mayAnswer = async (who: Somebody) => Object.fromEntries((await system.as(who).voting.objections({ boxId: BOX, open: true })).items.map((one) => [one.person, one.mayAnswer]));
    expect(await mayAnswer('duty')).toEqual({ 吴大山: false, 马建业: false, 赵春花: true });
    expect(await mayAnswer('secondDuty')).toEqual({ 吴大山: true, 马建业: true, 赵春花: true });
    expect(await mayAnswer('supervisor')).toEqual({ 吴大山: false, 马建业: false, 赵春花: false });
  });
});
