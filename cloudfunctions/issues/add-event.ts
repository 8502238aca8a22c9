import { addedTo } from '@/domain/issues/event-record';
import { targetOf } from '@/domain/issues/target';
import { auditRow } from '@platform/audit';
import { contentDigest } from '@platform/ids';
import { refusal } from '@platform/refuse';
import { issues } from './os';
import { detailOf } from './views';

/**
 * Adds to the province's record of an event what the matter does not know (EVT-18). It is no step of the matter: whoever has
 * it, its limits and its counts are as before. A repeat of the tap changes nothing.
 */
export const addEvent = issues.addEvent.handler(async ({ input, context }) => {
  const { requestId, issueId, event } = input;
  const tap = { requestId, digest: contentDigest({ ...input, account: context.caller.account, action: 'issues.addEvent' }) };
  const issue = await context.store.transaction(async (tx) => {
    const before = await tx.get('issues', issueId);
    if (before === undefined) throw refusal('NOT_FOUND');
    context.permit('issues.addEvent', targetOf(before));
    const tapped = before.taps.find((one) => one.requestId === requestId);
    if (tapped !== undefined && tapped.digest !== tap.digest) throw refusal('REQUEST_REUSED');
    if (tapped !== undefined) return before;
    const next = { ...before, event: addedTo(before, event), changedAt: Math.max(context.now, before.changedAt + 1), taps: [...before.taps, tap] };
    await tx.replace('issues', next);
    await tx.insert('audit', auditRow(context, 'issues.addEvent', { target: `issue:${issueId}`, area: before.grid, requestId }));
    return next;
  });
  return detailOf(issue, context);
});
