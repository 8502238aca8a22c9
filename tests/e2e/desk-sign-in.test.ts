/** A computer in an office, signed in by a phone, and out again. */
import { rm } from 'node:fs/promises';
import { openSqliteStore } from '@platform/sqlite/store';
import type { Store } from '@platform/store';
import { MINUTE_MS } from '@/domain/basics/civil-time';
import { collections } from '../../config/cloud/collections';
import { sheetsOf, villagesOfSize } from '../../local/demo/make-sheets';
import { operatorsCode } from './operator';
import { journey, openBrowser, openPhone } from './browser';
import { handOn, type Hand } from './hand';
import { startServer } from './server';
import { DESKTOP, withStage, type Somebody, type Stage } from './stage';

/** A browser at a desk, of nobody's yet, with the code on its screen. */
async function officeComputer(stage: Stage, number = 1): Promise<Somebody> {
  const pc = await stage.as(`visitor-${number}`, { path: 'packages/desk/sign-in/index', size: DESKTOP });
  await pc.see('用手机登录这台电脑');
  await pc.see(/^\d{4} \d{4}$/);
  return pc;
}

async function codeOn(pc: Hand): Promise<string> {
  return pc.page.getByText(/^\d{4} \d{4}$/).filter({ visible: true }).innerText();
}

/** On the phone, from 我的, with the eight digits. */
async function findComputer(phone: Somebody, code: string): Promise<void> {
  await phone.go('pages/me/index');
  await phone.tap('在电脑上办公');
  await phone.fill('电脑上的 8 个数字', code);
  await phone.tap('下一步');
}

async function signIn(phone: Somebody, pc: Hand): Promise<void> {
  await findComputer(phone, await codeOn(pc));
  await phone.see('只登录您面前的电脑');
  await phone.tap('同意登录');
  await phone.see('同意了');
}

/** As if the window came to the front again. */
async function lookAt({ page }: Hand): Promise<void> {
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
}

const keptPages = ({ page }: Hand): Promise<readonly string[]> => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('page:') || key === 'drafts'));

journey('an office\'s computer', () => {
  const on = withStage();

  it('is signed in by the clerk\'s phone, loads a roster, and goes out when the phone says so', async () => {
    const pc = await officeComputer(on.stage);
    const phone = await on.stage.as('梁静');
    await signIn(phone, pc);
    await pc.see('选表格');
    await pc.see('梁静');

    const [villages] = villagesOfSize('village');
    await pc.give('选表格', sheetsOf(villages ?? []).map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) })));
    await pc.tap('先核对一遍');
    await pc.see('核对结果');
    // Nothing of what was read lies on a computer that others use.
    expect(await keptPages(pc)).toEqual([]);
    const [cookie] = await pc.context.cookies();
    expect(cookie).toMatchObject({ name: 'desk', httpOnly: true, sameSite: 'Strict', path: '/', expires: -1 });

    await phone.tap('看登录着的电脑');
    await phone.tap('让它退出');
    await phone.see('没有电脑登录着');
    await lookAt(pc);
    await pc.see('用手机登录这台电脑');
    expect(await pc.context.cookies()).toEqual([]);
    expect(await pc.sees('核对结果')).toBe(false);
  });

  it('exports a table and prints a sheet, and is left by its own button', async () => {
    const town = await officeComputer(on.stage, 2);
    await signIn(await on.stage.as('何敏'), town);
    await town.see('工作台');
    await town.tap('总览');
    await town.see('响应率');
    expect((await town.take('导出汇总', '各村三率汇总')).name).toMatch(/\.csv$/);

    const village = await officeComputer(on.stage, 3);
    await signIn(await on.stage.as('马建业'), village);
    await village.tap('联系表');
    await village.page.evaluate(() => {
      window.print = () => { document.title = 'printed'; };
    });
    await village.tap('打印');
    await village.page.waitForFunction(() => document.title === 'printed');

    await village.tap('退出');
    await village.see('用手机登录这台电脑');
    expect(await village.context.cookies()).toEqual([]);
    // The other computer is another officer's, and notices nothing.
    await town.tap('超期的事');
    await town.see(/超期/);
  });

  it('shows another code when the first ran out, and only the new one counts', async () => {
    const pc = await officeComputer(on.stage, 4);
    const old = await codeOn(pc);
    await on.stage.server.moveClock((await on.stage.server.now()) + 3 * MINUTE_MS);
    await pc.see('这个码过期了');
    const phone = await on.stage.as('马建业');
    await findComputer(phone, old);
    await phone.see(/过期了或者用过了/);
    await pc.tap('换一个码');
    await pc.see(/^\d{4} \d{4}$/);
    expect(await codeOn(pc)).not.toBe(old);
    await signIn(phone, pc);
    await pc.see('马建业');
  });

  it('is not signed in by a villager\'s phone', async () => {
    const pc = await officeComputer(on.stage, 5);
    const villager = await on.stage.as('王秀兰', { path: 'pages/me/index' });
    await villager.see('收件箱');
    expect(await villager.sees('在电脑上办公')).toBe(false);
    await villager.go('packages/desk/computers/index');
    await villager.fill('电脑上的 8 个数字', await codeOn(pc));
    await villager.tap('下一步');
    await villager.see('这件事不归您办。');
    expect(await pc.sees(await codeOn(pc))).toBe(true);
  });

  it('is not signed in by a picture that somebody sent: without its digits the phone\'s yes is void', async () => {
    const begun = on.stage.as('visitor-6', { path: 'packages/people/feedback/index', size: DESKTOP });
    const pc = await begun;
    const answer = pc.page.waitForResponse((response) => response.url().endsWith('/fn/desk') && response.request().postData()?.includes('"begin"') === true);
    await pc.go('packages/desk/sign-in/index');
    const { data } = (await (await answer).json()) as { readonly data: { readonly id: string; readonly code: string } };
    const phone = await on.stage.as('马建业', { path: `packages/desk/confirm/index?id=${data.id}` });
    await phone.see('127.0.0.1');
    await phone.fill('电脑上的后四位数字', data.code.endsWith('0000') ? '1111' : '0000');
    await phone.tap('同意登录');
    await phone.see('数字对不上，没有登录');
    await pc.see('手机上没有同意');
  });

  it('can be refused', async () => {
    const pc = await officeComputer(on.stage, 7);
    const phone = await on.stage.as('马建业');
    await findComputer(phone, await codeOn(pc));
    await phone.tap('不是我');
    await phone.see('拒绝了');
    await pc.see('手机上没有同意');
  });

  it('is one of two: each is ended alone', async () => {
    const phone = await on.stage.as('杨晓梅');
    const first = await officeComputer(on.stage, 8);
    await signIn(phone, first);
    await first.see('杨晓梅');
    const second = await officeComputer(on.stage, 9);
    await signIn(phone, second);
    await second.see('杨晓梅');
    await phone.tap('看登录着的电脑');
    await phone.see('全部退出');
    // The newest stands first.
    await phone.tap('让它退出');
    await phone.gone('全部退出');
    await second.tap('岗位');
    await second.see('用手机登录这台电脑');
    await first.tap('岗位');
    await first.see('三组');
  });

  it('without a network says so, and goes on when it is back', async () => {
    const pc = await officeComputer(on.stage, 10);
    await pc.context.route('**/fn/desk', (route) => route.fulfill({ json: { ok: true, data: { state: 'OVER' } } }));
    await pc.see('这个码过期了');
    await pc.context.unrouteAll();
    await pc.context.setOffline(true);
    await pc.tap('换一个码');
    await pc.see('网好了再试');
    await pc.context.setOffline(false);
    await pc.tap('再试一次');
    await pc.see(/^\d{4} \d{4}$/);
  });

  it('goes out by itself when nobody touches it, and shows nothing of who was there', async () => {
    const pc = await officeComputer(on.stage, 11);
    await signIn(await on.stage.as('何敏'), pc);
    await pc.see('何敏');
    await on.stage.server.moveClock((await on.stage.server.now()) + 31 * MINUTE_MS);
    await lookAt(pc);
    await pc.see('用手机登录这台电脑');
    expect(await pc.sees('何敏')).toBe(false);
  });

  it('shows nothing of an officer any more when another signs in in a second window of its browser', async () => {
    const first = await officeComputer(on.stage, 12);
    await signIn(await on.stage.as('马建业'), first);
    await first.see('马建业');
    const page = await first.context.newPage();
    await page.goto(first.page.url().replace(/#.*$/, '#/packages/desk/sign-in/index'));
    const second = handOn(page);
    await second.see(/^\d{4} \d{4}$/);
    await signIn(await on.stage.as('何敏'), second);
    await second.see('何敏');
    await first.see('用手机登录这台电脑');
    expect(await first.sees('马建业')).toBe(false);
  });
});

