/** Signing in with a single-use code, on a server of the county's own where no WeChat is. */
import { DAY_MS, HOUR_MS } from '@/domain/basics/civil-time';
import { people } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';
import { computer } from './computer';

let system: System;
beforeEach(async () => {
  system = await harness({ deskByCode: true });
});
afterEach(async () => {
  expect(system.lines.filter(({ reads, writes }) => reads + writes > 8)).toEqual([]);
  await system.close();
});

/** The clerk's phone is gone; two officers stand for a code. */
async function codeFor(who: 'clerk' | 'son' | 'town'): Promise<string> {
  await system.store.update('people', people[who], { unset: ['account'] });
  const { codeId } = await system.as('duty').people.issueCode({ requestId: tap(), personId: people[who] });
  return (await system.as('secondDuty').people.confirmCode({ requestId: tap(), codeId })).code;
}

/** Everybody of the fixture that keeps a roster lives in another village than the clerk, so put the clerk there. */
beforeEach(() => system.store.update('people', people.clerk, { set: { village: '610921107202', grid: '610921107202-1.1.1' } }));

describe('a single-use code', () => {
  it('signs its officer in, once, and the session is like any other', async () => {
    const code = await codeFor('clerk');
    const pc = computer(system);
    expect(await pc.begin()).toMatchObject({ byCode: true });
    expect(await pc.ask('desk.enter', { secret: pc.secret, code: code.toLowerCase() })).toEqual({ state: 'IN' });
    expect(system.lastLine()).toMatchObject({ action: 'desk.enter', reads: 3, writes: 4 });
    expect(await pc.ask('people.me')).toMatchObject({ person: { id: people.clerk, level: 'VERIFIED' } });
    await expect(computer(system).ask('desk.enter', { secret: computer(system).secret, code })).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
    expect(await pc.ask('desk.sessions')).toMatchObject({ items: [{ here: true }] });
    await pc.ask('desk.leave', { requestId: tap() });
    await expect(pc.ask('people.me')).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });

  it('used again by the same browser after a lost answer is the same session', async () => {
    const code = await codeFor('clerk');
    const pc = computer(system);
    await pc.ask('desk.enter', { secret: pc.secret, code });
    pc.cookie = undefined;
    expect(await pc.ask('desk.enter', { secret: pc.secret, code })).toEqual({ state: 'IN' });
    expect((await pc.ask<{ readonly items: readonly object[] }>('desk.sessions')).items).toHaveLength(1);
  });

  it('once more on another day is bound to the same officer', async () => {
    const first = computer(system);
    await first.ask('desk.enter', { secret: first.secret, code: await codeFor('clerk') });
    system.pass(DAY_MS);
    const account = await system.store.get('people', people.clerk);
    const { codeId } = await system.as('duty').people.issueCode({ requestId: tap(), personId: people.clerk });
    const { code } = await system.as('secondDuty').people.confirmCode({ requestId: tap(), codeId });
    const second = computer(system);
    expect(await second.ask('desk.enter', { secret: second.secret, code })).toEqual({ state: 'IN' });
    expect((await system.store.get('people', people.clerk))?.account).toEqual(account?.account);
    expect((await second.ask<{ readonly items: readonly object[] }>('desk.sessions')).items).toHaveLength(1);
  });

  it('is worth nothing after its time, for who has no office, and for who has a phone', async () => {
    const enter = async (code: string) => {
      const pc = computer(system);
      return pc.ask('desk.enter', { secret: pc.secret, code });
    };
    await expect(enter(await codeFor('son'))).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
    const bound = await codeFor('clerk');
    await system.store.update('people', people.clerk, { set: { account: { id: 'wx:clerk', level: 'VERIFIED', at: 1 } } });
    await expect(enter(bound)).rejects.toMatchObject({ code: 'ON_A_PHONE' });
    const late = await codeFor('clerk');
    system.pass(72 * HOUR_MS);
    await expect(enter(late)).rejects.toMatchObject({ code: 'CODE_EXPIRED' });
  });

  it('lets its officer in however many wrong ones were tried, since anybody can try, and a wrong one writes nothing', async () => {
    const code = await codeFor('clerk');
    for (let n = 0; n < 30; n += 1) {
      const pc = computer(system);
      await expect(pc.ask('desk.enter', { secret: pc.secret, code: `KFD7M3XT${'3479ACDEFH'.charAt(n % 10)}${'3479ACDEFH'.charAt(n / 10)}` })).rejects.toMatchObject({ code: 'CODE_UNKNOWN' });
      expect(system.lastLine()).toMatchObject({ action: 'desk.enter', outcome: 'CODE_UNKNOWN', reads: 1, writes: 0 });
    }
    const pc = computer(system);
    expect(await pc.ask('desk.enter', { secret: pc.secret, code })).toEqual({ state: 'IN' });
  });

  it.each(['', 'KFD7M3XTA', 'KFD7M3XTAPP', '0000000000', '$where'])('%j is none', async (code) => {
    const pc = computer(system);
    await expect(pc.ask('desk.enter', { secret: pc.secret, code })).rejects.toMatchObject({ code: 'CODE_UNKNOWN' });
  });

  it('is not taken where phones sign in', async () => {
    const cloud = await harness();
    try {
      const pc = computer(cloud);
      expect(await pc.begin()).toMatchObject({ byCode: false });
      await expect(pc.ask('desk.enter', { secret: pc.secret, code: 'KFD7M3XTAP' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    } finally {
      await cloud.close();
    }
  });
});
