import { checkCharacterOf } from '@/domain/people/id-number';
import { sheetsOf, villagesOfSize } from '../../local/demo/make-sheets';
import { VILLAGE } from '../../local/demo/personas';
import { journey } from './browser';
import { DESKTOP, withStage } from './stage';

/** The five sheets of the demo's village, as an office would hand them in. */
function sheets(): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const [villages] = villagesOfSize('village');
  return sheetsOf(villages ?? []).map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes) }));
}

/** The same sheets, one of them with its lines changed. */
function withLines(kind: string, change: (lines: string[]) => string[]): ReturnType<typeof sheets> {
  return sheets().map(({ name, bytes }) => (name.includes(kind) ? { name, bytes: Buffer.from(change(bytes.toString('utf8').split('\r\n')).join('\r\n')) } : { name, bytes }));
}

journey('the clerk of a county loads rosters', () => {
  const on = withStage();

  it('reads row and cell of what is wrong in a dry run, loads nothing, and loads the sheets once they are right', async () => {
    const clerk = await on.stage.as('梁静', { path: 'packages/roster/import/index', size: DESKTOP });
    let spoilt = 0;
    const bad = withLines('居民', (lines) => lines.map((line, at) => {
      if (at !== 5) return line;
      spoilt = at + 1;
      const cells = line.split(',');
      const id = cells[4] ?? '';
      // The last digit no longer fits the others.
      cells[4] = `${id.slice(0, 17)}${id.endsWith('0') ? '1' : '0'}`;
      return cells.join(',');
    }));
    await clerk.give('选表格', bad);
    await clerk.tap('先核对一遍');
    await clerk.see('核对结果');
    await clerk.see(/\d+ 处要改/);
    await clerk.see(new RegExp(`第 ${spoilt} 行“身份证号”.*对不上校验位`));
    await clerk.see('有错，不导');

    await clerk.reopen('packages/roster/import/index');
    // A child was born to the household of the sheet's second line.
    const born = '61092120260901002';
    const good = withLines('居民', (lines) => {
      const [village = '', town = '', household = ''] = (lines[1] ?? '').split(',');
      return [...lines.filter((line) => line !== ''), [village, town, household, '新生小苗', `${born}${checkCharacterOf(born)}`, '女', '2026-09-01', '', '家人', '', ''].join(','), ''];
    });
    await clerk.give('选表格', good);
    await clerk.tap('先核对一遍');
    await clerk.see('核对结果');
    await clerk.see(/^添 1，不变 \d+$/);
    await clerk.tap('导入 1 个村和镇县人员');
    await clerk.confirm('导入');
    await clerk.see('看岗位和网格');

    const { items } = await on.stage.server.ask<{ readonly items: readonly { readonly name: string }[] }>(await on.stage.idOf('马建业'), 'people', 'search', { village: VILLAGE, name: '新生小苗' });
    expect(items.map(({ name }) => name)).toEqual(['新生小苗']);
  });

  it('finds her desk on a phone, and from there what else she keeps', async () => {
    const clerk = await on.stage.as('梁静');
    await clerk.see('县名册管理员');
    await clerk.tap('工作台');
    await clerk.see('选表格');
    await clerk.tap('更多');
    await clerk.see('谁管哪一片，哪里缺人');
    await clerk.reopen('pages/me/index');
    await clerk.see('汉阴县名册管理员');
    await clerk.tap('工作台');
    await clerk.see('选表格');
  });

  it('loads a village’s own sheet, which has no column for it, once she has said whose it is', async () => {
    const clerk = await on.stage.as('梁静', { path: 'packages/roster/import/index' });
    const own = withLines('居民', (lines) => lines.map((line) => line.split(',').slice(2).join(','))).filter(({ name }) => name.includes('居民')).map(({ bytes }) => ({ name: '居民.csv', bytes }));
    await clerk.give('选表格', own);
    await clerk.tap('先核对一遍');
    await clerk.see(/《居民\.csv》.*没有村这一列，标题里也看不出是哪个村。请在上面选好是哪个村再核对/);
    await clerk.tap('只导一个村');
    await clerk.pick('选镇', '漩涡镇');
    await clerk.pick('选村', '堰坪村');
    await clerk.tap('先核对一遍');
    await clerk.see('核对结果');
    await clerk.see('《居民.csv》没有村这一列，按您选的村，当作漩涡镇堰坪村的。不对就先别导。');
    await clerk.see('可以导');
  });

  it('sees what is wrong in a whole column as one thing, opens it, and takes it along as a table', async () => {
    const clerk = await on.stage.as('梁静', { path: 'packages/roster/import/index', size: DESKTOP });
    await clerk.give('选表格', withLines('居民', (lines) => lines.map((line, at) => (at === 0 ? line : line.replace(/,[男女],/, ',不详,')))));
    await clerk.tap('先核对一遍');
    await clerk.see('核对结果');
    await clerk.see('性别看不懂');
    expect(await clerk.sees(/第 2 行“性别”/)).toBe(false);
    await clerk.tap('性别看不懂');
    await clerk.see(/第 2 行“性别”（不详）：性别请写“男”或“女”。/);
    const { name, bytes } = await clerk.take('存成表格，照着改');
    expect(name).toBe('要改的地方.csv');
    const [heading, first] = bytes.toString('utf8').split('\r\n');
    expect(heading).toBe('\uFEFF要不要改,文件,工作表,行,列,表上写的,哪一类,怎么改');
    expect(first).toMatch(/^要改,.*居民\.csv,.*居民,2,性别,不详,性别看不懂,性别请写“男”或“女”。$/);
  });
});
