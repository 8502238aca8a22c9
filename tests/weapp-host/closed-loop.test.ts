/** The closed loop on the artefact a phone runs, over the local server: one phone a person. */
import { onBothBackends } from './backends';
import { accept, finish, handUp, placeIn, progress, rateGood, send, tell, titleOf } from './closed-loop.journey';
import { PATIENCE_MS } from './patience';
import { until } from './until';
import { reopen, withVillage } from './village';

const MATTER = { category: '卫生环境', text: '村口垃圾堆了好几天没人拉，味道大' };
const WITHOUT_NETWORK = { category: '安全隐患', text: '河边的护栏松了，孩子放学从那里过' };
const PLACE = '水井旁边那条路';
const RESULT = '车今天拉走了';

onBothBackends((backend) => `the closed loop on the WeChat build in ${backend} (EVT-02)`, (backend) => {
  const on = withVillage(backend);

  it('goes from a report with a photo and a place through its first head and the next to a solution, and is rated', async () => {
    const villager = await on.village.phoneOf('王秀兰');
    await tell(villager, MATTER);
    await placeIn(villager, '三组东片', PLACE);
    await send(villager);
    await villager.see(/已经交给陈守田，最晚.*接/);
    const [filed] = await on.village.filed('王秀兰', MATTER.text);
    expect(filed).toMatchObject({ photos: [expect.anything()], place: expect.stringContaining('三组东片') as string, placeText: PLACE });

    const head = await on.village.phoneOf('陈守田');
    await accept(head, MATTER);
    await progress(head, '到现场看过了');
    await handUp(head, '要叫车来拉，我定不了');

    await villager.tap('看进度');
    await villager.see('到现场看过了');
    await villager.see('要叫车来拉，我定不了');
    await villager.see('刘长根');

    const group = await on.village.phoneOf('刘长根');
    await accept(group, MATTER);
    await finish(group, RESULT);

    await reopen(villager, 'pages/home/index');
    await villager.tap('条新通知');
    await villager.see('陈守田接了您的事');
    await villager.see('刘长根说办好了，请您评一评');
    await reopen(villager, 'pages/home/index');
    await rateGood(villager, MATTER, RESULT);
    await reopen(group, 'packages/inbox/list/index');
    await group.see('村民评了您办的一件事');
    expect(await on.village.errors()).toEqual([]);
  });

  it('keeps a report on the phone while there is no network, and sends it once when there is', async () => {
    const villager = await on.village.phoneOf('赵春花');
    await villager.see('我要报事');
    await villager.setPhone({ networkType: 'none' });
    await tell(villager, WITHOUT_NETWORK);
    await villager.see('现在没有网');
    await villager.tap('报上去');
    await villager.see('先存在手机里');
    expect(await on.village.filed('赵春花', WITHOUT_NETWORK.text)).toEqual([]);

    await villager.tap('回首页');
    await villager.setPhone({ networkType: '4g' });
    await until(PATIENCE_MS, 'the report to arrive', async () => ((await on.village.filed('赵春花', WITHOUT_NETWORK.text)).length > 0 ? true : undefined));
    expect(await on.village.filed('赵春花', WITHOUT_NETWORK.text)).toEqual([expect.objectContaining({ photos: [expect.anything()] })]);
    await reopen(villager, 'pages/home/index');
    await villager.see(titleOf(WITHOUT_NETWORK));
    // Without a network nobody is asked for messages, and nobody was asked later, when no finger was on the screen.
    expect(await villager.calls('requestSubscribeMessage')).toEqual([]);
    expect(await on.village.errors()).toEqual([]);
  });
});
