/** A scheme as an office edits it: five tables of a workbook, and what is wrong with them by table, line and column (PTY-08). */
import { CellReader, type CellProblem, type ReadRow } from '../roster/cell-reader';
import type { Tenths, Item, MemberCategory, SchemeProblem, SchemeRules, Section, VetoKind } from './scheme';
import { MEMBER_CATEGORIES, schemeProblems } from './scheme';
import { parseTenths, pointsOf } from './tenths';

export const SCHEME_TABLES = ['RULES', 'CATEGORIES', 'SECTIONS', 'ITEMS', 'VETOES'] as const;
export type SchemeTable = (typeof SCHEME_TABLES)[number];

/** What sheets and columns are called; the first name is the one a workbook of ours has. */
export const TABLE_NAMES: Readonly<Record<SchemeTable, string>> = { RULES: '总则', CATEGORIES: '类别', SECTIONS: '栏目', ITEMS: '项目', VETOES: '一票否决' };

interface Column {
  readonly field: string;
  readonly names: readonly string[];
  readonly required?: true;
  readonly width: number;
}

export const TABLE_COLUMNS: Readonly<Record<SchemeTable, readonly Column[]>> = {
  RULES: [{ field: 'rule', names: ['规定'], required: true, width: 24 }, { field: 'value', names: ['内容', '数值'], required: true, width: 20 }],
  CATEGORIES: [
    { field: 'category', names: ['类别'], required: true, width: 8 },
    { field: 'name', names: ['名称'], required: true, width: 32 },
    { field: 'base', names: ['基础分'], required: true, width: 10 },
    { field: 'min', names: ['承诺最少', '最少承诺'], required: true, width: 10 },
    { field: 'max', names: ['承诺最多', '最多承诺'], required: true, width: 10 },
    { field: 'menu', names: ['承诺菜单', '可选承诺'], width: 60 },
  ],
  SECTIONS: [
    { field: 'id', names: ['编号'], required: true, width: 14 },
    { field: 'name', names: ['栏目', '栏目名称'], required: true, width: 20 },
    { field: 'kind', names: ['加扣', '加分或扣分'], required: true, width: 10 },
    { field: 'cap', names: ['封顶', '上限'], width: 10 },
  ],
  ITEMS: [
    { field: 'id', names: ['编号'], width: 14 },
    { field: 'section', names: ['栏目编号', '所属栏目'], required: true, width: 14 },
    { field: 'name', names: ['项目', '项目名称'], required: true, width: 36 },
    { field: 'tenths', names: ['分值', '每次分值'], required: true, width: 10 },
    { field: 'cap', names: ['全年封顶', '封顶'], width: 10 },
    { field: 'closed', names: ['停用'], width: 8 },
  ],
  VETOES: [{ field: 'id', names: ['编号'], required: true, width: 14 }, { field: 'name', names: ['情形'], required: true, width: 60 }],
};

/** The lines of `总则`. */
const RULE_NAMES = { bonusCap: '加分封顶', max: '总分封顶', from: '承诺开始（月-日）', to: '承诺截止（月-日）' } as const;

const KIND_WORDS: Readonly<Record<Section['kind'], string>> = { BASE: '扣分', BONUS: '加分' };

export interface WrittenTable {
  readonly table: SchemeTable;
  readonly rows: readonly (readonly (string | number | undefined)[])[];
}

/** The tables of a scheme; read back they give the same scheme. */
export function tablesOf(rules: SchemeRules): readonly WrittenTable[] {
  const { categories, sections, items, vetoes, bonusCap, max, pledgeWindow } = rules;
  const cap = (tenths: Tenths | undefined): number | undefined => (tenths === undefined ? undefined : pointsOf(tenths));
  return [
    { table: 'RULES', rows: [[RULE_NAMES.bonusCap, pointsOf(bonusCap)], [RULE_NAMES.max, pointsOf(max)], [RULE_NAMES.from, pledgeWindow.from], [RULE_NAMES.to, pledgeWindow.to]] },
    { table: 'CATEGORIES', rows: MEMBER_CATEGORIES.map((category) => {
      const { name, base, pledges, menu } = categories[category];
      return [category, name, pointsOf(base), pledges.min, pledges.max, menu.join('；')];
    }) },
    { table: 'SECTIONS', rows: sections.map((one) => [one.id, one.name, KIND_WORDS[one.kind], cap(one.cap)]) },
    { table: 'ITEMS', rows: items.map((one) => [one.id, one.section, one.name, pointsOf(one.tenths), cap(one.cap), one.closed === true ? '是' : '']) },
    { table: 'VETOES', rows: vetoes.map(({ id, name }) => [id, name]) },
  ];
}

export interface SchemeCellProblem extends CellProblem {
  readonly table: SchemeTable;
}

export interface ReadScheme {
  /** Present when nothing at all is wrong. */
  readonly rules?: SchemeRules;
  readonly problems: readonly SchemeCellProblem[];
}

