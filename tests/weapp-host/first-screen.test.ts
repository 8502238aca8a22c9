/** What the first screen sends from the app's code to its drawing: on a phone every byte crosses to another thread. */
import { reopen, withVillage } from './village';

/** WeChat's own audit wants less than 256 KB in one call; a cheap phone stutters long before. Ours is what it takes today, and half as much again. */
const MOST_BYTES_IN_ALL = 16 * 1024;
/** Replies that arrive in the same moment are drawn in one call, so on a busy machine a call can be most of the whole. */
const MOST_BYTES_A_CALL = 12 * 1024;
const MOST_CALLS = 8;

describe('the first screen of the WeChat build', () => {
  const on = withVillage('jsdom');

  it.each([['王秀兰', 'a villager'], ['陈守田', 'a head']])('of %s (%s) costs little', async (name) => {
    const phone = await on.village.phoneOf(name);
    await phone.see('我要报事');
    await phone.see(name);
    await phone.see('有事找他们');
    await phone.settled();
    const calls = (await phone.setDataCalls()).filter(({ page }) => page === 'pages/home/index').map(({ bytes }) => bytes);
    const all = calls.reduce((sum, bytes) => sum + bytes, 0);
    process.stderr.write(`\nfirst screen of ${name}: ${all} bytes in ${calls.length} calls of setData, the largest ${Math.max(...calls)}\n`);
    expect(calls.length).toBeGreaterThan(0);
    expect(all).toBeLessThanOrEqual(MOST_BYTES_IN_ALL);
    expect(Math.max(...calls)).toBeLessThanOrEqual(MOST_BYTES_A_CALL);
    expect(calls.length).toBeLessThanOrEqual(MOST_CALLS);
  });

  it('is not drawn anew by a page that opens over it', async () => {
    const phone = await on.village.phoneOf('李国平');
    await phone.see('有事找他们');
    await phone.settled();
    const before = (await phone.setDataCalls()).filter(({ page }) => page === 'pages/home/index').length;
    await phone.tap('我要报事');
    await phone.arriveAt('packages/report/what/index');
    await phone.tap('卫生环境');
    await phone.settled();
    expect((await phone.setDataCalls()).filter(({ page }) => page === 'pages/home/index')).toHaveLength(before);
    await reopen(phone, 'pages/home/index');
    expect(await on.village.errors()).toEqual([]);
  });
});
