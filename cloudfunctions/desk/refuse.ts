/** The phone says no: the computer is told, and its code is worth nothing any more. */
import { askingState } from '@/domain/people/desk-asking';
import { once } from '@platform/once';
import { desk } from './os';

export const refuse = desk.refuse.handler(async ({ input, context, errors }) => {
  context.permit('desk.refuse');
  const { now } = context;
  const refused = await once(context, 'desk.refuse', input, { target: `desk:${input.id}` }, async (tx) => {
    const asking = await tx.get('deskAskings', input.id);
    if (asking === undefined || askingState(asking, now) !== 'WAITING') return false;
    await tx.update('deskAskings', asking._id, { set: { state: 'REFUSED' } });
    return true;
  }, () => Promise.resolve(true));
  if (!refused) throw errors.ASKING_OVER();
  return { refused };
});
