/** Judges everything an import says about one village, or about the offices of one town or the county. */
import { chainOf, type GridCode } from '../areas/code';
import type { PersonId } from '../basics/ids';
import type { GridCell } from '../grid/grid';
import { deskOn } from '../grid/tree';
import type { SheetKind } from './sheet';
import { emptyTally, whoIsWho, type Changes, type Court, type WhoIsWho } from './judge';
import { judgeGrids } from './judge-grids';
import { judgeHeads } from './judge-heads';
import { judgeHomes, judgeHouseholds } from './judge-households';
import { judgePeople } from './judge-people';
import { judgeRoles } from './judge-roles';
import type { Sheets } from './rows';
import type { Granted, HouseholdTarget, Judgement, UnitTarget } from './target';

/**
 * What the village will be, and how that differs from what is stored. Findings go to `court.report`; where a problem is
 * among them the target must not be loaded.
 */
export function judgeUnit(sheets: Sheets, court: Court): Judgement {
  const who = whoIsWho(sheets, court);
  const roles = judgeRoles(sheets, court, who);
  if (court.unit.length < 12) return officesOnly(roles, who.awaited, court);
  const grids = judgeGrids(sheets, court);
  const homes = judgeHomes(sheets, court, grids);
  const heads = judgeHeads(sheets, court, grids, who, homes.homeOf, collect(roles.granted));
  const granted = collect([...roles.granted, ...heads.granted]);
  const people = judgePeople(sheets, court, grids, homes.homeOf, granted);
  const { households, changes } = judgeHouseholds(sheets, court, homes, people, who, granted);
  const target: UnitTarget = {
    unit: court.unit,
    people: people.people,
    leaving: people.leaving,
    households,
    granted,
    cells: withTotals(grids.cells, households),
    heads: heads.heads,
    desk: roles.desk,
    officers: [],
  };
  reportOnWhole(sheets, target, grids.changes, court, who);
  return {
    target,
    awaits: who.awaited,
    changes: { grids: grids.changes, posts: sum(roles.posts, heads.changes), households: changes, people: people.changes, roles: roles.roles },
  };
}

function officesOnly(roles: ReturnType<typeof judgeRoles>, awaits: ReadonlySet<PersonId>, { unit }: Court): Judgement {
  const none = emptyTally();
  return {
    awaits,
    target: { unit, people: [], leaving: [], households: [], granted: collect(roles.granted), cells: [], heads: new Map(), desk: [], officers: roles.officers },
    changes: { grids: none, posts: roles.posts, households: none, people: none, roles: roles.roles },
  };
}

/** What is wrong with the village as a whole: it has no grid, or nobody to fall back on. */
function reportOnWhole(sheets: Sheets, target: UnitTarget, grids: Changes, court: Court, who: WhoIsWho): void {
  const [first] = [...sheets.grids, ...sheets.households, ...sheets.residents, ...sheets.heads, ...sheets.roles];
  const source = first?.raw.source ?? 0;
  const whole = (code: 'NO_GRIDS' | 'NO_DUTY_DESK' | 'GRIDS_NOT_ON_SHEET', kind: SheetKind, data = {}) => {
    court.report({ at: { source, row: 0 }, kind, value: '', code, data });
  };
  if (target.cells.length === 0 && !sheets.leftOut.grids) whole('NO_GRIDS', 'GRIDS');
  // Whoever has a row that is wrong, of their own or as a resident, is most likely on the desk once it is right.
  const dutyLeftOut = sheets.leftOut.roles || sheets.roles.some(({ role, id, name }) => role === 'VILLAGE_DUTY' && who.isLeftOut(id, name));
  if (deskOn(target.desk, court.today).length === 0 && !dutyLeftOut) whole('NO_DUTY_DESK', 'ROLES');
  if (grids.leave > 0) whole('GRIDS_NOT_ON_SHEET', 'GRIDS', { count: grids.leave });
}

/** Everything granted to a person, in one; the phone of a post's row is kept whichever row has it. */
function collect(all: readonly (readonly [PersonId, Granted])[]): ReadonlyMap<PersonId, Granted> {
  const granted = new Map<PersonId, Granted>();
  for (const [id, one] of all) {
    const known = granted.get(id);
    granted.set(id, {
      grants: [...(known?.grants ?? []), ...one.grants],
      mobile: known?.mobile ?? one.mobile,
      phoneShown: known?.phoneShown === true || one.phoneShown === true ? true : (known?.phoneShown ?? one.phoneShown),
    });
  }
  return granted;
}

/** Counts households with somebody in them, and the people on the roster, in every cell and the cells around it. */
function withTotals(cells: readonly GridCell[], households: readonly HouseholdTarget[]): readonly GridCell[] {
  const counts = new Map<GridCode, { households: number; people: number }>();
  const add = (grid: GridCode, of: 'households' | 'people', n: number) => {
    const count = counts.get(grid) ?? { households: 0, people: 0 };
    counts.set(grid, { ...count, [of]: count[of] + n });
  };
  for (const household of households) if (household.memberIds.length > 0) add(household.grid, 'households', 1);
  for (const household of households) add(household.grid, 'people', household.memberIds.length);
  const totals = new Map<GridCode, { households: number; people: number }>();
  for (const [grid, count] of counts) {
    for (const around of chainOf(grid).filter((area) => area.includes('-'))) {
      const total = totals.get(around) ?? { households: 0, people: 0 };
      totals.set(around, { households: total.households + count.households, people: total.people + count.people });
    }
  }
  return cells.map((cell) => ({ ...cell, ...(totals.get(cell.code) ?? { households: 0, people: 0 }) }));
}

function sum(one: Changes, other: Changes): Changes {
  return { add: one.add + other.add, change: one.change + other.change, leave: one.leave + other.leave, same: one.same + other.same };
}
