/** The curious neighbour and the angry cadre: what nobody gets to see who should not, by whichever door. */
import { DAY_MS } from '@/domain/basics/civil-time';
import { postJobs } from '../../../cloudfunctions/clock/post-jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { COUNTY, GRID, GROUP, idNumberOf, nameOf, OTHER_GRID, OTHER_VILLAGE, people, phoneOf, TOWN, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { filed, on, report, turn, uploaded } from '../issues/kit';
import { auditRows, codeOf, EVERYBODY, send } from './kit';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

const MONTH = '2026-11';
const NOT_FOUND = { code: 'NOT_FOUND' };
const accountOf = (who: Somebody) => `demo:${people[who]}`;

/** Every list a cadre can open, as one text. What they may not open at all counts as nothing. */
async function everythingSeenBy(who: Somebody): Promise<string> {
  const asked: readonly (readonly [string, unknown])[] = [
    ...(['ALL', 'OVERDUE', 'TODAY', 'UNACCEPTED', 'DECIDE', 'CLOSED'] as const).map((show) => ['issues.queue', { show }] as const),
    ...[VILLAGE, TOWN, undefined].flatMap((area) => [
      ['issues.overdue', { area }], ['issues.overview', { area }], ['issues.topics', { area }],
      ['issues.exportCsv', { area, month: MONTH, kind: 'ISSUES' }], ['issues.exportCsv', { area, month: MONTH, kind: 'RATES' }], ['issues.exportCsv', { area, month: MONTH, kind: 'EVENTS' }],
    ] as const),
    ['issues.village', {}], ['issues.mine', {}], ['notices.list', {}], ['issues.toReview', { area: VILLAGE }],
    ['issues.similar', { category: 'COMPLAINT', place: { kind: 'GRID', grid: GRID }, text: '不办事，态度不好' }],
    ['issues.similar', { category: 'DISPUTE', place: { kind: 'GRID', grid: GRID }, text: '有人打孩子' }],
    ['tickets.list', { town: TOWN }], ['tickets.answers', { town: TOWN, month: MONTH }], ['tickets.similar', { town: TOWN, place: { kind: 'GRID', grid: GRID }, text: '有人打孩子，不办事，态度不好' }],
    ['people.myData', undefined],
  ];
  const replies: string[] = [];
  for (const [action, input] of asked) replies.push(JSON.stringify(await send(system, accountOf(who), action, input)));
  return replies.join('\n');
}

const ON_ONE: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
  ['issues.get', {}], ['issues.destinations', {}], ['issues.support', {}], ['issues.add', { text: '补充' }], ['issues.remind', {}], ['issues.withdraw', {}],
  ['issues.answer', { text: '答' }], ['issues.rate', { solved: 'YES', satisfaction: 'SATISFIED' }], ['issues.accept', {}], ['issues.reject', { channel: '法院', text: '不归我' }],
  ['issues.ask', { text: '在哪里' }], ['issues.progress', { text: '看了' }], ['issues.handUp', { text: '办不了' }], ['issues.askExtension', { workdays: 1, text: '等天晴' }],
  ['issues.decideExtension', { approve: true, text: '' }], ['issues.suspend', { until: '2026-12-01', text: '等天晴' }], ['issues.resume', {}], ['issues.finish', { text: '好了' }],
  ['issues.dispatch', { to: VILLAGE, assistants: [], text: '' }], ['issues.object', { text: '不归我', basis: '三定方案' }],
  ['issues.decideObjection', { uphold: true, text: '是' }], ['issues.urge', { text: '快办' }],
  ['issues.review', { decision: 'SHOW', parts: ['REPORT'] }], ['issues.addEvent', { event: { people: 3 } }],
  ['tickets.link', { ticket: { number: 'AK20261125009', receivedOn: '2026-11-25', answerOn: '2026-11-28' } }],
];

/** Every act on one matter, by its id. */
async function doorsOpenTo(who: Somebody, issueId: string): Promise<readonly string[]> {
  const open: string[] = [];
  for (const [action, input] of ON_ONE) {
    const code = codeOf(await send(system, accountOf(who), action, { requestId: tap(), issueId, ...input }));
    if (code !== 'NOT_FOUND') open.push(`${action}: ${code}`);
  }
  return open;
}

