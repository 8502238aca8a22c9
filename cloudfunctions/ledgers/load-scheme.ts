import type { SheetProblem } from '@/contract/sheets';
import { cycleDays } from '@/domain/points/cycle';
import { schemeChanges, schemeIdOf, type Scheme, type SchemeRules } from '@/domain/points/scheme';
import { SCHEME_TABLES, schemeFrom, TABLE_COLUMNS, TABLE_NAMES, type SchemeTable } from '@/domain/points/scheme-sheet';
import { schemeChangeWords } from '@/domain/wording/ledgers';
import type { Context } from '@platform/context';
import { madeBefore, once } from '@platform/once';
import { schemeOf } from '@platform/point-scheme';
import { refusal } from '@platform/refuse';
import { isTable, linesOf, tableOf, type TableRow } from '@platform/sheets/table';
import { ledgers } from './os';
import { unreadable, uploadedSheets, type UploadedSheets } from '@platform/sheets/uploaded';

interface Checked {
  readonly rules?: SchemeRules;
  readonly problems: SheetProblem[];
  readonly changes: { readonly what: string; readonly before?: string; readonly after?: string }[];
}

/** Dry run of a workbook: every wrong cell, every change, and what cannot change any more (PTY-03, 08). Nothing is written. */
export const checkScheme = ledgers.checkScheme.handler(async ({ input, context, errors }) => {
  context.permit('ledgers.checkScheme', { area: context.settings.countyCode });
  const uploaded = await uploadedSheets(context, input.file).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, '积分办法') });
  });
  const old = await schemeOf(context.store, context, input.cycle);
  const { problems, changes } = await check(context, old, uploaded).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, uploaded.name) });
  });
  return { problems, changes, digest: uploaded.digest, version: old.version };
});

/** Loads what was checked: the same file, over the same version; a second tap loads nothing twice. */
export const loadScheme = ledgers.loadScheme.handler(async ({ input, context, errors }) => {
  const { store, settings, now } = context;
  context.permit('ledgers.loadScheme', { area: settings.countyCode });
  // Said again when the file is gone from quarantine or another version is there: it was loaded.
  const before = await madeBefore(context, 'ledgers.loadScheme', input);
  if (before !== undefined) return { version: Number(before.detail?.['version']) };
  const uploaded = await uploadedSheets(context, input.file).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, '积分办法') });
  });
  if (uploaded.digest !== input.digest) throw refusal('CHANGED_MEANWHILE');
  const _id = schemeIdOf(settings.countyCode, input.cycle);
  const version = input.version + 1;
  const old = await schemeOf(store, context, input.cycle);
  // The same tap at the same moment is found by its audit row, whatever the version is by now.
  const { rules } = old.version === input.version ? await check(context, old, uploaded) : { rules: undefined };
  return once(context, 'ledgers.loadScheme', input, { target: `scheme:${_id}`, area: settings.countyCode, detail: { cycle: input.cycle, version } }, async (tx) => {
    const current = await schemeOf(tx, context, input.cycle);
    if (current.version !== input.version) throw refusal('CHANGED_MEANWHILE');
    if (rules === undefined) throw errors.SHEET_PROBLEMS();
    await tx.replace('pointSchemes', { ...rules, _id, county: settings.countyCode, cycle: input.cycle, version, changedAt: now });
    return { version };
  }, () => Promise.resolve({ version }));
});

async function check({ settings, today }: Context, old: Scheme, { sheets }: UploadedSheets): Promise<Checked> {
  const problems: SheetProblem[] = [];
  const tables = new Map<SchemeTable, readonly TableRow[]>();
  for (const table of SCHEME_TABLES) {
    const name = TABLE_NAMES[table];
    const sheet = sheets.find((one) => one.name.trim() === name);
    if (sheet === undefined) {
      problems.push({ sheet: name, problem: 'SHEET_MISSING' });
      continue;
    }
    const found = tableOf(name, await linesOf(sheet), TABLE_COLUMNS[table]);
    if (isTable(found)) tables.set(table, found.rows);
    else problems.push(...found);
  }
  if (problems.length > 0) return { problems, changes: [] };
  const rows = (table: SchemeTable): readonly TableRow[] => tables.get(table) ?? [];
  const read = schemeFrom({ RULES: rows('RULES'), CATEGORIES: rows('CATEGORIES'), SECTIONS: rows('SECTIONS'), ITEMS: rows('ITEMS'), VETOES: rows('VETOES') });
  if (read.rules === undefined) return { problems: read.problems.map(({ table, ...rest }) => ({ sheet: TABLE_NAMES[table], ...rest })), changes: [] };
  const began = cycleDays(old.cycle, settings.party.cycleStart).from <= today;
  const changes = schemeChanges(old, read.rules, began);
  const fixed = changes.filter((change) => change.fixed).map(({ what, before }): SheetProblem => ({ ...schemeChangeWords(what, read.rules ?? old), problem: 'CYCLE_BEGAN', ...(before === undefined ? {} : { value: before }) }));
  return {
    ...(fixed.length > 0 ? {} : { rules: read.rules }),
    problems: fixed,
    changes: changes.map(({ what, before, after }) => ({ what: schemeChangeWords(what, read.rules ?? old, old).column, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) })),
  };
}
