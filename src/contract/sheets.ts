/** What every contract that takes in a sheet shares: the file, what is wrong with a cell of it, and that it cannot be read. */
import * as z from 'zod';
import { base, id } from './common';

/** An uploaded file of the caller's own draft. */
export const uploadedSheet = z.object({ uploadId: id, fileId: id });

/** A cell that is wrong: sheet, line and column as the office sees them. */
export const sheetProblem = z.object({ sheet: z.string(), row: z.int().optional(), column: z.string().optional(), problem: z.string(), value: z.string().optional() });
export type SheetProblem = z.infer<typeof sheetProblem>;

export const sheetRefused = base.errors({ SHEET_UNREADABLE: { status: 422, data: z.object({ file: z.string(), problem: z.string() }) } });
/** Of a load: the sheet has problems still. */
export const sheetLoad = sheetRefused.errors({ SHEET_PROBLEMS: { status: 422 } });