describe('a matter of another village', () => {
  it('does not exist for whoever has its id, public or not, whatever they try', async () => {
    const issueId = await filed(system);
    for (const who of ['otherHead', 'auditor', 'clerk', 'legal'] as const) expect([who, await doorsOpenTo(who, issueId)]).toEqual([who, []]);
    expect((await system.store.get('issues', issueId))?.steps).toHaveLength(1);
  });

  it('sounds like one that was never there', async () => {
    const issueId = await filed(system);
    const there = await send(system, accountOf('otherHead'), 'issues.get', { issueId });
    expect(there).toEqual(await send(system, accountOf('otherHead'), 'issues.get', { issueId: 'issue-never' }));
  });

  it('gives the county its figures and not itself (section 11)', async () => {
    const issueId = await filed(system);
    await expect(system.as('county').issues.get({ issueId })).rejects.toMatchObject(NOT_FOUND);
    expect((await system.as('county').issues.overview({})).area.code).toBe(COUNTY);
  });
});

describe('a visitor', () => {
  it('opens no door of an office, nor of another\'s matter', async () => {
    const issueId = await filed(system);
    for (const [action, input] of ON_ONE) {
      expect([action, codeOf(await send(system, 'wx:nobody', action, { requestId: tap(), issueId, ...input }))]).toEqual([action, 'NOT_FOUND']);
    }
    for (const [action, input] of [
      ['issues.queue', { show: 'ALL' }], ['issues.village', {}], ['issues.similar', { category: 'OTHER', place: { kind: 'GRID', grid: GRID }, text: '沟' }],
      ['issues.overview', { area: VILLAGE }], ['people.contacts', undefined], ['people.search', { village: VILLAGE }], ['people.applications', { village: VILLAGE }],
      ['grids.village', { village: VILLAGE }], ['grids.contactSheet', { area: GRID }], ['grids.households', { area: GRID }], ['roster.loads', undefined],
    ] as const) {
      expect([action, codeOf(await send(system, 'wx:nobody', action, input))]).toEqual([action, 'NOT_BOUND']);
    }
  });

  it('collects no telephone numbers by asking where a report would go (LNS-05)', async () => {
    const seen = await system.phone('wx:nobody').issues.preview({ category: 'OTHER', urgency: 'NORMAL', text: '沟', place: { kind: 'GRID', grid: GRID } });
    expect(JSON.stringify(seen)).not.toContain(phoneOf('head'));
  });

  it('cannot read another visitor\'s report', async () => {
    const { issueId } = await system.phone('wx:one').issues.submit(report({ place: { kind: 'GRID', grid: GRID } }));
    await expect(system.phone('wx:two').issues.get({ issueId })).rejects.toMatchObject(NOT_FOUND);
    expect((await system.phone('wx:two').issues.mine({})).items).toEqual([]);
  });
});

describe('a weak binding', () => {
  it('gives its holder no office, though the roster says they have one', async () => {
    const weak = await harness({ fixture: (all) => ({ ...all, people: all.people.map((one) => (one._id === people.head ? { ...one, account: { id: accountOf('head'), level: 'WEAK', at: 0 } } : one)) }) });
    const issueId = await filed(weak);
    for (const [action, input] of [['issues.queue', { show: 'ALL' }], ['grids.households', { area: GRID }], ['grids.contactSheet', { area: GRID }], ['people.search', { village: VILLAGE, grid: GRID }]] as const) {
      expect([action, codeOf(await send(weak, accountOf('head'), action, input))]).toEqual([action, 'NOT_VERIFIED']);
    }
    expect(codeOf(await send(weak, accountOf('head'), 'issues.accept', on(issueId)))).toBe('NOT_FOUND');
    expect(JSON.stringify(await weak.as('head').notices.list({}))).not.toContain(issueId);
    await weak.close();
  });

  it('shows the masks of one\'s data, never what is sealed (PRV-12)', async () => {
    expect(JSON.stringify(await system.as('farVillager').people.myData())).not.toContain(phoneOf('farVillager'));
  });
});

describe('a phone that was lost', () => {
  it('reads, reminds and withdraws nothing of what was reported with it, once it is unbound', async () => {
    const issueId = await filed(system);
    await system.as('duty').people.unbindLost({ requestId: tap(), personId: people.villager });
    expect(await doorsOpenTo('villager', issueId)).toEqual([]);
    expect((await system.as('villager').issues.mine({})).items).toEqual([]);
  });
});

