/**
 * Opening balances from a branch's older sheet: who, in which category, what was added and taken off so far. Nothing is
 * guessed: a name that two members have needs the ID number, a total that does not add up is a problem of its cell.
 */
import type { PersonId } from '../basics/ids';
import type { CellProblem, ReadRow } from '../roster/cell-reader';
import type { Entry } from './entry';
import { MEMBER_CATEGORIES, type MemberCategory, type SchemeRules, type Tenths } from './scheme';
import { isPending, OPENING_BONUS, OPENING_DEDUCTION, scoreOf, NO_SUMS } from './sums';
import { parseTenths } from './tenths';

export const OPENING_COLUMNS = [
  { field: 'name', names: ['姓名', '党员姓名'], required: true as const, width: 12 },
  { field: 'last4', names: ['身份证后四位', '身份证号', '公民身份号码'], width: 16 },
  { field: 'category', names: ['类别', '党员类别'], width: 8 },
  { field: 'bonus', names: ['加分', '累计加分', '加分合计'], required: true as const, width: 10 },
  { field: 'deduction', names: ['扣分', '累计扣分', '扣分合计'], required: true as const, width: 10 },
  { field: 'total', names: ['积分', '总分', '累计积分', '合计'], width: 10 },
] as const;

/**
 * A figure of a member's opening as it stands: it counts, it waits for two other people, or they did not take it (PTY-06).
 * Above 0. What was reversed stands no more: the right figure can then be loaded.
 */
export interface OpeningFigure {
  readonly is: 'LOADED' | 'SENT_UP' | 'REFUSED';
  readonly tenths: Tenths;
}

/** Of what the year has under the figure's item, and the last entry that was made of it. */
export function openingFigure(sum: Tenths, last: Pick<Entry, 'state' | 'tenths'> | undefined): OpeningFigure | undefined {
  if (last !== undefined && isPending(last)) return { is: 'SENT_UP', tenths: Math.abs(last.tenths) };
  if (sum !== 0) return { is: 'LOADED', tenths: Math.abs(sum) };
  return last?.state === 'REFUSED' ? { is: 'REFUSED', tenths: Math.abs(last.tenths) } : undefined;
}

/** What a sheet's figure would do: be loaded, nothing, or contradict what stands. What was refused is not sent a second time: that is appealed (PTY-14). */
export function figureDoes(figure: OpeningFigure | undefined, tenths: Tenths): 'LOAD' | 'NOTHING' | 'ALREADY_OTHERWISE' | 'SENT_OTHERWISE' {
  if (figure?.tenths === tenths) return 'NOTHING';
  if (figure === undefined || figure.is === 'REFUSED') return tenths === 0 ? 'NOTHING' : 'LOAD';
  return figure.is === 'LOADED' ? 'ALREADY_OTHERWISE' : 'SENT_OTHERWISE';
}

/** A member as the sheet is matched with: without what could not be told apart in it. */
export interface OpeningMember {
  readonly personId: PersonId;
  readonly name: string;
  readonly category: MemberCategory;
  /** Whether the ID number ends like this; the number itself is sealed. */
  readonly endsIn: (last4: string) => boolean;
  readonly bonus?: OpeningFigure;
  readonly deduction?: OpeningFigure;
}

/** What a row is: to be loaded, as it stands already, or of somebody with nothing added and nothing taken off. */
export const OPENING_ROWS = ['NEW', 'SENT_UP', 'REFUSED', 'LOADED', 'NOTHING'] as const;

export interface OpeningRow {
  readonly personId: PersonId;
  readonly name: string;
  readonly category: MemberCategory;
  readonly bonus: Tenths;
  /** Above 0. */
  readonly deduction: Tenths;
  readonly total: Tenths;
  readonly is: (typeof OPENING_ROWS)[number];
}

export type OpeningProblem = CellProblem;

