import type { DirectoryCheckView } from '@/contract/ledgers';
import type { TownCode } from '@/domain/areas/code';
import type { Congress } from '@/domain/deputies/congress';
import { directoryLoad, type Candidate, type DirectoryLoad } from '@/domain/deputies/directory-load';
import { DIRECTORY_COLUMNS, DIRECTORY_TABLE_NAMES, DIRECTORY_TABLES, directoryFrom, lastFourSaid, type DeputySaid, type DirectoryProblemAt } from '@/domain/deputies/directory-sheet';
import { directoryRows } from '@/domain/deputies/directory-rows';
import { congressToChange, saveCongress } from '@platform/congresses';
import type { Context } from '@platform/context';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { personIdOf, weakKeyOf } from '@platform/person-keys';
import { refusal } from '@platform/refuse';
import { xlsxOf } from '@platform/sheets/write-xlsx';
import { directoryTables, type DirectoryTablesRead } from './directory-tables';
import { ledgers } from './os';
import { xlsxFile } from './scheme';
import { unreadable, uploadedSheets, type UploadedSheets } from '@platform/sheets/uploaded';

/** What an unreadable file is called that was sent without a name. */
const FILE = '代表名册';
const PAGE = 100;
/** Keys of one look-up; a name may belong to several people. */
const KEYS = 50;

interface Person extends Candidate {
  readonly key: string;
  readonly idKey: string;
}

/** A sheet with everything that is needed to judge it against a directory. */
interface Prepared {
  readonly tables: DirectoryTablesRead;
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  readonly people: readonly Person[];
}

/** The directory as a workbook: read back unchanged it changes nothing. Nobody's ID number is in it (PRV-12). */
export const directorySheet = ledgers.directorySheet.handler(async ({ input, context }) => {
  context.permit('ledgers.directorySheet', { area: input.town });
  const congress = await congressToChange(context.store, input.town);
  const villages = await villagesOf(context, input.town);
  const rows = directoryRows(congress, villages, context.today);
  const sheets = DIRECTORY_TABLES.map((table) => ({ name: DIRECTORY_TABLE_NAMES[table], columns: DIRECTORY_COLUMNS[table].map(({ names, width }) => ({ heading: names[0] ?? '', width })), rows: rows[table] }));
  return xlsxFile(`${congress.name}${FILE}`, await xlsxOf(sheets));
});

/** Dry run of a directory's sheet: every wrong cell, and what would be added and changed (DEP-01..03). Nothing is written. */
export const checkDirectory = ledgers.checkDirectory.handler(async ({ input, context, errors }) => {
  const { town } = input;
  context.permit('ledgers.checkDirectory', { area: town });
  const uploaded = await uploadedSheets(context, input.file).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, FILE) });
  });
  const prepared = await prepare(context, town, uploaded).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, uploaded.name) });
  });
  const congress = await congressToChange(context.store, town);
  const { problems, load } = judge(context, congress, prepared);
  return { problems: problems.map((one) => ({ ...one })), ...viewOf(load), digest: uploaded.digest, version: congress.version };
});

/**
 * Loads what was checked. The directory is one document, so all of it is there at once or none; the clock then gives the new
 * deputies their role, a few at a turn.
 */
export const loadDirectory = ledgers.loadDirectory.handler(async ({ input, context, errors }) => {
  const { town } = input;
  context.permit('ledgers.loadDirectory', { area: town });
  const uploaded = await uploadedSheets(context, input.file).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, FILE) });
  });
  if (uploaded.digest !== input.digest) throw refusal('CHANGED_MEANWHILE');
  const prepared = await prepare(context, town, uploaded);
  return once(context, 'ledgers.loadDirectory', input, { target: `congress:${town}`, area: town, detail: { version: input.version } }, async (tx) => {
    const congress = await congressToChange(tx, town);
    if (congress.version !== input.version) throw refusal('CHANGED_MEANWHILE');
    const { problems, load } = judge(context, congress, prepared);
    if (problems.length > 0) throw errors.SHEET_PROBLEMS();
    const { stations, constituencies, mandates, changes } = load;
    if (changes.length > 0) await saveCongress(tx, withEntered(congress, load, context), { stations, constituencies, mandates }, context);
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});

function withEntered(congress: Congress, { entered }: DirectoryLoad, { now }: Context): Congress {
  return entered.length === 0 ? congress : { ...congress, entered: [...(congress.entered ?? []), ...entered.map(({ id }) => id)], lookAt: now };
}

/** One read for the villages, one for each fifty names. */
async function prepare(context: Context, town: TownCode, { sheets }: UploadedSheets): Promise<Prepared> {
  const tables = await directoryTables(sheets);
  const villages = await villagesOf(context, town);
  const { deputies } = directoryFrom(tables.rows, { town, villages, today: context.today });
  return { tables, villages, people: await peopleOf(context, deputies.map(({ value }) => value)) };
}

async function villagesOf({ store }: Context, town: TownCode): Promise<Prepared['villages']> {
  const { items } = await store.find('villages', { where: { town }, limit: PAGE });
  return items.map(({ _id, name }) => ({ code: _id, name }));
}

async function peopleOf(context: Context, deputies: readonly DeputySaid[]): Promise<readonly Person[]> {
  const { store, settings } = context;
  const keys = [...new Set(deputies.flatMap((said) => keyOf(context, said) ?? []))];
  const people: Person[] = [];
  for (let at = 0; at < keys.length; at += KEYS) {
    const { items } = await store.find('people', { where: { weakKey: { in: keys.slice(at, at + KEYS) } }, limit: PAGE });
    people.push(...items.flatMap(({ _id, name, status, village, weakKey, idKey }) => (status === 'ACTIVE' && village.startsWith(settings.countyCode) ? [{ personId: _id, name, key: weakKey, idKey: idKey ?? _id }] : [])));
  }
  return people;
}

function keyOf({ sealer, settings }: Context, said: DeputySaid): string | undefined {
  const last = lastFourSaid(said);
  return last === undefined ? undefined : weakKeyOf(sealer, settings.countyCode, said.name, last);
}

function judge(context: Context, congress: Congress, { tables, villages, people }: Prepared): { readonly problems: readonly DirectoryProblemAt[]; readonly load: DirectoryLoad } {
  const { sealer, settings, today } = context;
  const said = directoryFrom(tables.rows, { town: congress._id, villages, today });
  const load = directoryLoad(congress, said, {
    today,
    idOf: (kind, ...parts) => derivedId(kind, congress._id, ...parts),
    candidatesOf(one) {
      const key = keyOf(context, one);
      const whole = one.idNumber.length > 4 ? personIdOf(sealer, settings.countyCode, one.idNumber) : undefined;
      return people.filter((person) => person.key === key && (whole === undefined || person.idKey === whole));
    },
    mayEnter: (personId) => context.may('deputies.saveDeputy', { area: congress._id, personId }),
  });
  return { problems: [...tables.problems, ...said.problems], load };
}

function viewOf({ counts, changes }: DirectoryLoad): Pick<DirectoryCheckView, 'counts' | 'changes'> {
  return { counts: DIRECTORY_TABLES.map((table) => ({ table, ...counts[table] })), changes: changes.map((one) => ({ ...one })) };
}
