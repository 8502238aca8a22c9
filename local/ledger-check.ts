/**
 * Every balance again from its entries (architecture section 6): a member's sums and total are a cache of the fold, and this
 * says where the two differ. It writes nothing and names nobody but by the id of their year.
 */
import type { Entry } from '@/domain/points/entry';
import type { Scheme, Tenths } from '@/domain/points/scheme';
import { foldEntries, scoreOf } from '@/domain/points/sums';
import type { MemberYear } from '@/domain/points/year';
import type { Context } from '@platform/context';
import { schemeOf } from '@platform/point-scheme';
import { MAX_PAGE, type Store } from '@platform/store';

export interface LedgerChecked {
  readonly years: number;
  readonly entries: number;
  readonly differences: number;
}

/** Somebody may post while this reads: a difference is one only if it is there again after a second look. */
const LOOKS = 3;

/** @param say is told each difference, in the words of whoever runs this. */
export async function checkLedger(store: Store, context: Pick<Context, 'settings'>, say: (line: string) => void): Promise<LedgerChecked> {
  const schemes = new Map<number, Scheme>();
  let [years, entries, differences] = [0, 0, 0];
  const tell = (line: string): void => {
    differences += 1;
    say(line);
  };
  for await (const { _id } of allYears(store)) {
    const found = await checkedYear(store, context, schemes, _id);
    years += 1;
    entries += found.entries;
    for (const line of found.differences) tell(`${_id}：${line}`);
  }
  const stored = await store.count('pointEntries', {});
  if (stored !== entries) tell(`一共存了 ${stored} 笔，各人名下数出来 ${entries} 笔：有的不在任何人的年度里`);
  return { years, entries, differences };
}

/** By id, which does not change when somebody moves to another branch meanwhile. */
async function* allYears(store: Store): AsyncGenerator<MemberYear> {
  let after: string | undefined;
  do {
    const page = await store.find('pointYears', { where: {}, orderBy: [{ field: '_id', direction: 'asc' }], limit: MAX_PAGE, ...(after === undefined ? {} : { after }) });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}

async function checkedYear(store: Store, context: Pick<Context, 'settings'>, schemes: Map<number, Scheme>, id: string): Promise<{ readonly entries: number; readonly differences: readonly string[] }> {
  for (let look = 1; ; look += 1) {
    const year = await store.get('pointYears', id);
    // Gone meanwhile, with its entries: its time was over (PRV-10).
    if (year === undefined) return { entries: 0, differences: [] };
    const scheme = schemes.get(year.cycle) ?? (await schemeOf(store, context, year.cycle));
    schemes.set(year.cycle, scheme);
    const entries = await entriesOf(store, id);
    const differences = differencesOf(year, entries, scheme);
    if (differences.length === 0 || look === LOOKS) return { entries: entries.length, differences };
  }
}

async function entriesOf(store: Store, year: string): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let after: string | undefined;
  do {
    const page = await store.find('pointEntries', { where: { year }, orderBy: [{ field: 'on', direction: 'desc' }], limit: MAX_PAGE, ...(after === undefined ? {} : { after }) });
    entries.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return entries;
}

/** Where what is stored of a year is not what its entries come to. */
export function differencesOf({ sums, total, category }: Pick<MemberYear, 'sums' | 'total' | 'category'>, entries: readonly Entry[], scheme: Scheme): readonly string[] {
  const folded = foldEntries(entries);
  const again = scoreOf(scheme, category, folded).total;
  const items = [...new Set([...Object.keys(sums.items), ...Object.keys(folded.items)])].sort();
  const figure = (what: string, stored: string, found: string): readonly string[] => (stored === found ? [] : [`${what}存的是 ${stored}，重新算是 ${found}`]);
  return [
    ...items.flatMap((item) => figure(`“${scheme.items.find(({ id }) => id === item)?.name ?? item}”`, points(sums.items[item] ?? 0), points(folded.items[item] ?? 0))),
    ...figure('记了分的笔数', String(sums.posted), String(folded.posted)),
    ...figure('还没定的笔数', String(sums.pending.count), String(folded.pending.count)),
    ...figure('还没定的分', points(sums.pending.tenths), points(folded.pending.tenths)),
    ...figure('总分', points(total), points(again)),
    ...reversalsAmiss(entries),
  ];
}

/** A reversal takes back exactly what it names, and what it names says so. */
function reversalsAmiss(entries: readonly Entry[]): readonly string[] {
  return entries.filter(({ kind, state }) => kind === 'REVERSAL' && state === 'POSTED').flatMap((reversal) => {
    const original = entries.find(({ _id }) => _id === reversal.reverses);
    const exact = original?.state === 'POSTED' && original.item === reversal.item && original.tenths === -reversal.tenths && original.reversedBy === reversal._id;
    return exact ? [] : [`${reversal._id} 冲销的 ${reversal.reverses ?? '（没写）'} 对不上`];
  });
}

function points(tenths: Tenths): string {
  return (tenths / 10).toFixed(1);
}
