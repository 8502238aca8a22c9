/** Who heads the grids (网格长), from the sheet of heads (GRD-03, 04, 07, 09; HHL-02, 03). */
import type { AreaCode, GridCode } from '../areas/code';
import type { PersonId } from '../basics/ids';
import { checkHead, type Candidate, type HeadFinding, type HeadPost } from '../grid/eligibility';
import type { GridCell, PostHolder } from '../grid/grid';
import { headRoleOf } from '../grid/holders';
import type { IdNumber } from '../people/id-number';
import type { RoleGrant } from '../people/roles';
import { placeOf, reportOn } from './cells';
import { checkName, emptyTally, type Changes, type Court, type Known, type WhoIsWho } from './judge';
import type { JudgedGrids } from './judge-grids';
import type { HomeOf } from './judge-people';
import type { HeadRow, Sheets } from './rows';
import type { FindingData } from './problem';
import type { Granted, HolderTarget } from './target';

export interface JudgedHeads {
  readonly heads: ReadonlyMap<GridCode, HolderTarget | undefined>;
  readonly granted: readonly (readonly [PersonId, Granted])[];
  readonly changes: Changes;
}

interface Appointment {
  readonly row: HeadRow;
  readonly cell: GridCell;
  readonly known: Known;
  readonly grant: RoleGrant;
}

/**
 * The heads that the sheet names. A grid it does not list keeps its head and is reported; a line with a grid and nobody
 * says that the post is vacant. Who may not be head by the policy is warned of, never refused.
 */
export function judgeHeads(sheets: Sheets, court: Court, grids: JudgedGrids, who: WhoIsWho, homeOf: HomeOf, roles: ReadonlyMap<PersonId, Granted>): JudgedHeads {
  const { report, today } = court;
  const heads = new Map<GridCode, HolderTarget | undefined>();
  const lines = new Map<GridCode, HeadRow>();
  const appointments: Appointment[] = [];
  const tally = emptyTally();
  for (const row of sheets.heads) {
    const cell = grids.find(row.raw, 'grid', row.grid, false);
    if (cell === undefined) continue;
    const first = lines.get(cell.code);
    if (first !== undefined) {
      reportOn(report, row.raw, 'grid', 'HEAD_TWICE', placeOf(first.raw));
      continue;
    }
    lines.set(cell.code, row);
    if (row.holder === undefined) {
      heads.set(cell.code, undefined);
      if (cell.head !== undefined) tally.leave += 1;
      continue;
    }
    const known = findHead(row, row.holder, court, who);
    if (known === undefined) continue;
    const since = row.since ?? (cell.head?.personId === known.id ? cell.head.since : today);
    const holder: HolderTarget = { ...kept(cell.head, known.id), personId: known.id, name: row.holder.name, since };
    heads.set(cell.code, holder);
    appointments.push({ row, cell, known, grant: { role: headRoleOf(cell), area: cell.code, from: since } });
    countHolder(tally, cell.head, holder);
  }
  if (sheets.heads.length > 0) reportUnlisted(sheets, court, grids, lines, tally);
  checkEligible(appointments, court, who, homeOf, roles);
  return {
    heads,
    granted: appointments.map(({ row, known, grant }) => [known.id, { grants: [grant], mobile: row.mobile, phoneShown: row.phoneShown }]),
    changes: tally,
  };
}

/** What a holder keeps that no sheet says: the hours. */
export function kept(before: PostHolder | undefined, id: PersonId): Partial<HolderTarget> {
  return before?.personId === id && before.hours !== undefined ? { hours: before.hours } : {};
}

export function countHolder(tally: { add: number; change: number; same: number }, before: PostHolder | undefined, now: HolderTarget): void {
  if (before === undefined) tally.add += 1;
  else if (before.personId === now.personId && before.name === now.name && before.since === now.since && before.to === now.to) tally.same += 1;
  else tally.change += 1;
}

