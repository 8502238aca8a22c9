import { journey } from './browser';
import { withStage } from './stage';

journey('who is on no roster', () => {
  const on = withStage();

  it('reports as a visitor without giving a phone number, and follows it (WX-05)', async () => {
    const visitor = await on.stage.as('visitor');
    await visitor.see('您好');
    await visitor.tap('我要报事');
    await visitor.tap('安全隐患');
    await visitor.tap('下一步');
    await visitor.tap('报上去');
    await visitor.see('还差 2 样');
    await visitor.fill('发生了什么事', '路过看到电线掉在路边，有火花');
    await visitor.tap('在哪里：还没选');
    await visitor.pick('选镇', '漩涡镇');
    await visitor.pick('选村', '堰坪村');
    await visitor.tap('就是这里');
    await visitor.fill('怎么称呼您', '过路的老周');
    await visitor.tap('报上去');
    await visitor.see(/^编号/);
    await visitor.tap('看进度');
    await visitor.see('办理进度');
    await visitor.see('等他接');

    const stranger = await on.stage.as('visitor-2', { path: 'pages/issues/index' });
    await stranger.see('您还没报过事');
  });

  it('is told how many tries are left when binding, and is locked for the day after five (architecture section 4)', async () => {
    const visitor = await on.stage.as('visitor-3', { path: 'packages/people/bind/index' });
    await visitor.see('我在村里的名册上');
    for (const [left, last4] of [[4, '0001'], [3, '0002'], [2, '0003'], [1, '0004'], [0, '0005']] as const) {
      await visitor.fill('名字', '王秀兰');
      await visitor.fill('证件号最后四位', last4);
      await visitor.tap('是我');
      await visitor.see(left === 0 ? /今天(还能试 0 次|试的次数够了)/ : new RegExp(`今天还能试 ${left} 次`));
    }
    await visitor.fill('证件号最后四位', '0006');
    await visitor.tap('是我');
    await visitor.see(/今天试的次数够了/);
  });

  it('reads the same words for a wrong number and for a name nobody has', async () => {
    const one = await on.stage.as('visitor-4', { path: 'packages/people/bind/index' });
    await one.fill('名字', '李国平');
    await one.fill('证件号最后四位', '0007');
    await one.tap('是我');
    const other = await on.stage.as('visitor-5', { path: 'packages/people/bind/index' });
    await other.fill('名字', '查无此人');
    await other.fill('证件号最后四位', '0007');
    await other.tap('是我');
    for (const visitor of [one, other]) await visitor.see('没对上，请看看名字和证件后四位。今天还能试 4 次，也可以找村里值班员。');
  });

  it('can ask the village to be put on its roster, and reads that it waits', async () => {
    const visitor = await on.stage.as('visitor-6', { path: 'packages/people/bind/index' });
    await visitor.tap('名册上没有我');
    await visitor.fill('名字', '新来的小李');
    await visitor.pick('选镇', '漩涡镇');
    await visitor.pick('选村', '堰坪村');
    await visitor.fill('说一说情况', '今年嫁到三组王家');
    await visitor.tap('请村里加上我');
    await visitor.see('已经交给村里');
    await visitor.go('pages/home/index');
    await visitor.see('村里正在看您的申请');

    // The desk puts them on the roster, as somebody who has no phone yet; all that is left for them is to say yes.
    const name = await acceptedAsSomebody();
    await visitor.reopen('packages/inbox/list/index');
    await visitor.tap('村里同意了您的申请：加好了');
    await visitor.tap(`我就是${name}`);
    await visitor.see(new RegExp(`^${name}，`));
    await visitor.see('我的联系人');
  });

  async function acceptedAsSomebody(): Promise<string> {
    const duty = await on.stage.idOf('马建业');
    const { server } = on.stage;
    const village = '610921107202';
    const { items: [application] } = await server.ask<{ readonly items: readonly { readonly applicationId: string }[] }>(duty, 'people', 'applications', { village });
    const { items } = await server.ask<{ readonly items: readonly { readonly id: string; readonly name: string; readonly roles: readonly unknown[] }[] }>(duty, 'people', 'search', { village, name: '王' });
    for (const [index, { id, name }] of items.filter(({ roles }) => roles.length === 0).entries()) {
      const answer = { requestId: `accepting-the-visitor-${index}`, applicationId: application?.applicationId, accept: true, text: '加好了', personId: id };
      if ((await server.call(duty, 'people', 'answerApplication', answer)).ok) return name;
    }
    throw new Error('everybody of that name has a phone already');
  }
});
