/** Signing a computer in by a phone: who may, what it takes, and what an attacker gets for their trouble. */
import { MINUTE_MS } from '@/domain/basics/civil-time';
import type { AppError } from '@/services/app-error';
import type { Change } from '@platform/store';
import { jobs } from '../../../cloudfunctions/clock/jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { accountOf, people, type Somebody } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { auditRows } from '../security/kit';
import { computer, newSecret, ORIGIN, signIn } from './computer';

const MOST_OPERATIONS = 8;

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(async () => {
  // Whatever was called in a test, none of it was dearer.
  const dear = system.lines.filter(({ reads, writes }) => reads + writes > MOST_OPERATIONS);
  expect(dear).toEqual([]);
  await system.close();
});

const confirm = (who: Somebody, id: string, code: string) => system.as(who).desk.confirm({ requestId: tap(), id, code });

describe('the whole round', () => {
  it('shows on the phone what is signed in, and the computer then is its officer', async () => {
    const pc = computer(system);
    const asked = await pc.begin();
    expect(asked.code).toMatch(/^\d{4} \d{4}$/);
    expect(await pc.collect()).toEqual({ state: 'WAITING' });
    expect(await system.as('duty').desk.look({ id: asked.id })).toMatchObject({ browser: 'Edge，Windows 电脑', site: 'desk.hanyin.test', at: system.now() });
    expect(await system.as('duty').desk.confirm({ requestId: tap(), id: asked.id, code: asked.code.slice(-4) })).toEqual({ confirmed: true });
    expect(system.lastLine()).toMatchObject({ action: 'desk.confirm', reads: 3, writes: 2 });
    expect(await pc.collect()).toEqual({ state: 'IN' });
    expect(system.lastLine()).toMatchObject({ action: 'desk.collect', outcome: 'OK' });
    expect(pc.lastSet()).toMatch(/^__Host-desk=k1\.[A-Za-z0-9_-]+; Path=\/; HttpOnly; SameSite=Strict; Secure$/);
    expect(await pc.ask('people.me')).toMatchObject({ person: { id: people.duty, name: '马建业' } });
    expect(await pc.ask('desk.here')).toMatchObject({ session: asked.id, name: '马建业' });
    expect(await system.as('duty').desk.sessions()).toMatchObject({ items: [{ id: asked.id, browser: 'Edge，Windows 电脑', here: false }] });
    expect(await pc.ask('desk.leave', { requestId: tap() })).toEqual({ left: true });
    expect(pc.cookie).toBeUndefined();
  });
});

