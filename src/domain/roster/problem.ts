/** What can be wrong with a roster, by the row and cell it is wrong in. The words stand in `domain/wording/roster.ts`. */
import type { SheetKind } from './sheet';

/** A row that holds any of these keeps its whole village from being loaded. */
export const PROBLEMS = [
  // a cell by itself
  'CELL_EMPTY', 'ROW_ALMOST_EMPTY', 'CELL_TOO_LONG', 'NUMBER_ROUNDED', 'FORMULA', 'CELL_ERROR',
  'ID_NUMBER_MISSING', 'ID_NUMBER_ROUNDED', 'ID_NUMBER_LENGTH', 'ID_NUMBER_CHARACTERS', 'ID_NUMBER_BIRTH_DATE', 'ID_NUMBER_CHECK_DIGIT',
  'NAME_MISSING', 'NAME_LENGTH', 'NAME_CHARACTER', 'MOBILE_NOT_A_NUMBER', 'MOBILE_SEVERAL',
  'SEX_UNKNOWN', 'SEX_DIFFERS', 'YES_OR_NO', 'DAY_UNREADABLE', 'DAY_OUTSIDE', 'DAYS_REVERSED', 'BIRTH_DIFFERS',
  // where
  'VILLAGE_EMPTY', 'VILLAGE_UNKNOWN', 'VILLAGE_AMBIGUOUS', 'AREA_OUTSIDE', 'TOWN_DIFFERS',
  'GRID_CODE', 'GRID_OTHER_VILLAGE', 'GRID_TWICE', 'GRID_PARENT_MISSING', 'GRID_LEVEL_DIFFERS', 'GRID_CENTRE',
  'GRID_UNKNOWN', 'GRID_AMBIGUOUS', 'GRID_TOO_COARSE', 'GRID_GROUP_DIFFERS', 'SOURCE_UNKNOWN',
  // who
  'HOUSEHOLD_TWICE', 'HOUSEHOLD_IN_TWO_GRIDS', 'HOUSEHOLD_UNKNOWN', 'HOUSEHOLD_NUMBER_ZEROS', 'HOUSEHOLD_ZEROS_DIFFER',
  'PERSON_TWICE', 'PERSON_IN_TWO_HOUSEHOLDS', 'PERSON_IN_TWO_VILLAGES', 'PERSON_ELSEWHERE', 'PERSON_DECEASED', 'ID_NUMBER_CORRECTED', 'PERSON_GRID_DIFFERS', 'PERSON_NAME_DIFFERS',
  'HOUSEHOLDER_TWICE', 'HOUSEHOLDER_NOT_FOUND',
  // posts and roles
  'HEAD_TWICE', 'HEAD_NOT_ON_ROSTER',
  'ROLE_UNKNOWN', 'ROLE_IN_HEADS', 'ROLE_AREA_UNKNOWN', 'ROLE_AREA_LEVEL', 'ROLE_UNIT_UNKNOWN', 'ROLE_TWICE', 'ROLE_PERSON_UNKNOWN',
  'LIAISON_UNKNOWN',
  // the village as a whole
  'NO_GRIDS', 'NO_DUTY_DESK',
  // found when it is loaded
  'ROSTER_CHANGED', 'PERSON_NOT_LOADED',
] as const;

/** Shown beside the rest; they keep nothing from being loaded. */
export const WARNINGS = [
  'SHEET_SKIPPED', 'SHEET_HIDDEN', 'VILLAGE_TAKEN', 'ROWS_HIDDEN', 'COLUMN_HIDDEN', 'CELLS_MERGED', 'COLUMNS_NOT_READ', 'ROW_NOT_READ',
  'NAME_CHANGED', 'HOUSEHOLD_EMPTY', 'HOUSEHOLDER_NAME_NOT_FOUND',
  'HEAD_NOT_OF_COMMITTEES', 'HEAD_NOT_GROUP_LEADER', 'HEAD_NOT_ENTITLED', 'HEAD_NOT_ADULT', 'HEAD_NOT_RESIDENT', 'HEADS_TOO_MANY', 'HEADS_LEVELS_2_AND_3',
  'LIAISON_WITHOUT_ROLE',
  'GRIDS_NOT_ON_SHEET', 'POSTS_NOT_ON_SHEET', 'HOUSEHOLDS_NOT_ON_SHEET', 'ROLES_NOT_ON_SHEET', 'LEAVES_WITH_POST',
] as const;

export type ProblemCode = (typeof PROBLEMS)[number];
export type WarningCode = (typeof WARNINGS)[number];
export type FindingCode = ProblemCode | WarningCode;
export type FindingData = Readonly<Record<string, string | number>>;

/** Where a row stands: the sheet by its place among the import's sheets, and the line as the spreadsheet counts. */
export interface RowRef {
  readonly source: number;
  readonly row: number;
}

/** One thing found; `field` is absent where the row or the whole village is meant. */
export interface Finding {
  readonly at: RowRef;
  readonly kind: SheetKind;
  readonly field?: string;
  readonly value: string;
  readonly code: FindingCode;
  readonly data: FindingData;
}

const WARNING_CODES: ReadonlySet<string> = new Set(WARNINGS);

export function isWarning(code: FindingCode): code is WarningCode {
  return WARNING_CODES.has(code);
}
