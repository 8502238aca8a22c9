import { reviewed, reviewTarget } from '@/domain/consultations/review';
import { auditRow } from '@platform/audit';
import { toldNowOrSoon } from '@platform/consult-outcome';
import { contentDigest } from '@platform/ids';
import { refusal } from '@platform/refuse';
import { consultations } from './os';

/** Account and person, the matter, its village, its new state, the audit row: room for the one notice there can be. */
const MOST_NOTICES = 1;

/** Shows the village what the content check gave no answer to, or keeps it from it (WX-09). A repeat changes nothing. */
export const review = consultations.review.handler(({ input, context }) => {
  const { store, caller, now, today } = context;
  const { requestId, consultationId, decision, parts } = input;
  const tap = { requestId, digest: contentDigest({ ...input, account: caller.account, action: 'consultations.review' }) };
  return store.transaction(async (tx) => {
    const matter = await tx.get('consultations', consultationId);
    const village = matter && (await tx.get('villages', matter.village));
    if (matter === undefined || village === undefined) throw refusal('NOT_FOUND');
    // One's own can be kept, not shown.
    context.permit('consultations.review', reviewTarget(matter, parts, decision, { village, today }));
    const before = matter.taps.find((one) => one.requestId === requestId);
    if (before !== undefined && before.digest !== tap.digest) throw refusal('REQUEST_REUSED');
    if (before !== undefined) return { done: true };

    const outcome = reviewed(matter, decision, parts, { now, cause: requestId });
    // A colleague, or the check itself, was first.
    if (outcome.matter === matter) throw refusal('CHANGED_MEANWHILE');
    const { matter: next, notices } = toldNowOrSoon({ ...outcome.matter, taps: [...matter.taps, tap] }, outcome.tell, MOST_NOTICES, now);
    await tx.replace('consultations', next);
    for (const one of notices) await tx.insert('notices', one);
    await tx.insert('audit', auditRow(context, 'consultations.review', { target: `consultation:${consultationId}`, area: matter.village, detail: { decision, parts: parts.join(' ') }, requestId }));
    return { done: true };
  });
});
