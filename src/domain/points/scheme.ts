/**
 * A county's scheme of points for a cycle (PTY-02, 03, 07, 08): categories, sections, items, caps, veto events, windows. It is
 * data that a county edits in a spreadsheet; every amount is in tenths of a point.
 */
import type { AreaCode } from '../areas/code';
import type { EpochMs } from '../basics/ids';

/** PTY-02: 村(社区)两委及监督干部、在村无职、流动外出、年老体弱、在职驻村双报到、预备. */
export const MEMBER_CATEGORIES = ['A', 'B', 'C', 'D', 'E', 'P'] as const;
export type MemberCategory = (typeof MEMBER_CATEGORIES)[number];

/** A cycle is named by the year in which it begins (PTY-03). */
export type Cycle = number;

/** Tenths of a point: an integer. */
export type Tenths = number;

export interface CategoryRule {
  readonly name: string;
  readonly base: Tenths;
  /** How many pledges a member makes (PTY-04); 0 as the least leaves it open to them. */
  readonly pledges: { readonly min: number; readonly max: number };
  /** Pledges offered to choose from; a member may use words of their own instead. */
  readonly menu: readonly string[];
}

/** PTY-07: `BASE` sections are only deducted from and never go below nothing; `BONUS` sections only add. */
export interface Section {
  readonly id: string;
  readonly name: string;
  readonly kind: 'BASE' | 'BONUS';
  /** `BASE`: what can be deducted at most in a cycle. `BONUS`: what can be added at most; absent for no cap of its own. */
  readonly cap?: Tenths;
}

/** What points are given or taken for. */
export interface Item {
  readonly id: string;
  readonly section: string;
  readonly name: string;
  /** Above 0 in a `BONUS` section, below 0 in a `BASE` section. */
  readonly tenths: Tenths;
  /** At most so much in a cycle, in the sense of `tenths`' absolute value (PTY-07). */
  readonly cap?: Tenths;
  /** No longer offered; what was posted stays. */
  readonly closed?: true;
}

/** One of the events that bring the suggested grade to 不合格, whatever the points (PTY-09). */
export interface VetoKind {
  readonly id: string;
  readonly name: string;
}

export interface SchemeRules {
  readonly categories: Readonly<Record<MemberCategory, CategoryRule>>;
  readonly sections: readonly Section[];
  readonly items: readonly Item[];
  readonly vetoes: readonly VetoKind[];
  readonly bonusCap: Tenths;
  readonly max: Tenths;
  /** `MM-DD`, both days included (PTY-04). */
  readonly pledgeWindow: { readonly from: string; readonly to: string };
}

export interface Scheme extends SchemeRules {
  /** `<county>:<cycle>` */
  readonly _id: string;
  readonly county: AreaCode;
  readonly cycle: Cycle;
  /** 0 for the default that nobody loaded. */
  readonly version: number;
  readonly changedAt: EpochMs;
}

export function schemeIdOf(county: AreaCode, cycle: Cycle): string {
  return `${county}:${cycle}`;
}

export function itemOf(scheme: SchemeRules, id: string): Item | undefined {
  return scheme.items.find((item) => item.id === id);
}

export function sectionOf(scheme: SchemeRules, item: Item): Section | undefined {
  return scheme.sections.find(({ id }) => id === item.section);
}

/** What is wrong with a scheme: what contradicts itself must not be loaded, since no point could be explained by it. */
export interface SchemeProblem {
  readonly problem:
    | 'ID' | 'SAME_ID' | 'NO_NAME' | 'UNKNOWN_SECTION' | 'ITEM_SIGN' | 'ITEM_ABOVE_CAP' | 'ITEM_CAP_ABOVE_SECTION' | 'BASE_SECTION_NEEDS_CAP' | 'SECTION_ABOVE_BONUS_CAP'
    | 'BASE_OUT_OF_RANGE' | 'PLEDGES_MIN_ABOVE_MAX' | 'BONUS_CAP' | 'MAX' | 'WINDOW';
  /** In which list the id stands; `rules` for what stands once. */
  readonly of: 'rules' | 'categories' | 'sections' | 'items' | 'vetoes';
  readonly id: string;
}

/** Most pledges that a member's year has room for. */
export const PLEDGES_MOST = 12;

