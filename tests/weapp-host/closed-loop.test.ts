/** The closed loop on the artefact a phone runs, over the local server: one phone a person. */
import type { IssueDetail } from '@/services/views';
import { startServer, type LocalServer } from '../e2e/server';
import { onBothBackends } from './backends';
import { dist } from './build-under-test';
import { rateGood, report, settle, tell, titleOf, type Matter } from './closed-loop.journey';
import { launchHost, type Host } from './launch-host';
import { until } from './until';

const MATTER = { category: '卫生环境', text: '村口垃圾堆了好几天没人拉，味道大' };
const WITHOUT_NETWORK = { category: '安全隐患', text: '河边的护栏松了，孩子放学从那里过' };
const SENT_WITHIN_MS = 10_000;
const RESULT = '车今天拉走了';

onBothBackends((backend) => `the closed loop on the WeChat build in ${backend} (EVT-02)`, (backend) => {
  let server: LocalServer;
  const phones: Host[] = [];
  beforeAll(async () => { server = await startServer({ demo: 'village' }); });
  afterAll(async () => {
    await Promise.all(phones.map((phone) => phone.close()));
    await server.stop();
  });

  async function idOf(name: string): Promise<string> {
    const person = (await server.people()).find((somebody) => somebody.name === name);
    if (person === undefined) throw new Error(`there is no ${name} in the demo`);
    return person.id;
  }
  async function phoneOf(name: string): Promise<Host> {
    const phone = await launchHost({ dist, backend, cloud: { base: server.url, person: await idOf(name) } });
    phones.push(phone);
    return phone;
  }
  /** What the server has of a person's reports with these words; the demo's own people have reported before. */
  async function filed(name: string, { text }: Matter): Promise<readonly IssueDetail[]> {
    const person = await idOf(name);
    const { items } = await server.ask<{ readonly items: readonly { readonly issueId: string }[] }>(person, 'issues', 'mine', {});
    const all = await Promise.all(items.map(({ issueId }) => server.ask<IssueDetail>(person, 'issues', 'get', { issueId })));
    return all.filter((issue) => issue.text === text);
  }

  it('goes from a report with a photo through its first head to a solution, and is rated', async () => {
    const villager = await phoneOf('王秀兰');
    await report(villager, MATTER);
    await villager.see(/已经交给陈守田，最晚.*接/);
    expect(await filed('王秀兰', MATTER)).toEqual([expect.objectContaining({ photos: [expect.anything()] })]);

    await settle(await phoneOf('陈守田'), MATTER, RESULT);

    await villager.miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' });
    await rateGood(villager, MATTER, RESULT);
    for (const phone of phones) expect(await phone.errors()).toEqual([]);
  });

  it('keeps a report on the phone while there is no network, and sends it once when there is', async () => {
    const villager = await phoneOf('赵春花');
    await villager.see('我要报事');
    await villager.setPhone({ networkType: 'none' });
    await tell(villager, WITHOUT_NETWORK);
    await villager.see('现在没有网');
    await villager.tap('报上去');
    await villager.see('先存在手机里');
    expect(await filed('赵春花', WITHOUT_NETWORK)).toEqual([]);

    await villager.tap('回首页');
    await villager.setPhone({ networkType: '4g' });
    await until(SENT_WITHIN_MS, 'the report to arrive', async () => ((await filed('赵春花', WITHOUT_NETWORK)).length > 0 ? true : undefined));
    expect(await filed('赵春花', WITHOUT_NETWORK)).toEqual([expect.objectContaining({ photos: [expect.anything()] })]);
    await villager.miniProgram.callWxMethod('reLaunch', { url: '/pages/home/index' });
    await villager.see(titleOf(WITHOUT_NETWORK));
    expect(await villager.errors()).toEqual([]);
  });
});
