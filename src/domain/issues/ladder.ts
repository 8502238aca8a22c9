/** The ladder a matter stands on: the posts around a place, innermost first, up to the county office (EVT-03). */
import { countyOf, isWithin, levelOf, type AreaCode } from '../areas/code';
import type { CivilDate, EpochMs } from '../basics/ids';
import type { GridCell, PostHolder, Village } from '../grid/grid';
import { cellOf, cellsAround, deskOn, holderOn } from '../grid/tree';
import { areaOfPost, departmentPostOf, deskPostOf, isDepartment, legalPostOf, type PostKey } from '../grid/posts';
import type { CountySettings } from '../settings/settings';
import { deskWords } from '../wording/desk-words';
import type { Issue, Owner } from './issue';

/** One post on the ladder. */
export interface Rung {
  readonly post: PostKey;
  /** The area it answers for, as people call it. */
  readonly area: string;
  /** Whoever answers today: the stand-in before the holder; several at a desk; nobody when it is vacant. */
  readonly holders: readonly PostHolder[];
  /** What a desk is called; a grid's head is called by name. */
  readonly deskName?: string;
}

/** What the ladder needs of the county's settings. */
export type CountyNames = Pick<CountySettings, 'countyCode' | 'countyName' | 'departments'>;

/** What people call a place: 堰坪村一组一格. Left out are the village's parts (level 1) where there is something nearer, and a name the next one begins with: 三组 before 三组东片. */
export function placeName(village: Village, place: AreaCode): string {
  return nameOf(village, cellsHere(village, place));
}

/** @param innermostFirst the cells around a place */
function nameOf(village: Village, innermostFirst: readonly GridCell[]): string {
  const cells = [...innermostFirst].reverse();
  const named = cells.length > 1 ? cells.filter(({ level }) => level > 1) : cells;
  const names = [village.name, ...named.map(({ name }) => name)];
  return names.filter((name, at) => names[at + 1]?.startsWith(name) !== true).reduce((words, name) => (name.startsWith(words) ? name : `${words}${name}`), '');
}

/** Everybody above and at a place, vacant posts included. */
export function ladder(village: Village, place: AreaCode, county: CountyNames, today: CivilDate): readonly Rung[] {
  return [
    ...cellsHere(village, place).map((cell, at, cells): Rung => ({ post: deskPostOf(cell.code), area: nameOf(village, cells.slice(at)), holders: [holderOn(cell, today)].flatMap((holder) => holder ?? []) })),
    { post: deskPostOf(village._id), area: village.name, holders: deskOn(village.desk, today), deskName: deskWords.village(village.name) },
    townRung(village.town, village.townName),
    countyRung(county),
  ];
}

/** Whether nobody answers for a post today. A town's and the county's desk are offices and always there. */
export function isVacant(rung: Rung): boolean {
  return rung.holders.length === 0 && levelOf(areaOfPost(rung.post)) !== 'TOWN' && levelOf(areaOfPost(rung.post)) !== 'COUNTY';
}

/** Who answers at a rung: by name where it is one person, by the desk's name where it is several. */
export function ownerAt(rung: Rung, since: EpochMs): Owner {
  const [holder, second] = rung.holders;
  const one = holder !== undefined && second === undefined;
  return {
    post: rung.post,
    ...(one ? { personId: holder.personId } : {}),
    name: one ? holder.name : (rung.deskName ?? rung.area),
    area: rung.area,
    since,
  };
}

/** Whether a post must never receive a matter, being that of the person complained of or one below it. */
export function isBarred(issue: Pick<Issue, 'barredPosts'>, post: PostKey): boolean {
  return issue.barredPosts.some((barred) => barred === post || (!barred.includes('/') && !post.includes('/') && isWithin(areaOfPost(post), areaOfPost(barred))));
}

/**
 * The next filled post above the one that answers now, or undefined at the top: above the county office, and above the
 * restricted post, which nobody stands above (EVT-14). Above a department stands the county office.
 *
 * @param village the village of the matter; needed while a post of it answers.
 */
export function ownerAbove(issue: Issue, post: PostKey, village: Village | undefined, county: CountyNames, at: { readonly now: EpochMs; readonly today: CivilDate }): Owner | undefined {
  if (issue.restricted) return undefined;
  const rungs = village !== undefined && village._id === issue.village ? ladder(village, issue.grid, county, at.today) : [townRung(issue.town, issue.townName), countyRung(county)];
  const above = rungs.filter((rung) => isAbove(rung.post, post) && !isVacant(rung) && !isBarred(issue, rung.post));
  return above[0] === undefined ? undefined : ownerAt(above[0], at.now);
}

export function townRung(town: AreaCode, townName: string): Rung {
  return { post: deskPostOf(town), area: townName, holders: [], deskName: deskWords.town(townName) };
}

export function countyRung(county: Pick<CountyNames, 'countyCode' | 'countyName'>): Rung {
  return { post: deskPostOf(county.countyCode), area: county.countyName, holders: [], deskName: deskWords.county(county.countyName) };
}

/** The two roles that alone receive restricted matters of a town or, where the town's are barred, of the county. */
export function legalRung(area: AreaCode, areaName: string): Rung {
  return { post: legalPostOf(area), area: areaName, holders: [], deskName: deskWords.legal(areaName) };
}

/** A department's rung; undefined for one the county does not have. */
export function departmentRung(county: CountyNames, unit: string): Rung | undefined {
  const department = county.departments.find(({ code }) => code === unit);
  return department && { post: departmentPostOf(county.countyCode, unit), area: county.countyName, holders: [], deskName: department.name };
}

/** Who decides whose duty a matter is (EVT-08): the town, or the county where it must not come to the town (EVT-11). */
export function adjudicator(issue: Pick<Issue, 'town' | 'townName' | 'barredPosts'>, county: Pick<CountyNames, 'countyCode' | 'countyName'>): Rung {
  const town = townRung(issue.town, issue.townName);
  return isBarred(issue, town.post) ? countyRung(county) : town;
}

/** Whether one post lies above another on the way up. */
export function isAbove(upper: PostKey, lower: PostKey): boolean {
  if (upper.includes('/')) return false;
  if (isDepartment(lower)) return areaOfPost(upper) === countyOf(areaOfPost(lower));
  return upper !== lower && isWithin(areaOfPost(lower), areaOfPost(upper));
}

/** The cells a place lies in, innermost first. None for a village, and for a grid that is not there. */
function cellsHere(village: Village, place: AreaCode): readonly GridCell[] {
  return cellOf(village, place) === undefined ? [] : cellsAround(village, place);
}
