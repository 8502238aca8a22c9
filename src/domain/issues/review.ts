/** The village's desk decides on what the content check gave no answer to (WX-09): shown to the village, or kept to the handlers. */
import type { FileId, PersonId } from '../basics/ids';
import type { Outcome } from './acts';
import type { Issue } from './issue';
import { settled, telling, withTimers } from './moves';
import { uncheckedFiles, uncheckedTexts } from './publication';

/** One text or file that waits, under a name that the desk sends back: it decides on what it saw, not on what came since. */
export type ReviewPart =
  | { readonly part: string; readonly kind: 'REPORT'; readonly text: string }
  | { readonly part: string; readonly kind: 'STEP'; readonly step: number; readonly text: string }
  | { readonly part: string; readonly kind: 'FILE'; readonly file: FileId };

export type ReviewDecision = 'SHOW' | 'KEEP';

/** Everything of a matter that waits for people; nothing before the check had its time. */
export function partsToReview(issue: Issue): readonly ReviewPart[] {
  const { review } = issue;
  if (review === undefined) return [];
  const texts = uncheckedTexts(issue).map(({ step, text }): ReviewPart => (step === undefined ? { part: 'REPORT', kind: 'REPORT', text } : { part: `STEP:${step}`, kind: 'STEP', step, text }));
  const files = uncheckedFiles(issue).filter((file) => review.files.includes(file)).map((file): ReviewPart => ({ part: `FILE:${file}`, kind: 'FILE', file }));
  return [...texts, ...files];
}

/** Whose words and pictures the named parts are: they cannot be the ones to show them (ORG-08). */
export function authorsOf(issue: Issue, names: readonly string[]): readonly PersonId[] {
  return partsToReview(issue)
    .filter(({ part }) => names.includes(part))
    .flatMap((one) => {
      const step = one.kind === 'STEP' ? issue.steps[one.step] : one.kind === 'FILE' ? issue.steps.find(({ photos }) => photos?.includes(one.file) === true) : undefined;
      return (step === undefined ? issue.reporterId : step.by?.personId) ?? [];
    });
}

/**
 * Decides on the named parts. A report that is kept stays with the handlers whole, and its reporter is told. What the check
 * or a colleague has answered meanwhile is no longer among the parts and stays as it is.
 */
export function reviewed(issue: Issue, decision: ReviewDecision, names: readonly string[], at: { readonly now: number; readonly cause: string }): Outcome {
  const decided = partsToReview(issue).filter(({ part }) => names.includes(part));
  if (decided.length === 0) return { issue, tell: [] };
  const report = decided.some(({ kind }) => kind === 'REPORT');
  const files = decided.flatMap((one) => (one.kind === 'FILE' ? [one.file] : []));
  const steps = decided.flatMap((one) => (one.kind === 'STEP' ? [one.step] : []));
  const show = decision === 'SHOW';
  const next: Issue = {
    ...issue,
    steps: issue.steps.map((step, index) => (!steps.includes(index) ? step : show ? { ...step, shown: true as const, author: undefined } : { ...step, kept: true as const, author: undefined })),
    ...(show ? { shownFiles: [...new Set([...issue.shownFiles, ...files])] } : { keptFiles: [...new Set([...(issue.keptFiles ?? []), ...files])] }),
    ...(report && show ? { published: true } : {}),
    ...(report && !show ? { visibility: 'HANDLERS' as const } : {}),
  };
  const left = partsToReview(next).length > 0;
  const done = left ? next : withTimers({ ...next, review: undefined }, next.visibility === 'VILLAGE' ? {} : { PUBLISH: undefined });
  return { issue: settled(done, at.now), tell: report && !show ? [telling(issue, 'REPORTER', 'ISSUE_NOT_PUBLISHED', at)] : [] };
}
