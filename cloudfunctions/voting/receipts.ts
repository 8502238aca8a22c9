import { hasBallots, isShown } from '@platform/ballot-box/read-box';
import { shardId } from '@platform/ballot-box/freeze-roll';
import { refusal } from '@platform/refuse';
import { boxFor } from './boxes';
import { voting } from './os';

/** One list of receipts. Which of them the phone looks for it does not say. */
export const receipts = voting.receipts.handler(async ({ input, context }) => {
  const box = await boxFor(context, 'voting.receipts', input.boxId);
  const list = isShown(box) && hasBallots(box, context.now) ? await context.store.get('boxReceipts', shardId(box._id, input.bucket)) : undefined;
  if (list === undefined) throw refusal('NOT_FOUND');
  return { receipts: [...list.receipts] };
});
