/** A workbook that is looked over before it is loaded: what stays, what is refused and in which words, and a sheet that is wrong all over. */
import { act, render, renderHook, screen, waitFor } from '@testing-library/react';
import { SheetProblems } from '@/components/sheet-problems';
import { sheetRefusal, useSheetCheck } from '@/hooks/use-sheet-check';
import { AppError } from '@/services/app-error';
import { chooseSheets } from '@/services/choose-sheets';
import { upload } from '@/services/uploads';

jest.mock('@/services/choose-sheets', () => ({ chooseSheets: jest.fn() }));
jest.mock('@/services/uploads', () => ({ upload: jest.fn() }));

const chosen = jest.mocked(chooseSheets);
const sent = jest.mocked(upload);
const look = jest.fn(() => Promise.resolve({ problems: [] }));
const picking = () => renderHook(() => useSheetCheck(look));
const pick = (on: ReturnType<typeof picking>) => act(() => on.result.current.pick());

beforeEach(() => {
  jest.clearAllMocks();
  sent.mockResolvedValue('file-1');
});

it('keeps what was found when the chooser is closed again, and forgets it when another sheet is chosen', async () => {
  const page = picking();
  chosen.mockResolvedValue([{ name: '甲.xlsx', path: 'blob:1' }]);
  await pick(page);
  expect(page.result.current.checked).toMatchObject({ name: '甲.xlsx', file: { fileId: 'file-1' } });
  chosen.mockResolvedValue([]);
  await pick(page);
  expect(page.result.current.checked?.name).toBe('甲.xlsx');
  chosen.mockResolvedValue([{ name: '乙.xlsx', path: 'blob:2' }]);
  look.mockRejectedValueOnce(new AppError({ code: 'INTERNAL', ref: 'K3F7' }));
  await pick(page);
  expect(page.result.current.checked).toBeUndefined();
  expect(sheetRefusal(page.result.current.error)).toBe('出错了，不是您的问题。（编号 K3F7）');
  act(() => page.result.current.forget());
  expect(page.result.current.error).toBeUndefined();
});

it.each([
  ['is no workbook', new AppError({ code: 'FILE_TYPE', data: { found: 'html' } }), '《乙.xlsx》不是表格，请选 xlsx 或 csv 的表。'],
  ['is an old workbook', new AppError({ code: 'FILE_TYPE', data: { found: 'XLS' } }), '《乙.xlsx》是老格式（xls），请在表格软件里另存为 xlsx 再传。'],
  ['has a password', new AppError({ code: 'FILE_TYPE', data: { found: 'ENCRYPTED' } }), '《乙.xlsx》加了密码，打不开。请去掉密码，存好再传。'],
  ['is empty', new AppError({ code: 'FILE_TYPE', data: { found: 'EMPTY' } }), '《乙.xlsx》是空的，里面什么也没有，看看是不是选错了。'],
  ['is too large', new AppError({ code: 'FILE_TOO_LARGE', data: { maxBytes: 64_000_000 } }), /^《乙.xlsx》太大了/],
  ['cannot be sent', new AppError({ code: 'OFFLINE' }), '现在没有网，没有成。网好了再来一次，不会装两遍。'],
])('says what to do of one that %s', async (_what, error, words) => {
  const page = picking();
  chosen.mockResolvedValue([{ name: '乙.xlsx', path: 'blob:2' }]);
  sent.mockRejectedValue(error);
  await pick(page);
  await waitFor(() => expect(page.result.current.busy).toBe(false));
  expect(sheetRefusal(page.result.current.error)).toEqual(typeof words === 'string' ? words : expect.stringMatching(words));
});

it('lists a hundred problems, and says how many more there are and that nothing was changed', () => {
  render(<SheetProblems problems={Array.from({ length: 140 }, (_, row) => ({ sheet: '积分', row: row + 2, column: '加分', value: '三', problem: 'NOT_POINTS' }))} />);
  expect(screen.getByRole('alert')).toHaveTextContent('140 处要改改好再传一次，这次什么也没有动。');
  expect(screen.getAllByText(/请填分数/)).toHaveLength(100);
  expect(screen.getByText('还有 40 处没列出来，先改这些。')).toBeInTheDocument();
});
