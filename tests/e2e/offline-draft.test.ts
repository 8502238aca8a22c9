import type { IssueCard, IssueDetail } from '@/services/views';
import { journey } from './browser';
import { handOn } from './hand';
import { withStage } from './stage';
import { tell } from './ways';

const TEXT = '三组水井旁边的路塌了一块，晚上看不见';

journey('a report written where there is no network', () => {
  const on = withStage();

  it('stays on the phone with its photo through a closed app, and goes once when the network is back', async () => {
    const villager = await on.stage.as('王秀兰');
    const sentAlready = async (): Promise<readonly IssueCard[]> =>
      (await villager.ask<{ readonly items: readonly IssueCard[] }>('issues', 'mine', {})).items.filter(({ title }) => title.startsWith(TEXT.slice(0, 6)));
    const picture = await villager.page.screenshot({ type: 'jpeg', clip: { x: 0, y: 0, width: 160, height: 120 } });
    await tell(villager, { category: '安全隐患', text: TEXT });
    await villager.settled();
    await villager.context.setOffline(true);
    await villager.give('拍照', [{ name: 'well.jpg', bytes: picture }]);
    await villager.page.locator('[aria-label^="第 1 张照片"]').waitFor();
    await villager.tap('报上去');
    await villager.see('先存在手机里');
    await villager.tap('回首页');
    await villager.see('有网了自动报上去');
    await villager.page.close();

    // The page itself comes back, the server does not answer yet.
    await villager.context.setOffline(false);
    await villager.context.route('**/fn/**', (route) => route.abort());
    const reopened = await villager.context.newPage();
    await reopened.goto(`${on.stage.server.url}/#/pages/home/index`);
    const again = handOn(reopened);
    await again.see('存在手机里');
    await again.tap(TEXT.slice(0, 12));
    await again.choose('改一改');
    await again.see('把事情说一说');
    await reopened.waitForFunction(() => document.querySelector<HTMLImageElement>('[aria-label^="第 1 张照片"] img')?.naturalWidth === 160);
    expect(await sentAlready()).toEqual([]);

    await villager.context.unroute('**/fn/**');
    await villager.context.setOffline(true);
    await reopened.goBack();
    await villager.context.setOffline(false);
    await again.gone('存在手机里');
    await again.see(TEXT.slice(0, 8));

    const all = await sentAlready();
    expect(all).toHaveLength(1);
    const sent = await villager.ask<IssueDetail>('issues', 'get', { issueId: all[0]?.issueId });
    expect(sent.text).toBe(TEXT);
    expect(sent.photos).toHaveLength(1);
  });

  it('is kept also by a phone that could not hear yet who it is, and goes from their own place', async () => {
    const villager = await on.stage.as('李国平');
    await villager.see('李国平');
    await villager.context.route('**/fn/**', (route) => route.abort());
    await villager.page.evaluate(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('page:')) localStorage.removeItem(key); });
    await villager.reopen('packages/report/what/index');
    await villager.tap('卫生环境');
    await villager.tap('下一步');
    await villager.fill('发生了什么事', '公厕的门掉了');
    await villager.see('我家这一片');
    await villager.tap('报上去');
    await villager.see('先存在手机里');

    await villager.context.unroute('**/fn/**');
    await villager.reopen('pages/home/index');
    await villager.gone('存在手机里');
    await villager.see('公厕的门掉了');
    const { items } = await villager.ask<{ readonly items: readonly IssueCard[] }>('issues', 'mine', {});
    expect(items.filter(({ title }) => title === '公厕的门掉了').map(({ place }) => place)).toEqual(['堰坪村三组东片']);
  });
});