describe('a complaint about a grid head (EVT-11)', () => {
  const complain = () => filed(system, 'villager', { category: 'COMPLAINT', aboutId: people.head, text: '不办事，态度不好', visibility: 'VILLAGE' });

  it('shows to them in no list, by no link, in no table; nor to the village, though it was to be public', async () => {
    const issueId = await complain();
    system.pass(12 * DAY_MS);
    await turn(system);
    const { number = '' } = (await system.store.get('issues', issueId)) ?? {};
    const seen = await everythingSeenBy('head');
    expect(seen).not.toContain(issueId);
    expect(seen).not.toContain(number);
    expect(seen).not.toContain('不办事');
    expect(await doorsOpenTo('head', issueId)).toEqual([]);
    for (const who of ['partyMember', 'supervisor', 'deputy'] as const) expect((await system.as(who).issues.village({})).items).toEqual([]);
  });

  it('stays shut when they stand in at the very post that has it', async () => {
    const issueId = await complain();
    expect((await system.store.get('issues', issueId))?.owner.post).toBe(GROUP);
    await system.as('groupHead').grids.standIn({ requestId: tap(), post: GROUP, personId: people.head, from: '2026-11-25', to: '2026-12-10' });
    expect((await system.as('head').people.me()).person?.desks).toHaveLength(2);
    expect(await doorsOpenTo('head', issueId)).toEqual([]);
    const queue = await system.as('head').issues.queue({ show: 'ALL' });
    expect(queue).toMatchObject({ items: [], counts: { all: 0, unaccepted: 0 } });
    const told = JSON.stringify(await system.as('head').notices.list({}));
    for (const secret of ['不办事', '王秀兰', 'COMPLAINT']) expect(told).not.toContain(secret);
  });

  it('is in no table of the officer it is about, though they oversee the whole town', async () => {
    const issueId = await filed(system, 'villager', { category: 'COMPLAINT', aboutId: people.town, text: '不办事，态度不好' });
    await turn(system);
    const { number = '' } = (await system.store.get('issues', issueId)) ?? {};
    const seen = await everythingSeenBy('town');
    for (const word of [issueId, number, '不办事']) expect(seen).not.toContain(word);
  });
});

