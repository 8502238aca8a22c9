/** The bored teenager: what no phone of ours sends. Each is refused with a clear code, and nothing comes of it. */
import { GRID, people, VILLAGE, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { filed, on, report, uploaded } from '../issues/kit';
import { codeOf, send } from './kit';

let system: System;
beforeAll(async () => {
  system = await harness();
});
afterAll(() => system.close());

const accountOf = (who: Somebody) => `demo:${people[who]}`;
const VILLAGER = accountOf('villager');
const issueOf = (id: string) => system.store.get('issues', id);

describe('somebody else\'s name in the call', () => {
  it('is not looked at: neither beside the input nor in it', async () => {
    const forged = { personId: people.head, reporterId: people.head, reporterAccount: accountOf('head'), account: accountOf('head'), openid: 'x', _id: 'issue-mine', restricted: true, published: true };
    const reply = await send(system, VILLAGER, 'issues.submit', { ...report(), ...forged }, { ...forged, userInfo: { openId: accountOf('head') }, caller: { account: accountOf('head') } });
    expect(codeOf(reply)).toBe('OK');
    const issueId = reply.ok ? String((reply.data as { issueId?: unknown }).issueId) : '';
    expect(await issueOf(issueId)).toMatchObject({ reporterId: people.villager, reporterAccount: VILLAGER, restricted: false });
    expect(await system.store.get('issues', 'issue-mine')).toBeUndefined();
  });

  it('does not let a villager accept, though they say who they are', async () => {
    const issueId = await filed(system);
    const forged = { ...on(issueId), personId: people.head, posts: [GRID], role: 'HEAD' };
    expect(codeOf(await send(system, VILLAGER, 'issues.accept', forged, { account: accountOf('head'), openid: accountOf('head') }))).toBe('NOT_FOUND');
    expect((await issueOf(issueId))?.stage).toBe('REPORTED');
  });

  it('acts for nobody who did not agree, unbinds nobody, answers nobody\'s claim', async () => {
    for (const personId of [people.head, people.son, 'person-nobody']) {
      expect(codeOf(await send(system, VILLAGER, 'people.actFor', { personId }))).toBe('NOT_FOUND');
      await send(system, VILLAGER, 'people.unbind', { requestId: tap(), personId });
    }
    expect((await system.store.get('people', people.head))?.account?.id).toBe(accountOf('head'));
    expect(codeOf(await send(system, VILLAGER, 'people.answerClaim', { requestId: tap(), claimId: 'claim-0', allow: true }))).toBe('NOT_FOUND');
  });

  it('gives nobody an office: roles in the input of a person are not there', async () => {
    const input = { requestId: tap(), personId: people.son, reason: '改电话', phone: '13900009998', roles: [{ role: 'COUNTY_CLERK', area: '610921', from: '2024-01-01' }], account: { id: VILLAGER, level: 'VERIFIED', at: 0 } };
    expect(codeOf(await send(system, accountOf('duty'), 'people.correctPerson', input))).toBe('OK');
    const son = await system.store.get('people', people.son);
    expect([son?.roles, son?.account]).toEqual([[], undefined]);
  });
});

describe('another account\'s request id', () => {
  it('makes a report of one\'s own and shows nothing of the other', async () => {
    const input = report({ text: '只有她知道的话' });
    const hers = await system.as('villager').issues.submit(input);
    const reply = await send(system, accountOf('partyMember'), 'issues.submit', { ...report({ text: '别的话' }), requestId: input.requestId });
    expect(codeOf(reply)).toBe('OK');
    expect(JSON.stringify(reply)).not.toContain(hers.issueId);
    expect((await issueOf(hers.issueId))?.text).toBe('只有她知道的话');
  });

  it('on the same matter is refused, and answers nothing', async () => {
    const issueId = await filed(system);
    const act = on(issueId);
    await system.as('head').issues.accept(act);
    const reply = await send(system, VILLAGER, 'issues.remind', act);
    expect(codeOf(reply)).toBe('REQUEST_REUSED');
    expect((await issueOf(issueId))?.remindedAt).toBeUndefined();
  });
});

describe('another account\'s files', () => {
  it('are neither finished, discarded nor attached by who knows their ids', async () => {
    const uploadId = await uploaded(system, 'head', { 'photo-1': {} });
    for (const action of ['files.finish', 'files.discard']) {
      const reply = await send(system, VILLAGER, action, { uploadId, fileId: 'photo-1' });
      expect(JSON.stringify(reply)).toMatch(/NOT_FOUND|"discarded":false/);
    }
    expect(codeOf(await send(system, VILLAGER, 'issues.submit', report({ attachments: { uploadId, photos: ['photo-1'] } })))).toBe('INVALID_INPUT');
    expect(codeOf(await send(system, VILLAGER, 'issues.submit', report({ attachments: { uploadId: `x:${uploadId}`, photos: ['photo-1'] } })))).toBe('INVALID_INPUT');
    expect((await system.store.get('uploads', `${accountOf('head')}:${uploadId}`))?.files['photo-1']?.state).toBe('READY');
  });

  it.each(['__proto__', 'constructor', 'toString', '../../store.sqlite', 'photo-1.state'])('%j is no file', async (fileId) => {
    const uploadId = await uploaded(system, 'villager', { 'photo-1': {} });
    expect(codeOf(await send(system, VILLAGER, 'files.finish', { uploadId, fileId }))).toBe('NOT_FOUND');
    expect(await send(system, VILLAGER, 'files.discard', { uploadId, fileId })).toEqual({ ok: true, data: { discarded: false } });
    expect((await system.store.get('uploads', `${VILLAGER}:${uploadId}`))?.files['photo-1']).toMatchObject({ state: 'READY' });
  });

  it('a villager does not send rosters', async () => {
    expect(codeOf(await send(system, VILLAGER, 'files.begin', { uploadId: tap(), fileNo: 0, purpose: 'ROSTER', bytes: 10 }))).toBe('FORBIDDEN');
  });
});

describe('a procedure that is none', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', '~orpc', 'submit.handler', '', ' submit', 'x'.repeat(10_000)])('%j is not found', async (procedure) => {
    expect(await system.call(VILLAGER, 'issues', { procedure, input: report() })).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    // A name that is none may be a person's words: it is not logged.
    expect(system.lastLine()).toMatchObject({ action: 'issues.?', outcome: 'NOT_FOUND', reads: 0, writes: 0 });
  });

  it.each([[null], ['submit'], [42], [[]], [{}], [{ procedure: ['submit'] }], [{ procedure: { toString: 'submit' } }]])('%j is no call', async (event) => {
    expect(codeOf(await system.call(VILLAGER, 'issues', event))).toBe('NOT_FOUND');
  });

  it('nobody is nobody: without an account nothing answers', async () => {
    for (const procedure of ['submit', 'mine', 'get']) expect(codeOf(await system.call(undefined, 'issues', { procedure, input: {} }))).toBe('NOT_SIGNED_IN');
  });
});

