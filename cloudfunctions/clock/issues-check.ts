/** Asks for the content check of what an issue has for the village, and looks what came of its pictures (WX-08, WX-09). */
import type { AccountId, EpochMs } from '@/domain/basics/ids';
import { deskPostOf, type PostKey } from '@/domain/grid/posts';
import { reviewPostOf } from '@/domain/grid/review-post';
import type { Issue, Telling } from '@/domain/issues/issue';
import { telling } from '@/domain/issues/moves';
import { askAgainAt, REVIEW_AFTER_MS, uncheckedFiles, uncheckedTexts, type CheckResult, type Unchecked } from '@/domain/issues/publication';
import { authorsOf, partOf, partOfFile } from '@/domain/issues/review';
import { noticeOf } from '@platform/issue-outcome';
import { fileAnswers, textAnswer } from './check-answers';
import { firstTold } from './first-told';
import type { JobContext } from './job';

export interface Checked extends CheckResult {
  readonly tell: readonly Telling[];
}

/** What was checked, and when to look again. After half an hour without an answer the desk that decides on it is told (WX-09). */
export async function checkForVillage(issue: Issue, context: JobContext): Promise<Checked> {
  const { now } = context;
  const passed: Unchecked[] = [];
  const refused: Unchecked[] = [];
  const unanswered: string[] = [];
  for (const one of uncheckedTexts(issue)) {
    const outcome = one.text === '' ? 'PASSED' : await textAnswer(await writerOf(issue, one, context), one.text, context);
    if (outcome === 'PASSED') passed.push(one);
    else if (outcome === 'REFUSED') refused.push(one);
    else unanswered.push(partOf(one));
  }
  const { shownFiles, pending } = await fileAnswers(uncheckedFiles(issue), issue.uploads, context);
  unanswered.push(...pending.map(partOfFile));
  const waits = unanswered.length > 0;
  const since = waitingSince(issue);
  const againAt = waits ? askAgainAt(since, now) : undefined;
  const review = waits && now - since >= REVIEW_AFTER_MS && !issue.barredPosts.includes(deskPostOf(issue.village));
  return {
    passed,
    refused,
    shownFiles,
    waits,
    ...(review ? { review: pending } : {}),
    ...(againAt === undefined ? {} : { againAt }),
    tell: review ? await tellingsOf(issue, unanswered, { now, cause: `UNCHECKED:${since}` }, context) : [],
  };
}

/** The same cause each time: each desk is told once. */
async function tellingsOf(issue: Issue, parts: readonly string[], at: { readonly now: EpochMs; readonly cause: string }, context: JobContext): Promise<readonly Telling[]> {
  const tell = (await desksFor(issue, parts, context)).map((post) => telling(issue, { post }, 'ISSUE_UNCHECKED', at));
  return firstTold(tell, (one) => noticeOf(issue, one), context);
}

async function desksFor(issue: Issue, parts: readonly string[], { store, today }: JobContext): Promise<readonly PostKey[]> {
  const village = await store.get('villages', issue.village);
  return village === undefined ? [] : [...new Set(parts.map((part) => reviewPostOf(village, authorsOf(issue, part), today)))];
}

/**
 * In whose name the words are checked: WeChat knows only who used the app just now (WX-08), and that is whoever wrote them. A
 * report that was written down for somebody without an account would be checked in nobody's.
 */
async function writerOf(issue: Issue, { step }: Unchecked, { store }: JobContext): Promise<AccountId> {
  const writer = step === undefined ? issue.onBehalf?.by : issue.steps[step]?.by?.personId;
  const person = writer === undefined ? undefined : await store.get('people', writer);
  return person?.account?.id ?? issue.reporterAccount;
}

/** The youngest thing that can be waiting: the report, or the last step of work. */
function waitingSince(issue: Issue): number {
  const works = issue.steps.filter(({ kind }) => kind === 'PROGRESS' || kind === 'DONE').map(({ at }) => at);
  return Math.max(issue.createdAt, ...works);
}
