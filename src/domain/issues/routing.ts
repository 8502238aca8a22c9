/** Who answers first for a new matter, and who stands above (EVT-03, EVT-14, GRD-12). */
import type { AreaCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import { assert } from '../basics/assert';
import { countyOf } from '../areas/code';
import type { Village } from '../grid/grid';
import { legalPostOf, type PostKey } from '../grid/posts';
import { barredPosts } from './barring';
import type { Owner } from './issue';
import { isBarred, isVacant, ladder, legalRung, ownerAt, type CountyNames } from './ladder';

export interface Route {
  readonly owner: Owner;
  /** Who it goes up to, nearest first; ends with the county office. Empty for a restricted matter. */
  readonly above: readonly Owner[];
  /** Vacant posts that were passed over on the way to the owner, by the name of their area. */
  readonly vacant: readonly string[];
  readonly barredPosts: readonly PostKey[];
}

export interface RouteAsked {
  readonly village: Village;
  /** A grid of the village, or the village itself. */
  readonly place: AreaCode;
  readonly restricted: boolean;
  /** COMPLAINT: who is complained of, and the posts they are known to hold outside the village. */
  readonly about?: { readonly personId: PersonId; readonly posts: readonly PostKey[] };
}

/**
 * Routes a matter to the nearest post that is filled and may have it (首接负责).
 *
 * Vacant posts are expected, passed over and named. A restricted matter goes to the two restricted roles of the town
 * alone; were one of them complained of, to those of the county.
 */
export function routeIssue(asked: RouteAsked, county: CountyNames, at: { readonly now: EpochMs; readonly today: CivilDate }): Route {
  const { village, place, restricted, about } = asked;
  const barred = about === undefined ? [] : barredPosts(village, about.personId, about.posts);
  if (restricted) {
    const town = legalRung(village.town, village.townName);
    const rung = isBarred({ barredPosts: barred }, legalPostOf(village.town)) ? legalRung(countyOf(village.town), county.countyName) : town;
    return { owner: ownerAt(rung, at.now), above: [], vacant: [], barredPosts: barred };
  }
  const rungs = ladder(village, place, county, at.today);
  const open = rungs.filter((rung) => !isBarred({ barredPosts: barred }, rung.post));
  // A complaint about the county office itself still needs someone: the office, whose other officers see it.
  const able = open.length > 0 ? open : rungs.slice(-1);
  const filled = able.filter((rung) => !isVacant(rung));
  const [first, ...above] = filled;
  assert(first !== undefined, 'the county office is always there');
  const vacant = able.slice(0, able.indexOf(first)).map(({ area }) => area);
  return { owner: ownerAt(first, at.now), above: above.map((rung) => ownerAt(rung, at.now)), vacant, barredPosts: barred };
}
