import { belongingOf, BOX_KINDS, isOfBranch, type BoxKind } from '@/domain/voting/box';
import type { Box } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';
import { withoutResting } from './boxes';
import { voting } from './os';
import { boxView } from './views';

/** More boxes than stand open around one village at a time. */
const SHOWN = 50;
const STANDING: readonly string[] = ['SHOWN', 'FREEZING', 'OPEN', 'COUNTING'];
const OF_VILLAGE = BOX_KINDS.filter((kind) => !isOfBranch({ kind }));
const OF_BRANCH = BOX_KINDS.filter((kind) => isOfBranch({ kind }));

/**
 * What is hung out around the caller's village: who is missing from a roll would otherwise never hear of it (VOTE-11). It is
 * looked for by the village, and a branch's boxes apart: those of a town's deputies, or one a member, would crowd it out.
 */
export const nearby = voting.nearby.handler(async ({ context }) => {
  context.permit('voting.nearby');
  const village = context.caller.person?.village ?? '';
  const everybodys = await around(context, village, OF_VILLAGE);
  const branchs = context.may('voting.box', belongingOf({ kind: 'MEMBER', area: village })) ? await around(context, village, OF_BRANCH) : [];
  return { items: [...everybodys, ...branchs].map(boxView) };
});

async function around(context: Context, village: string, kinds: readonly BoxKind[]): Promise<readonly Box[]> {
  const where = { 'electorate.villages': { contains: village }, kind: { in: kinds } };
  const { items } = await context.store.find('boxes', { where, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: SHOWN });
  return withoutResting(context, items).filter((box) => STANDING.includes(box.state) && (!isOfBranch(box) || context.may('voting.box', belongingOf(box))));
}
