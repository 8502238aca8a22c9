import { DAY_MS, HOUR_MS } from '@/domain/basics/civil-time';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { forgetAccounts } from '../../../cloudfunctions/clock/left-accounts';
import { COUNTY, GRID, idNumberOf, people, phoneOf, TOWN, VILLAGE } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

function cost(): number {
  const { reads, writes } = system.lastLine();
  return reads + writes;
}

describe('me', () => {
  it('says who the phone is, where they live, and which desks they have', async () => {
    const me = await system.as('groupHead').people.me();
    expect(cost()).toBeLessThanOrEqual(8);
    expect(me).toMatchObject({
      now: system.now(),
      county: '汉阴县',
      person: {
        name: '刘长根',
        level: 'VERIFIED',
        village: { code: VILLAGE, name: '堰坪村', town: '漩涡镇' },
        grid: { code: GRID, name: '一格' },
        roles: [{ role: 'LEVEL2_HEAD', areaName: '一组' }],
        desks: [{ duty: '二级网格长', area: '一组', kind: 'GRID' }],
      },
      family: [{ id: people.groupHead, relation: 'SELF', acting: true }],
      unread: 0,
    });
  });

  it.each([
    ['duty', { duty: '村值班员', area: '堰坪村', kind: 'VILLAGE' }],
    ['town', { duty: '镇综治中心', area: '漩涡镇', kind: 'TOWN' }],
    ['legal', { duty: '镇政法委员', area: '漩涡镇', kind: 'LEGAL' }],
    ['department', { area: '汉阴县', kind: 'DEPARTMENT' }],
    ['county', { duty: '县三二一专班', area: '汉阴县', kind: 'COUNTY' }],
  ] as const)('shows %s their desk', async (who, desk) => {
    expect((await system.as(who).people.me()).person?.desks).toMatchObject([desk]);
    expect(cost()).toBeLessThanOrEqual(8);
  });

  it('knows a visitor as nobody, and costs little', async () => {
    const me = await system.phone('wx:new').people.me();
    expect(me.person).toBeUndefined();
    expect(me).toMatchObject({ family: [], applied: false, unread: 0 });
    expect(me.emergency.map(({ number }) => number)).toEqual(expect.arrayContaining(['110', '119', '120']));
    expect(cost()).toBeLessThanOrEqual(8);
  });

  it('gives a weakly bound person no office', async () => {
    await system.store.update('people', people.duty, { set: { account: { id: `demo:${people.duty}`, level: 'WEAK', at: 1 } } });
    expect((await system.as('duty').people.me()).person).toMatchObject({ level: 'WEAK', roles: [], desks: [] });
    await expect(system.as('duty').people.search({ village: VILLAGE })).rejects.toMatchObject({ code: 'NOT_VERIFIED' });
  });
});