describe('a restricted matter (EVT-14)', () => {
  it('shows in no list of anybody but the two roles and its reporter', async () => {
    const issueId = await filed(system, 'villager', { category: 'DISPUTE', sensitive: true, text: '有人打孩子', visibility: 'VILLAGE' });
    system.pass(3 * DAY_MS);
    await turn(system);
    const { number = '' } = (await system.store.get('issues', issueId)) ?? {};
    for (const who of EVERYBODY.filter((one) => !['villager', 'legal', 'police', 'son'].includes(one))) {
      const seen = await everythingSeenBy(who);
      for (const word of [issueId, number, '打孩子']) expect([who, word, seen.includes(word)]).toEqual([who, word, false]);
    }
    for (const who of ['head', 'duty', 'town', 'county'] as const) expect([who, await doorsOpenTo(who, issueId)]).toEqual([who, []]);
  });

  it('cannot be opened by a town\'s desk that appoints a friend to read it', async () => {
    const friend = { requestId: tap(), post: `${TOWN}/legal`, personId: people.supervisor, from: '2026-11-25', despite: true };
    for (const role of ['TOWN_LEGAL', 'POLICE_LIAISON'] as const) {
      await expect(system.as('town').grids.appoint({ ...friend, requestId: tap(), role })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    }
    await expect(system.as('duty').grids.appoint({ ...friend, requestId: tap(), role: 'POLICE_LIAISON' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(system.as('town').grids.appoint({ ...friend, requestId: tap(), post: TOWN })).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a phone that acts for the reporter', () => {
  const violence = { category: 'DISPUTE', sensitive: true, text: '男人又打人了' } as const;
  const complaint = { category: 'COMPLAINT', aboutId: people.head, text: '不办事，态度不好' } as const;

  const asSon = (relation: 'SELF' | 'FAMILY') => ({ requestId: tap(), name: nameOf('son'), idLast4: idNumberOf('son').slice(-4), relation });

  /** 王秀兰's phone acts for her son, as it can by his name and last four. */
  async function mothersPhoneIsSons(): Promise<void> {
    await system.as('villager').people.bindByName(asSon('FAMILY'));
    await system.as('villager').people.actFor({ personId: people.son });
  }

  it.each([['a restricted matter', violence], ['a complaint', complaint]])('reads nothing of %s, and sees no number of it anywhere', async (_what, more) => {
    await system.as('son').people.bindByName(asSon('SELF'));
    const issueId = await filed(system, 'son', more);
    const ordinary = await filed(system, 'son');
    const { owner, number = '' } = (await system.store.get('issues', issueId)) ?? {};
    const handler = owner?.post === `${TOWN}/legal` ? 'legal' : 'groupHead';
    await system.as(handler).issues.accept(on(issueId));
    expect((await system.as('son').issues.mine({})).items.map((one) => one.issueId)).toContain(issueId);
    expect((await system.as('son').notices.list({})).items.map((one) => one.issueId)).toContain(issueId);
    const { count } = await system.as('son').notices.unread();

    await mothersPhoneIsSons();
    expect(await doorsOpenTo('villager', issueId)).toEqual([]);
    expect((await system.as('villager').issues.mine({})).items.map((one) => one.issueId)).toEqual([ordinary]);
    const seen = await everythingSeenBy('villager');
    for (const word of [issueId, number]) expect(seen).not.toContain(word);
    // The son's own and the mother's that she is told she acts for him; never the one about what was confided.
    const inbox = (await system.as('villager').notices.list({})).items;
    expect((await system.as('villager').notices.unread()).count).toBe(inbox.length);
    expect(inbox.length).toBeGreaterThan(0);
    const held = async (phone: 'villager' | 'son') => (await system.as(phone).people.myData()).held.find(({ label }) => label === '报过的事')?.value;
    expect([await held('villager'), await held('son')]).toEqual(['1 件', '2 件']);
    // It goes on as ever on the phone that it came from.
    expect((await system.as('son').notices.unread()).count).toBe(count + 1);
    await system.as('son').issues.remind(on(issueId));
  });

  it('sees what it sent itself, and a phone that surely is the reporter sees all of it', async () => {
    await mothersPhoneIsSons();
    const issueId = await filed(system, 'villager', violence);
    expect(await system.as('villager').issues.get({ issueId })).toMatchObject({ mine: true });
    await system.as('son').people.bindByName(asSon('SELF'));
    await expect(system.as('son').issues.get({ issueId })).rejects.toMatchObject(NOT_FOUND);
    await system.store.update('people', people.son, { set: { account: { id: accountOf('son'), level: 'VERIFIED', at: 1 } } });
    expect(await system.as('son').issues.get({ issueId })).toMatchObject({ mine: true });
  });
});

describe('a name hidden from handlers (EVT-16)', () => {
  it('stands nowhere a handler looks: acts\' answers, steps, queues, notices, tables, the audit', async () => {
    const issueId = await filed(system, 'villager', { nameHidden: true });
    const answers: unknown[] = [];
    const head = system.as('head').issues;
    await system.as('villager').issues.add({ ...on(issueId), text: '今天更臭了' });
    answers.push(await head.accept(on(issueId)), await head.ask({ ...on(issueId), text: '在哪一段' }));
    await system.as('villager').issues.answer({ ...on(issueId), text: '桥头那一段' });
    await system.as('villager').issues.remind(on(issueId));
    answers.push(await head.progress({ ...on(issueId), text: '去看了' }), await head.get({ issueId }), await head.handUp({ ...on(issueId), text: '要花钱' }));
    answers.push(await system.as('groupHead').issues.accept(on(issueId)), await system.as('duty').issues.get({ issueId }), await system.as('duty').issues.urge({ ...on(issueId), text: '快办' }));
    answers.push(await system.as('groupHead').issues.finish({ ...on(issueId), text: '通了' }));
    await system.as('villager').issues.rate({ ...on(issueId), solved: 'NO', satisfaction: 'UNSATISFIED', text: '还是堵' });
    await turn(system);
    answers.push(await system.as('partHead').issues.get({ issueId }));
    const told = await system.store.find('notices', { where: { to: { in: [GRID, GROUP, `${VILLAGE}-1`, VILLAGE, TOWN].map((post) => `post:${post}`) } }, limit: 100 });
    expect(told.items.length).toBeGreaterThan(3);
    const seen = [...answers.map((one) => JSON.stringify(one)), JSON.stringify(told.items), JSON.stringify(await auditRows(system))];
    for (const who of ['head', 'groupHead', 'partHead', 'duty', 'town'] as const) seen.push(await everythingSeenBy(who));
    for (const text of seen.slice(0, answers.length + 1)) for (const secret of ['王秀兰', people.villager, phoneOf('villager')]) expect(text).not.toContain(secret);
    for (const text of seen) for (const secret of ['王秀兰', phoneOf('villager')]) expect(text).not.toContain(secret);
  });

  it('does not come out through who joined in, nor do their names', async () => {
    const issueId = await filed(system, 'villager', { nameHidden: true });
    const joined = [await system.as('partyMember').issues.support(on(issueId)), await system.as('vacantVillager').issues.support(on(issueId))];
    const seen = [...joined, await system.as('head').issues.get({ issueId }), await system.as('villager').issues.get({ issueId }), await system.as('supervisor').issues.get({ issueId }), await system.as('head').issues.queue({ show: 'ALL' })];
    for (const text of seen.map((one) => JSON.stringify(one))) {
      for (const secret of ['李国平', '赵春花', people.partyMember, people.vacantVillager]) expect(text).not.toContain(secret);
    }
    expect(seen[2]).toMatchObject({ supporters: 2 });
  });

  it('makes nobody a handler who joins in from another post', async () => {
    const far = await filed(system, 'farVillager', { nameHidden: false });
    const seen = await system.as('groupHead').issues.support(on(far));
    expect(seen.reporter).toBe('一位村民');
    expect((await system.as('groupHead').issues.get({ issueId: far })).reporter).toBe('一位村民');
  });
});

describe('a photo', () => {
  it('of a matter one may not see gives no link; a link of one file opens no other and ends', async () => {
    const uploadId = await uploaded(system, 'villager', { 'photo-1': {}, 'photo-2': {} });
    for (const id of ['photo-1', 'photo-2']) await system.files.keep(id, new Uint8Array([1, 2, 3]), 'image/jpeg');
    const issueId = await filed(system, 'villager', { visibility: 'HANDLERS', attachments: { uploadId, photos: ['photo-1'] } });
    for (const who of ['partyMember', 'otherHead', 'supervisor'] as const) {
      const reply = await send(system, accountOf(who), 'issues.get', { issueId });
      expect(JSON.stringify(reply)).not.toContain('photo-1');
    }
    const [photo] = (await system.as('head').issues.get({ issueId })).photos;
    const link = photo?.url;
    expect(await system.open(link)).toBeDefined();
    expect(await system.open(link?.replace('photo-1', 'photo-2'))).toBeUndefined();
    expect(await system.open(link?.replace(/([?&](?:e|until)=)\d+/, `$1${system.now() + DAY_MS}`))).toBeUndefined();
    system.pass(DAY_MS);
    expect(await system.open(link)).toBeUndefined();
  });
});

describe('lists of persons', () => {
  it('are kept to one\'s own grid or village, and say nothing of who lives elsewhere', async () => {
    for (const [who, area] of [['head', `${VILLAGE}-1.1.2`], ['head', VILLAGE], ['groupHead', `${VILLAGE}-1.2`], ['duty', OTHER_VILLAGE], ['otherHead', GRID]] as const) {
      for (const action of ['grids.households', 'grids.contactSheet']) {
        expect([who, area, codeOf(await send(system, accountOf(who), action, { area }))]).toEqual([who, area, 'FORBIDDEN']);
      }
      const village = area.slice(0, 12);
      expect(codeOf(await send(system, accountOf(who), 'people.search', { village, ...(area.length > 12 ? { grid: area } : {}) }))).toBe('FORBIDDEN');
    }
    for (const personId of [people.otherHead, 'person-nobody']) {
      expect(codeOf(await send(system, accountOf('duty'), 'people.person', { personId }))).toBe('NOT_FOUND');
      expect(codeOf(await send(system, accountOf('duty'), 'people.unbindLost', { requestId: tap(), personId }))).toBe('NOT_FOUND');
      expect(codeOf(await send(system, accountOf('duty'), 'people.issueCode', { requestId: tap(), personId }))).toBe('NOT_FOUND');
    }
    expect(codeOf(await send(system, accountOf('duty'), 'people.search', { village: VILLAGE, grid: OTHER_GRID }))).toBe('INVALID_INPUT');
  });
});

it('a complaint stays shut to whom it is about when they are appointed to the very post that has it (EVT-11)', async () => {
  const issueId = await filed(system, 'villager', { category: 'COMPLAINT', aboutId: people.head, text: '不办事，态度不好' });
  await system.as('duty').grids.appoint({ requestId: tap(), post: GROUP, personId: people.head, from: '2026-11-25', despite: true });
  await runClock(system.platform, [postJobs]);
  expect(JSON.stringify(await system.as('head').issues.queue({ show: 'ALL' }))).not.toContain(issueId);
  expect(codeOf(await send(system, accountOf('head'), 'issues.get', { issueId }))).toBe('NOT_FOUND');
});
