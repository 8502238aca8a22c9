import { journey } from './browser';
import { withStage } from './stage';
import { act, openOnDesk, report } from './ways';

const MATTER = { category: '卫生环境', text: '村口垃圾堆了好几天没人拉，味道大' };

journey('the closed loop (EVT-02)', () => {
  const on = withStage();

  it('goes from a report through its first head and the next to a solution, and once more a level higher when it was none (EVT-03, EVT-13)', async () => {
    const villager = await on.stage.as('王秀兰');
    await report(villager, MATTER);
    await villager.see(/^已经交给陈守田，最晚.*接$/);
    await villager.tap('看进度');
    await villager.see('等他接');

    const head = await on.stage.as('陈守田');
    await head.tap('工作台');
    await head.tap(`签收：${MATTER.text.slice(0, 8)}`);
    await head.see('签收了，报事人会知道');
    await head.tap(MATTER.text.slice(0, 8));
    await act(head, { does: '往上交', field: '为什么要往上交', says: '要叫车来拉，我定不了', confirm: '往上交' });

    await villager.page.reload();
    await villager.see('刘长根');
    await villager.see('要叫车来拉，我定不了');

    const group = await on.stage.as('刘长根');
    await openOnDesk(group, MATTER.text.slice(0, 8));
    await group.tap('签收');
    await group.see('签收了，报事人会知道');
    await act(group, { does: '办结', field: '办理结果', says: '镇上的车今天拉走了', confirm: '办结' });

    await villager.go('pages/home/index');
    await villager.see('等您办的');
    await villager.tap('评一评');
    await villager.see('刘长根：镇上的车今天拉走了');
    await villager.tap('没解决');
    await villager.tap('不满意');
    await villager.tap('交上去');
    await villager.see('您说没解决，换上一级重新办');
    await villager.see('周福林');

    const part = await on.stage.as('周福林');
    await openOnDesk(part, MATTER.text.slice(0, 8));
    await part.tap('签收');
    await part.see('签收了，报事人会知道');
    await act(part, { does: '办结', field: '办理结果', says: '和镇上说好了，每三天来一次', confirm: '办结' });

    await villager.go('pages/home/index');
    await villager.tap('评一评');
    await villager.tap('解决了');
    await villager.tap('满意');
    await villager.tap('交上去');
    await villager.see('这件事结了');
    for (const step of ['陈守田', '刘长根', '周福林', '没解决，重新办']) await villager.see(new RegExp(step));
  });
});
