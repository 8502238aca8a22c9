/**
 * Who may head a grid (GRD-03, GRD-04, GRD-07, GRD-09; HHL-02, HHL-03).
 *
 * Findings warn and never block: a village that has nobody better keeps its grid answered for, and the gap is seen.
 */
import { isWithin, villageOf, type AreaCode, type GridCode } from '../areas/code';
import type { CivilDate, PersonId } from '../basics/ids';
import { exhaustive } from '../basics/exhaustive';
import { ageOn, isAdult } from '../people/id-number';
import type { GridSettings } from '../settings/policy-settings';

/** What somebody is in a village, apart from heading a grid. */
export type Standing =
  | 'TWO_COMMITTEES' // 村(社区)两委成员
  | 'SUPERVISION' // 村务监督委员会成员
  | 'GROUP_LEADER' // 村民小组组长
  | 'ELECTED_HEAD' // 推选的中心户长
  | 'PARTY_MEMBER' // 农村党员
  | 'DEPUTY'; // 人大代表

export interface Candidate {
  readonly id: PersonId;
  readonly bornOn: CivilDate;
  /** Where they live: the innermost grid that is known, or the village. */
  readonly home: AreaCode;
  /** Each over one area: a village, or the grid of a group or of a level-3 head. */
  readonly standings: readonly { readonly kind: Standing; readonly area: AreaCode }[];
}

/** A grid and its level, as a post to fill or one already held. */
export interface HeadPost {
  readonly grid: GridCode;
  readonly level: 1 | 2 | 3;
}

export type HeadFinding = { readonly severity: 'WARN'; readonly grid: GridCode } & (
  /** GRD-03: neither in the two committees nor in the supervision committee of the village. */
  | { readonly code: 'HEAD_NOT_OF_COMMITTEES' }
  /** GRD-04: not the leader of the group that this grid is. */
  | { readonly code: 'HEAD_NOT_GROUP_LEADER' }
  /** GRD-07: neither elected by the households, nor a party member, nor a deputy. */
  | { readonly code: 'HEAD_NOT_ENTITLED' }
  /** HHL-02 */
  | { readonly code: 'HEAD_NOT_ADULT'; readonly age: number }
  /** HHL-02: an elected head lives in the grid, an appointed one in the village. */
  | { readonly code: 'HEAD_NOT_RESIDENT'; readonly home: AreaCode; readonly expected: AreaCode }
  /** GRD-09 */
  | { readonly code: 'HEADS_TOO_MANY'; readonly level: 1 | 2 | 3; readonly others: readonly GridCode[] }
  /** GRD-09: allowed, and shown. */
  | { readonly code: 'HEADS_LEVELS_2_AND_3'; readonly others: readonly GridCode[] }
);

/**
 * What speaks against somebody heading a grid on a day; empty when nothing does.
 *
 * `held` are the grids they head already; the post itself may be among them.
 */
export function checkHead(
  candidate: Candidate,
  post: HeadPost,
  held: readonly HeadPost[],
  settings: GridSettings,
  today: CivilDate,
): readonly HeadFinding[] {
  const others = held.filter((other) => other.grid !== post.grid);
  return [...checkStanding(candidate, post, today), ...checkOthers(post, others, settings)];
}

function checkStanding(candidate: Candidate, post: HeadPost, today: CivilDate): readonly HeadFinding[] {
  const { grid } = post;
  const village = villageOf(grid);
  switch (post.level) {
    case 1:
      return has(candidate, 'TWO_COMMITTEES', village) || has(candidate, 'SUPERVISION', village)
        ? []
        : [{ severity: 'WARN', code: 'HEAD_NOT_OF_COMMITTEES', grid }];
    case 2:
      return has(candidate, 'GROUP_LEADER', grid) ? [] : [{ severity: 'WARN', code: 'HEAD_NOT_GROUP_LEADER', grid }];
    case 3:
      return checkCentreHousehold(candidate, grid, today);
    default:
      return exhaustive(post.level);
  }
}

function checkCentreHousehold(candidate: Candidate, grid: GridCode, today: CivilDate): readonly HeadFinding[] {
  const elected = has(candidate, 'ELECTED_HEAD', grid);
  const appointable = candidate.standings.some(({ kind }) => kind === 'PARTY_MEMBER' || kind === 'DEPUTY');
  const expected = elected ? grid : villageOf(grid);
  const findings: HeadFinding[] = [];
  if (!elected && !appointable) findings.push({ severity: 'WARN', code: 'HEAD_NOT_ENTITLED', grid });
  if (!isAdult(candidate.bornOn, today)) {
    findings.push({ severity: 'WARN', code: 'HEAD_NOT_ADULT', grid, age: ageOn(candidate.bornOn, today) });
  }
  if (!isWithin(candidate.home, expected)) {
    findings.push({ severity: 'WARN', code: 'HEAD_NOT_RESIDENT', grid, home: candidate.home, expected });
  }
  return findings;
}

function checkOthers(post: HeadPost, others: readonly HeadPost[], settings: GridSettings): readonly HeadFinding[] {
  const { grid, level } = post;
  const findings: HeadFinding[] = [];
  const same = others.filter((other) => other.level === level).map((other) => other.grid);
  if (same.length + 1 > settings.headPerLevel) {
    findings.push({ severity: 'WARN', code: 'HEADS_TOO_MANY', grid, level, others: same });
  }
  const paired = others.filter((other) => level !== 1 && other.level !== 1 && other.level !== level).map((other) => other.grid);
  if (paired.length > 0) findings.push({ severity: 'WARN', code: 'HEADS_LEVELS_2_AND_3', grid, others: paired });
  return findings;
}

function has(candidate: Candidate, kind: Standing, area: AreaCode): boolean {
  return candidate.standings.some((standing) => standing.kind === kind && standing.area === area);
}

export type GroupFinding = { readonly severity: 'WARN' } & (
  | { readonly code: 'GRID_WITHOUT_GROUP'; readonly grid: GridCode }
  | { readonly code: 'GRID_OF_SEVERAL_GROUPS'; readonly grid: GridCode; readonly groups: readonly string[] }
  | { readonly code: 'GROUP_IN_SEVERAL_GRIDS'; readonly group: string; readonly grids: readonly GridCode[] }
);

/** Whether a village's level-2 grids are its villagers' groups (村民小组), one each (GRD-04). */
export function checkGroups(
  grids: readonly { readonly grid: GridCode; readonly groups: readonly string[] }[],
): readonly GroupFinding[] {
  const all = [...new Set(grids.flatMap(({ groups }) => groups))];
  return [
    ...grids.flatMap(({ grid, groups }): readonly GroupFinding[] => {
      if (groups.length === 0) return [{ severity: 'WARN', code: 'GRID_WITHOUT_GROUP', grid }];
      return groups.length === 1 ? [] : [{ severity: 'WARN', code: 'GRID_OF_SEVERAL_GROUPS', grid, groups }];
    }),
    ...all.flatMap((group): readonly GroupFinding[] => {
      const within = grids.filter(({ groups }) => groups.includes(group)).map(({ grid }) => grid);
      return within.length > 1 ? [{ severity: 'WARN', code: 'GROUP_IN_SEVERAL_GRIDS', group, grids: within }] : [];
    }),
  ];
}
