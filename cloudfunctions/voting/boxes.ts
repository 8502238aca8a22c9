/** Finding a box that the caller may know of. */
import { isWithin, type AreaCode } from '@/domain/areas/code';
import type { Action, Target } from '@/domain/people/access';
import { isBoxOff } from '@/domain/settings/modules';
import { belongingOf, isOfBranch, type BoxId } from '@/domain/voting/box';
import { boxOf } from '@platform/ballot-box/read-box';
import type { Box } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';

/** The box of an id; refused where it is of a module that the county has switched off (BUR-08). */
export async function knownBox({ store, settings }: Pick<Context, 'store' | 'settings'>, id: string): Promise<Box | undefined> {
  const box = await boxOf(store, id);
  refuseResting({ settings }, box);
  return box;
}

export function refuseResting({ settings }: Pick<Context, 'settings'>, box: Box | undefined): void {
  if (box !== undefined && isBoxOff(settings.modules, box.kind)) throw refusal('MODULE_OFF');
}

/** The box, for an action that anyone of its villages may take and the officers of its area. */
export async function boxFor(context: Context, action: Action, id: string): Promise<Box> {
  const box = await knownBox(context, id);
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

/** The boxes of a page of rows that do not rest, in one read; at most as many as a page of the store holds. */
export async function boxesOf(context: Pick<Context, 'store' | 'settings'>, ids: readonly BoxId[]): Promise<readonly Box[]> {
  return ids.length === 0 ? [] : withoutResting(context, (await context.store.find('boxes', { where: { _id: { in: ids } }, limit: 100 })).items);
}

/** Lists leave out what belongs to a module that is off. */
export function withoutResting({ settings }: Pick<Context, 'settings'>, boxes: readonly Box[]): readonly Box[] {
  return boxes.filter(({ kind }) => !isBoxOff(settings.modules, kind));
}
