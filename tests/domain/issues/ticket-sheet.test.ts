/** A hotline's list, cell by cell (EVT-19). */
import { atTime, endOfDay, startOfDay } from '@/domain/basics/civil-time';
import { parseMoment } from '@/domain/roster/day';
import { categorySaid } from '@/domain/issues/ticket-category';
import { TICKET_COLUMNS } from '@/domain/issues/ticket-columns';
import { MOST_TICKETS, ticketsFrom } from '@/domain/issues/ticket-sheet';
import type { ReadRow } from '@/domain/roster/cell-reader';
import { sheetProblemWords } from '@/domain/wording/sheet-problems';
import { OTHER_VILLAGE, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

const around = { villages: [{ code: VILLAGE, name: '堰坪村' }, { code: OTHER_VILLAGE, name: '联合村' }], now: WEDNESDAY_9 };
const GOOD = { number: 'AK20261124007', received: '2026-11-24 16:20', answerBy: '2026-12-01 18:00', category: '投诉-环境卫生', title: '', text: '三组水沟堵了，没人清。', village: '堰坪村', place: '三组水井旁', name: '张先生', phone: '13900001111', hidden: '否', restricted: '否' };
type Cells = Partial<Record<keyof typeof GOOD, string | undefined>>;
const row = (cells: Cells = {}, at = 2): ReadRow => ({
  row: at, cells: Object.fromEntries(Object.entries({ ...GOOD, ...cells }).flatMap(([field, text]) => (text === undefined ? [] : [[field, { text, column: field }]]))),
});
const read = (...rows: readonly ReadRow[]) => ticketsFrom('工单', rows, around);

describe('a row of a hotline’s list', () => {
  it('is a ticket', () => {
    expect(read(row())).toEqual({ problems: [], tickets: [{ row: 2, number: 'AK20261124007', receivedAt: atTime('2026-11-24', '16:20'), answerBy: atTime('2026-12-01', '18:00'), category: 'SANITATION', text: '三组水沟堵了，没人清。', village: VILLAGE, placeText: '三组水井旁', callerName: '张先生', phone: '13900001111', hidden: false, restricted: false }] });
  });

  it('may say nothing of who called, and of nobody’s kind of matter', () => {
    const [ticket] = read(row({ name: undefined, phone: '', category: undefined, hidden: undefined, restricted: undefined, place: undefined, title: '反映水沟' })).tickets;
    expect(ticket).toEqual({ row: 2, number: 'AK20261124007', receivedAt: atTime('2026-11-24', '16:20'), answerBy: atTime('2026-12-01', '18:00'), category: 'OTHER', text: '反映水沟。三组水沟堵了，没人清。', village: VILLAGE, hidden: false, restricted: false });
  });

  it('with days alone begins with the first and ends with the last of them', () => {
    expect(read(row({ received: '2026/11/24', answerBy: '2026年12月1日' })).tickets[0]).toMatchObject({ receivedAt: startOfDay('2026-11-24'), answerBy: endOfDay('2026-12-01') });
  });

  it.each<[string, Cells, string, string | undefined, string]>([
    ['no number', { number: '' }, 'number', '', 'CELL_EMPTY'],
    ['no number to speak of', { number: '第一件' }, 'number', '第一件', 'TICKET_NUMBER'],
    ['a day that is none', { answerBy: '2026-02-30' }, 'answerBy', '2026-02-30', 'MOMENT_UNREADABLE'],
    ['an hour that is none', { received: '2026-11-24 25:00' }, 'received', '2026-11-24 25:00', 'MOMENT_UNREADABLE'],
    ['a call that is still to come', { received: '2026-11-25 09:01' }, 'received', '2026-11-25 09:01', 'TIME_AHEAD'],
    ['a limit before the call', { answerBy: '2026-11-24 16:20' }, 'answerBy', '2026-11-24 16:20', 'ANSWER_BEFORE_CALL'],
    ['nothing that happened', { text: '' }, 'text', '', 'CELL_EMPTY'],
    ['too much', { text: '字'.repeat(2001) }, 'text', '', 'CELL_TOO_LONG'],
    ['another town’s village', { village: '双河村' }, 'village', '双河村', 'VILLAGE_NOT_HERE'],
    ['no village', { village: '' }, 'village', '', 'VILLAGE_NOT_SAID'],
    ['no village, nor a column for it', { village: undefined }, 'text', '', 'VILLAGE_NOT_SAID'],
    ['two villages in the text', { village: undefined, text: '堰坪村和联合村的路' }, 'text', '', 'VILLAGE_NOT_SAID'],
    ['a number nobody can ring, of which the end is shown', { phone: '139000011' }, 'phone', '0011', 'PHONE_UNREADABLE'],
    ['neither yes nor no of what others must not see', { restricted: '大概' }, 'restricted', '大概', 'YES_OR_NO'],
    ['neither yes nor no', { hidden: '也许' }, 'hidden', '也许', 'YES_OR_NO'],
  ])('%s is a problem of its cell', (_, cells, column, value, problem) => {
    const { tickets, problems } = read(row(cells, 5));
    expect(problems).toEqual([{ sheet: '工单', row: 5, column, value, problem }]);
    expect(tickets).toEqual([]);
    expect(sheetProblemWords(problem)).toMatch(/[一-龥]/);
  });

  it.each([['是', true], ['敏感', true], ['否', false], ['', false], [undefined, false]] as const)('marked %j for the restricted roles alone is %j (EVT-14)', (restricted, is) => {
    expect(read(row({ restricted })).tickets[0]?.restricted).toBe(is);
  });

  it.each([['是否敏感', 'restricted'], ['专人办理', 'restricted'], ['是否保密', 'hidden'], ['保密', 'hidden']] as const)('column %s is read as %s', (name, field) => {
    expect(TICKET_COLUMNS.filter(({ names }) => (names as readonly string[]).includes(name)).map((column) => column.field)).toEqual([field]);
  });

  it.each([['堰坪'], ['堰坪村'], ['漩涡镇堰坪村'], [VILLAGE]])('names its village as %s', (village) => {
    expect(read(row({ village })).tickets[0]?.village).toBe(VILLAGE);
  });

  it('names it in the place or the content alone', () => {
    expect(read(row({ village: undefined, place: '漩涡镇联合村三组' })).tickets[0]?.village).toBe(OTHER_VILLAGE);
    expect(read(row({ village: '', text: '堰坪村的路灯坏了' })).tickets[0]?.village).toBe(VILLAGE);
  });

  it('twice with one number is wrong where it comes again', () => {
    expect(read(row(), row({ number: 'ak20261124007' }, 3)).problems).toEqual([{ sheet: '工单', row: 3, column: 'number', value: 'ak20261124007', problem: 'TWICE' }]);
  });

  it('is one of a hundred at most, and of one at least', () => {
    const many = (count: number) => read(...Array.from({ length: count }, (_, at) => row({ number: `AK${1000 + at}` }, at + 2))).problems;
    expect(many(MOST_TICKETS)).toEqual([]);
    expect(many(MOST_TICKETS + 1)).toEqual([{ sheet: '工单', problem: 'TOO_MANY_TICKETS' }]);
    expect(many(0)).toEqual([{ sheet: '工单', problem: 'NO_ROWS' }]);
  });
});

it.each([
  ['投诉', 'COMPLAINT'], ['举报', 'COMPLAINT'], ['咨询', 'CONSULT'], ['建议', 'SUGGEST'], ['求助', 'ERRAND'], ['投诉-环境卫生', 'SANITATION'], ['求助/邻里纠纷', 'DISPUTE'], ['安全生产', 'EMERGENCY'],
  ['治安', 'PATROL'], ['卫生环境', 'SANITATION'], ['问政策', 'CONSULT'], ['表扬', 'OTHER'], ['', 'OTHER'],
])('%j is taken for %s', (text, category) => expect(categorySaid(text)).toBe(category));

it.each<[string, ReturnType<typeof parseMoment>]>([
  ['2026-11-24 16:20', { day: '2026-11-24', time: '16:20' }], ['2026/11/24 9:05:30', { day: '2026-11-24', time: '09:05' }], ['2026年11月24日9:05', { day: '2026-11-24', time: '09:05' }],
  ['2026年11月24日 17时30分', { day: '2026-11-24', time: '17:30' }], ['2026年11月24日17时', { day: '2026-11-24', time: '17:00' }], ['2026-11-24T16:20', { day: '2026-11-24', time: '16:20' }],
  ['2026-11-24', { day: '2026-11-24' }], ['20261124', { day: '2026-11-24' }], ['2026-11-24 16：20', { day: '2026-11-24', time: '16:20' }],
  ['2026-11-24 24:00', undefined], ['2026-11-24 16:60', undefined], ['16:20', undefined], ['2026-11-24 下午4:20', undefined], ['2026-11-24T16:20Z', undefined], ['明天', undefined],
])('%j is the moment %j', (text, moment) => expect(parseMoment(text)).toEqual(moment));
