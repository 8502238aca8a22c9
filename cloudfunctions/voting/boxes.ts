/** Finding a box that the caller may know of. */
import { isWithin, type AreaCode } from '@/domain/areas/code';
import type { Action, Target } from '@/domain/people/access';
import { belongingOf, isOfBranch } from '@/domain/voting/box';
import { boxOf } from '@platform/ballot-box/read-box';
import type { Box } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';

/** The box, for an action that anyone of its villages may take and the officers of its area. */
export async function boxFor(context: Context, action: Action, id: string): Promise<Box> {
  const box = await boxOf(context.store, id);
  if (box !== undefined && isOfBranch(box)) {
    context.permit(action, belongingOf(box));
    return box;
  }
  const village = context.caller.person?.village;
  const own = box !== undefined && village !== undefined && box.electorate.villages.includes(village);
  const mayAsOfficer = box !== undefined && context.may(action, { area: box.area });
  context.permit(action, own && !mayAsOfficer ? { area: village } : { area: box?.area });
  if (box === undefined) throw refusal('NOT_FOUND');
  return box;
}

/** What is asked of the table about a box's roll: the caller's own village on it, or the branch whose own it is. */
export function rollTargetOf(box: Box | undefined, village: AreaCode | undefined): Target {
  return box !== undefined && isOfBranch(box) ? belongingOf(box) : { area: village };
}

/** Where somebody stands on the roll of one of a box's villages: that village, while it lies in none it is nowhere. */
export function ownVillageOf(context: Context, box: Box | undefined): AreaCode | undefined {
  const village = context.caller.person?.village;
  return village !== undefined && box?.electorate.villages.some((one) => isWithin(village, one)) ? village : undefined;
}
