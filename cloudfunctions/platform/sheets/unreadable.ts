/** Why a file or a sheet could not be read at all; the words stand in `domain/wording/roster.ts`. */
export type UnreadableCode =
  | 'EMPTY_FILE'
  | 'NOT_A_SHEET'
  /** The old binary format; the office program can save it as xlsx. */
  | 'OLD_XLS'
  | 'ENCRYPTED'
  | 'ENCODING'
  | 'BROKEN_ARCHIVE'
  /** It unpacks to more than any roster is. */
  | 'TOO_LARGE'
  /** A web page that was given a table's name, as older systems export them. */
  | 'WEB_PAGE'
  /** The same file is among those of the import already. */
  | 'TWICE'
  /** What could be read is on sheets that the office hides. */
  | 'ONLY_HIDDEN'
  | 'NO_ROWS'
  | 'HEADING_NOT_FOUND'
  | 'COLUMN_MISSING'
  | 'COLUMN_TWICE'
  /** No column says whose village it is, nor do its titles; they name several; or another than who loads it. */
  | 'VILLAGE_NOT_SAID'
  | 'VILLAGE_SEVERAL'
  | 'VILLAGE_DIFFERS';

/** An expected failure of reading; `columns` are the headings that are missing or there twice, or the villages that are named. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  constructor(
    readonly code: UnreadableCode,
    readonly place: { readonly sheet?: string; readonly columns?: readonly string[] } = {},
    options?: ErrorOptions,
  ) {
    super(`the sheet cannot be read: ${code}`, options);
  }
}
