import writeXlsx from 'write-excel-file/node';
import type { SheetLine } from '@/domain/roster/sheet';
import { openFile } from '../../../cloudfunctions/platform/sheets/read-file';
import { openXlsx } from '../../../cloudfunctions/platform/sheets/read-xlsx';
import { layoutOf } from '../../../cloudfunctions/roster/sheet-layout';
import type { Unreadable } from '../../../cloudfunctions/platform/sheets/unreadable';
import { csvOf, gb18030 } from '../../fixtures/roster/sheets';
import { textRow, workbookOf, zipOf } from '../../fixtures/roster/workbook';

const ROWS = [
  ['村代码', '姓名', '地址'],
  ['610921107200', '张样例', '一组“东头”1号'],
  ['610921107200', '李样例', '一组2号'],
];

async function linesOf(bytes: Buffer, name = '名册.csv'): Promise<readonly SheetLine[]> {
  const [sheet] = await openFile(bytes, name);
  const lines: SheetLine[] = [];
  for await (const batch of sheet?.batches() ?? []) lines.push(...batch);
  return lines;
}

async function textsOf(bytes: Buffer): Promise<readonly (readonly string[])[]> {
  return (await linesOf(bytes)).map(({ cells }) => cells.map(({ text }) => text));
}

function failure(bytes: Buffer): Promise<Unreadable> {
  return textsOf(bytes).then(() => Promise.reject(new Error('it was read')), (error: unknown) => error as Unreadable);
}

