import { voting } from './os';
import { objectionView } from './views';

const SHOWN = 50;

/** What the caller asked or objected to, newest first. */
export const myObjections = voting.myObjections.handler(async ({ context }) => {
  context.permit('voting.myObjections');
  const by = context.caller.person?.id ?? '';
  const { items } = await context.store.find('boxObjections', { where: { by }, orderBy: [{ field: 'at', direction: 'desc' }], limit: SHOWN });
  return { items: items.map((one) => ({ ...objectionView(one), boxId: one.box })) };
});