journey('a county\'s own server, without a demo and without WeChat', () => {
  it('signs its first officer in with the operator\'s code, and out again', async () => {
    // Without a demo, the server and the operator's program have this machine's time only; terms and dates made at another would drift from it.
    const demo = await startServer({ demo: 'village', realTime: true });
    const clerk = await demo.someone('COUNTY_CLERK');
    await demo.kill();
    const store: Store = await openSqliteStore({ path: `${demo.data}/store.sqlite`, collections });
    const person = await store.get('people', clerk);
    await store.update('people', clerk, { unset: ['account'] });
    await store.close();

    const server = await startServer({ demo: 'off', data: demo.data, env: { HOST: '127.0.0.1' } });
    const browser = await openBrowser();
    try {
      const { page, context, close, errors } = await openPhone(browser, server, { size: DESKTOP, dock: false });
      const pc = handOn(page);
      await pc.see('用手机登录这台电脑');
      await pc.fill('一次性登录码', 'KFD7M-3XTAP');
      await pc.tap('用码登录');
      await pc.see(/没有这个码/);
      const code = await operatorsCode(demo.data, person?.name ?? '', clerk);
      await pc.fill('一次性登录码', code);
      await pc.tap('用码登录');
      await pc.see('选表格');
      const [cookie] = await context.cookies();
      const asOtherSite = await fetch(`${server.url}/fn/desk`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'http://127.0.0.1:1', 'x-desk': '1', cookie: `${cookie?.name}=${cookie?.value}` },
        body: JSON.stringify({ procedure: 'endAll', input: { requestId: 'tap-0000000000000001' } }),
      });
      expect(asOtherSite.status).toBe(401);
      await page.reload();
      await pc.see('选表格');
      await pc.tap('退出');
      await pc.see('用手机登录这台电脑');
      await pc.fill('一次性登录码', code);
      await pc.tap('用码登录');
      await pc.see(/过期了或者用过了/);
      expect(errors.filter((text) => !text.startsWith('Failed to load resource'))).toEqual([]);
      await close();
    } finally {
      await browser.close();
      await server.stop();
      await rm(demo.data, { recursive: true, force: true });
    }
  });
});
