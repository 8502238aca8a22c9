import { townOf, type VillageCode } from '@/domain/areas/code';
import type { CivilDate } from '@/domain/basics/ids';
import { isIn, cycleDays } from '@/domain/points/cycle';
import { claimed } from '@/domain/points/entry-acts';
import { toStore } from '@/domain/points/entry-news';
import type { Entry } from '@/domain/points/entry';
import { figureDoes, OPENING_COLUMNS, openingFigure, openingFrom, type OpeningMember, type OpeningProblem, type OpeningRow } from '@/domain/points/opening';
import type { Cycle, Scheme, Tenths } from '@/domain/points/scheme';
import { OPENING_BONUS, OPENING_DEDUCTION, scoreOf, withPosted } from '@/domain/points/sums';
import { yearIdOf, type MemberYear } from '@/domain/points/year';
import { OPENING_WORDS } from '@/domain/wording/ledgers';
import { auditRow } from '@platform/audit';
import type { Context } from '@platform/context';
import { derivedId } from '@platform/ids';
import { isTaken, madeBefore, tapRow } from '@platform/once';
import { weakKeyOf } from '@platform/person-keys';
import { schemeOf } from '@platform/point-scheme';
import { invalidField, refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { isTable, linesOf, tableOf } from '@platform/sheets/table';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import { ledgers } from './os';
import { xlsxFile } from './scheme';
import { unreadable, uploadedSheets, type UploadedSheets } from '@platform/sheets/uploaded';
import { yearsOf } from './years-of';

interface Judged {
  readonly rows: readonly OpeningRow[];
  readonly problems: readonly OpeningProblem[];
  readonly sheet: string;
  readonly scheme: Scheme;
}

/** Dry run of a branch's older points sheet: every wrong cell, and what each member would begin with. Nothing is written. */
export const checkOpening = ledgers.checkOpening.handler(async ({ input, context, errors }) => {
  context.permit('ledgers.checkOpening', { area: input.village });
  const uploaded = await uploadedSheets(context, input.file).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, OPENING_WORDS.title) });
  });
  const { rows, problems, sheet } = await judge(context, input.village, input.cycle, uploaded).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, uploaded.name) });
  });
  return { problems: problems.map((problem) => ({ sheet, ...problem })), rows: rows.map((row) => ({ ...row })), digest: uploaded.digest };
});

/**
 * Loads what was checked, a transaction a member: ids derive from member and cycle, so that a load that was cut off is
 * finished by doing it again and nobody's balance comes twice.
 */
export const loadOpening = ledgers.loadOpening.handler(async ({ input, context, errors }) => {
  const { village, cycle } = input;
  context.permit('ledgers.loadOpening', { area: village });
  // Said again after somebody left or the cycle closed: it was loaded.
  const before = await madeBefore(context, 'ledgers.loadOpening', input);
  if (before !== undefined) return { loaded: Number(before.detail?.['members']) };
  const uploaded = await uploadedSheets(context, input.file).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, OPENING_WORDS.title) });
  });
  if (uploaded.digest !== input.digest) throw refusal('CHANGED_MEANWHILE');
  const { rows, problems, scheme } = await judge(context, village, cycle, uploaded);
  if (problems.length > 0) throw errors.SHEET_PROBLEMS();
  for (const row of rows) if (row.is === 'NEW') await postOpening(context, scheme, village, row);
  const row = tapRow(context, 'ledgers.loadOpening', input, { target: `branch:${village}`, area: village, detail: { cycle, members: rows.length } });
  await context.store.insert('audit', row).catch((error: unknown) => {
    if (!isTaken(error, 'audit', row._id)) throw error;
  });
  return { loaded: rows.length };
});

/** The branch's members with empty columns, to be filled in. */
export const openingSheet = ledgers.openingSheet.handler(async ({ input, context }) => {
  const { village, cycle } = input;
  context.permit('ledgers.openingSheet', { area: village });
  const years = await yearsOf(context.store, village, cycle);
  const columns = OPENING_COLUMNS.map(({ names, width }) => ({ heading: names[0], width }));
  const bytes = await xlsxOf([{ name: OPENING_WORDS.title, columns, rows: years.map(({ name, category }) => [name, '', category]) }]);
  return xlsxFile(`${OPENING_WORDS.title}${cycle}年`, bytes);
});

async function judge(context: Context, village: VillageCode, cycle: Cycle, { sheets }: UploadedSheets): Promise<Judged> {
  const scheme = await schemeOf(context.store, context, cycle);
  const [first] = sheets;
  const sheet = first?.name ?? '';
  const table = first === undefined ? [{ sheet, problem: 'HEADING_NOT_FOUND' as const }] : tableOf(sheet, await linesOf(first), OPENING_COLUMNS);
  if (!isTable(table)) return { rows: [], problems: table.map(({ sheet: _sheet, ...problem }) => problem), sheet, scheme };
  const named = new Set(table.rows.map(({ cells }) => bare(cells.name?.text ?? '')));
  const years = (await yearsOf(context.store, village, cycle)).filter(({ name }) => named.has(bare(name)));
  const members = await membersOf(context, years);
  return { ...openingFrom(table.rows, members, scheme), sheet, scheme };
}

/** Members that are read together: their figures are one page. */
const PART = 50;

/** A name as it is compared: offices stretch short ones. */
function bare(name: string): string {
  return name.replaceAll(' ', '');
}

