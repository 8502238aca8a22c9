import { assert } from '@/domain/basics/assert';
import { exhaustive } from '@/domain/basics/exhaustive';
import { normaliseText } from '@/domain/basics/text';
import { isBoxOff } from '@/domain/settings/modules';
import { isReceipt } from '@/domain/voting/receipt';
import { castBallot } from '@platform/ballot-box/cast-ballot';
import type { RollRow } from '@platform/ballot-box/records';
import { invalidField, refusal } from '@platform/refuse';
import { voting } from './os';

/**
 * Casts the caller's ballot (VOTE-12): on their own phone, once for ever, and answered alike whatever they chose. It has no
 * requestId and leaves no audit row: the row of the roll is its idempotency.
 */
export const cast = voting.cast.handler(async ({ input, context, errors }) => {
  if (!isReceipt(input.receipt)) throw invalidField('receipt', 'FORMAT');
  const comment = normaliseText(input.comment ?? '');
  function permit(row: RollRow | undefined): asserts row is RollRow {
    context.permit('voting.ballot', { personId: row?.voter });
    context.permit('voting.cast', { personId: row?.voter });
    if (context.caller.person?.own !== true) throw errors.OWN_PHONE_ONLY();
    assert(row !== undefined, 'only a row that is there is permitted');
    if (row.ballot !== undefined && isBoxOff(context.settings.modules, row.ballot.kind)) throw refusal('MODULE_OFF');
  }
  const { store, now, randomHex } = context;
  const done = await castBallot({ store, now, randomHex, permit }, { rowId: input.ballotId, receipt: input.receipt, choices: input.choices, comment: comment === '' ? undefined : comment });
  switch (done.kind) {
    case 'CAST':
      return { cast: true as const };
    case 'ALREADY_CAST':
      throw errors.ALREADY_CAST();
    case 'NOT_OPEN_YET':
      throw errors.NOT_OPEN_YET({ data: { opensAt: done.opensAt } });
    case 'CLOSED':
      throw errors.BOX_CLOSED();
    case 'RECEIPT_TAKEN':
      throw errors.RECEIPT_TAKEN();
    case 'FAULT':
      throw invalidField('choices', 'CHOICE');
    case 'COMMENT_TOO_LONG':
      throw invalidField('comment', 'TOO_LONG', done.max);
    default:
      return exhaustive(done);
  }
});
