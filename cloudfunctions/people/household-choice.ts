/** The household a person comes to: one of the book, or a new one in an innermost grid. */
import type { EpochMs, HouseholdId, PersonId } from '@/domain/basics/ids';
import { villageOf, type GridCode, type VillageCode } from '@/domain/areas/code';
import { tidyCell } from '@/domain/basics/text';
import { cellOf, isInnermost } from '@/domain/grid/tree';
import type { Village } from '@/domain/grid/grid';
import type { Household } from '@/domain/people/person';
import { isTaken } from '@platform/once';
import { householdIdOf } from '@platform/person-keys';
import { invalidField } from '@platform/refuse';
import type { Transaction } from '@platform/store';

export type HouseholdChoice =
  | { readonly kind: 'EXISTING'; readonly id: HouseholdId }
  | { readonly kind: 'NEW'; readonly id: HouseholdId; readonly grid: GridCode; readonly number: string; readonly address: string };

type HouseholdInput =
  | { readonly kind: 'EXISTING'; readonly id: string }
  | { readonly kind: 'NEW'; readonly grid: string; readonly number: string; readonly address: string };

/** Reads the choice. A new household needs a number, from which its id derives, and a grid of the village. */
export function readHousehold(input: HouseholdInput, village: VillageCode): HouseholdChoice {
  if (input.kind === 'EXISTING') return { kind: 'EXISTING', id: input.id };
  const number = tidyCell(input.number);
  if (number === '') throw invalidField('household.number', 'REQUIRED');
  if (input.grid.length <= 12 || villageOf(input.grid) !== village) throw invalidField('household.grid', 'OTHER_VILLAGE');
  return { kind: 'NEW', id: householdIdOf(village, number), grid: input.grid, number, address: tidyCell(input.address) };
}

export interface Settled {
  readonly household: Household;
  readonly isNew: boolean;
  /** How many households the grid gains: one that stood empty in the book counts from its first member on. */
  readonly gained: 0 | 1;
}

/**
 * The household with the person in it, for one operation: an existing one is only read, because who joins it is written
 * where the caller decides; a new one is made. Its number must be free.
 */
export async function settleIn(
  tx: Transaction,
  choice: HouseholdChoice,
  village: Village,
  personId: PersonId,
  now: EpochMs,
): Promise<Settled> {
  if (choice.kind === 'EXISTING') {
    const household = await tx.get('households', choice.id);
    if (household?.village !== village._id) throw invalidField('household.id', 'NO_HOUSEHOLD');
    const expected = (village.followUps ?? []).some((one) => one.kind === 'HOUSEHOLD' && one.joins === household._id);
    return { household, isNew: false, gained: household.memberIds.length === 0 && !expected ? 1 : 0 };
  }
  const cell = cellOf(village, choice.grid);
  if (cell === undefined || !isInnermost(village, cell)) throw invalidField('household.grid', 'NOT_INNERMOST');
  const household: Household = {
    _id: choice.id,
    village: village._id,
    grid: choice.grid,
    number: choice.number,
    address: choice.address,
    headId: personId,
    memberIds: [personId],
    liaisons: [],
    changedAt: now,
  };
  await tx.insert('households', household);
  return { household, isNew: true, gained: 1 };
}

/** What a failed change means where the new household's number was taken: a field to put right. Anything else as it is. */
export function numberTaken(error: unknown, choice: HouseholdChoice): unknown {
  return choice.kind === 'NEW' && isTaken(error, 'households', choice.id) ? invalidField('household.number', 'NUMBER_TAKEN') : error;
}
