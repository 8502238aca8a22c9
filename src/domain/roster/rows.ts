/** The rows of a village's sheets, each cell read by itself; what they mean together is decided in `judge-*.ts`. */
import type { AreaCode, GridCode, VillageCode } from '../areas/code';
import type { CivilDate } from '../basics/ids';
import type { Point } from '../grid/grid';
import type { IdNumber } from '../people/id-number';
import type { Role } from '../people/roles';
import type { CellFault, SheetKind } from './sheet';
import type { FindingCode, FindingData, RowRef } from './problem';

/** A row as it was found: its village is known, its cells are text in the order of the kind's columns. */
export interface RawRow extends RowRef {
  readonly kind: SheetKind;
  readonly cells: readonly string[];
  readonly faults?: Readonly<Record<number, CellFault>>;
  /** What was already found when the file was read: this row against rows of other villages. */
  readonly found?: readonly { readonly field: string; readonly code: FindingCode; readonly data: FindingData }[];
  /** Where the persons that the row names live according to this same import, by field. */
  readonly homes?: Readonly<Record<string, VillageCode>>;
}

interface Read {
  readonly raw: RawRow;
}

export interface GridRow extends Read {
  readonly code: GridCode;
  readonly level: 1 | 2 | 3;
  readonly name: string;
  readonly centre?: Point;
}

/** How a sheet names a grid: by its number or by its name, perhaps within a group. */
export interface GridWords {
  readonly grid: string;
  readonly group: string;
}

export interface HeadRow extends Read {
  readonly grid: GridWords;
  /** Absent where the sheet says that the post is vacant: the row names a grid and nobody. */
  readonly holder?: { readonly name: string; readonly id: IdNumber };
  readonly mobile?: string;
  readonly phoneShown?: boolean;
  readonly since?: CivilDate;
  /** 推选, 选聘 or 兼任 (HHL-02, HHL-03, GRD-03); a sheet that does not say means 推选. */
  readonly source: HeadSource;
}

export type HeadSource = 'ELECTED' | 'APPOINTED' | 'CONCURRENT';

export interface HouseholdRow extends Read {
  readonly number: string;
  readonly headName: string;
  readonly headId?: IdNumber;
  readonly grid: GridWords;
  readonly address: string;
  readonly liaisons: readonly { readonly line: 'PARTY' | 'DEPUTY'; readonly field: string; readonly id: IdNumber }[];
}

export interface ResidentRow extends Read {
  readonly number: string;
  readonly name: string;
  readonly id: IdNumber;
  readonly mobile?: string;
  readonly isHouseholder: boolean;
  readonly grid: GridWords;
}

export interface RoleRow extends Read {
  readonly name: string;
  readonly id: IdNumber;
  readonly role: Role;
  readonly area: AreaCode;
  readonly unit?: string;
  readonly from?: CivilDate;
  readonly to?: CivilDate;
  readonly mobile?: string;
  readonly phoneShown?: boolean;
}

/** All rows of one village (or, with roles only, of a town or the county). */
export interface Sheets {
  readonly grids: readonly GridRow[];
  readonly heads: readonly HeadRow[];
  readonly households: readonly HouseholdRow[];
  readonly residents: readonly ResidentRow[];
  readonly roles: readonly RoleRow[];
  /** Kinds with at least one row, good or bad: only of these can anything be missing. */
  readonly kinds: ReadonlySet<SheetKind>;
  /** What rows that were left out name, so that the rows which refer to them are not reported as well. */
  readonly leftOut: {
    readonly households: ReadonlySet<string>;
    readonly idNumbers: ReadonlySet<string>;
    /** Residents whose ID number could not be read: another row that names them may well be right. */
    readonly names: ReadonlySet<string>;
    /** Households of which a member was left out. */
    readonly homes: ReadonlySet<string>;
    readonly grids: boolean;
    readonly roles: boolean;
  };
}
