/** A desk decides on what the content check gave no answer to (WX-09): shown to the village, or kept to the handlers. */
import type { CivilDate, FileId, PersonId } from '../basics/ids';
import type { Village } from '../grid/grid';
import { reviewPostOf } from '../grid/review-post';
import type { Target } from '../people/access';
import type { Outcome } from './acts';
import type { Issue } from './issue';
import { settled, telling, withTimers } from './moves';
import { uncheckedFiles, uncheckedTexts, type Unchecked } from './publication';
import { targetOf } from './target';

/** One text or file that waits, under a name that the desk sends back: it decides on what it saw, not on what came since. */
export type ReviewPart =
  | { readonly part: string; readonly kind: 'REPORT'; readonly text: string }
  | { readonly part: string; readonly kind: 'STEP'; readonly step: number; readonly text: string }
  | { readonly part: string; readonly kind: 'FILE'; readonly file: FileId };

export type ReviewDecision = 'SHOW' | 'KEEP';

/** What a text or a file is called. */
export function partOf({ step }: Pick<Unchecked, 'step'>): string {
  return step === undefined ? 'REPORT' : `STEP:${step}`;
}
export function partOfFile(file: FileId): string {
  return `FILE:${file}`;
}

/** Everything of a matter that waits for people; nothing before the check had its time. */
export function partsToReview(issue: Issue): readonly ReviewPart[] {
  const { review } = issue;
  if (review === undefined) return [];
  const texts = uncheckedTexts(issue).map(({ step, text }): ReviewPart => (step === undefined ? { part: partOf({}), kind: 'REPORT', text } : { part: partOf({ step }), kind: 'STEP', step, text }));
  const files = uncheckedFiles(issue).filter((file) => review.files.includes(file)).map((file): ReviewPart => ({ part: partOfFile(file), kind: 'FILE', file }));
  return [...texts, ...files];
}

/** Whose words or pictures a part is, by its name, also once it was decided on: nobody shows their own (ORG-08). */
export function authorsOf(issue: Issue, part: string): readonly PersonId[] {
  const [kind, ...rest] = part.split(':');
  const name = rest.join(':');
  const step = kind === 'STEP' ? issue.steps[Number(name)] : kind === 'FILE' ? issue.steps.find(({ photos }) => photos?.includes(name) === true) : undefined;
  return (step === undefined ? [issue.reporterId, issue.onBehalf?.by] : [step.by?.personId]).flatMap((person) => person ?? []);
}

/** What the access table needs to know of the named parts and what is to become of them. Parts of several desks are no one's. */
export function reviewTarget(issue: Issue, names: readonly string[], decision: ReviewDecision, { village, today }: { readonly village: Village; readonly today: CivilDate }): Target {
  const [post, ...others] = new Set(names.map((part) => reviewPostOf(village, authorsOf(issue, part), today)));
  return {
    ...targetOf(issue, 'NOTHING'),
    deciderPost: others.length === 0 ? post : undefined,
    workOf: decision === 'SHOW' ? names.flatMap((part) => authorsOf(issue, part)) : [],
  };
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
    steps: issue.steps.map((step, index) => (!steps.includes(index) ? step : show ? { ...step, shown: true as const } : { ...step, kept: true as const })),
    ...(show ? { shownFiles: [...new Set([...issue.shownFiles, ...files])] } : { keptFiles: [...new Set([...(issue.keptFiles ?? []), ...files])] }),
    ...(report && show ? { published: true } : {}),
    ...(report && !show ? { visibility: 'HANDLERS' as const } : {}),
  };
  const left = partsToReview(next).length > 0;
  const done = left ? next : withTimers({ ...next, review: undefined }, next.visibility === 'VILLAGE' ? {} : { PUBLISH: undefined });
  return { issue: settled(done, at.now), tell: report && !show ? [telling(issue, 'REPORTER', 'ISSUE_NOT_PUBLISHED', at)] : [] };
}
