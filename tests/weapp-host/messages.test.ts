/** WeChat's messages about a report on the WeChat build (WX-06, WX-07): asked for by the tap that reports, and never relied on. */
import { begin, send } from './closed-loop.journey';
import type { Host } from './launch-host';
import { withVillage } from './village';

declare function getApp(): { answer: () => void };

const MATTER = { category: '卫生环境', text: '' };

describe('messages about a report, on the WeChat build', () => {
  const on = withVillage('jsdom');
  let villager: Host;
  beforeAll(async () => { villager = await on.village.phoneOf('王秀兰'); });
  afterEach(async () => expect(await on.village.errors()).toEqual([]));

  async function reports(text: string): Promise<void> {
    await villager.miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' });
    await villager.arriveAt('pages/home/index');
    await begin(villager, { ...MATTER, text });
    await send(villager);
  }

  it.each([
    ['accept', '垃圾桶满了没有人倒'], ['reject', '路灯杆歪了快要倒'], ['ban', '厕所门坏了关不上'], ['filter', '水管漏水流了一路'], ['off', '坡上的树快倒下来'],
  ] as const)('answered with %s, the report arrives once all the same', async (subscribeAnswer, text) => {
    await villager.setPhone({ subscribeAnswer });
    const before = (await villager.calls('requestSubscribeMessage')).length;
    await reports(text);
    expect(await on.village.filed('王秀兰', text)).toHaveLength(1);
    expect((await villager.calls('requestSubscribeMessage')).slice(before)).toHaveLength(1);
  });

  it('asks for the three that a reporter gets, within the tap (the host calls it an error otherwise)', async () => {
    const [first] = await villager.calls('requestSubscribeMessage');
    expect(first?.options).toMatchObject({ tmplIds: ['demo-accepted', 'demo-progress', 'demo-done'] });
  });

  it('does not keep the report waiting for an answer: only the page waits', async () => {
    const text = '塘边的路塌了一块';
    await villager.miniProgram.mockWxMethod('requestSubscribeMessage', () => new Promise((resolve) => { getApp().answer = () => resolve({ errMsg: 'requestSubscribeMessage:ok' }); }));
    await villager.miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' });
    await villager.arriveAt('pages/home/index');
    await begin(villager, { ...MATTER, category: '安全隐患', text });
    await villager.tap('报上去');
    while ((await on.village.filed('王秀兰', text)).length === 0) await new Promise((resolve) => { setTimeout(resolve, 50); });
    expect((await villager.page()).path).toBe('packages/report/tell/index');
    await villager.miniProgram.evaluate(() => getApp().answer());
    await villager.arriveAt('packages/report/sent/index');
    await villager.miniProgram.restoreWxMethod('requestSubscribeMessage');
  });
});