describe('my contacts (LNS-05)', () => {
  it('name the three lines and the grid chain up to the town, with a phone only where it was agreed', async () => {
    const { lines, chain } = await system.as('villager').people.contacts();
    expect(cost()).toBeLessThanOrEqual(8);
    expect(lines.map(({ line, name, phone }) => [line, name, phone])).toEqual([
      ['PARTY', '李国平', phoneOf('partyMember')],
      ['DEPUTY', '周桂芳', phoneOf('deputy')],
      ['HEAD', '陈守田', phoneOf('head')],
    ]);
    expect(chain.map(({ line, name, duty }) => [line, name, duty])).toEqual([
      ['GRID', '陈守田', '中心户长'],
      ['GRID', '刘长根', '二级网格长'],
      ['GRID', '周福林', '一级网格长'],
      ['VILLAGE', '马建业', '村值班员'],
      ['VILLAGE', '杨晓梅', '村值班员'],
      ['TOWN', '何敏', '镇综治中心'],
    ]);
  });

  it('say when a deputy receives people (DEP-02)', async () => {
    const { lines } = await system.as('villager').people.contacts();
    expect(lines.find(({ line }) => line === 'DEPUTY')?.hours).toBe('每周三接待');
  });

  it('name a vacant post honestly, with who answers meanwhile', async () => {
    const { lines, chain } = await system.as('farVillager').people.contacts();
    expect(chain.slice(0, 2)).toEqual([
      { line: 'GRID', name: '', duty: '中心户长', area: '一格', vacant: true, next: '一级网格长周福林' },
      { line: 'GRID', name: '', duty: '二级网格长', area: '二组', vacant: true, next: '一级网格长周福林' },
    ]);
    expect(lines.map(({ line, vacant, next }) => [line, vacant, next])).toEqual([
      ['PARTY', true, '一级网格长周福林'],
      ['DEPUTY', true, '一级网格长周福林'],
      ['HEAD', true, '一级网格长周福林'],
    ]);
  });

  it('hide a phone the moment its holder takes the agreement back', async () => {
    await system.as('head').grids.setPhoneShown({ requestId: tap(), shown: false, hours: '晚上七点后' });
    expect(cost()).toBeLessThanOrEqual(8);
    const { lines } = await system.as('villager').people.contacts();
    const head = lines.find(({ line }) => line === 'HEAD');
    expect(head).toMatchObject({ name: '陈守田', hours: '晚上七点后' });
    expect(head?.phone).toBeUndefined();
  });

  it('leave out a liaison who moved away', async () => {
    await system.as('clerk').people.leave({ requestId: tap(), personId: people.partyMember, kind: 'MOVED_AWAY', on: '2026-11-25' });
    const { lines } = await system.as('villager').people.contacts();
    expect(lines.filter(({ line }) => line === 'PARTY')).toMatchObject([{ vacant: true }]);
  });

  it('are for somebody who is bound', async () => {
    await expect(system.phone('wx:new').people.contacts()).rejects.toMatchObject({ code: 'NOT_BOUND' });
  });
});

describe('places', () => {
  it('lead a visitor from the towns to a grid', async () => {
    const phone = system.phone('wx:new');
    expect((await phone.people.places({})).towns).toEqual([{ code: TOWN, name: '漩涡镇' }]);
    expect((await phone.people.places({ town: TOWN })).villages.map(({ name }) => name).sort()).toEqual(['堰坪村', '联合村'].sort());
    const { grids } = await phone.people.places({ village: VILLAGE });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(grids).toHaveLength(6);
    expect(JSON.stringify(grids)).not.toContain('陈守田');
  });
});

describe('my data (PRV-06)', () => {
  it('lists what is held, why and until when, with masks', async () => {
    const data = await system.as('villager').people.myData();
    expect(cost()).toBeLessThanOrEqual(8);
    expect(data.held.find(({ label }) => label === '证件号')?.value).toMatch(/^610921\*{8}/);
    expect(data.held.every(({ why, until }) => why !== '' && until !== '')).toBe(true);
    expect(JSON.stringify(data.held)).not.toContain(phoneOf('villager'));
  });

  it('opens what is sealed in the copy for its verified owner alone', async () => {
    expect((await system.as('villager').people.myData()).copy).toContain(idNumberOf('villager'));
    expect((await system.as('farVillager').people.myData()).copy).not.toContain(idNumberOf('farVillager'));
  });

  it('shows a relative who acts for somebody the masks only', async () => {
    await system.store.update('accounts', `demo:${people.villager}`, {
      set: { bindings: [{ personId: people.villager, level: 'VERIFIED', relation: 'SELF', at: 1 }, { personId: people.son, level: 'VERIFIED', relation: 'FAMILY', at: 1 }], actingFor: people.son },
    });
    const { copy } = await system.as('villager').people.myData();
    expect(copy).toContain('王小军');
    expect(copy).not.toContain(idNumberOf('son'));
    expect(copy).not.toContain(phoneOf('son'));
  });

  it('shows who looked, not what the person did themselves', async () => {
    await system.as('duty').people.person({ personId: people.villager });
    system.pass(HOUR_MS);
    expect((await system.as('villager').people.myData()).readers).toEqual([{ at: system.now() - HOUR_MS, who: '马建业', what: '看了您的名册资料' }]);
    expect(cost()).toBeLessThanOrEqual(8);
  });

  it('holds an account and nothing more of a visitor', async () => {
    const { held } = await system.phone('wx:new').people.myData();
    expect(held.map(({ label }) => label)).toEqual(['微信账号', '报过的事', '收件箱和操作记录']);
  });
});

