/** Workbooks of points as offices handle them: downloaded, filled in, put right cell by cell, loaded, filed (PTY-03, 06, 08, 10); and who sees points (PTY-15). */
import type { BranchView, PublicationView } from '@/services/views';
import { openFile } from '@platform/sheets/read-file';
import { linesOf } from '@platform/sheets/table';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import { textRow, workbookOf } from '../fixtures/roster/workbook';
import { journey } from './browser';
import { villageOf } from './matters';
import { DESKTOP, withStage, type Somebody } from './stage';

type Rows = readonly (readonly string[])[];
type Tables = Readonly<Record<string, Rows>>;

/** What a spreadsheet program would show of a workbook: its sheets' cells as text. */
async function tablesOf(bytes: Uint8Array): Promise<Tables> {
  const found: Record<string, Rows> = {};
  for (const sheet of await openFile(bytes, 'x')) found[sheet.name] = (await linesOf(sheet)).map(({ cells }) => cells.map(({ text }) => text));
  return found;
}

/** The tables as a workbook again, one of them with its rows changed; the heading stays. */
async function written(tables: Tables, name: string, change: (rows: Rows) => Rows): Promise<Buffer> {
  return Buffer.from(await xlsxOf(Object.entries(tables).map(([sheet, [heading = [], ...rows]]) => ({
    name: sheet, columns: heading.map((text) => ({ heading: text, width: 12 })), rows: (sheet === name ? change(rows) : rows).map((row) => [...row]),
  }))));
}

/** As a spreadsheet program writes it, with one cell of a sheet in other XML. */
function byHand(tables: Tables, name: string, cell: (row: number, at: number, text: string) => string | undefined): Buffer {
  return workbookOf(Object.entries(tables).map(([sheet, rows]) => ({
    name: sheet,
    rows: rows.map((row, at) => {
      const found = sheet === name ? row.map((text, column) => cell(at + 1, column, text)).find((xml) => xml !== undefined) : undefined;
      return found ?? textRow(at + 1, row);
    }).join(''),
  })));
}

const file = (name: string, bytes: Buffer) => [{ name, bytes }];

/** Rows below the heading that begins with `first`. */
function below(rows: Rows | undefined, first: string): Rows {
  const at = (rows ?? []).findIndex(([cell]) => cell === first);
  return (rows ?? []).slice(at + 1).filter(([number]) => /^\d+$/.test(number ?? ''));
}

