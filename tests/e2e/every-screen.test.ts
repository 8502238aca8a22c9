import type { AppConfig } from '@tarojs/taro';
import { journey } from './browser';
import { LONG_WORDS, withLongNames } from './long-names';
import { sideways, squeezed, tooSmall } from './measure';
import { openScreen, pathOf } from './open-screen';
import { EVERYTHING, LONG_NAMED, SCREENS, type Screen } from './screens';
import { withStage, type Somebody } from './stage';
import { settle, type World } from './world';

/** A11Y-02, A11Y-05 in 长辈版; tokens.css otherwise. */
const LEAST = { standard: { font: 14, target: 48 }, elder: { font: 18, target: 60 } } as const;
/** The narrowest last: what is too small is measured there. */
const PHONE_WIDTHS = [390, 360, 320] as const;

function pagesOfTheApp(): readonly string[] {
  Object.assign(globalThis, { defineAppConfig: (config: AppConfig) => config });
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { default: app } = require('../../src/app.config') as { readonly default: AppConfig };
  return [...(app.pages ?? []), ...(app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))];
}

/** So many a test: a slow machine has time for each, and a screen that hangs takes few others along. */
const GROUP = 16;

function inGroups(screens: readonly Screen[]): readonly { readonly names: string; readonly screens: readonly Screen[] }[] {
  return Array.from({ length: Math.ceil(screens.length / GROUP) }, (_, at) => {
    const group = screens.slice(at * GROUP, (at + 1) * GROUP);
    return { names: `${group[0]?.name ?? ''} … ${group.at(-1)?.name ?? ''}`, screens: group };
  });
}

describe('the list of screens', () => {
  it('has every page of the app, and none that is not there', () => {
    expect([...new Set(SCREENS.map(({ page }) => page))].sort()).toEqual([...pagesOfTheApp()].sort());
  });

  it('names each screen once', () => {
    expect(new Set(SCREENS.map(({ name }) => name)).size).toBe(SCREENS.length);
  });
});

journey('every screen', () => {
  const on = withStage(EVERYTHING);
  let world: World;
  beforeAll(async () => {
    world = await settle(on.stage);
  });

  it.each(
    (['standard', 'elder'] as const).flatMap((mode) => inGroups(SCREENS.filter(({ desk }) => desk !== true)).map(({ names, screens }) => ({ mode, names, screens }))),
  )('of a villager is large enough to read and to tap, and fits 320 px ($mode, $names; A11Y-02, A11Y-05)', async ({ mode, screens }) => {
    const defects: string[] = [];
    const phones = new Map<string, Somebody>();
    for (const screen of screens) {
      const phone = await openScreen(on.stage, world, screen, { elder: mode === 'elder', phones });
      for (const width of PHONE_WIDTHS) {
        await phone.page.setViewportSize({ width, height: 844 });
        const over = await sideways(phone.page);
        if (over > 0) defects.push(`${screen.name} at ${width}: ${over} px too wide`);
      }
      for (const flaw of [...await tooSmall(phone.page, LEAST[mode]), ...await squeezed(phone.page)]) defects.push(`${screen.name}: ${flaw}`);
    }
    expect(defects).toEqual([]);
  });

  it.each(inGroups(SCREENS.filter(({ name }) => LONG_NAMED.includes(name))))('fits 320 px with names as long as they come ($names)', async ({ screens }) => {
    const defects: string[] = [];
    for (const screen of screens) {
      for (const elder of [false, true]) {
        const phone = await on.stage.as(screen.as, { elder, path: 'packages/report/what/index', size: { width: 320, height: 720 } });
        await withLongNames(phone.context);
        await phone.reopen(await pathOf(screen, world));
        await phone.see(LONG_WORDS);
        const over = await sideways(phone.page);
        if (over > 0) defects.push(`${screen.name}: ${over} px too wide`);
      }
    }
    expect(defects).toEqual([]);
  });

  it.each(inGroups(SCREENS.filter(({ desk }) => desk === true)))('of a desk fits a phone of 320 px, and can be read ($names)', async ({ screens }) => {
    const defects: string[] = [];
    const phones = new Map<string, Somebody>();
    for (const screen of screens) {
      const phone = await openScreen(on.stage, world, screen, { elder: false, phones });
      for (const width of PHONE_WIDTHS) {
        await phone.page.setViewportSize({ width, height: 844 });
        const over = await sideways(phone.page);
        if (over > 0) defects.push(`${screen.name} at ${width}: ${over} px too wide`);
      }
      for (const flaw of [...await tooSmall(phone.page, { font: LEAST.standard.font, target: 0 }), ...await squeezed(phone.page)]) defects.push(`${screen.name}: ${flaw}`);
    }
    expect(defects).toEqual([]);
  });
});