describe('an input that is none', () => {
  const WRONG: readonly unknown[] = [undefined, null, 0, '', 'text', true, [], [[]], {}, { issueId: null }, { requestId: 1, issueId: 2 }, { requestId: tap(), issueId: { $ne: '' } }, { requestId: tap(), issueId: ['a'] }];
  const NEEDS_INPUT = ['issues.submit', 'issues.submitFor', 'issues.preview', 'issues.get', 'issues.accept', 'issues.rate', 'issues.dispatch', 'issues.similar', 'people.bindByName', 'people.apply', 'people.actFor', 'people.askRights', 'people.search', 'people.addPerson', 'grids.appoint', 'grids.standIn', 'files.begin', 'files.finish', 'notices.seen', 'roster.check', 'roster.load'];

  it.each(NEEDS_INPUT)('%s says which field, whoever asks, and never breaks', async (action) => {
    for (const account of [VILLAGER, accountOf('duty')]) {
      for (const input of WRONG) {
        const reply = await send(system, account, action, input);
        // What a role may not do at all can be refused first; nothing else is said.
        expect([action, input, codeOf(reply)]).toEqual([action, input, expect.stringMatching(/^(INVALID_INPUT|FORBIDDEN)$/)]);
      }
    }
  });

  it('a query in place of a value is a text to nobody', async () => {
    for (const [action, input] of [['issues.get', { issueId: { $gt: '' } }], ['people.person', { personId: { $regex: '.*' } }], ['people.search', { village: VILLAGE, name: { $gt: '' } }], ['issues.mine', { after: { $gt: '' } }]] as const) {
      expect(codeOf(await send(system, accountOf('duty'), action, input))).toBe('INVALID_INPUT');
    }
  });

  it.each(['x', 'e30', 'own:e30', 'supported:', 'constructor:', Buffer.from('{"__proto__":1}').toString('base64url'), 'own:' + Buffer.from('[[1],{"a":1}]').toString('base64url')])('a cursor of one\'s own making, %j, is refused or is the beginning', async (after) => {
    for (const action of ['issues.mine', 'issues.village', 'notices.list']) {
      expect([action, codeOf(await send(system, VILLAGER, action, { after }))]).toEqual([action, expect.stringMatching(/^(INVALID_INPUT|OK)$/)]);
    }
  });
});

