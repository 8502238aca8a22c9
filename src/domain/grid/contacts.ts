/** Who answers for a household: the three lines, then the grids around it up to the town (LNS-05). */
import type { Line } from '../people/person';
import type { CivilDate } from '../basics/ids';
import type { Household } from '../people/person';
import type { GridCell, Office, PostHolder, Village } from './grid';
import { postOfArea, type PostKey } from './posts';
import { cellsAround, deskOn, holderOn } from './tree';

/** One place on the list: its holders, or, where it is vacant, who answers meanwhile. */
export interface ContactPlace {
  readonly line: Line | 'GRID' | 'VILLAGE' | 'TOWN';
  readonly post?: PostKey;
  readonly area: string;
  readonly holder?: PostHolder;
  /** The head on leave, for whom the holder stands in. */
  readonly standInFor?: string;
  /** For a vacant place: whose post is the next filled one, and who holds it. */
  readonly next?: { readonly post: PostKey; readonly name: string };
}

/** The household's innermost head and the grids above, the village's desk, the town's desk; nearest first. */
export function chainOfHousehold(household: Household, village: Village, town: Office | undefined, today: CivilDate): readonly ContactPlace[] {
  const grids = cellsAround(village, household.grid).map((cell): ContactPlace => placeOfCell(cell, today));
  const desk = deskOn(village.desk, today);
  const officers = (town?.officers ?? []).filter((officer) => officer.role === 'TOWN_DESK' && deskOn([officer], today).length > 0);
  const places = [
    ...grids,
    ...placesOf('VILLAGE', village._id, village.name, desk),
    ...placesOf('TOWN', village.town, village.townName, officers),
  ];
  return places.map((place, index) => (place.holder === undefined ? { ...place, next: nextFilled(places.slice(index + 1)) } : place));
}

/** The head's line follows from the innermost grid; it is the first place of the chain. */
export function headLineOf(chain: readonly ContactPlace[]): ContactPlace | undefined {
  const [first] = chain;
  return first && { ...first, line: 'HEAD' };
}

function placeOfCell(cell: GridCell, today: CivilDate): ContactPlace {
  const holder = holderOn(cell, today);
  const standInFor = holder !== undefined && holder === cell.standIn ? cell.head?.name : undefined;
  return { line: 'GRID', post: postOfArea(cell.code), area: cell.name, holder, standInFor };
}

function placesOf(line: 'VILLAGE' | 'TOWN', area: string, name: string, holders: readonly PostHolder[]): readonly ContactPlace[] {
  const post = postOfArea(area);
  if (holders.length === 0) return [{ line, post, area: name }];
  return holders.map((holder) => ({ line, post, area: name, holder }));
}

function nextFilled(above: readonly ContactPlace[]): ContactPlace['next'] {
  const next = above.find((place) => place.holder !== undefined);
  return next?.post !== undefined && next.holder !== undefined ? { post: next.post, name: next.holder.name } : undefined;
}