/** The members that a sheet names, as its rows are matched with them. Fifty at a time, with two figures each. */
async function membersOf({ store, sealer, settings }: Context, years: readonly MemberYear[]): Promise<readonly OpeningMember[]> {
  const members: OpeningMember[] = [];
  for (let at = 0; at < years.length; at += PART) {
    const part = years.slice(at, at + PART);
    const { items } = await store.find('people', { where: { _id: { in: part.map(({ personId }) => personId) } }, limit: PART });
    const made = await lastEntries(store, part);
    for (const year of part) {
      const weakKey = items.find(({ _id }) => _id === year.personId)?.weakKey;
      const figure = (item: string) => openingFigure(year.sums.items[item] ?? 0, made.get(entryId(year._id, item, 0)));
      const [bonus, deduction] = [figure(OPENING_BONUS), figure(OPENING_DEDUCTION)];
      members.push({ personId: year.personId, name: year.name, category: year.category, endsIn: (last4) => weakKeyOf(sealer, settings.countyCode, year.name, last4) === weakKey, ...(bonus === undefined ? {} : { bonus }), ...(deduction === undefined ? {} : { deduction }) });
    }
  }
  return members;
}

/** An opening's figure can be made anew when the one before was reversed or refused: the first is number 0. */
function entryId(year: string, item: string, n: number): string {
  return n === 0 ? derivedId('opening', year, item) : derivedId('opening', year, item, String(n));
}

/** The last entry of each figure that does not count, by the id of its first one. Nearly always there is none. */
async function lastEntries(store: Context['store'], years: readonly MemberYear[]): Promise<ReadonlyMap<string, Entry>> {
  const last = new Map<string, Entry>();
  let open = years.flatMap(({ _id, sums }) => [OPENING_BONUS, OPENING_DEDUCTION].filter((item) => (sums.items[item] ?? 0) === 0).map((item) => ({ year: _id, item })));
  for (let n = 0; open.length > 0; n += 1) {
    const { items } = await store.find('pointEntries', { where: { _id: { in: open.map(({ year, item }) => entryId(year, item, n)) } }, limit: open.length });
    open = open.filter(({ year, item }) => {
      const entry = items.find(({ _id }) => _id === entryId(year, item, n));
      if (entry !== undefined) last.set(entryId(year, item, 0), entry);
      return entry !== undefined;
    });
  }
  return last;
}

/** The last entry of one figure, and the id of the one that would follow it. */
async function madeOf(tx: Transaction, year: string, item: string, n = 0, last?: Entry): Promise<{ readonly last: Entry | undefined; readonly next: string }> {
  const next = entryId(year, item, n);
  const found = await tx.get('pointEntries', next);
  return found === undefined ? { last, next } : madeOf(tx, year, item, n + 1, found);
}

/**
 * An entry for each figure that is not there yet, and the member's year, in one transaction with its audit row. What the
 * secretary loads of themselves is not posted: it goes the way of their claims, and the town decides (PTY-06).
 */
function postOpening(context: Context, scheme: Scheme, village: VillageCode, row: OpeningRow): Promise<void> {
  const { store, caller, now, today, settings } = context;
  const by = caller.person?.id;
  if (by === undefined) throw new Error('broken invariant: only a person is a secretary');
  const id = yearIdOf(row.personId, scheme.cycle);
  const days = cycleDays(scheme.cycle, settings.party.cycleStart);
  const on: CivilDate = isIn(days, today) ? today : days.from;
  const entryOf = (year: MemberYear, _id: string, item: string, tenths: Tenths): Entry => ({
    _id, kind: 'OPENING', year: id, personId: row.personId, name: row.name, cycle: scheme.cycle, branch: village, town: townOf(village), on, item, itemName: OPENING_WORDS[item === OPENING_BONUS ? 'bonus' : 'deduction'], tenths,
    text: OPENING_WORDS.text, photos: [], uploads: [], state: 'POSTED', at: now, by, above: false, changedAt: now, ...(year.group === undefined ? {} : { group: year.group }),
  });
  return store.transaction(async (tx) => {
    const year = await tx.get('pointYears', id);
    if (year === undefined || year.branch !== village) throw invalidField('file', 'CHANGED');
    if (year.closedAt !== undefined) throw invalidField('cycle', 'CLOSED');
    const entries: Entry[] = [];
    for (const [item, tenths] of [[OPENING_BONUS, row.bonus], [OPENING_DEDUCTION, 0 - row.deduction]] as const) {
      const { last, next } = await madeOf(tx, id, item);
      // Loaded by somebody else a moment ago: as it stands.
      if (figureDoes(openingFigure(year.sums.items[item] ?? 0, last), Math.abs(tenths)) === 'LOAD') entries.push(entryOf(year, next, item, tenths));
    }
    if (entries.length === 0) return;
    if (row.personId === by) {
      for (const entry of entries) await tx.insert('pointEntries', toStore(undefined, { ...claimed({ ...entry, above: true }, settings), uncounted: true }, now));
      return;
    }
    const sums = entries.reduce(withPosted, year.sums);
    for (const entry of entries) await tx.insert('pointEntries', entry);
    await tx.replace('pointYears', { ...year, sums, total: scoreOf(scheme, year.category, sums).total, changedAt: now });
    await tx.insert('audit', auditRow(context, 'ledgers.loadOpening', { target: `person:${row.personId}`, area: village, detail: { cycle: scheme.cycle } }));
  });
}