/** Ids become names of fields in a member's sums; two are kept for opening balances. */
const ID = /^(?!opening)[a-z][A-Za-z0-9-]{0,39}$/;
const MONTH_AND_DAY = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** The contradictions of a scheme, in the order of the sheet. Nothing of it is mended silently. */
export function schemeProblems(rules: SchemeRules): readonly SchemeProblem[] {
  const { categories, sections, items, vetoes, bonusCap, max, pledgeWindow } = rules;
  const problems: SchemeProblem[] = [];
  if (max <= 0) problems.push({ problem: 'MAX', of: 'rules', id: '' });
  if (bonusCap < 0 || bonusCap > max) problems.push({ problem: 'BONUS_CAP', of: 'rules', id: '' });
  if (!MONTH_AND_DAY.test(pledgeWindow.from) || !MONTH_AND_DAY.test(pledgeWindow.to)) problems.push({ problem: 'WINDOW', of: 'rules', id: '' });
  for (const category of MEMBER_CATEGORIES) {
    const { base, pledges } = categories[category];
    if (base < 0 || base > max) problems.push({ problem: 'BASE_OUT_OF_RANGE', of: 'categories', id: category });
    if (pledges.min < 0 || pledges.min > pledges.max || pledges.max > PLEDGES_MOST) problems.push({ problem: 'PLEDGES_MIN_ABOVE_MAX', of: 'categories', id: category });
  }
  for (const [of, list] of Object.entries({ sections, items, vetoes }) as ['sections' | 'items' | 'vetoes', readonly { readonly id: string; readonly name: string }[]][]) {
    for (const [at, { id, name }] of list.entries()) {
      if (!ID.test(id)) problems.push({ problem: 'ID', of, id });
      if (list.findIndex((other) => other.id === id) !== at) problems.push({ problem: 'SAME_ID', of, id });
      if (name.trim() === '') problems.push({ problem: 'NO_NAME', of, id });
    }
  }
  for (const { id, kind, cap } of sections) {
    if (kind === 'BASE' && cap === undefined) problems.push({ problem: 'BASE_SECTION_NEEDS_CAP', of: 'sections', id });
    if (kind === 'BONUS' && cap !== undefined && cap > bonusCap) problems.push({ problem: 'SECTION_ABOVE_BONUS_CAP', of: 'sections', id });
  }
  for (const item of items) problems.push(...itemProblems(item, sectionOf(rules, item)));
  return problems;
}

function itemProblems(item: Item, section: Section | undefined): readonly SchemeProblem[] {
  const { id, tenths, cap } = item;
  if (section === undefined) return [{ problem: 'UNKNOWN_SECTION', of: 'items', id }];
  const problems: SchemeProblem[] = [];
  if (section.kind === 'BASE' ? tenths >= 0 : tenths <= 0) problems.push({ problem: 'ITEM_SIGN', of: 'items', id });
  if (Math.abs(tenths) > (cap ?? section.cap ?? Infinity)) problems.push({ problem: 'ITEM_ABOVE_CAP', of: 'items', id });
  if (cap !== undefined && section.cap !== undefined && cap > section.cap) problems.push({ problem: 'ITEM_CAP_ABOVE_SECTION', of: 'items', id });
  return problems;
}

/** What a new version changes, and which of it may not change any more since the cycle has begun (PTY-03). */
export interface SchemeChange {
  /** A path in the words of the sheet: `categories.A.base`, `items.help`, … */
  readonly what: string;
  readonly before?: string;
  readonly after?: string;
  /** Points were given by it already. */
  readonly fixed: boolean;
}

/**
 * The differences of two versions. Once the cycle has begun, bases, caps and sections stand, and so do the items' amounts:
 * what was posted must still be explained by the scheme. Items may be added, renamed, closed or opened again.
 */
export function schemeChanges(old: SchemeRules, next: SchemeRules, began: boolean): readonly SchemeChange[] {
  const changes: SchemeChange[] = [];
  const compare = (what: string, before: string | undefined, after: string | undefined, free = false): void => {
    if (before !== after) changes.push({ what, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }), fixed: began && !free });
  };
  compare('bonusCap', String(old.bonusCap), String(next.bonusCap));
  compare('max', String(old.max), String(next.max));
  compare('pledgeWindow', `${old.pledgeWindow.from}~${old.pledgeWindow.to}`, `${next.pledgeWindow.from}~${next.pledgeWindow.to}`, true);
  for (const category of MEMBER_CATEGORIES) {
    const [was, is] = [old.categories[category], next.categories[category]];
    compare(`categories.${category}.name`, was.name, is.name, true);
    compare(`categories.${category}.base`, String(was.base), String(is.base));
    compare(`categories.${category}.pledges`, `${was.pledges.min}~${was.pledges.max}`, `${is.pledges.min}~${is.pledges.max}`, true);
    compare(`categories.${category}.menu`, was.menu.join('；'), is.menu.join('；'), true);
  }
  const both = <T extends { readonly id: string }>(was: readonly T[], is: readonly T[]): readonly string[] => [...new Set([...was, ...is].map(({ id }) => id))];
  for (const id of both(old.sections, next.sections)) {
    const [was, is] = [old.sections.find((one) => one.id === id), next.sections.find((one) => one.id === id)];
    compare(`sections.${id}`, was && `${was.kind} ${was.cap ?? ''}`.trim(), is && `${is.kind} ${is.cap ?? ''}`.trim(), was === undefined);
    if (was !== undefined && is !== undefined) compare(`sections.${id}.name`, was.name, is.name, true);
  }
  for (const id of both(old.items, next.items)) {
    const [was, is] = [old.items.find((one) => one.id === id), next.items.find((one) => one.id === id)];
    compare(`items.${id}`, was && amountOf(was), is && amountOf(is), was === undefined);
    if (was === undefined || is === undefined) continue;
    compare(`items.${id}.name`, was.name, is.name, true);
    compare(`items.${id}.closed`, String(was.closed ?? false), String(is.closed ?? false), true);
  }
  for (const id of both(old.vetoes, next.vetoes)) {
    compare(`vetoes.${id}`, old.vetoes.find((one) => one.id === id)?.name, next.vetoes.find((one) => one.id === id)?.name, true);
  }
  return changes;
}

function amountOf({ section, tenths, cap }: Item): string {
  return `${section} ${tenths} ${cap ?? ''}`.trim();
}
