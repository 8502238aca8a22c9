import { formatDateTime } from '@/domain/basics/civil-time';
import type { VillageCode } from '@/domain/areas/code';
import type { Entry } from '@/domain/points/entry';
import { scoreOf } from '@/domain/points/sums';
import type { Cycle } from '@/domain/points/scheme';
import { pointsOf } from '@/domain/points/tenths';
import { LEDGER_WORDS, entryStateWord, pledgeStateWord } from '@/domain/wording/ledgers';
import { auditRow } from '@platform/audit';
import { schemeOf } from '@platform/point-scheme';
import { refusal } from '@platform/refuse';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import type { Store } from '@platform/store';
import { ledgers } from './os';
import { xlsxFile } from './scheme';
import { yearsOf } from './years-of';

/** The branch's ledger of a cycle, as an office files it: members, entries, pledges. Who took it out is put down (PRV-11). */
export const branchLedger = ledgers.branchLedger.handler(async ({ input, context }) => {
  const { village, cycle } = input;
  const { store, now } = context;
  context.permit('ledgers.branchLedger', { area: village });
  const branch = await store.get('branches', village);
  if (branch === undefined) throw refusal('NOT_FOUND');
  const scheme = await schemeOf(store, context, cycle);
  const years = await yearsOf(store, village, cycle);
  const entries = await entriesOf(store, village, cycle);
  const { members, ledger, pledges } = LEDGER_WORDS;
  const title = (name: string): string => `${branch.name}${cycle}年${name}`;
  const about = `${LEDGER_WORDS.taken}${formatDateTime(now)}`;
  const bytes = await xlsxOf([
    {
      name: members.name, title: title(members.name), about, columns: members.columns, below: [...LEDGER_WORDS.below],
      rows: years.map(({ name, group, category, sums, left }, at) => {
        const { base, bonus, deducted, total } = scoreOf(scheme, category, sums);
        return [at + 1, name, group, scheme.categories[category].name, pointsOf(base), pointsOf(bonus), pointsOf(deducted), pointsOf(total), left === undefined ? '' : `${left.on} ${LEDGER_WORDS.left}`];
      }),
    },
    {
      name: ledger.name, title: title(ledger.name), about, columns: ledger.columns, below: [...LEDGER_WORDS.below],
      rows: entries.map((entry, at) => [at + 1, entry.on, entry.name, entry.itemName, pointsOf(entry.tenths), entry.text, entryStateWord(entry.state), entry.first?.name, entry.second?.name ?? entry.refused?.name, entry.refused?.reason ?? entry.reason]),
    },
    {
      name: pledges.name, title: title(pledges.name), about, columns: pledges.columns, below: [...LEDGER_WORDS.below],
      rows: years.flatMap(({ name, group, pledges: made }) => made.map((pledge) => [name, group, pledge.text, `${pledge.target}${pledge.unit}`, pledge.done, pledge.due, pledgeStateWord(pledge.state)])),
    },
  ]);
  await store.insert('audit', auditRow(context, 'ledgers.branchLedger', { target: `branch:${village}`, area: village, detail: { cycle } }));
  return xlsxFile(title(LEDGER_WORDS.file), bytes);
});

/** In the order of days. */
async function entriesOf(store: Store, village: VillageCode, cycle: Cycle): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  let after: string | undefined;
  do {
    const page = await store.find('pointEntries', { where: { branch: village, cycle }, orderBy: [{ field: 'on', direction: 'asc' }], limit: 100, after });
    entries.push(...page.items);
    after = page.next;
  } while (after !== undefined);
  return entries;
}