describe('words', () => {
  it.each([['a megabyte', '沟'.repeat(1_000_000)], ['ten thousand characters', '沟'.repeat(10_000)], ['ten thousand marks on one letter', `a${'\u0301'.repeat(10_000)}`]])('%s is refused wherever words are taken', async (_how, text) => {
    const issueId = await filed(system);
    const calls: readonly (readonly [Somebody, string, Readonly<Record<string, unknown>>])[] = [
      ['villager', 'issues.submit', report({ text })],
      ['villager', 'issues.add', { ...on(issueId), text }],
      ['villager', 'people.askRights', { requestId: tap(), kind: 'CORRECT', text }],
      ['villager', 'people.sendFeedback', { requestId: tap(), text }],
      ['villager', 'people.apply', { requestId: tap(), name: '张三', village: VILLAGE, text }],
      ['villager', 'people.bindByName', { requestId: tap(), name: text, idLast4: '0000', relation: 'SELF' }],
      ['head', 'issues.ask', { ...on(issueId), text }],
      ['head', 'issues.handUp', { ...on(issueId), text }],
      ['duty', 'people.correctPerson', { requestId: tap(), personId: people.son, name: text, reason: '改名' }],
    ];
    for (const [who, action, input] of calls) expect([action, codeOf(await send(system, accountOf(who), action, input))]).toEqual([action, 'INVALID_INPUT']);
    expect((await issueOf(issueId))?.steps).toHaveLength(1);
  });

  it('keeps markup as text and drops what cannot be seen, in every place people write', async () => {
    const nasty = '<script>alert(1)</script>\u0000\u0007\u202E水沟';
    const issueId = await filed(system, 'villager', { text: nasty, placeText: nasty });
    await system.as('villager').issues.add({ ...on(issueId), text: nasty });
    await system.as('head').issues.accept(on(issueId));
    await system.as('head').issues.finish({ ...on(issueId), text: nasty });
    const seen = await system.as('head').issues.get({ issueId });
    expect([seen.text, seen.placeText, seen.steps[1]?.text, seen.steps.at(-1)?.text]).toEqual(Array.from({ length: 4 }, () => '<script>alert(1)</script>水沟'));
  });

  it('a table of matters holds nobody\'s words, so that no formula of theirs can be in it', async () => {
    await filed(system, 'villager', { text: '=HYPERLINK("http://x","点我")', placeText: '=1+1', category: 'OTHER' });
    await system.phone('wx:sly').issues.submit(report({ visitorName: '=cmd|calc', text: '@SUM(A1)', place: { kind: 'GRID', grid: GRID } }));
    const { csv } = await system.as('town').issues.exportCsv({ area: VILLAGE, month: '2026-11', kind: 'ISSUES' });
    for (const word of ['HYPERLINK', 'cmd', 'SUM', '1+1']) expect(csv).not.toContain(word);
    for (const cell of csv.replace('\uFEFF', '').split(/[,\r\n]+/)) expect(cell).not.toMatch(/^"?[=+\-@]/);
  });
});
