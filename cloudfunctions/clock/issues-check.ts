/** Asks for the content check of what an issue has for the village, and looks what came of its pictures (WX-08, WX-09). */
import type { FileId } from '@/domain/basics/ids';
import { deskPostOf } from '@/domain/grid/posts';
import type { Issue, Telling } from '@/domain/issues/issue';
import { telling } from '@/domain/issues/moves';
import { askAgainAt, REVIEW_AFTER_MS, uncheckedFiles, uncheckedTexts, type CheckResult, type Unchecked } from '@/domain/issues/publication';
import type { CheckOutcome } from '@platform/wechat';
import type { JobContext } from './job';

export interface Checked extends CheckResult {
  readonly tell: readonly Telling[];
}

/** What was checked, and when to look again. After half an hour without an answer the village's desk is told (WX-09). */
export async function checkForVillage(issue: Issue, context: JobContext): Promise<Checked> {
  const { now } = context;
  const passed: Unchecked[] = [];
  const refused: Unchecked[] = [];
  let unanswered = false;
  for (const one of uncheckedTexts(issue)) {
    const outcome = one.text === '' ? 'PASSED' : await outcomeOf(one, issue, context);
    if (outcome === 'PASSED') passed.push(one);
    else if (outcome === 'REFUSED') refused.push(one);
    else unanswered = true;
  }
  const { shownFiles, pending } = await mediaOf(issue, context);
  const waits = unanswered || pending.length > 0;
  const since = waitingSince(issue);
  const againAt = waits ? askAgainAt(since, now) : undefined;
  const review = waits && now - since >= REVIEW_AFTER_MS && !issue.barredPosts.includes(deskPostOf(issue.village));
  const at = { now, cause: `UNCHECKED:${since}` };
  return {
    passed,
    refused,
    shownFiles,
    waits,
    ...(review ? { review: pending } : {}),
    ...(againAt === undefined ? {} : { againAt }),
    // The same cause each time: the desk reads it once.
    tell: review ? [telling(issue, { post: deskPostOf(issue.village) }, 'ISSUE_UNCHECKED', at)] : [],
  };
}

/** A handler's words are asked about in the handler's name: WeChat answers only for who was in the app of late (WX-08). */
async function outcomeOf({ text, author }: Unchecked, issue: Issue, { wechat }: JobContext): Promise<CheckOutcome> {
  try {
    return await wechat.checkText(author ?? issue.reporterAccount, text);
  } catch {
    // A check that breaks has not answered; it is asked again.
    return 'UNKNOWN';
  }
}

/** What the media check said so far of the issue's files; its answers come later, into the drafts' documents. */
async function mediaOf(issue: Issue, { store }: JobContext): Promise<{ readonly shownFiles: readonly FileId[]; readonly pending: readonly FileId[] }> {
  const open = uncheckedFiles(issue);
  const shownFiles: FileId[] = [];
  const pending: FileId[] = [];
  if (open.length === 0) return { shownFiles, pending };
  for (const id of issue.uploads) {
    const upload = await store.get('uploads', id);
    for (const file of open) {
      const check = upload?.files[file]?.check;
      if (check === 'PASSED') shownFiles.push(file);
      if (check === 'PENDING') pending.push(file);
    }
  }
  return { shownFiles, pending };
}

/** The youngest thing that can be waiting: the report, or the last step of work. */
function waitingSince(issue: Issue): number {
  const works = issue.steps.filter(({ kind }) => kind === 'PROGRESS' || kind === 'DONE').map(({ at }) => at);
  return Math.max(issue.createdAt, ...works);
}
