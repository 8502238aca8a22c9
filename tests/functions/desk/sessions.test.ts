/** A session at a computer: how long it holds, what ends it at once, what it may do, and what a stolen cookie is worth. */
import { HOUR_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { contract } from '@/contract';
import { ACCESS } from '@/domain/people/access-table';
import type { ActionRules } from '@/domain/people/access-rule';
import { createSealer, newSealKeys, sealKeysFrom } from '@platform/seal';
import { sealClaim } from '@platform/browser/claim';
import type { RosterLoad } from '@platform/records';
import { accountOf, people, VILLAGE } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { computer, ORIGIN, OUR_PAGE, signIn, type Computer } from './computer';

let system: System;
let pc: Computer;
beforeEach(async () => {
  system = await harness();
  pc = computer(system);
});
afterEach(async () => {
  expect(system.lines.filter(({ reads, writes }) => reads + writes > 8)).toEqual([]);
  await system.close();
});

const loading: RosterLoad = {
  _id: 'load-1', by: people.clerk, content: '', county: '610921', area: '610921', state: 'LOADING', startedAt: 0, rows: 9, rowsDone: 1,
  files: [], problems: 0, warnings: 0, villages: [], sources: [], staged: true, problemBatches: 0,
};
const here = () => pc.ask<{ readonly session: string; readonly idleAt: number; readonly endsAt: number }>('desk.here');
const isOut = async (): Promise<void> => expect(await pc.call('people.me')).toEqual({ ok: false, error: { code: 'NOT_SIGNED_IN' } });

describe('a session ends at once', () => {
  beforeEach(() => signIn(system, pc, 'duty'));

  it('when the phone ends it, and the other computer stays in', async () => {
    const other = computer(system);
    await signIn(system, other, 'duty');
    const { session } = await here();
    await system.as('duty').desk.end({ requestId: tap(), session });
    await isOut();
    // The browser is told to forget the cookie.
    expect(pc.cookie).toBeUndefined();
    expect(await other.ask('people.me')).toMatchObject({ person: { id: people.duty } });
  });

  it('when the phone ends all of them', async () => {
    const other = computer(system);
    await signIn(system, other, 'duty');
    await system.as('duty').desk.endAll({ requestId: tap() });
    await isOut();
    await expect(other.ask('people.me')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it.each<[string, () => Promise<unknown>]>([
    ['the phone is lost and an officer unbinds it', () => system.as('secondDuty').people.unbindLost({ requestId: tap(), personId: people.duty })],
    ['its owner unbinds the phone', () => system.as('duty').people.unbind({ requestId: tap(), personId: people.duty })],
    ['its owner deletes the account', () => system.as('duty').people.deleteAccount({ requestId: tap() })],
    ['another phone takes over', () => system.store.update('people', people.duty, { set: { account: { id: 'wx:new', level: 'VERIFIED', at: system.now() } } })],
    ['its owner was bound anew meanwhile, to the same phone', () => system.store.update('people', people.duty, { set: { account: { id: accountOf('duty'), level: 'VERIFIED', at: system.now() } } })],
    ['the binding is no longer sure', () => system.store.update('people', people.duty, { set: { 'account.level': 'WEAK' } })],
    ['the post is somebody else\'s', () => system.store.update('people', people.duty, { set: { withdrawn: [`VILLAGE_DUTY@${VILLAGE}`] } })],
    ['the term is over', () => system.store.update('people', people.duty, { set: { roles: [{ role: 'VILLAGE_DUTY', area: VILLAGE, from: '2024-03-01', to: '2026-11-24' }] } })],
    ['the officer moved away', () => system.store.update('people', people.duty, { set: { status: 'MOVED_AWAY' } })],
  ])('when %s', async (_case, happens) => {
    await happens();
    await isOut();
  });

  it.each<[string, () => Promise<unknown>, () => Promise<unknown>]>([
    ['office', () => system.store.update('people', people.duty, { set: { withdrawn: [`VILLAGE_DUTY@${VILLAGE}`] } }), () => system.store.update('people', people.duty, { unset: ['withdrawn'] })],
    ['binding', () => system.as('duty').people.unbind({ requestId: tap(), personId: people.duty }), async () => {
      system.pass(1);
      await system.store.update('people', people.duty, { set: { account: { id: accountOf('duty'), level: 'VERIFIED', at: system.now() } } });
      await system.store.update('accounts', accountOf('duty'), { set: { bindings: [{ personId: people.duty, level: 'VERIFIED', relation: 'SELF', at: system.now() }] } });
    }],
  ])('and for good: an %s that comes back does not bring it back, not even for who copied the cookie', async (_case, goes, comes) => {
    const copied = pc.cookie;
    await goes();
    await isOut();
    await comes();
    expect(await system.as('duty').people.me()).toMatchObject({ person: { id: people.duty } });
    pc.cookie = copied;
    await isOut();
  });

  it('when it is signed out, and says so once', async () => {
    await pc.ask('desk.leave', { requestId: tap() });
    expect(pc.cookie).toBeUndefined();
    await isOut();
    expect((await system.as('duty').desk.sessions()).items).toEqual([]);
  });

  it('when somebody else signs in at the same computer', async () => {
    const copied = pc.cookie;
    const next = computer(system);
    next.cookie = pc.cookie;
    await signIn(system, next, 'town');
    pc.cookie = copied;
    await isOut();
    expect(await next.ask('people.me')).toMatchObject({ person: { id: people.town } });
  });
});

describe('a session ends by itself', () => {
  beforeEach(() => signIn(system, pc, 'duty'));

  it('after half an hour in which nothing was done, to the millisecond', async () => {
    const { idleAt } = await here();
    expect(idleAt).toBe(system.now() + 30 * MINUTE_MS);
    system.pass(30 * MINUTE_MS - 1);
    const copied = pc.cookie;
    await here();
    pc.cookie = copied;
    system.pass(1);
    await isOut();
  });

  it('later if something was done, and not later because the page asked', async () => {
    system.pass(20 * MINUTE_MS);
    await here();
    expect(pc.lastSet()).toBeUndefined();
    await pc.ask('people.me');
    expect(pc.lastSet()).toContain('__Host-desk=');
    system.pass(20 * MINUTE_MS);
    await pc.ask('people.me');
    for (let n = 0; n < 4; n += 1) {
      system.pass(7 * MINUTE_MS);
      await here();
    }
    system.pass(3 * MINUTE_MS);
    await isOut();
  });

  it('though a roster is loading and its page looks on', async () => {
    pc = computer(system);
    await signIn(system, pc, 'clerk');
    await system.store.insert('rosterLoads', loading);
    for (let n = 0; n < 4; n += 1) {
      system.pass(7 * MINUTE_MS);
      expect(await pc.ask('roster.progress', { loadId: loading._id })).toMatchObject({ state: 'LOADING' });
      expect(pc.lastSet()).toBeUndefined();
    }
    system.pass(2 * MINUTE_MS);
    await isOut();
  });

  it('after nine hours, whatever was done', async () => {
    const { endsAt } = await here();
    expect(endsAt).toBe(system.now() + 9 * HOUR_MS);
    for (let n = 0; n < 26; n += 1) {
      system.pass(20 * MINUTE_MS);
      await pc.ask('people.me');
    }
    system.pass(20 * MINUTE_MS);
    await isOut();
    expect((await system.as('duty').desk.sessions()).items).toEqual([]);
  });

  it('when a fourth computer is signed in: the oldest', async () => {
    const others: Computer[] = [];
    for (let n = 0; n < 3; n += 1) {
      system.pass(MINUTE_MS);
      const one = computer(system);
      others.push(one);
      await signIn(system, one, 'duty');
    }
    await isOut();
    for (const one of others) expect(await one.ask('people.me')).toMatchObject({ person: { id: people.duty } });
    expect((await system.as('duty').desk.sessions()).items).toHaveLength(3);
  });
});

describe('a stolen cookie', () => {
  beforeEach(() => signIn(system, pc, 'duty'));

  it('that is not used dies half an hour after the last thing that was done with it, though its owner goes on', async () => {
    const stolen = pc.cookie;
    for (let n = 0; n < 3; n += 1) {
      system.pass(11 * MINUTE_MS);
      await pc.ask('people.me');
    }
    const thief = computer(system);
    thief.cookie = stolen;
    await expect(thief.ask('people.me')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
    expect(await pc.ask('people.me')).toMatchObject({ person: { id: people.duty } });
  });

  it('takes over nothing: what decides whose phone it is, and the whole ID number, stay on the phone', async () => {
    for (const [action, input] of [
      ['people.bindByName', { requestId: tap(), name: '王小军', idLast4: '0010', relation: 'FAMILY' }],
      ['people.bindByCode', { requestId: tap(), code: 'KFD7M3XTAP', relation: 'FAMILY' }],
      ['people.bindByPhone', { requestId: tap(), phoneCode: 'x', name: '马建业', relation: 'SELF' }],
      ['people.actFor', { personId: people.duty }],
      ['people.unbind', { requestId: tap(), personId: people.duty }],
      ['people.answerClaim', { requestId: tap(), claimId: 'claim-1', allow: true }],
      ['people.myData', undefined],
      ['people.deleteAccount', { requestId: tap() }],
      ['people.familyPhones', undefined],
      ['people.endFamilyPhone', { requestId: tap(), ref: 'phone-1' }],
    ] as const) {
      expect([action, await pc.call(action, input)]).toEqual([action, { ok: false, error: { code: 'PHONE_ONLY' } }]);
    }
  });
});

describe('a cookie of somebody\'s own making', () => {
  const forged = async (value: string): Promise<void> => {
    pc.cookie = `__Host-desk=${value}`;
    await isOut();
    pc.cookie = undefined;
  };

  it('is nobody\'s: not sealed, cut, changed, sealed with another key, or another sealed field of ours', async () => {
    const asked = await signIn(system, pc, 'duty');
    const good = (pc.cookie ?? '').slice('__Host-desk='.length);
    const claim = { account: accountOf('duty'), session: asked.id, secret: pc.secret, seenAt: system.now() };
    const anotherKey = createSealer(sealKeysFrom({ ...newSealKeys() }));
    const person = await system.store.get('people', people.duty);
    for (const value of ['x', '', 'k1.', good.slice(0, -4), `${good.slice(0, 20)}${good[20] === 'A' ? 'B' : 'A'}${good.slice(21)}`, sealClaim(anotherKey, claim), person?.idSealed ?? '', person?.phoneSealed ?? '', system.platform.sealer.seal('["desk"]'), system.platform.sealer.seal('{}'), system.platform.sealer.seal(JSON.stringify(['link', claim.account, claim.session, claim.secret, claim.seenAt])), 'y'.repeat(100_000)]) {
      await forged(value);
    }
    // And with our key but for another account, another session, another secret: no such thing is in the account.
    for (const wrong of [{ account: accountOf('town') }, { session: '__proto__' }, { session: 'constructor' }, { secret: 'z'.repeat(43) }]) await forged(sealClaim(system.platform.sealer, { ...claim, ...wrong }));
    expect(await system.as('duty').desk.sessions()).toMatchObject({ items: [{ id: asked.id }] });
  });

  it('planted beforehand is not taken over by a sign-in (session fixation)', async () => {
    const planted = '__Host-desk=k1.planted';
    pc.cookie = planted;
    await signIn(system, pc, 'duty');
    expect(pc.cookie).not.toBe(planted);
    const attacker = computer(system);
    attacker.cookie = planted;
    await expect(attacker.ask('people.me')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});

describe('a page of another site', () => {
  beforeEach(() => signIn(system, pc, 'duty'));

  it.each<[string, Readonly<Record<string, string | undefined>>]>([
    ['without our header', { 'x-desk': undefined }],
    ['with another origin', { origin: 'https://evil.test' }],
    ['with an origin that begins like ours', { origin: `${ORIGIN}.evil.test` }],
    ['with ours over plain HTTP', { origin: ORIGIN.replace('https', 'http') }],
    ['with no origin at all', { origin: undefined }],
    ['with the origin of a sandboxed frame', { origin: 'null' }],
    ['of a neighbouring host, as the browser says', { 'sec-fetch-site': 'same-site' }],
    ['of elsewhere, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['typed into the address, as the browser says', { 'sec-fetch-site': 'none' }],
  ])('%s does nothing with the cookie the browser sends along', async (_case, headers) => {
    const before = system.lines.length;
    expect(await pc.call('desk.endAll', { requestId: tap() }, headers)).toEqual({ ok: false, error: { code: 'NOT_SIGNED_IN' } });
    expect(pc.lastSet()).toBeUndefined();
    expect(system.lines.slice(before)).toEqual([{ action: 'browser.?', outcome: 'NOT_SIGNED_IN' }]);
    expect(await pc.ask('people.me')).toMatchObject({ person: { id: people.duty } });
  });

  it('signs nobody in either: neither a stranger as us, nor us as the stranger', async () => {
    for (const action of ['desk.begin', 'desk.collect', 'desk.enter']) {
      expect(await pc.call(action, { secret: pc.secret, code: 'KFD7M3XTAP' }, { origin: 'https://evil.test' })).toMatchObject({ error: { code: 'NOT_SIGNED_IN' } });
    }
  });

  it('is told apart from ours in an old browser too, which does not say where a page is from', async () => {
    expect(await pc.call('people.me', undefined, { 'sec-fetch-site': undefined })).toMatchObject({ ok: true });
    expect(OUR_PAGE['sec-fetch-site']).toBe('same-origin');
  });
});

describe('a browser that nobody signed in', () => {
  const open: readonly string[] = ['desk.begin', 'desk.collect', 'desk.enter'];
  const actions = Object.entries(contract).flatMap(([context, procedures]) => Object.keys(procedures).map((name) => `${context}.${name}`)).filter((action) => !open.includes(action));

  it('is refused everything, before anything is read, whatever it sends', async () => {
    for (const action of actions) {
      expect([action, await pc.call(action, { requestId: tap(), id: 'x', personId: people.duty })]).toEqual([action, { ok: false, error: { code: 'NOT_SIGNED_IN' } }]);
      expect(system.lastLine()).toMatchObject({ action, reads: 0, writes: 0 });
    }
  });

  it('may do what stands open in the table, and that is what it may', () => {
    expect(Object.entries(ACCESS as Readonly<Record<string, ActionRules>>).filter(([, { open: isOpen }]) => isOpen).map(([action]) => action).sort()).toEqual([...open].sort());
  });
});

describe('a call from a computer', () => {
  it.each<[string, unknown]>([
    ['people.me', undefined],
    ['issues.queue', { show: 'ALL' }],
    ['grids.village', { village: VILLAGE }],
    ['grids.check', { village: VILLAGE }],
    ['people.search', { village: VILLAGE, name: '王小军' }],
    ['issues.overview', { month: '2026-11' }],
    ['issues.exportCsv', { month: '2026-11', kind: 'ISSUES' }],
    ['notices.list', {}],
  ])('%s costs what it costs from a phone', async (action, input) => {
    await signIn(system, pc, 'duty');
    const [context = '', procedure = ''] = action.split('.');
    const fromPhone = await system.call(accountOf('duty'), context as 'people', { procedure, input });
    const phone = system.lastLine();
    // Two readings of one person in one millisecond would be one in the audit.
    system.pass(1);
    const fromDesk = await pc.call(action, input);
    const desk = system.lastLine();
    expect(fromPhone).toMatchObject({ ok: true });
    expect(JSON.stringify(fromDesk)).toBe(JSON.stringify(fromPhone).replaceAll(String(system.now() - 1), String(system.now())));
    expect([desk.reads, desk.writes]).toEqual([phone.reads, phone.writes]);
  });

  it('is its officer\'s own, whomever the phone acts for meanwhile', async () => {
    await signIn(system, pc, 'duty');
    const account = await system.store.get('accounts', accountOf('duty'));
    await system.store.update('accounts', accountOf('duty'), { set: { bindings: [...(account?.bindings ?? []), { personId: people.villager, level: 'VERIFIED', relation: 'FAMILY', at: 0 }], actingFor: people.villager } });
    expect(await pc.ask('people.me')).toMatchObject({ person: { id: people.duty, desks: [{ post: VILLAGE }] } });
  });
});

describe('the list of computers', () => {
  it('is one\'s own, newest first, and marks the one that asks', async () => {
    const first = await signIn(system, pc, 'duty');
    system.pass(MINUTE_MS);
    const other = computer(system);
    const second = await signIn(system, other, 'duty');
    await signIn(system, computer(system), 'town');
    const { items, idleMinutes, sessionHours } = await pc.ask<{ readonly items: readonly { readonly id: string; readonly here: boolean }[]; readonly idleMinutes: number; readonly sessionHours: number }>('desk.sessions');
    expect(items.map(({ id, here: isHere }) => [id, isHere])).toEqual([[second.id, false], [first.id, true]]);
    expect([idleMinutes, sessionHours]).toEqual([30, 9]);
  });

  it('ends nobody else\'s: an id of another account, or a path of one\'s own making, changes nothing', async () => {
    const asked = await signIn(system, pc, 'duty');
    const before = JSON.stringify(await system.store.get('accounts', accountOf('town')));
    for (const session of [asked.id, '__proto__', `${asked.id}.at`, 'x.bindings', 'constructor']) await system.as('town').desk.end({ requestId: tap(), session });
    expect(JSON.stringify(await system.store.get('accounts', accountOf('town')))).toBe(before);
    expect(await pc.ask('people.me')).toMatchObject({ person: { id: people.duty } });
  });
});
