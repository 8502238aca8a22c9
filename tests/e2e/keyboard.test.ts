import { journey } from './browser';
import { DESKTOP, withStage, type Somebody } from './stage';

const MOST_STOPS = 60;

/** Goes on with Tab until what has the focus is called so. */
async function tabTo(who: Somebody, name: string): Promise<void> {
  await who.settled();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    const focused = await who.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');
    if (focused.startsWith(name)) return;
    await who.page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}`);
}

journey('somebody who has no mouse', () => {
  const on = withStage();

  it('reports with Tab, arrows and Enter alone', async () => {
    const villager = await on.stage.as('王秀兰');
    const { keyboard } = villager.page;
    await villager.see('我要报事');
    await tabTo(villager, '我要报事');
    await keyboard.press('Enter');
    await villager.see('是哪一类事？');
    await tabTo(villager, '邻里矛盾');
    await keyboard.press('ArrowRight');
    await villager.page.locator('[role="radio"][aria-label="卫生环境"][aria-checked="true"]').waitFor();
    await tabTo(villager, '下一步');
    await keyboard.press('Enter');
    await villager.see('把事情说一说');
    await tabTo(villager, '发生了什么事');
    await keyboard.type('水沟堵了三天，水漫到路上');
    await tabTo(villager, '只给办事的人看');
    await keyboard.press('ArrowDown');
    await villager.page.locator('[role="radio"][aria-label^="村里人都能看"][aria-checked="true"]').waitFor();
    await tabTo(villager, '报上去');
    await keyboard.press('Enter');
    await villager.see(/^编号/);
    await tabTo(villager, '看进度');
    await keyboard.press(' ');
    await villager.see('办理进度');
    await villager.see('水沟堵了三天，水漫到路上');
  });

  it('gives a workbook to be looked over, and stays at the button that says what is wrong', async () => {
    const clerk = await on.stage.as('梁静', { path: 'packages/branch/scheme/index', size: DESKTOP });
    await clerk.see('加分扣分的事');
    await tabTo(clerk, '传改好的表');
    const chooser = clerk.page.waitForEvent('filechooser');
    await clerk.page.keyboard.press('Enter');
    await (await chooser).setFiles([{ name: '通知.xlsx', mimeType: 'text/html', buffer: Buffer.from('<!DOCTYPE html><p>no workbook</p>') }]);
    await clerk.see('《通知.xlsx》其实是网页，不是表格');
    expect(await clerk.page.getByRole('alert').innerText()).toContain('另存为 xlsx 再传');
    await clerk.settled();
    expect(await clerk.page.evaluate(() => document.activeElement?.textContent)).toContain('传改好的表');
  });

  it('keeps the focus inside an open sheet, and Escape gives it back', async () => {
    const villager = await on.stage.as('王秀兰', { path: 'packages/people/data/index' });
    await villager.see('有错，请改');
    await tabTo(villager, '有错，请改');
    await villager.page.keyboard.press('Enter');
    const inside = async (): Promise<boolean> => villager.page.evaluate(() => document.activeElement?.closest('[role="dialog"]') !== null);
    await villager.page.waitForFunction(() => document.activeElement?.closest('[role="dialog"]') !== null);
    for (let stop = 0; stop < 8; stop += 1) {
      await villager.page.keyboard.press('Tab');
      expect(await inside()).toBe(true);
    }
    await villager.page.keyboard.press('Escape');
    await villager.page.locator('[role="dialog"]').waitFor({ state: 'detached' });
    await villager.settled();
    expect(await villager.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('有错，请改');
  });
});
