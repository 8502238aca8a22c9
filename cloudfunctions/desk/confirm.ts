/**
 * The phone says yes. It must know the digits on the computer's screen, and has one try: who says yes to something they do
 * not see, because somebody told them to, does not sign anybody in.
 */
import { askingState, readAskingCode } from '@/domain/people/desk-asking';
import { once } from '@platform/once';
import { lastKeyOf } from './asking-keys';
import { desk } from './os';

export const confirm = desk.confirm.handler(async ({ input, context, errors }) => {
  context.permit('desk.confirm');
  const { caller, store, sealer, now } = context;
  const code = readAskingCode(input.code) ?? '';
  const outcome = await once(context, 'desk.confirm', input, { target: `desk:${input.id}` }, async (tx) => {
    const asking = await tx.get('deskAskings', input.id);
    if (asking === undefined || askingState(asking, now) !== 'WAITING') return 'OVER';
    const matches = lastKeyOf(sealer, asking._id, code) === asking.lastKey;
    await tx.update('deskAskings', asking._id, { set: matches ? { state: 'CONFIRMED', confirmedAt: now, account: caller.account } : { state: 'REFUSED' } });
    return matches ? 'CONFIRMED' : 'MISMATCH';
  }, async () => {
    const asking = await store.get('deskAskings', input.id);
    if (asking?.account === caller.account) return 'CONFIRMED';
    return asking?.state === 'REFUSED' ? 'MISMATCH' : 'OVER';
  });
  if (outcome === 'OVER') throw errors.ASKING_OVER();
  if (outcome === 'MISMATCH') throw errors.CODE_MISMATCH();
  return { confirmed: true };
});
