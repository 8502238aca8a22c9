/** Queues, overviews, exports, dispatch; and who never sees what (EVT-07, EVT-08, EVT-11, EVT-14..17, BUR-04). */
import { DAY_MS } from '@/domain/basics/civil-time';
import { COUNTY, GRID, OTHER_VILLAGE, people, TOWN, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { filed, on, operations, report, turn } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

describe('a queue', () => {
  it('shows the posts one holds, what presses first, and counts what it lists', async () => {
    const first = await filed(system);
    await filed(system, 'villager', { text: '路灯不亮', category: 'ERRAND' });
    await system.as('head').issues.accept(on(first));
    system.pass(6 * DAY_MS);
    const all = await system.as('head').issues.queue({ show: 'ALL' });
    expect(all.items.map(({ issueId, due }) => [issueId === first, due])).toEqual([[false, 'OVERDUE'], [true, 'OVERDUE']]);
    expect(all.counts).toEqual({ all: 2, overdue: 2, today: 0, unaccepted: 1, decide: 0 });
    expect(all.posts).toEqual([{ post: GRID, duty: '中心户长', area: '一格', households: 9, people: 10 }]);
    expect(operations(system)).toBeLessThanOrEqual(8);
    for (const [show, count] of [['OVERDUE', 2], ['TODAY', 0], ['UNACCEPTED', 1], ['DECIDE', 0], ['CLOSED', 0]] as const) {
      expect((await system.as('head').issues.queue({ show })).items).toHaveLength(count);
      expect(operations(system)).toBeLessThanOrEqual(8);
    }
    expect((await system.as('head').issues.queue({ show: 'ALL', category: 'ERRAND' })).items).toHaveLength(1);
    await expect(system.as('villager').issues.queue({ show: 'ALL' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('has what its holder must decide', async () => {
    const issueId = await filed(system);
    await system.as('head').issues.accept(on(issueId));
    await expect(system.as('head').issues.askExtension({ ...on(issueId), workdays: 4, text: '等天晴' })).rejects.toMatchObject({ code: 'EXTENSION_TOO_LONG', data: { maxWorkdays: 3 } });
    await system.as('head').issues.askExtension({ ...on(issueId), workdays: 2, text: '等天晴' });
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await system.as('groupHead').issues.queue({ show: 'DECIDE' })).toMatchObject({ items: [{ issueId, nextAct: 'DECIDE_EXTENSION' }], counts: { decide: 1 } });
    await expect(system.as('head').issues.decideExtension({ ...on(issueId), approve: true, text: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const decided = await system.as('groupHead').issues.decideExtension({ ...on(issueId), approve: true, text: '' });
    expect(decided.extension).toMatchObject({ decision: 'APPROVED' });
    expect((await system.as('villager').issues.get({ issueId })).steps.at(-1)).toMatchObject({ kind: 'EXTENDED', text: '等天晴' });
  });

  it('longer than a page is counted by the store, page by page to its end, in eight operations', async () => {
    const [one] = [await system.store.get('issues', await filed(system))];
    if (one === undefined) throw new Error('lost');
    await system.store.insertMany('issues', Array.from({ length: 149 }, (_, n) => ({ ...one, _id: `issue-copy-${String(n).padStart(3, '0')}` })));
    const first = await system.as('head').issues.queue({ show: 'ALL' });
    expect(first.items).toHaveLength(100);
    expect(first.counts).toMatchObject({ all: 150, unaccepted: 150 });
    expect(operations(system)).toBeLessThanOrEqual(8);
    const second = await system.as('head').issues.queue({ show: 'ALL', ...(first.next === undefined ? {} : { after: first.next }) });
    expect(second.items).toHaveLength(50);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(new Set([...first.items, ...second.items].map(({ issueId }) => issueId)).size).toBe(150);
  });

  it('holds no more than three taps to accept: 接了 is on the row', async () => {
    await filed(system);
    expect((await system.as('head').issues.queue({ show: 'UNACCEPTED' })).items[0]?.nextAct).toBe('ACCEPT');
  });
});

describe('a complaint about a handler', () => {
  it.each<[string, Somebody, string, readonly Somebody[]]>([
    ['the grid head', 'head', `${VILLAGE}-1.1`, ['head']],
    ['the group head', 'groupHead', `${VILLAGE}-1`, ['head', 'groupHead']],
    ['the duty officer', 'duty', TOWN, ['head', 'groupHead', 'partHead', 'duty', 'secondDuty']],
    ['the town desk', 'town', COUNTY, ['head', 'duty', 'town']],
  ])('about %s never reaches them nor their people', async (_who, about, owner, barred) => {
    const { issueId, owner: first } = await system.as('villager').issues.submit(report({ category: 'COMPLAINT', aboutId: people[about], text: '不办事' }));
    expect(first.post).toBe(owner);
    system.pass(20 * DAY_MS);
    for (let n = 0; n < 4; n += 1) await turn(system);
    for (const who of barred) {
      await expect(system.as(who).issues.get({ issueId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect((await system.as(who).issues.queue({ show: 'ALL' })).items).toEqual([]);
      const posts = (await system.store.get('people', people[who]))?.roles.map(({ area }) => `post:${area}`) ?? [];
      for (const to of [...posts, `person:${people[who]}`]) {
        const told = await system.store.find('notices', { where: { to }, limit: 20 });
        expect(told.items.filter((one) => one.issueId === issueId)).toEqual([]);
      }
    }
    expect((await system.as('villager').issues.get({ issueId })).mine).toBe(true);
  });
});

describe('a restricted matter (EVT-14)', () => {
  it('is seen by the two restricted roles and its reporter, by nobody else', async () => {
    const issueId = await filed(system, 'villager', { sensitive: true, text: '有人打孩子' });
    for (const who of ['police', 'legal'] as const) expect(await system.as(who).issues.get({ issueId })).toMatchObject({ restricted: true });
    for (const who of ['head', 'groupHead', 'partHead', 'duty', 'town', 'county', 'supervisor', 'clerk', 'department', 'son', 'partyMember'] as const) {
      await expect(system.as(who).issues.get({ issueId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
    await system.as('police').issues.accept(on(issueId));
    await expect(system.as('town').issues.dispatch({ ...on(issueId), to: VILLAGE, assistants: [], text: '' })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect((await system.as('villager').issues.village({})).items).toEqual([]);
    expect((await system.as('county').issues.exportCsv({ area: TOWN, month: '2026-11', kind: 'ISSUES' })).csv.split('\r\n')).toHaveLength(2);
  });
});

describe('dispatch', () => {
  it('to a department, objected to once, decided by the town, never pushed to a village after', async () => {
    const issueId = await filed(system);
    await system.as('head').issues.accept(on(issueId));
    const { items } = await system.as('town').issues.destinations({ issueId });
    expect(items).toEqual(expect.arrayContaining([{ post: `${COUNTY}/WATER`, name: '县水利局', kind: 'DEPARTMENT' }, { post: OTHER_VILLAGE, name: '联合村', kind: 'VILLAGE' }]));
    await expect(system.as('town').issues.dispatch({ ...on(issueId), to: '610921999', assistants: [], text: '' })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    const sent = await system.as('town').issues.dispatch({ ...on(issueId), to: `${COUNTY}/WATER`, assistants: [VILLAGE], text: '请到现场' });
    expect(sent).toMatchObject({ stage: 'ASSIGNED', owner: { name: '县水利局' } });
    expect(operations(system)).toBeLessThanOrEqual(8);
    await turn(system);
    expect((await system.store.find('notices', { where: { to: `post:${VILLAGE}` }, limit: 10 })).items.map(({ kind }) => kind)).toEqual(['ISSUE_ASSIST']);

    await system.as('department').issues.object({ ...on(issueId), text: '不归我', basis: '三定方案' });
    await system.as('town').issues.decideObjection({ ...on(issueId), uphold: false, text: '归你' });
    expect(operations(system)).toBeLessThanOrEqual(8);
    await expect(system.as('department').issues.object({ ...on(issueId), text: '还是不归我', basis: '三定方案' })).rejects.toMatchObject({ code: 'ALREADY_OBJECTED' });
    await system.as('department').issues.accept(on(issueId));
    await expect(system.as('county').issues.dispatch({ ...on(issueId), to: VILLAGE, assistants: [], text: '' })).rejects.toMatchObject({ code: 'DEPARTMENT_DUTY', data: { unit: '县水利局' } });
    await system.as('duty').issues.progress({ ...on(issueId), text: '协助量了水沟。' });
    await system.as('county').issues.urge({ ...on(issueId), text: '请快办' });
    await system.as('department').issues.finish({ ...on(issueId), text: '修好了。' });
    expect(await system.as('town').issues.get({ issueId })).toMatchObject({ stage: 'DONE' });
  });

  it('to another village in eight operations', async () => {
    const issueId = await filed(system);
    const sent = await system.as('town').issues.dispatch({ ...on(issueId), to: OTHER_VILLAGE, assistants: [], text: '' });
    expect(sent.owner).toMatchObject({ name: '谭勇', post: OTHER_VILLAGE });
    expect(operations(system)).toBeLessThanOrEqual(8);
  });
});

describe('on somebody\'s behalf (A11Y-09)', () => {
  it('is the villager\'s own report, with who wrote it down and how they agreed', async () => {
    const input = { ...report(), personId: people.son, consent: 'PHONE' as const };
    const { issueId } = await system.as('head').issues.submitFor(input);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(await system.as('head').issues.submitFor(input)).toMatchObject({ issueId });
    expect(await system.store.get('issues', issueId)).toMatchObject({ reporterId: people.son, reporterName: '王小军', onBehalf: { by: people.head, consent: 'PHONE' } });
    expect(await system.as('head').issues.get({ issueId })).toMatchObject({ onBehalfBy: '陈守田', reporter: '王小军', mine: false });
    expect((await system.as('head').issues.mine({})).items).toEqual([]);
    expect((await system.store.find('notices', { where: { to: `person:${people.son}` }, limit: 5 })).items).toMatchObject([{ kind: 'ISSUE_FILED_FOR_YOU' }]);
  });
});

it('a name hidden from handlers is hidden, and the number with it (EVT-16)', async () => {
  const hidden = await filed(system, 'villager', { nameHidden: true });
  const open = await filed(system, 'villager', { text: '路灯不亮' });
  const seen = await system.as('head').issues.get({ issueId: hidden });
  expect(seen.reporter).toBe('一位村民');
  expect(JSON.stringify(seen)).not.toContain('王秀兰');
  expect(seen.reporterPhone).toBeUndefined();
  expect(await system.as('head').issues.get({ issueId: open })).toMatchObject({ reporter: '王秀兰', reporterPhone: '13900000000' });
  expect((await system.as('groupHead').issues.get({ issueId: open })).reporterPhone).toBeUndefined();
  expect((await system.as('supervisor').issues.get({ issueId: open })).reporter).toBe('一位村民');
});

it('a neighbour finds it, joins it, and sees it in their own list', async () => {
  const issueId = await filed(system);
  const { items } = await system.as('partyMember').issues.similar({ category: 'SANITATION', place: { kind: 'HOME' }, text: '门口水沟堵了' });
  expect(items).toMatchObject([{ issueId, supported: false }]);
  const joined = await system.as('partyMember').issues.support(on(issueId));
  expect(joined).toMatchObject({ supporters: 1, supported: true, mine: false });
  expect(joined.acts).not.toContain('SUPPORT');
  expect((await system.as('partyMember').issues.mine({})).items).toMatchObject([{ issueId, supported: true }]);
  await expect(system.as('otherHead').issues.support(on(issueId))).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

it('previews where it goes and where it may belong, and keeps nothing', async () => {
  const seen = await system.as('villager').issues.preview({ category: 'DISPUTE', urgency: 'NORMAL', text: '邻居打人，我去法院起诉', place: { kind: 'HOME' } });
  expect(seen).toMatchObject({ owner: { name: '陈守田' }, acceptMinutes: 1440, elsewhere: [{ code: 'POLICE', phone: '110' }, { code: 'COURT' }], emergency: true });
  expect(system.lastLine().writes).toBe(0);
  expect(seen.owner.phone).toBeUndefined();
});

it('shows a handler\'s number to the reporter, not to every neighbour (LNS-05)', async () => {
  const issueId = await filed(system);
  expect((await system.as('villager').issues.get({ issueId })).owner.phone).toBe('13900000002');
  expect((await system.as('supervisor').issues.get({ issueId })).owner.phone).toBeUndefined();
});

describe('an overview (EVT-15, BUR-01, BUR-04)', () => {
  beforeEach(async () => {
    const first = await filed(system);
    await filed(system, 'vacantVillager', { text: '路灯不亮', category: 'ERRAND' });
    await system.as('head').issues.accept(on(first));
    await system.as('head').issues.finish({ ...on(first), text: '挖通了。' });
    await system.as('villager').issues.rate({ ...on(first), solved: 'YES', satisfaction: 'SATISFIED' });
    await turn(system);
  });

  it('of a town shows its villages by name with exact figures', async () => {
    const seen = await system.as('town').issues.overview({});
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect(seen).toMatchObject({ area: { code: TOWN, name: '漩涡镇', villages: 2 }, from: '2026-11-01', to: '2026-11-30' });
    expect(seen.now.solved).toEqual({ numerator: 1, denominator: 1, left: 0 });
    expect(seen.now.responded).toEqual({ numerator: 1, denominator: 2, left: 0 });
    expect(seen.villages.map(({ name, open }) => [name, open])).toEqual([['联合村', 0], ['堰坪村', 1]].sort((a, b) => String(a[0]).localeCompare(String(b[0]), 'zh-CN')));
    expect(seen.weeks.at(-1)).toEqual({ from: '2026-11-23', reported: 2, done: 1 });
    expect(seen.categories.map(({ category }) => category)).toEqual(['SANITATION', 'ERRAND']);
    expect(seen.grids[0]?.cells.length).toBeGreaterThan(0);
  });

  it('of a village and of the county stays within eight operations', async () => {
    expect((await system.as('duty').issues.overview({})).villages).toMatchObject([{ name: '堰坪村', open: 1 }]);
    expect(operations(system)).toBeLessThanOrEqual(8);
    expect((await system.as('county').issues.overview({})).villages).toMatchObject([{ name: '漩涡镇', open: 1 }]);
    expect(operations(system)).toBeLessThanOrEqual(8);
    await expect(system.as('duty').issues.overview({ area: TOWN })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('leaves as CSV without personal data, with a BOM, and leaves an audit row', async () => {
    const { csv, name } = await system.as('town').issues.exportCsv({ month: '2026-11', kind: 'ISSUES' });
    expect(csv.startsWith('\uFEFF编号,村,类别')).toBe(true);
    expect(csv.split('\r\n')).toHaveLength(4);
    for (const secret of ['王秀兰', '赵春花', '陈守田', '水沟', '13900000000', '一组']) expect(csv).not.toContain(secret);
    expect(name).toMatch(/\.csv$/);
    const rates = await system.as('county').issues.exportCsv({ month: '2026-11', kind: 'RATES' });
    expect(rates.csv).toContain('漩涡镇,卫生环境,1,1,1,100%,1,1,100%,1,100%,1,1,100%,0,0%');
    expect((await system.store.find('audit', { where: { target: `area:${TOWN}` }, limit: 5 })).items).toMatchObject([{ action: 'issues.exportCsv' }]);
  });

  it('lists what is late in a town, the longest first', async () => {
    system.pass(12 * DAY_MS);
    await system.as('groupHead').issues.queue({ show: 'ALL' });
    await turn(system);
    const { items } = await system.as('town').issues.overdue({});
    expect(items.every(({ due }) => due === 'OVERDUE')).toBe(true);
    await expect(system.as('head').issues.overdue({ area: VILLAGE })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

it('a matter is put off as often as the county lets it be, and who may put it off reads until when (EVT-02)', async () => {
  const issueId = await filed(system);
  const head = system.as('head');
  await head.issues.accept(on(issueId));
  for (const until of ['2026-11-30', '2026-11-29']) {
    expect((await head.issues.get({ issueId })).pauseUntil).toBe('2026-11-30');
    await expect(head.issues.suspend({ ...on(issueId), until: '2026-12-01', text: '等材料' })).rejects.toMatchObject({ code: 'INVALID_INPUT', data: { fields: [{ path: 'until', problem: 'TOO_BIG' }] } });
    const tapped = { ...on(issueId), until, text: '等材料' };
    expect((await head.issues.suspend(tapped)).pauseUntil).toBeUndefined();
    await head.issues.suspend(tapped);
    await head.issues.resume(on(issueId));
  }
  const detail = await head.issues.get({ issueId });
  expect([detail.pauseUntil, detail.acts.includes('SUSPEND')]).toEqual([undefined, false]);
  await expect(head.issues.suspend({ ...on(issueId), until: '2026-11-27', text: '等材料' })).rejects.toMatchObject({ code: 'PAUSED_ENOUGH', data: { times: 2 } });
});

it('every act of the loop keeps to eight operations, with photos where they can be given', async () => {
  const issueId = await filed(system);
  const head = system.as('head');
  await system.as('villager').issues.add({ ...on(issueId), text: '补充一句' });
  await system.as('villager').issues.remind(on(issueId));
  await expect(system.as('villager').issues.remind({ requestId: tap(), issueId })).rejects.toMatchObject({ code: 'REMINDED_TODAY' });
  await head.issues.accept(on(issueId));
  await head.issues.ask({ ...on(issueId), text: '在哪里？' });
  await system.as('villager').issues.answer({ ...on(issueId), text: '桥头。' });
  await head.issues.suspend({ ...on(issueId), until: '2026-11-30', text: '等材料' });
  await head.issues.resume(on(issueId));
  await system.as('duty').issues.urge({ ...on(issueId), text: '请快办' });
  await head.issues.handUp({ ...on(issueId), text: '办不了' });
  await system.as('groupHead').issues.accept(on(issueId));
  await system.as('groupHead').issues.finish({ ...on(issueId), text: '好了' });
  await system.as('villager').issues.rate({ ...on(issueId), solved: 'NO', satisfaction: 'UNSATISFIED' });
  expect(Math.max(...system.lines.map(({ reads, writes }) => reads + writes))).toBeLessThanOrEqual(8);
});
