/** Which words of a matter the village may read: each only after the content check let it pass (WX-08, WX-09). */
import type { AccountId, FileId } from '../basics/ids';
import type { Issue } from './issue';
import { telling, settled, withTimers } from './moves';
import type { Outcome } from './acts';

/** Something that waits for the check: the report itself, or what a handler wrote (`step` is its place on the timeline). */
export interface Unchecked {
  readonly step?: number;
  readonly text: string;
  /** Who wrote the step; of the report that is its reporter. */
  readonly author?: AccountId;
}

/** Everything that is meant for the village and has not passed yet. */
export function uncheckedTexts(issue: Issue): readonly Unchecked[] {
  if (issue.visibility !== 'VILLAGE' || issue.stage === 'WITHDRAWN') return [];
  const report = issue.published ? [] : [{ text: `${issue.text}\n${issue.placeText ?? ''}`.trim() }];
  const steps = issue.steps.flatMap(({ kind, text, shown, kept, author }, step) => ((kind === 'PROGRESS' || kind === 'DONE') && text !== undefined && text !== '' && shown !== true && kept !== true ? [{ step, text, ...(author === undefined ? {} : { author }) }] : []));
  return [...report, ...steps];
}

/** The report's own files that the village cannot see yet. */
export function uncheckedFiles(issue: Issue): readonly FileId[] {
  if (issue.visibility !== 'VILLAGE' || issue.stage === 'WITHDRAWN') return [];
  const files = [...issue.photos, ...(issue.voice === undefined ? [] : [issue.voice]), ...issue.steps.flatMap(({ photos }) => photos ?? [])];
  return files.filter((file) => !issue.shownFiles.includes(file) && issue.keptFiles?.includes(file) !== true);
}

export interface CheckResult {
  readonly passed: readonly Unchecked[];
  readonly refused: readonly Unchecked[];
  readonly shownFiles: readonly FileId[];
  /** Whether something got no answer yet. */
  readonly waits: boolean;
  /** When to ask again for it; undefined when nothing is left to ask for. */
  readonly againAt?: number;
  /** Given once people are to look: the files that got no answer. */
  readonly review?: readonly FileId[];
}

/**
 * Puts the answers of the check in. A report that did not pass stays with the handlers, and the reporter is told. The check
 * was asked a moment ago: what has been withdrawn since, or decided on by people, is left as it is.
 */
export function withChecks(issue: Issue, result: CheckResult, at: { readonly now: number; readonly cause: string }): Outcome {
  const open = uncheckedTexts(issue);
  const stillOpen = (answered: Unchecked): boolean => open.some(({ step, text }) => step === answered.step && text === answered.text);
  const passed = result.passed.filter(stillOpen);
  const refusedReport = result.refused.filter(stillOpen).some(({ step }) => step === undefined);
  const files = uncheckedFiles(issue);
  const next: Issue = {
    ...issue,
    steps: issue.steps.map((step, index) => (passed.some((one) => one.step === index) ? { ...step, shown: true as const, author: undefined } : step)),
    published: issue.published || (!refusedReport && passed.some(({ step }) => step === undefined)),
    ...(refusedReport ? { visibility: 'HANDLERS' as const } : {}),
    shownFiles: [...new Set([...issue.shownFiles, ...result.shownFiles.filter((file) => files.includes(file))])],
  };
  const waiting: Issue = { ...next, review: refusedReport ? undefined : reviewAfter(next, result, at.now) };
  const timed = withTimers(waiting, { PUBLISH: refusedReport ? undefined : result.againAt });
  return { issue: settled(timed, at.now), tell: refusedReport ? [telling(issue, 'REPORTER', 'ISSUE_NOT_PUBLISHED', at)] : [] };
}

/** What waits for people goes on waiting while something has no answer, also while a later text is asked for anew. */
function reviewAfter(issue: Issue, { waits, review: files = issue.review?.files }: CheckResult, now: number): Issue['review'] {
  if (!waits || files === undefined) return undefined;
  const left = uncheckedTexts(issue).length > 0 || uncheckedFiles(issue).some((file) => files.includes(file));
  return left ? { since: issue.review?.since ?? now, files } : undefined;
}

const WAITS_MS = [60_000, 300_000, 900_000, 1_800_000, 3_600_000] as const;
/** WX-09: after half an hour without an answer people look at it. */
export const REVIEW_AFTER_MS = 1_800_000;
/** After a day it is left to the handlers: what nobody checked is not shown. */
const GIVE_UP_MS = 86_400_000;

/** When to ask the check again for what has waited since `since`: ever more seldom, at last not at all. */
export function askAgainAt(since: number, now: number): number | undefined {
  if (now - since >= GIVE_UP_MS) return undefined;
  return now + (WAITS_MS.find((wait) => wait > now - since) ?? WAITS_MS[4]);
}
