/**
 * Whether every household has someone to turn to (LNS-01): a party member, a deputy, or the head of its innermost grid.
 * The head's line follows from the grid, so only households of grids without a head have to be looked at one by one.
 */
import type { GridCode } from '../areas/code';
import type { CivilDate, PersonId } from '../basics/ids';
import type { Household } from '../people/person';
import type { Village } from './grid';
import { holderOn, innermostIn } from './tree';

/** The innermost grids nobody heads on a day: their households are covered only by a liaison of their own. */
export function gridsWithoutHead(village: Village, today: CivilDate): readonly GridCode[] {
  return innermostIn(village, village._id)
    .filter((cell) => holderOn(cell, today) === undefined)
    .map((cell) => cell.code);
}

/** Of households in grids without a head, those without an active liaison. `active` are the liaisons still on the roster. */
export function withoutLiaison(households: readonly Household[], active: ReadonlySet<PersonId>): readonly Household[] {
  return households.filter((household) => !household.liaisons.some((liaison) => active.has(liaison.personId)));
}