/** The rows of a sheet against the members of a branch. With a problem anywhere nothing is loaded. */
export function openingFrom(rows: readonly ReadRow[], members: readonly OpeningMember[], scheme: SchemeRules): { readonly rows: readonly OpeningRow[]; readonly problems: readonly OpeningProblem[] } {
  const problems: OpeningProblem[] = [];
  const seen = new Map<PersonId, number>();
  const read = rows.flatMap((row): readonly OpeningRow[] => {
    const before = problems.length;
    const text = (field: string): string => row.cells[field]?.text ?? '';
    const fail = (field: string, problem: string, value?: string): void => {
      const cell = row.cells[field];
      problems.push({ row: row.row, problem, ...(cell === undefined ? {} : { column: cell.column }), value: value ?? shown(field, cell?.text ?? '') });
    };
    for (const [field, cell] of Object.entries(row.cells)) if (cell.fault !== undefined) fail(field, cell.fault);
    // A line of sums or signatures below the table names nobody.
    const name = text('name').replaceAll(' ', '');
    if (name === '' || /^(合计|总计|小计)$/.test(name)) {
      if (text('bonus') !== '' && name === '') fail('name', 'CELL_EMPTY');
      return [];
    }
    const last4 = text('last4').toUpperCase().slice(-4);
    const named = members.filter((member) => member.name.replaceAll(' ', '') === name && (last4 === '' || member.endsIn(last4)));
    if (named.length > 1) fail(row.cells.last4 === undefined ? 'name' : 'last4', 'SAME_NAME');
    if (named.length === 0) fail('name', members.some((member) => member.name === name) ? 'ID_DIFFERS' : 'NO_SUCH_MEMBER');
    const [member] = named;
    const amount = (field: string): Tenths => {
      const of = text(field) === '' ? 0 : parseTenths(text(field));
      if (of === undefined) fail(field, 'NOT_POINTS');
      return of ?? 0;
    };
    const bonus = amount('bonus');
    // Offices write what was taken off as 3 or as -3; both are meant alike.
    const deduction = Math.abs(amount('deduction'));
    if (bonus < 0) fail('bonus', 'NOT_POINTS');
    if (problems.length > before || member === undefined) return [];
    if (text('category') !== '' && MEMBER_CATEGORIES.find((one) => one === text('category').toUpperCase().replace(/类$/, '')) !== member.category) fail('category', 'CATEGORY_DIFFERS', text('category'));
    const total = totalOf(scheme, member.category, bonus, deduction);
    if (text('total') !== '' && parseTenths(text('total')) !== total) fail('total', 'SUM_DIFFERS');
    const other = seen.get(member.personId);
    if (other !== undefined) fail('name', 'TWICE');
    seen.set(member.personId, row.row);
    const does = { bonus: figureDoes(member.bonus, bonus), deduction: figureDoes(member.deduction, deduction) };
    for (const field of ['bonus', 'deduction'] as const) if (does[field] === 'ALREADY_OTHERWISE' || does[field] === 'SENT_OTHERWISE') fail(field, does[field]);
    if (problems.length > before) return [];
    const is = does.bonus === 'LOAD' || does.deduction === 'LOAD' ? 'NEW' : standing([member.bonus, member.deduction]);
    return [{ personId: member.personId, name: member.name, category: member.category, bonus, deduction, total, is }];
  });
  if (read.length === 0 && problems.length === 0) return { rows: [], problems: [{ problem: 'NO_ROWS' }] };
  return { rows: read, problems };
}

/** What is said of a row whose figures change nothing: first what somebody still waits for. */
function standing(figures: readonly (OpeningFigure | undefined)[]): OpeningRow['is'] {
  return (['SENT_UP', 'REFUSED', 'LOADED'] as const).find((is) => figures.some((figure) => figure?.is === is)) ?? 'NOTHING';
}

/** What a category's base and the two sums come to, under the caps. */
export function totalOf(scheme: SchemeRules, category: MemberCategory, bonus: Tenths, deduction: Tenths): Tenths {
  return scoreOf(scheme, category, { ...NO_SUMS, items: { [OPENING_BONUS]: bonus, [OPENING_DEDUCTION]: -deduction } }).total;
}

/** Of an ID number only the last four are ever shown (PRV-12). */
function shown(field: string, text: string): string {
  return field === 'last4' ? text.slice(-4) : text.slice(0, 60);
}