describe('who may say yes', () => {
  it.each<[Somebody, string]>([['villager', 'FORBIDDEN'], ['farVillager', 'NOT_VERIFIED'], ['partyMember', 'FORBIDDEN'], ['supervisor', 'FORBIDDEN'], ['auditor', 'FORBIDDEN']])('not %s: %s', async (who, code) => {
    const asked = await computer(system).begin();
    await expect(system.as(who).desk.look({ id: asked.id })).rejects.toMatchObject({ code });
    await expect(confirm(who, asked.id, asked.code)).rejects.toMatchObject({ code });
    expect(await system.as('duty').desk.look({ id: asked.id })).toMatchObject({ id: asked.id });
  });

  it('nor a visitor', async () => {
    const asked = await computer(system).begin();
    await expect(system.phone('wx:stranger').desk.confirm({ requestId: tap(), id: asked.id, code: asked.code })).rejects.toMatchObject({ code: 'NOT_BOUND' });
  });

  it.each<Somebody>(['head', 'groupHead', 'partHead', 'duty', 'town', 'legal', 'police', 'department', 'county', 'clerk'])('%s may', async (who) => {
    await signIn(system, computer(system), who);
  });

  it('not a phone that acts for its owner\'s family just now, since then it holds no office', async () => {
    const account = await system.store.get('accounts', accountOf('duty'));
    if (account === undefined) throw new Error('the fixture has it');
    await system.store.replace('accounts', { ...account, bindings: [...account.bindings, { personId: people.villager, level: 'VERIFIED', relation: 'FAMILY', at: 0 }], actingFor: people.villager });
    const asked = await computer(system).begin();
    await expect(confirm('duty', asked.id, asked.code)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('not a computer: one that is signed in signs in no other', async () => {
    const pc = computer(system);
    await signIn(system, pc, 'duty');
    const asked = await computer(system).begin();
    for (const action of ['desk.look', 'desk.confirm', 'desk.refuse']) {
      expect(await pc.call(action, { requestId: tap(), id: asked.id, code: asked.code })).toMatchObject({ error: { code: 'PHONE_ONLY' } });
    }
  });
});

describe('who says yes to what they do not see (a picture sent by somebody else)', () => {
  it('signs nobody in: without the digits on the screen the asking is over, at the first try', async () => {
    const pc = computer(system);
    const asked = await pc.begin();
    const wrong = String((Number(asked.code.slice(-4)) + 1) % 10_000).padStart(4, '0');
    await expect(confirm('duty', asked.id, wrong)).rejects.toMatchObject({ code: 'CODE_MISMATCH' });
    await expect(confirm('duty', asked.id, asked.code)).rejects.toMatchObject({ code: 'ASKING_OVER' });
    expect(await pc.collect()).toEqual({ state: 'REFUSED' });
    expect(pc.cookie).toBeUndefined();
  });

  it.each(['', '0', '12345', 'abcd', '١٢٣٤'])('%j are no digits', async (code) => {
    const asked = await computer(system).begin();
    await expect(confirm('duty', asked.id, code)).rejects.toMatchObject({ code: 'CODE_MISMATCH' });
  });

  it('can say that it was not them', async () => {
    const pc = computer(system);
    const asked = await pc.begin();
    expect(await system.as('duty').desk.refuse({ requestId: tap(), id: asked.id })).toEqual({ refused: true });
    expect(await pc.collect()).toEqual({ state: 'REFUSED' });
    await expect(confirm('duty', asked.id, asked.code)).rejects.toMatchObject({ code: 'ASKING_OVER' });
  });

  it('the same tap again says the same, and makes nothing twice', async () => {
    const pc = computer(system);
    const asked = await pc.begin();
    const again = { requestId: tap(), id: asked.id, code: asked.code };
    expect(await system.as('duty').desk.confirm(again)).toEqual({ confirmed: true });
    expect(await system.as('duty').desk.confirm(again)).toEqual({ confirmed: true });
    await expect(system.as('duty').desk.confirm({ ...again, code: '0000' })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    expect((await auditRows(system)).filter(({ action }) => action === 'desk.confirm')).toHaveLength(1);
  });
});

describe('a code that is typed', () => {
  it('finds its computer, whole and however it is written', async () => {
    const pc = computer(system);
    const asked = await pc.begin();
    expect(await system.as('duty').desk.look({ code: `${asked.code.slice(0, 4)}－${asked.code.slice(-4)}`.replace('－', '-') })).toMatchObject({ id: asked.id });
    await confirm('duty', asked.id, asked.code);
    expect(await pc.collect()).toEqual({ state: 'IN' });
  });

  it('cannot be guessed for long: so many wrong ones a day and account', async () => {
    const asked = await computer(system).begin();
    for (let n = 0; n < 10; n += 1) await expect(system.as('duty').desk.look({ code: `0000 000${n}` })).rejects.toMatchObject({ code: 'ASKING_OVER' });
    await expect(system.as('duty').desk.look({ code: asked.code })).rejects.toMatchObject({ code: 'TOO_MANY_TRIES' });
    expect(await system.as('town').desk.look({ code: asked.code })).toMatchObject({ id: asked.id });
  });

  it('cannot be guessed for long by asking for many at the same time either', async () => {
    // Its own, since what meets in the store is tried again, which costs more than one try.
    const crowd = await harness();
    try {
      const asked = await computer(crowd).begin();
      const look = (code: string) => crowd.as('duty').desk.look({ code }).then(() => 'FOUND', (error: AppError) => error.code);
      const answers = await Promise.all(Array.from({ length: 40 }, (_, n) => look(`0000 00${String(n).padStart(2, '0')}`)));
      expect(answers.filter((answer) => answer === 'ASKING_OVER').length).toBeLessThanOrEqual(10);
      for (let n = 0; n < 10; n += 1) await look(`1111 111${n}`);
      expect(await look(asked.code)).toBe('TOO_MANY_TRIES');
    } finally {
      await crowd.close();
    }
  });

  it('that fits is not counted, but writes as well: so it cannot slip through beside wrong ones that are being counted', async () => {
    const { code } = await computer(system).begin();
    for (let n = 0; n < 12; n += 1) await system.as('duty').desk.look({ code });
    expect(system.lastLine()).toMatchObject({ action: 'desk.look', outcome: 'OK', reads: 4, writes: 1 });
  });

  it.each([4, 7])('is not found by its last %i digits', async (digits) => {
    const asked = await computer(system).begin();
    await expect(system.as('duty').desk.look({ code: asked.code.replace(' ', '').slice(-digits) })).rejects.toMatchObject({ code: 'ASKING_OVER' });
  });
});

describe('the computer that began', () => {
  it('alone takes it up: what the picture says is of no use to another browser', async () => {
    const pc = computer(system);
    const asked = await pc.begin();
    await confirm('duty', asked.id, asked.code);
    for (const secret of [newSecret(), asked.id.padEnd(43, 'x').slice(0, 43)]) {
      const thief = computer(system, { secret });
      await expect(thief.collect()).rejects.toMatchObject({ code: 'NOT_FOUND' });
      expect(thief.cookie).toBeUndefined();
    }
    expect(await pc.collect()).toEqual({ state: 'IN' });
  });

  it('takes it up once; asked again after a lost answer it is the same session', async () => {
    const pc = computer(system);
    const asked = await signIn(system, pc, 'duty');
    pc.cookie = undefined;
    expect(await pc.collect()).toEqual({ state: 'IN' });
    expect(await pc.ask('desk.here')).toMatchObject({ session: asked.id });
    expect((await system.as('duty').desk.sessions()).items).toHaveLength(1);
    expect((await auditRows(system)).filter(({ action }) => action === 'desk.collect')).toHaveLength(1);
  });

  it('asked for at the same time from two windows it is one session', async () => {
    const pc = computer(system);
    const other = computer(system, { secret: pc.secret });
    const asked = await pc.begin();
    await confirm('duty', asked.id, asked.code);
    const states = (await Promise.all([pc.collect(), other.collect()])).map(({ state }) => state);
    expect(states).toContain('IN');
    expect((await system.as('duty').desk.sessions()).items).toHaveLength(1);
  });

  it('does not take it up again once it was ended, nor later', async () => {
    const pc = computer(system);
    await signIn(system, pc, 'duty');
    await system.as('duty').desk.endAll({ requestId: tap() });
    expect(await pc.collect()).toEqual({ state: 'OVER' });
    const late = computer(system);
    await signIn(system, late, 'duty');
    system.pass(MINUTE_MS);
    late.cookie = undefined;
    expect(await late.collect()).toEqual({ state: 'OVER' });
    expect(late.cookie).toBeUndefined();
  });

  it('begins the same asking again when the answer was lost', async () => {
    const pc = computer(system);
    const first = await pc.begin();
    expect(await pc.begin()).toEqual(first);
  });

  it('finds it over after its time, wherever it stands', async () => {
    const waiting = computer(system);
    const asked = await waiting.begin();
    system.pass(119_999);
    expect(await system.as('duty').desk.look({ id: asked.id })).toMatchObject({ id: asked.id });
    system.pass(1);
    expect(await waiting.collect()).toEqual({ state: 'OVER' });
    await expect(system.as('duty').desk.look({ id: asked.id })).rejects.toMatchObject({ code: 'ASKING_OVER' });
    await expect(confirm('duty', asked.id, asked.code)).rejects.toMatchObject({ code: 'ASKING_OVER' });

    const confirmed = computer(system);
    const second = await confirmed.begin();
    await confirm('duty', second.id, second.code);
    system.pass(MINUTE_MS);
    expect(await confirmed.collect()).toEqual({ state: 'OVER' });
    expect(confirmed.cookie).toBeUndefined();
  });

  it.each<[string, Somebody, Change]>([
    ['their office', 'duty', { set: { withdrawn: ['VILLAGE_DUTY@610921107202'] } }],
    ['their phone', 'town', { unset: ['account'] }],
  ])('gets nothing from a yes of somebody who lost %s before it asked', async (_what, who, loss) => {
    const pc = computer(system);
    const asked = await pc.begin();
    await confirm(who, asked.id, asked.code);
    await system.store.update('people', people[who], loss);
    expect(await pc.collect()).toEqual({ state: 'OVER' });
    expect(pc.cookie).toBeUndefined();
  });
});

describe('two phones at one computer', () => {
  it('are not both heard: the first yes counts', async () => {
    const pc = computer(system);
    const asked = await pc.begin();
    const outcomes = await Promise.allSettled([confirm('duty', asked.id, asked.code), confirm('town', asked.id, asked.code)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await pc.collect()).toEqual({ state: 'IN' });
    const who = outcomes[0]?.status === 'fulfilled' ? people.duty : people.town;
    expect(await pc.ask('people.me')).toMatchObject({ person: { id: who } });
  });
});

describe('strangers', () => {
  it('who ask for more and more codes are told to wait, and those who are signed in notice nothing', async () => {
    const crowded = await harness({ settings: { desk: { ...system.platform.settings.desk, maxWaiting: 10 } } });
    try {
      const pc = computer(crowded);
      await signIn(crowded, pc, 'duty');
      for (let n = 0; n < 9; n += 1) await computer(crowded).begin();
      await expect(computer(crowded).begin()).rejects.toMatchObject({ code: 'TOO_MANY_WAITING' });
      expect(await pc.ask('people.me')).toMatchObject({ person: { id: people.duty } });
      crowded.pass(2 * MINUTE_MS);
      await computer(crowded).begin();
    } finally {
      await crowded.close();
    }
  });

  it('are swept out after a while', async () => {
    const asked = await computer(system).begin();
    system.pass(12 * MINUTE_MS + 1);
    await runClock(system.platform, jobs);
    expect(await system.store.get('deskAskings', asked.id)).toBeUndefined();
  });

  it('on a phone take nothing up: only a browser asks to be signed in', async () => {
    for (const procedure of ['begin', 'collect', 'enter']) {
      const reply = await system.call(accountOf('duty'), 'desk', { procedure, input: { secret: newSecret(), code: 'KFD7M-3XTAP' } });
      expect(reply).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    }
  });
});

describe('what the store keeps', () => {
  it('is neither the secret, nor the code, nor the cookie', async () => {
    const pc = computer(system);
    const asked = await signIn(system, pc, 'duty');
    const account = await system.store.get('accounts', accountOf('duty'));
    const kept = JSON.stringify([account, await system.store.get('deskAskings', asked.id), await auditRows(system)]);
    expect(Object.keys(account?.desks ?? {})).toEqual([asked.id]);
    for (const secret of [pc.secret, asked.code, asked.code.replace(' ', ''), pc.cookie?.split('=')[1] ?? '?']) expect(kept).not.toContain(secret);
    expect(JSON.stringify(system.lines)).not.toContain(pc.secret);
  });

  it('is who signed in where, in the audit', async () => {
    const pc = computer(system);
    const asked = await signIn(system, pc, 'duty');
    await system.as('duty').desk.end({ requestId: tap(), session: asked.id });
    const rows = (await auditRows(system)).filter(({ action }) => action.startsWith('desk.'));
    expect(rows.map(({ action, person, target }) => [action, person, target])).toEqual(expect.arrayContaining([
      ['desk.confirm', people.duty, `desk:${asked.id}`],
      ['desk.collect', people.duty, `desk:${asked.id}`],
      ['desk.end', people.duty, `desk:${asked.id}`],
    ]));
    expect(rows.find(({ action }) => action === 'desk.collect')?.detail).toMatchObject({ site: new URL(ORIGIN).host });
  });
});