journey('workbooks of points', () => {
  const on = withStage({ env: { CUNLISHI_POINTS_SCOPE: 'village' } });

  it('the county clerk reads row and cell of what is wrong in a scheme, and loads it once it is right (PTY-03, 08)', async () => {
    const clerk = await on.stage.as('梁静', { path: 'packages/branch/scheme/index', size: DESKTOP });
    await clerk.see('党员类别');
    const years = (await clerk.reads()).match(/20\d\d年/g) ?? [];
    const next = [...new Set(years)].sort().at(-1) ?? '';
    await clerk.tap(next);
    await clerk.see(`${next}还没传过表`);
    const sheet = await clerk.take('下载表格');
    expect(sheet.name).toContain(next.slice(0, 4));
    const tables = await tablesOf(sheet.bytes);
    expect(Object.keys(tables)).toEqual(['总则', '类别', '栏目', '项目', '一票否决']);

    // Unchanged it changes nothing.
    await clerk.give('传改好的表', file('原样.xlsx', sheet.bytes));
    await clerk.see('和现在的一样');

    const items = tables['项目'] ?? [];
    const rowOf = (id: string): number => items.findIndex(([cell]) => cell === id) + 1;
    // An item's cap above its section's.
    await clerk.give('重选', file('封顶错.xlsx', await written(tables, '项目', (rows) => rows.map((row) => (row[0] === 'mediate' ? [...row.slice(0, 4), '12', ''] : row)))));
    await clerk.see(/1 处/);
    await clerk.see(new RegExp(`“项目”第 ${rowOf('mediate')} 行.*项目的封顶高过了栏目的封顶`));
    await clerk.see('先把表改好');

    // A formula that was never computed.
    const late = rowOf('late');
    await clerk.give('重选', file('公式.xlsx', byHand(tables, '项目', (row, at) => (row === late && at === 3
      ? textRow(row, [...(items[row - 1] ?? []).slice(0, 3)]).replace('</row>', `<c r="D${row}"><f>-1/2</f></c></row>`)
      : undefined))));
    await clerk.see(new RegExp(`“项目”第 ${late} 行“分值”.*这是公式，没有算出的结果`));

    // The section's cell merged over two rows: only the upper one has it.
    await clerk.give('重选', file('合并.xlsx', byHand(tables, '项目', (row, at) => (row === late && at === 1 ? textRow(row, (items[row - 1] ?? []).map((text, column) => (column === 1 ? '' : text))) : undefined))));
    await clerk.see(new RegExp(`“项目”第 ${late} 行“栏目编号”.*合并的单元格先拆开`));

    await clerk.give('重选', file('办法.xlsx', await written(tables, '项目', (rows) => [...rows.map((row) => (row[0] === 'mediate' ? [...row.slice(0, 4), '8', ''] : row)), ['', '公益志愿', '无偿献血', '３', '6', '']])));
    await clerk.see('会改什么');
    await clerk.see('无偿献血');
    await clerk.tap('换上，改 2 处');
    await clerk.see('换上了');
    await clerk.see(`${next}第 1 版`);
    await clerk.see('无偿献血');
    // What is downloaded now is what was loaded.
    const again = await tablesOf((await clerk.take('下载表格')).bytes);
    expect(again['项目']?.find(([, , name]) => name === '无偿献血')?.slice(3, 5)).toEqual(['3', '6']);
  });

  it('the secretary loads what was kept in another sheet; their own goes up to the town (PTY-06)', async () => {
    const secretary = await on.stage.as('张文德', { path: 'packages/branch/opening/index', size: DESKTOP });
    const empty = await secretary.take('下载空表');
    const tables = await tablesOf(empty.bytes);
    const [[title, rows] = ['', []]] = Object.entries(tables);
    const names = rows.slice(1).map(([name]) => name);
    expect(names).toEqual(expect.arrayContaining(['李国平', '张文德']));
    const heading = rows[0] ?? [];
    const bonus = heading.indexOf('加分');
    const deduction = heading.indexOf('扣分');
    const filled = (by: Readonly<Record<string, readonly [string, string]>>) => written(tables, title, (all) => all.filter(([name]) => by[name ?? ''] !== undefined).map((row) => {
      const cells = heading.map((_, at) => row[at] ?? '');
      const [more = '', less = ''] = by[row[0] ?? ''] ?? [];
      cells[bonus] = more;
      cells[deduction] = less;
      return cells;
    }));

    await secretary.give('传填好的表', file('错.xlsx', await filled({ 李国平: ['三分', ''], 张文德: ['2', ''] })));
    await secretary.see(/第 2 行“加分”（三分）：请填分数|第 \d+ 行“加分”（三分）：请填分数/);
    await secretary.see('先把表改好');

    const before = await branchOf(secretary);
    await secretary.give('重选', file('期初.xlsx', await filled({ 李国平: ['3', '0.5'], 张文德: ['2', '0'] })));
    await secretary.see('读出来的');
    await secretary.see('您自己的，要报镇上审');
    await secretary.tap('装进 2 位的积分');
    await secretary.see('装进来了');
    const after = await branchOf(secretary);
    const scoreIn = (branch: BranchView, name: string) => branch.members.find((one) => one.name === name)?.score;
    expect((scoreIn(after, '李国平')?.bonus ?? 0) - (scoreIn(before, '李国平')?.bonus ?? 0)).toBe(30);
    expect((scoreIn(after, '李国平')?.deducted ?? 0) - (scoreIn(before, '李国平')?.deducted ?? 0)).toBe(5);
    expect(scoreIn(after, '张文德')?.total).toBe(scoreIn(before, '张文德')?.total);

    // Looked over once more, nothing is left to load: one was loaded, the secretary's own waits.
    await secretary.give('传填好的表', file('期初.xlsx', await filled({ 李国平: ['3', '0.5'], 张文德: ['2', '0'] })));
    await secretary.see('装过了');
    await secretary.see('报上去了，等着审');
    await secretary.see('没有要装的');

    const verifier = await on.stage.as('邓明珠', { path: 'packages/branch/desk/index' });
    await verifier.see('从原来的积分表转来');
    await verifier.tap('属实：张文德 期初加分');
    await verifier.see('核实了');
    const town = await on.stage.as('汤敏', { path: 'packages/branch/town/index' });
    await town.see('从原来的积分表转来');
    await town.tap('记上：张文德 期初加分');
    await town.see('记上了');
    const decided = await branchOf(secretary);
    expect((scoreIn(decided, '张文德')?.bonus ?? 0) - (scoreIn(before, '张文德')?.bonus ?? 0)).toBe(20);
  });

  it('the branch’s ledger and a publication, saved, say what the screens say and add up (PTY-10)', async () => {
    const secretary = await on.stage.as('张文德', { path: 'packages/branch/members/index', size: DESKTOP });
    const saved = await secretary.take('存成表格');
    const tables = await tablesOf(saved.bytes);
    expect(Object.keys(tables)).toEqual(['党员积分', '积分明细', '承诺践诺']);
    const branch = await branchOf(secretary);
    const rows = below(tables['党员积分'], '序号');
    expect(rows.map(([, name]) => name)).toEqual(branch.members.map(({ name }) => name));
    for (const [, name, , , base, more, less, total] of rows) {
      const { score } = branch.members.find((one) => one.name === name) ?? {};
      expect([name, base, more, less, total].map(String)).toEqual([name, (score?.base ?? 0) / 10, (score?.bonus ?? 0) / 10, (score?.deducted ?? 0) / 10, (score?.total ?? 0) / 10].map(String));
      expect(Number(total)).toBeCloseTo(Math.min(100, Math.max(0, Number(base) + Number(more) - Number(less))), 5);
    }
    // No cap bites in the demo: what is listed entry by entry adds up to what stands above.
    const posted = below(tables['积分明细'], '序号').filter((row) => row[6] === '已记分');
    for (const [, name = '', , , , more, less] of rows) {
      const listed = posted.filter((row) => row[2] === name).reduce((sum, row) => sum + Number(row[4]), 0);
      expect([name, listed]).toEqual([name, Number(more) - Number(less)]);
    }

    await secretary.reopen('packages/branch/publication/index');
    await secretary.see(/第 \d 季度/);
    const { items: [shown] } = await secretary.ask<{ readonly items: readonly PublicationView[] }>('points', 'publications', { village: branch.village });
    const publication = await tablesOf((await secretary.take('存成表格')).bytes);
    const published = below(publication['积分公示'], '序号');
    expect(published.map(([, name, , base, more, less, total]) => [name, Number(base) * 10, Number(more) * 10, Number(less) * 10, Number(total) * 10])).toEqual(shown?.rows.map(({ name, base, bonus, deducted, total }) => [name, base, bonus, deducted, total]));
    expect(Object.keys(publication)).toEqual(['积分公示', '异议与答复']);
  });

  it('the secretary lets the village see totals after the branch decided it, and takes it back (PTY-15)', async () => {
    const village = await villageOf(on.stage, '李国平');
    const committee = await on.stage.as('柳春林', { path: 'packages/branch/members/index' });
    await committee.see('只有本支部看得到分');
    await committee.see('支部会定，书记来改');

    const villager = await on.stage.as('王秀兰', { path: `packages/party/village/index?village=${village}` });
    await villager.see('李国平');
    expect(await villager.reads()).not.toMatch(/\d 分/);

    const secretary = await on.stage.as('张文德', { path: 'packages/branch/members/index' });
    await secretary.tap('村里人看不看得到分');
    await secretary.see('每一笔为什么加、为什么扣，还是只有本人和支部看得到。');
    await secretary.see('先选哪天定的');
    await secretary.pickDay('选哪一天');
    await secretary.tap('让村里人看得到');
    await secretary.confirm('定了');
    await secretary.see('村里人看得到了');
    await secretary.see(/村里人看得到总分，.*支部定的/);
    await villager.reopen(`packages/party/village/index?village=${village}`);
    await villager.see(/^\d+(\.\d)? 分$/);
    await on.stage.server.moveClock((await on.stage.server.now()) + 60_000);
    const member = await on.stage.as('李国平', { path: 'packages/party/year/index' });
    await member.see('本村可见');

    await secretary.tap('村里人看不看得到分');
    await secretary.tap('收回，只给本支部看');
    await secretary.confirm('定了');
    await secretary.see('收回来了');
    await villager.reopen(`packages/party/village/index?village=${village}`);
    await villager.see('李国平');
    expect(await villager.reads()).not.toMatch(/\d 分/);
  });

  async function branchOf(who: Somebody): Promise<BranchView> {
    return who.ask('points', 'branch', { village: await villageOf(on.stage, '李国平') });
  }
});