function findHead(row: HeadRow, holder: { readonly name: string; readonly id: IdNumber }, court: Court, who: WhoIsWho): Known | undefined {
  const known = who.find(row.raw, 'idNumber', holder.id);
  if (known === undefined) {
    if (!who.isLeftOut(holder.id, holder.name)) reportOn(court.report, row.raw, 'idNumber', 'HEAD_NOT_ON_ROSTER');
    return undefined;
  }
  return checkName(row.raw, 'name', holder.name, known, court.report) ? known : undefined;
}

function reportUnlisted(sheets: Sheets, court: Court, grids: JudgedGrids, lines: ReadonlyMap<GridCode, HeadRow>, tally: { leave: number }): void {
  const unlisted = grids.cells.filter((cell) => cell.head !== undefined && !lines.has(cell.code));
  const first = sheets.heads[0]?.raw;
  if (unlisted.length === 0 || first === undefined) return;
  tally.leave += unlisted.length;
  court.report({ at: { source: first.source, row: 0 }, kind: 'HEADS', value: '', code: 'POSTS_NOT_ON_SHEET', data: { count: unlisted.length } });
}

function checkEligible(appointments: readonly Appointment[], court: Court, who: WhoIsWho, homeOf: HomeOf, roles: ReadonlyMap<PersonId, Granted>): void {
  const held = new Map<PersonId, HeadPost[]>();
  for (const { known, cell } of appointments) held.set(known.id, [...(held.get(known.id) ?? []), { grid: cell.code, level: cell.level }]);
  for (const { row, cell, known } of appointments) {
    // Of somebody who comes with another village nothing is known yet; the grid's own check shows them later.
    if (known.name === undefined) continue;
    const candidate = candidateOf(row, cell, known, court, who, homeOf, roles);
    for (const finding of checkHead(candidate, { grid: cell.code, level: cell.level }, held.get(known.id) ?? [], court.settings, court.today)) {
      reportOn(court.report, row.raw, 'name', finding.code, dataOf(finding, court));
    }
  }
}

function candidateOf(row: HeadRow, cell: GridCell, known: Known, court: Court, who: WhoIsWho, homeOf: HomeOf, roles: ReadonlyMap<PersonId, Granted>): Candidate {
  const resident = who.resident(known.id);
  const home: AreaCode = (resident === undefined ? undefined : homeOf(resident.number)?.grid) ?? known.home;
  const grants = [...(known.before?.roles ?? []), ...(roles.get(known.id)?.grants ?? [])];
  const standings = grants.flatMap(({ role, area }): Candidate['standings'] => {
    switch (role) {
      case 'PARTY_MEMBER':
      case 'DEPUTY':
      case 'SUPERVISION':
        return [{ kind: role, area }];
      case 'BRANCH_SECRETARY':
        return [{ kind: 'TWO_COMMITTEES', area }];
      default:
        return [];
    }
  });
  // The sheet itself says how somebody came to the post: the line of a group's head names its leader (GRD-04).
  if (cell.level === 2 && row.source === 'ELECTED') return { id: known.id, bornOn: known.bornOn, home, standings: [...standings, { kind: 'GROUP_LEADER', area: cell.code }] };
  if (cell.level === 3 && row.source === 'ELECTED') return { id: known.id, bornOn: known.bornOn, home, standings: [...standings, { kind: 'ELECTED_HEAD', area: cell.code }] };
  if (cell.level === 1 && row.source === 'CONCURRENT') return { id: known.id, bornOn: known.bornOn, home, standings: [...standings, { kind: 'TWO_COMMITTEES', area: court.unit }] };
  return { id: known.id, bornOn: known.bornOn, home, standings };
}

function dataOf(finding: HeadFinding, { nameOf }: Court): FindingData {
  switch (finding.code) {
    case 'HEAD_NOT_ADULT':
      return { age: finding.age };
    case 'HEAD_NOT_RESIDENT':
      return { home: nameOf(finding.home), expected: nameOf(finding.expected) };
    case 'HEADS_TOO_MANY':
      return { level: finding.level, others: finding.others.map(nameOf).join('、') };
    case 'HEADS_LEVELS_2_AND_3':
      return { others: finding.others.map(nameOf).join('、') };
    default:
      return {};
  }
}
