/**
 * What a member's entries come to (PTY-07). Sums are kept by item and before any cap; caps, floors and the base are applied by
 * `scoreOf` alone. So the order in which entries arrive cannot matter, and taking one back is exact: what a cap had swallowed
 * comes back by itself.
 */
import type { Entry, EntryState } from './entry';
import type { MemberCategory, SchemeRules, Section, Tenths } from './scheme';
import type { Sums } from './year';

export const NO_SUMS: Sums = { items: {}, posted: 0, pending: { count: 0, tenths: 0 } };

/** The items of an opening balance: what an older sheet had added, and taken off. They stand in no scheme, and under the total caps. */
export const OPENING_BONUS = 'openingBonus';
export const OPENING_DEDUCTION = 'openingDeduction';

export interface Score {
  readonly base: Tenths;
  /** After all caps. */
  readonly bonus: Tenths;
  /** Above 0: what is taken off, after the sections' floors. */
  readonly deducted: Tenths;
  /** What claims that wait would add at most, before any cap. */
  readonly pending: Tenths;
  readonly total: Tenths;
}

const PENDING: ReadonlySet<EntryState> = new Set(['CHECK', 'ASKED', 'APPROVE']);

/** Whether an entry waits for somebody's decision. */
export function isPending({ state }: Pick<Entry, 'state'>): boolean {
  return PENDING.has(state);
}

type Counted = Pick<Entry, 'item' | 'tenths' | 'state' | 'kind' | 'uncounted'>;

/** The sums after one more entry was posted. A reversal carries its original's item with the sign turned. */
export function withPosted(sums: Sums, entry: Pick<Entry, 'item' | 'tenths'>): Sums {
  return { ...sums, posted: sums.posted + 1, items: { ...sums.items, [entry.item]: sumOf(sums, entry.item) + entry.tenths } };
}

function sumOf({ items }: Sums, item: string): Tenths {
  return Object.hasOwn(items, item) ? items[item] ?? 0 : 0;
}

/** The sums with one more claim that waits, or (`by` −1) one fewer. What would be taken off does not stand as an expectation. */
export function withPending(sums: Sums, { tenths }: Pick<Entry, 'tenths'>, by: 1 | -1): Sums {
  return { ...sums, pending: { count: sums.pending.count + by, tenths: sums.pending.tenths + by * Math.max(0, tenths) } };
}

/** What one entry does to its year, once it is put in: what it adds to the sums as it stands. */
export function withEntry(sums: Sums, entry: Omit<Counted, 'kind'>): Sums {
  return entry.state === 'POSTED' ? withPosted(sums, entry) : isPending(entry) ? withPending(sums, entry, 1) : sums;
}

/** The fold that the stored sums are a cache of: `npm run check:ledger` compares the two. */
export function foldEntries(entries: readonly Counted[]): Sums {
  return entries.filter(({ uncounted }) => uncounted !== true).reduce<Sums>(withEntry, NO_SUMS);
}

/** Base, capped bonus, floored deductions, clamped total (PTY-07), in tenths. */
export function scoreOf(scheme: SchemeRules, category: MemberCategory, sums: Sums): Score {
  const { base } = scheme.categories[category];
  const bySection = (kind: Section['kind']): Tenths => scheme.sections.filter((section) => section.kind === kind).reduce((total, section) => total + inSection(scheme, section, sums), 0);
  const bonus = Math.min(scheme.bonusCap, bySection('BONUS') + Math.max(0, sumOf(sums, OPENING_BONUS)));
  const deducted = bySection('BASE') + Math.max(0, -sumOf(sums, OPENING_DEDUCTION));
  const total = Math.max(0, Math.min(scheme.max, base + bonus - deducted));
  return { base, bonus, deducted, pending: sums.pending.tenths, total };
}

/** What a section comes to: each item under its cap, together under the section's. Never below nothing. */
function inSection(scheme: SchemeRules, section: Section, sums: Sums): Tenths {
  const sign = section.kind === 'BASE' ? -1 : 1;
  const raw = scheme.items
    .filter((item) => item.section === section.id)
    .reduce((total, { id, cap }) => total + Math.min(cap ?? Infinity, Math.max(0, sign * sumOf(sums, id))), 0);
  return Math.min(section.cap ?? Infinity, raw);
}

/** How much of an item can still count, under its own, its section's and the total cap; undefined where nothing limits it. */
export function leftOf(scheme: SchemeRules, id: string, sums: Sums): Tenths | undefined {
  const item = scheme.items.find((one) => one.id === id);
  const section = scheme.sections.find((one) => one.id === item?.section);
  if (item === undefined || section === undefined) return 0;
  const sign = section.kind === 'BASE' ? -1 : 1;
  const used = Math.max(0, sign * sumOf(sums, id));
  const limits = [
    ...(item.cap === undefined ? [] : [item.cap - used]),
    ...(section.cap === undefined ? [] : [section.cap - inSection(scheme, section, sums)]),
    ...(section.kind === 'BASE' ? [] : [scheme.bonusCap - scheme.sections.filter(({ kind }) => kind === 'BONUS').reduce((total, one) => total + inSection(scheme, one, sums), Math.max(0, sumOf(sums, OPENING_BONUS)))]),
  ];
  return limits.length === 0 ? undefined : Math.max(0, Math.min(...limits));
}
