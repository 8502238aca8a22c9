/** What the presidium brings in files: a deputy's picture, and a whole directory out of a sheet (DEP-01..03). */
import { openFile } from '@platform/sheets/read-file';
import { linesOf } from '@platform/sheets/table';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import { DIRECTORY_COLUMNS, DIRECTORY_TABLE_NAMES, DIRECTORY_TABLES, type DirectoryTable } from '@/domain/deputies/directory-sheet';
import { MINUTE_MS } from '@/domain/basics/civil-time';
import { sheetsOf, villagesOfSize } from '../../local/demo/make-sheets';
import { journey } from './browser';
import { withStage, type Somebody } from './stage';
import { DEPUTIES_TOWN } from './world';

/** A drawing, and nobody's face: as large as a phone's camera makes them. */
async function drawing(who: Somebody): Promise<Buffer> {
  const base64 = await who.page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [1200, 1600];
    const pen = canvas.getContext('2d');
    if (pen === null) return '';
    pen.fillStyle = '#d9c9a3';
    pen.fillRect(0, 0, 1200, 1600);
    pen.fillStyle = '#2f5d57';
    pen.beginPath();
    pen.arc(600, 600, 320, 0, 7);
    pen.fill();
    pen.fillRect(200, 1100, 800, 500);
    return canvas.toDataURL('image/png').split(',')[1] ?? '';
  });
  return Buffer.from(base64, 'base64');
}

/** How large the pictures are that the page has drawn. */
function picturesOn(who: Somebody): Promise<readonly number[]> {
  return who.page.evaluate(() => [...document.querySelectorAll<HTMLImageElement>('.c-avatar__photo img')].filter((one) => one.offsetParent !== null && one.naturalWidth > 0).map(({ naturalHeight }) => naturalHeight));
}

async function fromOffice(who: Somebody, words: string): Promise<void> {
  await who.go(`packages/deputies/office/index?town=${DEPUTIES_TOWN}`);
  await who.tap(words);
}

const DIRECTORY = `packages/deputies/directory/index?town=${DEPUTIES_TOWN}`;

journey('a deputy’s picture (DEP-03)', () => {
  const on = withStage();

  it('is set with the deputy’s consent, small, seen by everybody, off line too, and taken away again', async () => {
    const presidium = await on.stage.as('沈国华');
    await fromOffice(presidium, '代表的照片');
    await presidium.see('先选是哪位');
    await presidium.tap('周桂芳');
    await presidium.see('周桂芳还没有照片');
    await presidium.give('拍照', [{ name: 'page.jpg', bytes: Buffer.from('<!DOCTYPE html><p>not a picture</p>') }]);
    await presidium.see('这个文件打不开，请换一个');
    await presidium.tap('第 1 张照片');
    await presidium.choose('删掉');
    await presidium.give('拍照', [{ name: 'drawing.png', bytes: await drawing(presidium) }]);
    await presidium.see('本人同意了才能公开');
    await presidium.tap('本人同意公开这张照片');
    await presidium.tap('存下来');
    await presidium.see('存好了');
    await presidium.see('代表工作台');

    const visitor = await on.stage.as('visitor', { path: DIRECTORY });
    await visitor.see('周桂芳');
    await visitor.page.waitForFunction(() => [...document.querySelectorAll<HTMLImageElement>('.c-avatar__photo img')].some((one) => one.naturalWidth > 0));
    expect(await picturesOn(visitor)).toEqual([320]);
    await visitor.tap('周桂芳');
    await visitor.see('怎么找周桂芳');
    await visitor.page.waitForFunction(() => document.querySelectorAll('.c-avatar--large .c-avatar__photo').length > 0);
    await visitor.context.setOffline(true);
    await visitor.page.goBack();
    await visitor.see('堰坪代表联络站');
    await visitor.tap('周桂芳');
    await visitor.see('怎么找周桂芳');
    await visitor.context.setOffline(false);

    await fromOffice(presidium, '代表的照片');
    await presidium.tap('周桂芳');
    await presidium.see('周桂芳现在的照片');
    await presidium.tap('拿下来');
    await presidium.confirm('拿下来');
    await presidium.see('代表工作台');
    await visitor.reopen(DIRECTORY);
    await visitor.see('周桂芳');
    await visitor.settled();
    expect(await visitor.page.locator('.c-avatar__photo').count()).toBe(0);
  });
});

