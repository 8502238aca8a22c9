/** Who is not known yet: bound by name, refused and granted; what is held about them; on the WeChat build. */
import { COLUMNS } from '@/domain/roster/columns';
import { sheetsOf, villagesOfSize } from '../../local/demo/make-sheets';
import { reopen, withVillage } from './village';

/** Somebody on the roster whose name nobody else there has, and whom no phone is bound to. */
function somebodyUnbound(bound: ReadonlySet<string>): { readonly name: string; readonly last4: string } {
  const sheet = sheetsOf(villagesOfSize('village')[0] ?? []).find(({ name }) => name.includes('居民'));
  const rows = Buffer.from(sheet?.bytes ?? []).toString('utf8').trim().split('\r\n').slice(1).map((row) => row.split(','));
  const at = (field: string) => COLUMNS.RESIDENTS.findIndex((column) => column.field === field);
  const [nameAt, idAt] = [at('name'), at('idNumber')];
  const names = rows.map((row) => row[nameAt]);
  const row = rows.find((cells) => /^\d{17}[\dX]$/.test(cells[idAt] ?? '') && !bound.has(cells[nameAt] ?? '') && names.indexOf(cells[nameAt]) === names.lastIndexOf(cells[nameAt]));
  if (row === undefined) throw new Error('the demo has nobody who is not bound');
  return { name: row[nameAt] ?? '', last4: (row[idAt] ?? '').slice(-4) };
}

describe('who is new here, on the WeChat build', () => {
  const on = withVillage('jsdom');

  it('is refused by a wrong number, told how many tries are left, and then known by name and last four', async () => {
    const bound = new Set((await on.village.server.people()).map(({ name }) => name));
    const { name, last4 } = somebodyUnbound(bound);
    const visitor = await on.village.phoneOf('visitor');
    await visitor.tap('我的');
    await visitor.tap('告诉我们您是哪一家');
    await visitor.tap('是我');
    await visitor.see('写上名字');
    await visitor.fill('名字', name);
    await visitor.fill('证件号最后四位', last4 === '0001' ? '0002' : '0001');
    await visitor.tap('是我');
    await visitor.see('今天还能试 4 次');
    expect((await visitor.page()).path).toBe('packages/people/bind/index');

    await visitor.fill('证件号最后四位', last4);
    await visitor.tap('是我');
    await visitor.toasted(`${name}，认得您了`);
    await visitor.arriveAt('pages/home/index');
    await visitor.see(name);
    // Nobody was asked for a phone number (WX-05).
    expect((await visitor.calls()).filter(({ name: call }) => /phone/i.test(call))).toEqual([]);
    expect(await on.village.errors()).toEqual([]);
  });

  it('reads what is held about them, takes a copy and asks for a correction (PRV-06)', async () => {
    const villager = await on.village.phoneOf('王秀兰');
    await villager.tap('我的');
    await villager.tap('村里存了我哪些信息');
    await villager.see('存了哪些');
    await villager.see('王秀兰');
    await villager.tap('拿一份走');
    await villager.copied('王秀兰');
    await villager.tap('有错，请改');
    await villager.fill('哪里错了，对的是什么', '门牌写错了，是三组 12 号');
    await villager.tap('交给村里');
    await villager.toasted('收到了，会有人回您');
    await villager.see('门牌写错了，是三组 12 号');
    expect(await on.village.errors()).toEqual([]);
  });

  it('is offered 长辈版 by a phone with large text, and has it on every page afterwards (A11Y-07)', async () => {
    const villager = await on.village.phoneOf('吴大山');
    await villager.see('首页');
    await villager.setPhone({ fontSizeSetting: 23 });
    await reopen(villager, 'pages/home/index');
    await villager.tap('换成长辈版');
    await villager.find('.c-page.mode-elder');
    await reopen(villager, 'pages/me/index');
    await villager.find('.c-page.mode-elder');
    await villager.tap('长辈版');
    await villager.find('.c-page:not(.mode-elder)');
    expect(await on.village.errors()).toEqual([]);
  });
});
