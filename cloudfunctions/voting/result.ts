import { isOfBranch } from '@/domain/voting/box';
import { isShown, hasBallots } from '@platform/ballot-box/read-box';
import { refusal } from '@platform/refuse';
import { boxFor } from './boxes';
import { voting } from './os';
import { boxView } from './views';

/** What came out of a box, once it is published (PUB-04). */
export const result = voting.result.handler(async ({ input, context }) => {
  const box = await boxFor(context, 'voting.result', input.boxId);
  const found = box.result;
  if (found === undefined) throw refusal('NOT_FOUND');
  const { publishedAt, receiptsRoot, objectionsUntil, ballotsUntil } = found;
  // Whoever voted in a branch's box finds their receipt; what it came to is told by the appraisal, to whom it concerns.
  const kept = isOfBranch(box) && isShown(box);
  const outcome = kept ? { kind: 'KEPT' as const } : found.outcome;
  const counts = kept ? undefined : found.counts;
  return {
    ...boxView(box),
    questions: box.questions.map((question) => ({ ...question, options: [...question.options] })),
    publishedAt,
    outcome: outcome.kind === 'OPINION' ? { ...outcome, first: [...outcome.first] } : outcome,
    counts: counts && { ...counts, byQuestion: { ...counts.byQuestion } },
    receiptsRoot,
    buckets: isShown(box) && hasBallots(box, context.now) ? box.shards : 0,
    objectionsUntil,
    ballotsUntil,
  };
});
