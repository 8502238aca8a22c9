/** A desk decides on what the content check gave no answer to (WX-09): shown to the village, or kept from it. */
import type { CivilDate, FileId, PersonId } from '../basics/ids';
import type { Village } from '../grid/grid';
import { deskPostOf, type PostKey } from '../grid/posts';
import { reviewPostOf } from '../grid/review-post';
import type { ReviewDecision } from '../issues/review';
import type { Target } from '../people/access';
import type { Outcome } from './acts';
import { uncheckedFiles, uncheckedTexts, type Unchecked } from './checks';
import type { Consultation, Entry } from './consultation';
import { settled, toRaiser, withTimers } from './moves';
import { targetOf } from './target';

/** One text or file that waits, under a name that the desk sends back: it decides on what it saw, not on what came since. */
export type ReviewPart =
  | { readonly part: string; readonly kind: 'REPORT'; readonly text: string }
  | { readonly part: string; readonly kind: 'STEP'; readonly entry: number; readonly text: string }
  | { readonly part: string; readonly kind: 'FILE'; readonly file: FileId };

/** What a text or a file is called. */
export function partOf({ entry }: Pick<Unchecked, 'entry'>): string {
  return entry === undefined ? 'REPORT' : `STEP:${entry}`;
}
export function partOfFile(file: FileId): string {
  return `FILE:${file}`;
}

/** Everything of a matter that waits for people; nothing before the check had its time. */
export function partsToReview(matter: Consultation): readonly ReviewPart[] {
  const { review } = matter;
  if (review === undefined) return [];
  const texts = uncheckedTexts(matter).map(({ entry, text }): ReviewPart => (entry === undefined ? { part: partOf({}), kind: 'REPORT', text } : { part: partOf({ entry }), kind: 'STEP', entry, text }));
  const files = uncheckedFiles(matter).filter((file) => review.files.includes(file)).map((file): ReviewPart => ({ part: partOfFile(file), kind: 'FILE', file }));
  return [...texts, ...files];
}

/**
 * The desk that decides on a part: the village's, the town's where nobody else sits there than its author. What the
 * supervision committee says of the village is not the village's to keep from its people (CON-12).
 */
export function reviewPostFor(matter: Consultation, part: string, { village, today }: At): PostKey {
  if (entryOf(matter, part)?.by?.as === 'SUPERVISION') return deskPostOf(village.town);
  return reviewPostOf(village, authorsOf(matter, part), today);
}

/** What the access table needs to know of the named parts and what is to become of them. Parts of several desks are no one's. */
export function reviewTarget(matter: Consultation, names: readonly string[], decision: ReviewDecision, at: At): Target {
  const [post, ...others] = new Set(names.map((part) => reviewPostFor(matter, part, at)));
  return { ...targetOf(matter), deciderPost: others.length === 0 ? post : undefined, workOf: decision === 'SHOW' ? names.flatMap((part) => authorsOf(matter, part)) : [] };
}

/** Decides on the named parts. Raised words that are kept stay with the cadres, and who raised them is told. */
export function reviewed(matter: Consultation, decision: ReviewDecision, names: readonly string[], at: { readonly now: number; readonly cause: string }): Outcome {
  const decided = partsToReview(matter).filter(({ part }) => names.includes(part));
  if (decided.length === 0) return { matter, tell: [] };
  const show = decision === 'SHOW';
  const raised = decided.some(({ kind }) => kind === 'REPORT');
  const entries = decided.flatMap((one) => (one.kind === 'STEP' ? [one.entry] : []));
  const files = decided.flatMap((one) => (one.kind === 'FILE' ? [one.file] : []));
  const next: Consultation = {
    ...matter,
    entries: matter.entries.map((entry, nth) => (!entries.includes(nth) ? entry : show ? { ...entry, shown: true as const } : { ...entry, kept: true as const })),
    ...(show ? { shownFiles: [...new Set([...matter.shownFiles, ...files])] } : { keptFiles: [...new Set([...(matter.keptFiles ?? []), ...files])] }),
    ...(raised && show ? { wordsShown: true, published: true } : {}),
    ...(raised && !show ? { audience: 'CADRES' as const } : {}),
  };
  const left = partsToReview(next).length > 0;
  // What came since waits for its own answer, which the clock looks for: a newer photo is not the desk's yet.
  const waits = uncheckedTexts(next).length > 0 || uncheckedFiles(next).length > 0;
  const done = left ? next : withTimers({ ...next, review: undefined }, waits ? {} : { PUBLISH: undefined });
  return { matter: settled(done, at.now), tell: raised && !show ? toRaiser(matter, 'CONSULT_NOT_PUBLISHED', at) : [] };
}

interface At {
  readonly village: Village;
  readonly today: CivilDate;
}

/** Whose words or pictures a part is: nobody shows their own (ORG-08). */
function authorsOf(matter: Consultation, part: string): readonly PersonId[] {
  const entry = entryOf(matter, part);
  return [entry === undefined ? matter.raiserId : entry.by?.personId].flatMap((person) => person ?? []);
}

function entryOf(matter: Consultation, part: string): Entry | undefined {
  const [kind, ...rest] = part.split(':');
  const name = rest.join(':');
  return kind === 'STEP' ? matter.entries[Number(name)] : kind === 'FILE' ? matter.entries.find(({ photos }) => photos?.includes(name) === true) : undefined;
}
