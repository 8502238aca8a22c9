/** Sheets: a county's scheme, opening balances and a town's deputies read in with a dry run, ledgers and publications written out. */
import * as z from 'zod';
import { DIRECTORY_TABLES } from '@/domain/deputies/directory-sheet';
import { OPENING_ROWS } from '@/domain/points/opening';
import { MEMBER_CATEGORIES } from '@/domain/points/scheme';
import { base, id, requestId, villageCode } from './common';
import { sheetLoad, sheetProblem, sheetRefused, uploadedSheet } from './sheets';

const cycle = z.int().min(2000).max(2100);
const tenths = z.int();
const town = z.string().regex(/^\d{9}$/);
const scheme = z.object({
  cycle, version: z.int(),
  categories: z.array(z.object({ category: z.enum(MEMBER_CATEGORIES), name: z.string(), base: tenths, min: z.int(), max: z.int(), menu: z.array(z.string()) })),
  sections: z.array(z.object({ id: z.string(), name: z.string(), kind: z.enum(['BASE', 'BONUS']), cap: tenths.optional() })),
  items: z.array(z.object({ id: z.string(), section: z.string(), name: z.string(), tenths, cap: tenths.optional(), closed: z.boolean() })),
  vetoes: z.array(z.object({ id: z.string(), name: z.string() })),
  bonusCap: tenths, max: tenths, pledgeFrom: z.string(), pledgeTo: z.string(),
});
export type SchemeView = z.infer<typeof scheme>;

/** A file small enough to answer whole. */
const file = z.object({ name: z.string(), type: z.string(), base64: z.string() });
export type SheetFile = z.infer<typeof file>;

const directoryTable = z.enum(DIRECTORY_TABLES);
/** What a sheet would make of a town's directory. */
const directoryCheck = z.object({
  problems: z.array(sheetProblem),
  counts: z.array(z.object({ table: directoryTable, added: z.int(), changed: z.int(), same: z.int() })),
  /** Without a field all of it is new. */
  changes: z.array(z.object({ table: directoryTable, name: z.string(), field: z.string().optional(), before: z.string().optional(), after: z.string().optional() })),
  digest: z.string(),
  version: z.int(),
});
export type DirectoryCheckView = z.infer<typeof directoryCheck>;

export const ledgersContract = {
  /** The county's scheme of a cycle; the default where none was loaded. */
  scheme: base.input(z.object({ cycle })).output(scheme),
  /** The scheme as a workbook, to be edited and loaded again. */
  schemeSheet: base.input(z.object({ cycle })).output(file),
  /** Dry run: what is wrong, what would change, and what may not change any more because the cycle has begun (PTY-03). */
  checkScheme: sheetRefused.input(z.object({ cycle, file: uploadedSheet })).output(z.object({ problems: z.array(sheetProblem), changes: z.array(z.object({ what: z.string(), before: z.string().optional(), after: z.string().optional() })), digest: z.string(), version: z.int() })),
  /** Loads what was checked: the same digest, over the same version. */
  loadScheme: sheetLoad.input(z.object({ requestId, cycle, file: uploadedSheet, digest: z.string().max(80), version: z.int() })).output(z.object({ version: z.int() })),
  /** An existing points sheet of a branch with opening balances: dry run, row and cell. */
  checkOpening: sheetRefused.input(z.object({ village: villageCode, cycle, file: uploadedSheet })).output(z.object({ problems: z.array(sheetProblem), rows: z.array(z.object({ personId: id, name: z.string(), category: z.enum(MEMBER_CATEGORIES), bonus: tenths, deduction: tenths, total: tenths, is: z.enum(OPENING_ROWS) })), digest: z.string() })),
  loadOpening: sheetLoad.input(z.object({ requestId, village: villageCode, cycle, file: uploadedSheet, digest: z.string().max(80) })).output(z.object({ loaded: z.int() })),
  /** The opening sheet to fill in, with the branch's members in it. */
  openingSheet: base.input(z.object({ village: villageCode, cycle })).output(file),
  /** A town's stations, constituencies and deputies as a workbook, to be filled in and loaded (DEP-01..03). */
  directorySheet: base.input(z.object({ town })).output(file),
  /** Dry run: every wrong cell, or what would be added and changed. Nothing is written. */
  checkDirectory: sheetRefused.input(z.object({ town, file: uploadedSheet })).output(directoryCheck),
  /** Loads what was checked, all of it or nothing: the same file, over the same version. */
  loadDirectory: sheetLoad.input(z.object({ requestId, town, file: uploadedSheet, digest: z.string().max(80), version: z.int() })).output(z.object({ done: z.literal(true) })),
  /** The branch's ledger as an office files it: members, entries, pledges (XLSX). */
  branchLedger: base.input(z.object({ village: villageCode, cycle })).output(file),
  /** One quarterly publication as it was shown (XLSX). */
  publicationSheet: base.input(z.object({ village: villageCode, cycle, n: z.int() })).output(file),
};
