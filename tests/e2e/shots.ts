/** Draws every screen: both modes on a phone, desks on a computer too; and pages with long names, with errors, without a network. */
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { LONG_WORDS, withLongNames } from './long-names';
import { openScreen, pathOf } from './open-screen';
import { EVERYTHING, FAILING, LONG_NAMED, SCREENS, type Screen } from './screens';
import { DESKTOP, withStage, type Somebody } from './stage';
import { settle, type World } from './world';

const FOLDER = resolve(__dirname, '../../.shots');
const PHONE = { width: 390, height: 844 };
/** The narrowest there is. */
const NARROW = { width: 320, height: 640 };
const SCALE = 2;
/** Time for what slides in to have done so, and for pictures to arrive. */
const SETTLES_IN_MS = 350;

const on = withStage(EVERYTHING);
let world: World;
beforeAll(async () => {
  world = await settle(on.stage);
});

describe.each(['standard', 'elder'] as const)('%s', (mode) => {
  it.each(SCREENS.map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
    const phone = await openScreen(on.stage, world, screen, { elder: mode === 'elder', size: PHONE, scale: SCALE });
    await draw(phone, `${mode}/${screen.name}`);
  });
});

describe('narrow', () => {
  it.each(SCREENS.map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
    const phone = await openScreen(on.stage, world, screen, { size: NARROW, scale: SCALE });
    await draw(phone, `narrow/${screen.name}`);
  });
});

describe('computer', () => {
  it.each(SCREENS.filter(({ desk }) => desk).map((screen) => [screen.name, screen] as const))('%s', async (_, screen) => {
    const computer = await openScreen(on.stage, world, screen, { size: DESKTOP });
    await draw(computer, `computer/${screen.name}`);
  });
});

describe('long names', () => {
  it.each(chosen(LONG_NAMED))('%s', async (_, screen) => {
    const phone = await on.stage.as(screen.as, { size: PHONE, scale: SCALE, path: 'packages/report/what/index' });
    await withLongNames(phone.context);
    await reopen(phone, screen);
    await phone.see(LONG_WORDS);
    await draw(phone, `long-names/${screen.name}`);
  });
});

describe('error', () => {
  it.each(chosen(FAILING))('%s', async (_, screen) => {
    const phone = await on.stage.as(screen.as, { size: PHONE, scale: SCALE, path: 'packages/report/what/index' });
    await phone.context.route('**/fn/**', (route) => route.fulfill({ status: 500, json: { ok: false, error: { code: 'INTERNAL', ref: 'K3F7' } } }));
    await reopen(phone, screen);
    await phone.see(/没打开|暂时看不到/);
    await draw(phone, `error/${screen.name}`);
  });
});

describe('offline', () => {
  it.each(chosen(FAILING))('%s', async (_, screen) => {
    const phone = await openScreen(on.stage, world, screen, { size: PHONE, scale: SCALE });
    await phone.context.setOffline(true);
    await phone.see('现在没有网');
    await draw(phone, `offline/${screen.name}`);
  });
});

function chosen(names: readonly string[]): (readonly [string, Screen])[] {
  return SCREENS.filter(({ name }) => names.includes(name)).map((screen) => [screen.name, screen] as const);
}

async function reopen(phone: Somebody, screen: Screen): Promise<void> {
  await phone.page.evaluate(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('page:')) localStorage.removeItem(key); });
  await phone.reopen(await pathOf(screen, world));
}

/** The screen as it stands, and once more as tall as it is where it goes on below. */
async function draw({ page }: Somebody, name: string): Promise<void> {
  const file = join(FOLDER, `${name}.png`);
  await mkdir(dirname(file), { recursive: true });
  await page.waitForTimeout(SETTLES_IN_MS);
  await page.screenshot({ path: file });
  const size = page.viewportSize() ?? PHONE;
  const height = await page.evaluate(() => Math.max(document.documentElement.scrollHeight, ...[...document.querySelectorAll('.taro_page')].map((element) => element.scrollHeight)));
  if (height <= size.height) return;
  await page.setViewportSize({ width: size.width, height });
  await page.waitForTimeout(SETTLES_IN_MS);
  await page.screenshot({ path: join(FOLDER, `${name}.whole.png`) });
}
