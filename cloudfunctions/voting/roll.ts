import { boxOf } from '@platform/ballot-box/read-box';
import { refusal } from '@platform/refuse';
import { ownVillageOf, rollTargetOf } from './boxes';
import { voting } from './os';

const PAGE = 50;

/** The names on the roll of the caller's own village (VOTE-11), in order of the names. Who has voted is not told. */
export const roll = voting.roll.handler(async ({ input, context }) => {
  const { store } = context;
  const box = await boxOf(store, input.boxId);
  const village = ownVillageOf(context, box);
  context.permit('voting.roll', rollTargetOf(box, village));
  if (box === undefined || village === undefined || box.state === 'DRAWING') throw refusal('NOT_FOUND');
  const page = await store.find('boxRolls', { where: { box: box._id, village }, orderBy: [{ field: 'name', direction: 'asc' }], limit: PAGE, after: input.after });
  return { names: page.items.map(({ name }) => name), next: page.next };
});
