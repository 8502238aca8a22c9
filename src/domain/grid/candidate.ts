/** A person on the roster as someone who heads a grid, or is to (GRD-03, GRD-04, GRD-07). */
import { villageOf } from '../areas/code';
import type { CivilDate } from '../basics/ids';
import type { Person } from '../people/person';
import { grantsOf, type AppointmentSource, type RoleGrant } from '../people/roles';
import type { Candidate, HeadPost, Standing } from './eligibility';
import type { GridCell, Village } from './grid';

/** What a person is in the village on a day, by their roles and by how they came to the posts they hold. */
export function candidateOf(person: Person, today: CivilDate): Candidate {
  const standings = grantsOf(person, today).flatMap((grant): Candidate['standings'] => {
    const kinds = standingsOf(grant);
    return kinds.map((kind) => ({ kind, area: kind === 'TWO_COMMITTEES' && grant.area.length > 12 ? villageOf(grant.area) : grant.area }));
  });
  return { id: person._id, bornOn: person.bornOn, home: person.grid, standings };
}

/** The same for a post that is to be filled in a certain way. */
export function candidateFor(person: Person, cell: Pick<GridCell, 'code' | 'level'>, source: AppointmentSource | undefined, today: CivilDate): Candidate {
  const candidate = candidateOf(person, today);
  if (source === undefined) return candidate;
  const kind = standingBySource(source, cell.level);
  const area = kind === 'TWO_COMMITTEES' ? villageOf(cell.code) : cell.code;
  return kind === undefined ? candidate : { ...candidate, standings: [...candidate.standings, { kind, area }] };
}

/** The grids a person heads in a village. */
export function headedBy(personId: Person['_id'], village: Village): readonly HeadPost[] {
  return village.grids.filter((cell) => cell.head?.personId === personId).map((cell) => ({ grid: cell.code, level: cell.level }));
}

function standingsOf(grant: RoleGrant): readonly Standing[] {
  switch (grant.role) {
    case 'PARTY_MEMBER':
    case 'DEPUTY':
    case 'SUPERVISION':
      return [grant.role];
    case 'BRANCH_SECRETARY':
      return ['TWO_COMMITTEES'];
    // Where nothing was said, a head in the office's own list came to the post in the usual way, by election.
    case 'LEVEL2_HEAD':
      return grant.standInFor === undefined && (grant.source ?? 'ELECTED') === 'ELECTED' ? ['GROUP_LEADER'] : [];
    case 'HEAD':
      return grant.standInFor === undefined && (grant.source ?? 'ELECTED') === 'ELECTED' ? ['ELECTED_HEAD'] : [];
    case 'LEVEL1_HEAD':
      return grant.source === 'CONCURRENT' ? ['TWO_COMMITTEES'] : [];
    default:
      return [];
  }
}

function standingBySource(source: AppointmentSource, level: 1 | 2 | 3): Standing | undefined {
  if (source === 'CONCURRENT') return level === 1 ? 'TWO_COMMITTEES' : undefined;
  if (source === 'ELECTED') return level === 2 ? 'GROUP_LEADER' : level === 3 ? 'ELECTED_HEAD' : undefined;
  // A party member or a deputy is one by their own role, not by being appointed as one.
  return undefined;
}