/** Rows of the sheets as the office would see them. */
async function textsOf(bytes: Uint8Array): Promise<Record<string, string[][]>> {
  const found: Record<string, string[][]> = {};
  for (const sheet of await openFile(bytes, 'x')) found[sheet.name] = (await linesOf(sheet)).map(({ cells }) => cells.map(({ text }) => text));
  return found;
}

/** The downloaded workbook with more rows below. */
async function withRows(texts: Record<string, string[][]>, more: Partial<Record<DirectoryTable, string[][]>>): Promise<Buffer> {
  return Buffer.from(await xlsxOf(DIRECTORY_TABLES.map((table) => {
    const [, ...rows] = texts[DIRECTORY_TABLE_NAMES[table]] ?? [];
    return { name: DIRECTORY_TABLE_NAMES[table], columns: DIRECTORY_COLUMNS[table].map(({ names, width }) => ({ heading: names[0] ?? '', width })), rows: [...rows, ...(more[table] ?? [])] };
  })));
}

/** Somebody of the demo's village who holds nothing: a line of its residents' sheet. */
function resident(): { readonly name: string; readonly idNumber: string } {
  const [villages] = villagesOfSize('village');
  const sheet = sheetsOf(villages ?? []).find(({ name }) => name.includes('居民'));
  const rows = Buffer.from(sheet?.bytes ?? []).toString('utf8').split('\r\n').slice(1).map((line) => line.split(','));
  const names = rows.map(([, , , name]) => name);
  const row = rows.slice(200).find(([, , , name = '', id = '']) => names.filter((one) => one === name).length === 1 && id.slice(6, 10) > '1960' && id.slice(6, 10) < '1990');
  return { name: row?.[3] ?? '', idNumber: row?.[4] ?? '' };
}

journey('a directory out of a sheet (DEP-01..03)', () => {
  const on = withStage();

  it('is downloaded, filled in, looked over cell by cell, loaded, and changes nothing the second time', async () => {
    const { stage } = on;
    const presidium = await stage.as('沈国华');
    await fromOffice(presidium, '用表格录入');
    await presidium.see('同一张表再装一遍，什么也不会变');
    const { name: called, bytes: downloaded } = await presidium.take('下载表格');
    expect(called).toMatch(/代表名册\.xlsx$/);
    const texts = await textsOf(downloaded);
    expect(Object.keys(texts)).toEqual(['联络站', '选区', '代表']);

    await presidium.give('传填好的表', [{ name: '原样.xlsx', bytes: downloaded }]);
    await presidium.see('和现在的一样，不用装');

    const { name, idNumber } = resident();
    const station = ['茶园代表联络站', '堰坪村茶园边', '每周三 9:00', '', '周三值班'];
    const constituency = ['第 12 选区', '镇', '堰坪', '常住居民', '１', '2026-01-01'];
    const deputy = (last4: string, phone: string, shown: string): string[] => [name, last4, '镇', '第十九届', '第 12 选区', '茶园代表小组', '茶园代表联络站', '茶农', '', phone, shown, '2026-01-10'];
    await presidium.give('重选', [{ name: '有错.xlsx', bytes: await withRows(texts, { STATIONS: [station], CONSTITUENCIES: [constituency], DEPUTIES: [deputy('0000', '13900000001', '')] }) }]);
    await presidium.see(/“代表”第 \d+ 行“手机号”（0001）：本人同意公开的/);
    await presidium.see('先把表改好');

    const good = await withRows(texts, { STATIONS: [station], CONSTITUENCIES: [constituency], DEPUTIES: [deputy(idNumber.slice(-4), '１３９00000001', '是')] });
    await presidium.give('重选', [{ name: '改好.xlsx', bytes: good }]);
    await presidium.see(/^添 1，不变 \d+$/);
    await presidium.see(`新的代表`);
    await presidium.tap('装进来');
    await presidium.confirm('装进来');
    await presidium.see('装进来了，大家看得到');
    await presidium.see('代表工作台');

    const visitor = await stage.as('visitor', { path: DIRECTORY });
    await visitor.see('茶园代表联络站');
    await visitor.see('茶园代表小组');
    await visitor.tap(name);
    await visitor.see(`怎么找${name}`);
    await visitor.see(`打电话给${name}`);

    await stage.server.moveClock((await stage.server.now()) + 2 * MINUTE_MS);
    await fromOffice(presidium, '用表格录入');
    await presidium.give('传填好的表', [{ name: '再来.xlsx', bytes: good }]);
    await presidium.see('和现在的一样，不用装');
  });
});
