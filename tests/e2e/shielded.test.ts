import type { IssueDetail, QueueAnswer } from '@/services/views';
import { journey } from './browser';
import { refusalOf } from './matters';
import { withStage } from './stage';
import { tell } from './ways';

journey('a matter that must not reach everybody', () => {
  const on = withStage();

  it('goes past the head it complains of, straight to the level above (EVT-11, EVT-14)', async () => {
    const villager = await on.stage.as('王秀兰');
    await tell(villager, { category: '投诉举报', text: '组里发的油菜种，他先给自家亲戚挑' });
    await villager.pick('反映的是管我家的人', '陈守田（中心户长）');
    await villager.see('不会给陈守田（中心户长）和他手下的人看，直接交给上一级。');
    // A wrong tap can be taken back.
    await villager.pick('陈守田（中心户长）', '都不是');
    await villager.see(/^先给中心户长陈守田/);
    await villager.pick('反映的是管我家的人', '陈守田（中心户长）');
    await villager.see(/^先给二级网格长刘长根/);
    await villager.tap('报上去');
    await villager.see(/^已经交给刘长根/);
    const issueId = new URL(villager.page.url().replace('/#/', '/')).searchParams.get('id') ?? '';

    const complainedOf = await on.stage.as('陈守田', { path: 'packages/desk/queue/index' });
    await complainedOf.see(/^全部|手上没有事/);
    await complainedOf.gone('组里发的油菜种');
    expect(refusalOf(await on.stage.server.call(complainedOf.id, 'issues', 'get', { issueId }))).toBe('NOT_FOUND');

    const above = await on.stage.as('刘长根', { path: 'packages/desk/queue/index' });
    await above.see('组里发的油菜种');
  });

  it('is read by two officers of the town alone when it is sensitive (EVT-14)', async () => {
    const villager = await on.stage.as('王秀兰');
    await tell(villager, { category: '别的事', text: '有一家人的孩子身上总有伤，放心不下' });
    await villager.tap('不能让村里人知道');
    await villager.see('有人正受伤害，请马上打 110。心里难受想找人说话，可以打 12356。');
    await villager.tap('报上去');
    await villager.see(/^编号/);
    const [mine] = (await villager.ask<{ readonly items: readonly IssueDetail[] }>('issues', 'mine', {})).items;
    for (const [name, may] of [['冯建军', true], ['郑涛', true], ['陈守田', false], ['马建业', false], ['何敏', false]] as const) {
      const reply = await on.stage.server.call(await on.stage.idOf(name), 'issues', 'get', { issueId: mine?.issueId });
      expect({ name, may: reply.ok }).toEqual({ name, may });
    }
    const legal = await on.stage.as('冯建军', { path: 'packages/desk/queue/index' });
    await legal.see('有一家人的孩子');
    const kept = await legal.page.evaluate(() => Object.values(localStorage).join(''));
    expect(kept).not.toContain('有一家人的孩子');
  });

  it('hides the name from handlers when the reporter wishes so (EVT-16)', async () => {
    const villager = await on.stage.as('王秀兰');
    await tell(villager, { category: '提建议', text: '组里开会换到晚上吧，白天都在地里' });
    await villager.tap('不让办事的人知道是我');
    await villager.tap('报上去');
    await villager.see(/^编号/);
    const head = await on.stage.as('陈守田', { path: 'packages/desk/queue/index' });
    await head.tap('组里开会换到晚上');
    await head.see('一位村民说的');
    expect(await head.reads()).not.toContain('王秀兰');
    const { items } = await head.ask<QueueAnswer>('issues', 'queue', { show: 'ALL' });
    expect(JSON.stringify(items)).not.toContain('王秀兰');
  });
});