describe('asking about one\'s data and about the app', () => {
  it('is answered within the working days of the settings by the village (PRV-06)', async () => {
    const requestId = tap();
    const ask = () => system.as('villager').people.askRights({ requestId, kind: 'CORRECT', text: '生日不对' });
    const { answerBy } = await ask();
    expect(await ask()).toEqual({ answerBy });
    // 15 working days after Wednesday 2026-11-25.
    expect(answerBy).toBe(Date.UTC(2026, 11, 16, 16));
    await expect(system.as('villager').people.askRights({ requestId, kind: 'CORRECT', text: '名字不对' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    const { items } = await system.as('duty').people.requests({});
    expect(items).toMatchObject([{ kind: 'CORRECT', text: '生日不对', from: '王秀兰' }]);
    await system.as('duty').people.answerRequest({ requestId: tap(), id: items[0]!.requestId, text: '改好了' });
    expect(cost()).toBeLessThanOrEqual(8);
    expect((await system.as('villager').people.myRequests()).items).toMatchObject([{ answer: '改好了', answeredAt: system.now() }]);
    expect((await system.as('duty').people.requests({})).items).toEqual([]);
  });

  it('about the app goes to the county and is answered within ten working days (BUR-06)', async () => {
    const { answerBy } = await system.phone('wx:new').people.sendFeedback({ requestId: tap(), text: '字太小' });
    expect(answerBy).toBe(Date.UTC(2026, 11, 9, 16));
    expect((await system.as('duty').people.requests({})).items).toEqual([]);
    const { items } = await system.as('county').people.requests({ area: COUNTY });
    expect(items).toMatchObject([{ kind: 'FEEDBACK', text: '字太小' }]);
    await system.as('county').people.answerRequest({ requestId: tap(), id: items[0]!.requestId, text: '有长辈版' });
    expect((await system.phone('wx:new').people.myRequests()).items).toMatchObject([{ answer: '有长辈版' }]);
  });

  it('is not answered by the one who asks, nor by another village', async () => {
    await system.as('duty').people.askRights({ requestId: tap(), kind: 'DELETE', text: '删掉' });
    const [open] = (await system.as('secondDuty').people.requests({})).items;
    for (const who of ['duty', 'otherHead'] as const) {
      await expect(system.as(who).people.answerRequest({ requestId: tap(), id: open!.requestId, text: '不删' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it('needs words, and not without end', async () => {
    await expect(system.as('villager').people.sendFeedback({ requestId: tap(), text: ' \n\u200b ' })).rejects.toMatchObject({ data: { fields: [{ path: 'text', problem: 'REQUIRED' }] } });
    await expect(system.as('villager').people.sendFeedback({ requestId: tap(), text: '字'.repeat(4000) })).rejects.toMatchObject({ data: { fields: [{ path: 'text', problem: 'TOO_LONG' }] } });
  });
});

describe('deleting the account', () => {
  it('ends the bindings at once and clears the inbox by the clock; the roster stays', async () => {
    await system.store.insert('notices', { _id: 'n1', to: `account:demo:${people.villager}`, kind: 'X', at: system.now() - DAY_MS, data: {}, delivery: 'SENT', tries: 0 });
    const requestId = tap();
    expect(await system.as('villager').people.deleteAccount({ requestId })).toEqual({ deleted: true });
    expect(cost()).toBeLessThanOrEqual(8);
    expect(await system.as('villager').people.deleteAccount({ requestId })).toEqual({ deleted: true });
    expect((await system.as('villager').people.me()).person).toBeUndefined();
    await runClock(system.platform, [forgetAccounts]);
    expect(await system.store.get('accounts', `demo:${people.villager}`)).toBeUndefined();
    expect(await system.store.get('notices', 'n1')).toBeUndefined();
    expect((await system.store.get('people', people.villager))?.name).toBe('王秀兰');
  });

  it('keeps an account whose owner came back before the clock', async () => {
    await system.as('villager').people.deleteAccount({ requestId: tap() });
    await system.as('villager').people.bindByName({ requestId: tap(), name: '王秀兰', idLast4: idNumberOf('villager').slice(-4), relation: 'SELF' });
    await runClock(system.platform, [forgetAccounts]);
    expect((await system.as('villager').people.me()).person?.name).toBe('王秀兰');
  });
});
