import { reviewed, reviewTarget } from '@/domain/issues/review';
import { auditRow } from '@platform/audit';
import { contentDigest } from '@platform/ids';
import { toldNowOrSoon } from '@platform/issue-outcome';
import { refusal } from '@platform/refuse';
import { issues } from './os';

/** Account and person, the matter, its village, its new state, the audit row: room for the one notice there can be. */
const MOST_NOTICES = 1;

/** Shows the village what the content check gave no answer to, or keeps it to the handlers (WX-09). A repeat changes nothing. */
export const review = issues.review.handler(({ input, context }) => {
  const { store, caller, now, today } = context;
  const { requestId, issueId, decision, parts } = input;
  const tap = { requestId, digest: contentDigest({ ...input, account: caller.account, action: 'issues.review' }) };
  return store.transaction(async (tx) => {
    const issue = await tx.get('issues', issueId);
    const village = issue && (await tx.get('villages', issue.village));
    if (issue === undefined || village === undefined) throw refusal('NOT_FOUND');
    // One's own can be kept, not shown.
    context.permit('issues.review', reviewTarget(issue, parts, decision, { village, today }));
    const before = issue.taps.find((one) => one.requestId === requestId);
    if (before !== undefined && before.digest !== tap.digest) throw refusal('REQUEST_REUSED');
    if (before !== undefined) return { done: true };

    const outcome = reviewed(issue, decision, parts, { now, cause: requestId });
    // A colleague, or the check itself, was first.
    if (outcome.issue === issue) throw refusal('CHANGED_MEANWHILE');
    const { issue: next, notices } = toldNowOrSoon({ ...outcome.issue, taps: [...issue.taps, tap] }, outcome.tell, MOST_NOTICES, now);
    await tx.replace('issues', next);
    for (const one of notices) await tx.insert('notices', one);
    await tx.insert('audit', auditRow(context, 'issues.review', { target: `issue:${issueId}`, area: issue.grid, detail: { decision, parts: parts.join(' ') }, requestId }));
    return { done: true };
  });
});