/** The scheme that the tables hold. Whatever is wrong is a problem of its cell; nothing is guessed. */
export function schemeFrom(tables: Readonly<Record<SchemeTable, readonly ReadRow[]>>): ReadScheme {
  const problems: SchemeCellProblem[] = [];
  const at = new Map<string, { readonly table: SchemeTable; readonly row: number }>();
  const cells = (table: SchemeTable, row: ReadRow): SchemeCells => new SchemeCells({ table }, row, problems);

  const values = new Map(tables.RULES.map((row) => [row.cells.rule?.text ?? '', row]));
  const rule = (name: string): SchemeCells | undefined => {
    const row = values.get(name) ?? [...values].find(([key]) => key.startsWith(name.slice(0, 4)))?.[1];
    if (row === undefined) problems.push({ table: 'RULES', problem: 'RULE_MISSING', value: name });
    return row === undefined ? undefined : cells('RULES', row);
  };
  const bonusCap = rule(RULE_NAMES.bonusCap)?.tenths('value') ?? 0;
  const max = rule(RULE_NAMES.max)?.tenths('value') ?? 0;
  const pledgeWindow = { from: rule(RULE_NAMES.from)?.monthAndDay('value') ?? '', to: rule(RULE_NAMES.to)?.monthAndDay('value') ?? '' };

  const categories = new Map<MemberCategory, SchemeRules['categories'][MemberCategory]>();
  for (const row of tables.CATEGORIES) {
    const read = cells('CATEGORIES', row);
    const category = MEMBER_CATEGORIES.find((one) => one === read.text('category').toUpperCase().replace(/类$/, ''));
    if (category === undefined) {
      read.fail('category', 'CATEGORY_UNKNOWN');
      continue;
    }
    if (categories.has(category)) read.fail('category', 'TWICE');
    at.set(`categories.${category}`, { table: 'CATEGORIES', row: row.row });
    categories.set(category, {
      name: read.needed('name'), base: read.tenths('base'), pledges: { min: read.count('min'), max: read.count('max') },
      menu: read.optional('menu').split(/[;；\n]/).map((one) => one.trim()).filter((one) => one !== ''),
    });
  }
  for (const category of MEMBER_CATEGORIES) if (!categories.has(category)) problems.push({ table: 'CATEGORIES', problem: 'CATEGORY_MISSING', value: category });

  const sections = tables.SECTIONS.map((row): Section => {
    const read = cells('SECTIONS', row);
    const word = read.text('kind');
    const kind = (Object.keys(KIND_WORDS) as Section['kind'][]).find((one) => KIND_WORDS[one] === word || KIND_WORDS[one].startsWith(word)) ?? read.fail('kind', 'KIND_UNKNOWN') ?? 'BASE';
    const cap = read.tenthsIfAny('cap');
    const id = read.needed('id');
    at.set(`sections.${id}`, { table: 'SECTIONS', row: row.row });
    return { id, name: read.needed('name'), kind, ...(cap === undefined ? {} : { cap }) };
  });

  const taken = new Set(tables.ITEMS.map((row) => row.cells.id?.text ?? ''));
  const items = tables.ITEMS.map((row): Item => {
    const read = cells('ITEMS', row);
    const own = read.optional('id');
    const id = own === '' ? freeId(taken) : own;
    const cap = read.tenthsIfAny('cap');
    const section = read.needed('section');
    const closed = read.yes('closed', '停用');
    at.set(`items.${id}`, { table: 'ITEMS', row: row.row });
    return { id, section: sections.find(({ id: one, name }) => one === section || name === section)?.id ?? section, name: read.needed('name'), tenths: read.tenths('tenths'), ...(cap === undefined ? {} : { cap }), ...(closed ? { closed: true as const } : {}) };
  });

  const vetoes = tables.VETOES.map((row): VetoKind => {
    const read = cells('VETOES', row);
    const id = read.needed('id');
    at.set(`vetoes.${id}`, { table: 'VETOES', row: row.row });
    return { id, name: read.needed('name') };
  });

  if (problems.length > 0) return { problems };
  const rules: SchemeRules = { categories: Object.fromEntries(categories) as SchemeRules['categories'], sections, items, vetoes, bonusCap, max, pledgeWindow };
  const contradictions = schemeProblems(rules).map((one) => placed(one, at));
  return contradictions.length > 0 ? { problems: contradictions } : { rules, problems: [] };
}

function placed({ problem, of, id }: SchemeProblem, at: ReadonlyMap<string, { readonly table: SchemeTable; readonly row: number }>): SchemeCellProblem {
  const place = of === 'rules' ? undefined : at.get(`${of}.${id}`);
  return { table: place?.table ?? 'RULES', ...(place === undefined ? {} : { row: place.row }), problem, value: id };
}

/** An item that the office wrote without a number of its own gets the first free one. */
function freeId(taken: Set<string>): string {
  for (let n = 1; ; n += 1) {
    const id = `x${n}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

class SchemeCells extends CellReader<{ readonly table: SchemeTable }> {
  tenths(field: string): Tenths {
    return parseTenths(this.text(field)) ?? this.fail(field, 'NOT_POINTS') ?? 0;
  }

  tenthsIfAny(field: string): Tenths | undefined {
    return this.text(field) === '' ? undefined : this.tenths(field);
  }

  /** `1-1`, `01-01`, `1月1日`, or a day that the spreadsheet made of it. */
  monthAndDay(field: string): string {
    const match = /^(?:\d{4}-)?(\d{1,2})[-/.月](\d{1,2})日?$/.exec(this.text(field));
    if (match === null) return this.fail(field, 'NOT_A_DAY') ?? '';
    return `${(match[1] ?? '').padStart(2, '0')}-${(match[2] ?? '').padStart(2, '0')}`;
  }
}
