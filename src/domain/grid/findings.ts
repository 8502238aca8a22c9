/**
 * What a village's grids lack or exceed (GRD-02..09, HHL-03). A finding warns and never blocks: people decide, and the gap
 * is seen.
 */
import type { AreaCode } from '../areas/code';
import { addCivilMonths } from '../basics/civil-time';
import type { CivilDate } from '../basics/ids';
import type { Person } from '../people/person';
import type { CountySettings } from '../settings/settings';
import { candidateOf, headedBy } from './candidate';
import { checkHead, type HeadFinding } from './eligibility';
import type { GridCell, Village } from './grid';
import { proposeSplit } from './split';
import { areaNameIn, childrenOf, deskOn, holderOn, isInnermost } from './tree';

export interface Finding {
  readonly code: string;
  readonly area: AreaCode;
  readonly name: string;
  readonly data: Readonly<Record<string, string | number>>;
}

export interface SplitPlan {
  readonly area: AreaCode;
  readonly name: string;
  readonly households: number;
  readonly people: number;
  /** Counts of level-3 grids to choose from. */
  readonly counts: readonly number[];
  readonly suggested: number;
  /** False where no count keeps both limits. */
  readonly exact: boolean;
}

type Settings = Pick<CountySettings, 'grid' | 'head'>;

/** All findings of a village but the households without a liaison. `heads` are the heads' own records, as far as they are known. */
export function findingsOf(village: Village, heads: readonly Person[], settings: Settings, today: CivilDate): readonly Finding[] {
  const level1 = village.grids.filter((cell) => cell.level === 1);
  return [
    ...(level1.length === 0 ? [found(village, 'NO_LEVEL1_GRID', village._id)] : []),
    ...(deskOn(village.desk, today).length === 0 ? [found(village, 'DESK_EMPTY', village._id)] : []),
    ...village.grids.flatMap((cell) => [
      ...vacancy(village, cell, today),
      ...size(village, cell, settings),
      ...outside(village, cell),
      ...headFindings(village, cell, heads, settings, today),
    ]),
  ];
}

/** Level-2 grids that are too large to stay whole, and into how many they could be split (GRD-05, GRD-06). */
export function splitPlans(village: Village, settings: Settings): readonly SplitPlan[] {
  return village.grids.filter((cell) => cell.level === 2 && childrenOf(village, cell.code).length === 0).flatMap((cell): readonly SplitPlan[] => {
    const proposal = proposeSplit(cell, settings.grid);
    const plan = { area: cell.code, name: cell.name, households: cell.households, people: cell.people };
    switch (proposal.kind) {
      case 'NOT_NEEDED':
        return [];
      case 'EXACT': {
        const counts = Array.from({ length: proposal.hi - proposal.lo + 1 }, (_, index) => proposal.lo + index);
        return [{ ...plan, counts, suggested: proposal.suggested, exact: true }];
      }
      case 'INEXACT': {
        const counts = proposal.neighbours.map(({ count }) => count).filter((count) => count >= 1);
        return [{ ...plan, counts, suggested: proposal.neighbours[1].count, exact: false }];
      }
    }
  });
}

/** A head's findings as they are shown. */
export function headFinding(village: Pick<Village, 'grids' | 'name' | '_id'>, finding: HeadFinding): Finding {
  const nameOf = (area: AreaCode): string => areaNameIn(village, area);
  switch (finding.code) {
    case 'HEAD_NOT_ADULT':
      return found(village, finding.code, finding.grid, { age: finding.age });
    case 'HEAD_NOT_RESIDENT':
      return found(village, finding.code, finding.grid, { home: nameOf(finding.home), expected: nameOf(finding.expected) });
    case 'HEADS_TOO_MANY':
      return found(village, finding.code, finding.grid, { level: finding.level, others: finding.others.map(nameOf).join('、') });
    case 'HEADS_LEVELS_2_AND_3':
      return found(village, finding.code, finding.grid, { others: finding.others.map(nameOf).join('、') });
    case 'HEAD_NOT_OF_COMMITTEES':
    case 'HEAD_NOT_GROUP_LEADER':
    case 'HEAD_NOT_ENTITLED':
      return found(village, finding.code, finding.grid);
  }
}

function vacancy(village: Village, cell: GridCell, today: CivilDate): readonly Finding[] {
  if (holderOn(cell, today) !== undefined) return [];
  return [found(village, 'POST_VACANT', cell.code, { level: cell.level, households: cell.households })];
}

/** GRD-06 for the grids as they are: 20-30 households and 70-120 people. */
function size(village: Village, cell: GridCell, { grid: { l3 } }: Settings): readonly Finding[] {
  if (cell.level !== 3) return [];
  const data = { households: cell.households, people: cell.people };
  const large = cell.households > l3.hhMax || cell.people > l3.ppMax;
  const small = cell.households < l3.hhMin || cell.people < l3.ppMin;
  return [...(large ? [found(village, 'GRID_TOO_LARGE', cell.code, data)] : []), ...(small ? [found(village, 'GRID_TOO_SMALL', cell.code, data)] : [])];
}

/** GRD-08: in a grid that has parts, every household belongs to one of them. */
function outside(village: Village, cell: GridCell): readonly Finding[] {
  if (isInnermost(village, cell)) return [];
  const within = childrenOf(village, cell.code).reduce((sum, child) => sum + child.households, 0);
  return within === cell.households ? [] : [found(village, 'HOUSEHOLDS_OUTSIDE', cell.code, { count: cell.households - within })];
}

function headFindings(village: Village, cell: GridCell, heads: readonly Person[], settings: Settings, today: CivilDate): readonly Finding[] {
  const person = heads.find(({ _id }) => _id === cell.head?.personId);
  if (cell.head === undefined || person === undefined) return [];
  const findings = checkHead(candidateOf(person, today), { grid: cell.code, level: cell.level }, headedBy(person._id, village), settings.grid, today);
  const termEnds = addCivilMonths(cell.head.since, 12 * settings.head.termYears);
  return [
    ...findings.map((finding) => headFinding(village, finding)),
    // HHL-02, HHL-03: a term ends with the committee's, five years at the most.
    ...(termEnds <= today ? [found(village, 'TERM_ENDED', cell.code, { since: cell.head.since })] : []),
    ...(person.status === 'ACTIVE' ? [] : [found(village, 'HEAD_GONE', cell.code)]),
  ];
}

function found(village: Pick<Village, 'grids' | 'name' | '_id'>, code: string, area: AreaCode, data: Finding['data'] = {}): Finding {
  return { code, area, name: areaNameIn(village, area), data };
}
