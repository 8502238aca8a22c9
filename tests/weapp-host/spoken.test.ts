/** What a screen reader is told on the WeChat build (A11Y-08): names, roles and states reach the elements, page by page. */
import { begin } from './closed-loop.journey';
import type { Host } from './launch-host';
import { reopen, withVillage } from './village';

const MATTER = { category: '卫生环境', text: '村口的水沟堵了，臭得很' };

interface Spoken {
  readonly role: string;
  readonly name: string;
  readonly checked: string;
}

/** Everything with a role on the page in front, and every field, as a screen reader goes through it; what a field holds is not its name. */
function spoken(phone: Host): Promise<readonly Spoken[]> {
  return phone.each('[role], input, textarea', async (element) => {
    const role = String((await element.attribute('aria-role')) ?? '');
    return {
      role,
      name: String((await element.attribute('aria-label')) ?? '') || (role === '' ? '' : (await element.text()).trim()),
      checked: String(await element.attribute('aria-checked')),
    };
  });
}

describe('what is said aloud on the WeChat build (A11Y-08)', () => {
  const on = withVillage('jsdom');
  let villager: Host;
  beforeAll(async () => { villager = await on.village.phoneOf('王秀兰'); });
  afterEach(async () => expect(await on.village.errors()).toEqual([]));

  it.each([
    ['pages/home/index', '我要报事'], ['pages/issues/index', '报事'], ['pages/me/index', '我的联系人'], ['packages/report/what/index', '是哪一类事'],
    ['packages/people/contacts/index', '陈守田'], ['packages/report/tell/index', '把事情说一说'], ['packages/people/data/index', '存了哪些'],
    ['packages/people/feedback/index', '哪里不好用'],
  ])('%s: whatever can be tapped has a name, and every field too', async (page, words) => {
    await reopen(villager, page);
    await villager.see(new RegExp(words));
    const all = await spoken(villager);
    expect(all.filter(({ role }) => ['button', 'radio', 'switch', 'tab', 'checkbox', 'link', 'dialog', 'radiogroup'].includes(role)).length).toBeGreaterThan(0);
    expect(all.filter(({ name }) => name === '')).toEqual([]);
  });

  it('tells which tab is in front', async () => {
    await reopen(villager, 'pages/me/index');
    expect(await villager.each('[role="tab"]', (tab) => tab.attribute('aria-selected'))).toEqual(['false', 'false', 'false', 'true']);
  });

  it('tells what is chosen of a group, and follows when another is chosen', async () => {
    await reopen(villager, 'packages/report/what/index');
    await villager.tap(MATTER.category);
    const radios = (await spoken(villager)).filter(({ role }) => role === 'radio');
    expect(radios.filter(({ checked }) => checked === 'true').map(({ name }) => name)).toEqual([MATTER.category]);
    expect(radios.filter(({ checked }) => checked === 'false')).toHaveLength(radios.length - 1);
    await villager.tap('安全隐患');
    expect((await spoken(villager)).filter(({ checked }) => checked === 'true').map(({ name }) => name)).toEqual(['安全隐患']);
  });

  it('tells whether a switch is on', async () => {
    await reopen(villager, 'pages/me/index');
    const states = async () => (await spoken(villager)).filter(({ role, name }) => role === 'switch' && name.includes('长辈版')).map(({ checked }) => checked);
    expect(await states()).toEqual(['false']);
    await villager.tap('长辈版');
    expect(await states()).toEqual(['true']);
    await villager.tap('长辈版');
  });

  it('says aloud what a form still wants, and opens a dialog as one', async () => {
    await reopen(villager, 'pages/home/index');
    await begin(villager, { ...MATTER, text: '' });
    await villager.tap('报上去');
    const said = await villager.find('.c-error-summary [role="alert"], .c-error-summary [aria-live]');
    expect(await said.text()).toContain('写一句');
    expect(await (await villager.find('textarea')).attribute('aria-invalid')).toBe('true');
    await villager.tap('在哪里：');
    const dialog = await villager.find('[role="dialog"]');
    expect([await dialog.attribute('aria-label'), await dialog.attribute('aria-modal')]).toEqual(['在哪里', 'true']);
  });

  it('says that a locked button is locked, and why', async () => {
    await reopen(villager, 'packages/report/what/index');
    const button = await villager.find('.c-bar .c-button');
    expect([await button.attribute('aria-disabled'), await button.attribute('aria-label')]).toEqual(['true', '选一个，就能往下走']);
  });
});
