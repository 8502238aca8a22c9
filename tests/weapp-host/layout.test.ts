/** How the WeChat build is drawn (A11Y-02, A11Y-05): sizes in both modes on a small phone, with a picture of each screen in `.shots/weapp`. */
import fs from 'node:fs';
import path from 'node:path';
import { installedBrowser } from '../e2e/find-browser.cjs';
import { begin, pointAt, send } from './closed-loop.journey';
import type { Host } from './launch-host';
import { LEAST, layoutDefects, type Least } from './layout-gate';
import { reopen, withVillage } from './village';

const SHOTS = path.join(__dirname, '../../.shots/weapp');
const MATTER = { category: '卫生环境', text: '村口垃圾堆了好几天没人拉，味道大' };

/** What is too small or too wide on the page in front. */
async function defects(phone: Host, least: Least, screen: string): Promise<readonly string[]> {
  // What comes later would be measured one time and not another.
  await phone.settled();
  const layout = await phone.layout();
  expect(layout.texts.length).toBeGreaterThan(0);
  return layoutDefects(layout, least).map((defect) => `${screen}: ${defect}`);
}

(installedBrowser() === undefined ? describe.skip : describe)('the WeChat build on a phone of 375 px', () => {
  const on = withVillage('chromium');
  beforeAll(() => fs.mkdirSync(SHOTS, { recursive: true }));

  it.each(['standard', 'elder'] as const)('in %s mode is large enough to read and to tap, and nothing sticks out', async (mode) => {
    const phone = await on.village.phoneOf('王秀兰');
    await phone.see('我要报事');
    if (mode === 'elder') {
      await reopen(phone, 'pages/me/index');
      await phone.tap('长辈版');
      await phone.find('.c-page.mode-elder');
      await reopen(phone, 'pages/home/index');
      await phone.see('我要报事');
    }
    const found: string[] = [];
    async function look(screen: string): Promise<void> {
      found.push(...await defects(phone, LEAST[mode], screen));
      await phone.miniProgram.screenshot({ path: path.join(SHOTS, `${mode}-${screen}.png`) });
    }

    await look('home');
    await phone.setPhone({ privacyNeeded: true });
    await begin(phone, { ...MATTER, text: `${MATTER.text}（${mode}）` });
    await look('tell');
    await phone.tap('拍照');
    await phone.see('不拍照也能报事');
    await look('consent');
    await phone.tap('同意');
    await phone.find('[aria-label^="第 1 张照片"]');
    await look('tell-photo');
    if (mode === 'elder') await phone.tap('我家这一片');
    await pointAt(phone);
    await look('place');
    await phone.tap('就是这里');
    await send(phone);
    await look('sent');
    await phone.tap('看进度');
    await phone.arriveAt('packages/issue/progress/index');
    await phone.see('办到哪一步了');
    await look('progress');
    for (const [screen, page, words] of [
      ['issues', 'pages/issues/index', '报事'], ['me', 'pages/me/index', '我的联系人'], ['what', 'packages/report/what/index', '是哪一类事'],
      ['contacts', 'packages/people/contacts/index', '陈守田'], ['inbox', 'packages/inbox/list/index', /还没有通知|接了|投票/], ['data', 'packages/people/data/index', '存了哪些'],
      ['feedback', 'packages/people/feedback/index', '哪里不好用'],
    ] as const) {
      await reopen(phone, page);
      await phone.see(words);
      if (screen !== 'inbox') await look(screen);
    }
    expect(found).toEqual([]);
    expect(await on.village.errors()).toEqual([]);
  });

  it('shows a head the queue and a matter, and nothing of it sticks out', async () => {
    const head = await on.village.phoneOf('陈守田');
    const found: string[] = [];
    for (const [screen, words] of [['queue', '待签收'], ['households', '口人'], ['leave', '请假|值守|代']] as const) {
      await reopen(head, `packages/desk/${screen}/index`);
      await head.see(new RegExp(words));
      found.push(...await defects(head, { text: LEAST.standard.text, target: 0 }, screen));
      await head.miniProgram.screenshot({ path: path.join(SHOTS, `desk-${screen}.png`) });
    }
    expect(found).toEqual([]);
    expect(await on.village.errors()).toEqual([]);
  });
});
