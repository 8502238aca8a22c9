/** The clerk's roster import: read, dry run, load, progress. */
import * as z from 'zod';
import { SHEET_KINDS, type SheetKind } from '@/domain/roster/sheet';
import { areaCode, base, epochMs, id, requestId } from './common';

export { SHEET_KINDS, type SheetKind };

/** One cell that is wrong: where, what it says, what would be right. Words stand in `domain/wording`. */
const cellProblem = z.object({
  file: z.string(),
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  value: z.string(),
  problem: z.string(),
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type CellProblem = z.infer<typeof cellProblem>;

const changes = z.object({ add: z.int(), change: z.int(), leave: z.int(), same: z.int() });
const villageReport = z.object({
  village: z.string(),
  name: z.string(),
  problems: z.int(),
  warnings: z.int(),
  grids: changes,
  posts: changes,
  households: changes,
  people: changes,
  roles: changes,
  state: z.enum(['CHECKED', 'WAITING', 'LOADING', 'LOADED', 'REFUSED', 'FAILED']),
});
export type VillageReport = z.infer<typeof villageReport>;

const load = z.object({
  loadId: id,
  state: z.enum(['CHECKING', 'CHECKED', 'LOADING', 'LOADED', 'PARTLY_LOADED', 'FAILED', 'EXPIRED']),
  startedAt: epochMs,
  finishedAt: epochMs.optional(),
  rows: z.int(),
  rowsDone: z.int(),
  files: z.array(z.object({ name: z.string(), kind: z.enum(SHEET_KINDS), rows: z.int() })),
  problems: z.int(),
  warnings: z.int(),
  /** How many findings there are of each kind, and how many of them can be read; what stops a village first. */
  kinds: z.array(z.object({ problem: z.string(), severity: z.enum(['PROBLEM', 'WARNING']), count: z.int(), listed: z.int() })),
  villages: z.array(villageReport),
});
export type LoadView = z.infer<typeof load>;

export const rosterContract = {
  /** Reads the uploaded files and says what is wrong and what would change; changes nothing. */
  check: base
    .errors({ SHEET_UNREADABLE: { status: 422, data: z.object({ file: z.string(), problem: z.string(), sheet: z.string().optional(), columns: z.array(z.string()).optional() }) } })
    .input(z.object({ requestId, uploadId: requestId, files: z.array(z.object({ fileId: id, kind: z.enum(SHEET_KINDS).optional() })).min(1).max(10), area: areaCode }))
    .output(load),
  /** Loads what was checked: each village wholly or not at all. Safe to repeat. */
  load: base
    .errors({ HAS_PROBLEMS: { status: 409, data: z.object({ problems: z.int() }) }, ROSTER_CHANGED: { status: 409 } })
    .input(z.object({ requestId, loadId: id, villages: z.array(z.string()).max(200).optional() }))
    .output(load),
  progress: base.input(z.object({ loadId: id })).output(load),
  /** By sheet and row, what stops a village first; with `problem` only that kind. */
  problems: base.input(z.object({ loadId: id, problem: z.string().max(40).optional(), after: z.string().optional() })).output(z.object({ items: z.array(cellProblem.extend({ severity: z.enum(['PROBLEM', 'WARNING']) })), next: z.string().optional() })),
  loads: base.output(z.object({ items: z.array(load) })),
  /** A sheet to fill in, with the columns' names and one made-up line, as CSV with BOM. */
  template: base.input(z.object({ kind: z.enum(SHEET_KINDS) })).output(z.object({ name: z.string(), csv: z.string() })),
};
