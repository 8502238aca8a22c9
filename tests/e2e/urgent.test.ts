import { MINUTE_MS } from '@/domain/basics/civil-time';
import { journey } from './browser';
import { withStage } from './stage';
import { tell } from './ways';

journey('a matter of life and limb (EVT-05)', () => {
  const on = withStage();

  it('shows its reporter whom to call until somebody has accepted it, and goes a level higher after 30 minutes', async () => {
    const villager = await on.stage.as('王秀兰');
    await tell(villager, { category: '安全隐患', text: '屋后山坡往下滑，石头滚到院坝了' });
    await villager.tap('很急，有人或东西有危险');
    await villager.tap('报上去');
    await villager.see('急事再打个电话');
    await villager.tap('看进度');
    await villager.see('急事不要只等手机');
    await villager.see(/还没人接，请马上给陈守田打电话|还没人接，请同时打 110/);
    await villager.tap('打电话给陈守田');

    await on.stage.server.moveClock((await on.stage.server.now()) + 31 * MINUTE_MS);
    await villager.page.reload();
    await villager.see('刘长根');
    await villager.see('急事不要只等手机');
    await villager.see(/到时间没接，自动往上交给刘长根/);
    const late = await on.stage.as('陈守田', { path: 'packages/desk/queue/index' });
    await late.see('工作台');
    await late.gone('屋后山坡往下滑');

    const next = await on.stage.as('刘长根', { path: 'packages/desk/queue/index' });
    await next.tap('签收：屋后山坡往下滑');
    await next.see('签收了，报事人会知道');
    await villager.page.reload();
    await villager.see('刘长根');
    await villager.gone('急事不要只等手机');

    await late.go('packages/inbox/list/index');
    await late.see(/没签收|没按时签收|自动/);
  });

  it('can be said in 长辈版 too, where it is the same tap', async () => {
    const old = await on.stage.as('吴大山', { elder: true, size: { width: 320, height: 640 } });
    await tell(old, { category: '安全隐患', text: '房子后头的坎要垮了' });
    await old.tap('很急，有人或东西有危险');
    await old.see(/30 分钟内会接/);
    await old.tap('报上去');
    await old.see('急事再打个电话');
  });
});