describe('a CSV file as an office saves it', () => {
  it.each([
    ['UTF-8', Buffer.from(csvOf(ROWS))],
    ['UTF-8 with a BOM', Buffer.from(`\uFEFF${csvOf(ROWS)}`)],
    ['GB18030', gb18030(csvOf(ROWS))],
    ['UTF-16 with a BOM', Buffer.from(`\uFEFF${csvOf(ROWS, '\t')}`, 'utf16le')],
    ['tabs', Buffer.from(csvOf(ROWS, '\t'))],
    ['semicolons', Buffer.from(csvOf(ROWS, ';'))],
    ['line feeds only', Buffer.from(csvOf(ROWS, ',', '\n'))],
  ])('is read the same: %s', async (_what, bytes) => {
    expect(await textsOf(bytes)).toEqual(ROWS);
  });

  it('counts rows as the spreadsheet does, empty lines and quoted line ends included', async () => {
    const lines = await linesOf(Buffer.from('姓名,地址\n\n张样例,"一组\n1号"\n李样例,二组\n'));
    expect(lines.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
    expect(lines[2]?.cells[1]?.text).toBe('一组\n1号');
  });

  it('keeps digits that a program marked as text, and says when they were rounded', async () => {
    const [line] = await linesOf(Buffer.from('="610921199001010012",\'610921199001010012,6.10921E+17,#REF!\n'));
    expect(line?.cells).toEqual([{ text: '610921199001010012' }, { text: '610921199001010012' }, { text: '6.10921E+17', fault: 'NUMBER_ROUNDED' }, { text: '#REF!', fault: 'CELL_ERROR' }]);
  });

  it('refuses bytes of two encodings, since half the names would be wrong', async () => {
    const bytes = Buffer.concat([Buffer.from(csvOf(ROWS)), gb18030(csvOf(ROWS)), Buffer.from([0xff, 0xff])]);
    expect(await failure(bytes)).toMatchObject({ code: 'ENCODING' });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'EMPTY_FILE'],
    ['an old xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), 'OLD_XLS'],
    ['a photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'NOT_A_SHEET'],
    ['a web page that bears the name of a table', Buffer.from('\uFEFF<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>姓名</td></tr></table></html>'), 'WEB_PAGE'],
    ['half an archive', Buffer.from('PK\x03\x04 and no more', 'latin1'), 'BROKEN_ARCHIVE'],
    ['an archive of something else', zipOf({ 'a.txt': 'hello' }), 'NOT_A_SHEET'],
  ])('refuses %s', async (_what, bytes, code) => {
    expect(await failure(bytes)).toMatchObject({ code });
  });
});

describe('an xlsx file', () => {
  it('written by another library is read cell by cell', async () => {
    const bytes = await writeXlsx(ROWS.map((row) => row.map((value) => ({ value, type: String }))), {}).toBuffer();
    expect(await textsOf(bytes)).toEqual(ROWS);
  });

  it('keeps the places of empty cells and the numbers of rows', async () => {
    const lines = await linesOf(workbookOf([{ name: '一', rows: `${textRow(3, ['甲', '', '丙'])}<row r="7"/>${textRow(9, ['丁'])}` }]));
    expect(lines.map(({ row, cells }) => [row, cells.map(({ text }) => text)])).toEqual([[3, ['甲', '', '丙']], [7, []], [9, ['丁']]]);
  });

  it.each([
    ['a rounded ID number', '<c r="A1"><v>6.10921199001010E+17</v></c>', { text: '6.10921199001010E+17', fault: 'NUMBER_ROUNDED' }],
    ['eighteen digits stored as a number', '<c r="A1"><v>610921199001010012</v></c>', { text: '610921199001010012', fault: 'NUMBER_ROUNDED' }],
    ['a phone stored as a number', '<c r="A1"><v>1.3900000001E10</v></c>', { text: '13900000001' }],
    ['a day stored as a number', '<c r="A1" s="1"><v>46027</v></c>', { text: '2026-01-05' }],
    ['a formula with its result', '<c r="A1" t="str"><f>B1&amp;C1</f><v>张样例</v></c>', { text: '张样例' }],
    ['a formula whose result is no words', '<c r="A1" t="str"><f>IF(B1="","",B1)</f><v></v></c>', { text: '' }],
    ['a formula without a result', '<c r="A1"><f>B1</f></c>', { text: '', fault: 'FORMULA' }],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', { text: '#N/A', fault: 'CELL_ERROR' }],
    ['a shared string in pieces', '<c r="A1" t="s"><v>0</v></c>', { text: '王·样例<' }],
  ])('holds %s', async (_what, cell, expected) => {
    const bytes = workbookOf([{ name: '一', rows: `<row r="1">${cell}</row>` }], ['<r><t>王·</t></r><r><rPr/><t>样例&lt;</t></r><rPh><t>wang</t></rPh>']);
    expect((await linesOf(bytes))[0]?.cells[0]).toEqual(expected);
  });

  it('with element names in a namespace is read as well', async () => {
    const bytes = workbookOf([{ name: '一', rows: '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>甲</x:t></x:is></x:c></x:row>' }]);
    expect(await textsOf(bytes)).toEqual([['甲']]);
  });

  it('that opens rows and cells and never closes them costs one pass', async () => {
    const rows = `<row r="1">${'<c r="A1">'.repeat(20_000)}</row>${'<row r="2">'.repeat(300_000)}`;
    expect(await linesOf(workbookOf([{ name: '一', rows }]))).toHaveLength(1);
  });

  it('marks the sheets, rows and columns that the office does not see', async () => {
    const columns = '<cols><col min="1" max="1" width="9"/><col min="2" max="3" width="0" hidden="1"/></cols>';
    const rows = `${textRow(1, ['甲', '乙'])}<row r="2" hidden="1" ht="0"><c r="A2"><v>1</v></c></row>`;
    const sheets = await openFile(workbookOf([{ name: '旧表', rows: '', state: 'hidden' }, { name: '更旧', rows: '', state: 'veryHidden' }, { name: '户', rows, columns }]), 'a.xlsx');
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([['旧表', true], ['更旧', true], ['户', undefined]]);
    const [, , shown] = sheets;
    expect(shown && [...(await layoutOf(shown)).hiddenColumns]).toEqual([1, 2]);
    const lines: SheetLine[] = [];
    for await (const batch of shown?.batches() ?? []) lines.push(...batch);
    expect(lines.map(({ row, hidden }) => [row, hidden])).toEqual([[1, undefined], [2, true]]);
  });

  it('that unpacks to more than any roster is refused while it unpacks, whatever it says of itself', async () => {
    const bomb = workbookOf([{ name: '一', rows: textRow(1, ['甲'.repeat(2_000_000)]) }]);
    expect(bomb.length).toBeLessThan(50_000);
    const read = async () => {
      const [sheet] = await openXlsx(bomb, 1_000_000);
      for await (const batch of sheet?.batches() ?? []) expect(batch).toBeDefined();
    };
    await expect(read()).rejects.toMatchObject({ code: 'TOO_LARGE' });
  });
});
