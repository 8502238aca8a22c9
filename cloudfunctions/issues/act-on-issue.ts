/** One act on one issue: load, decide, save in one transaction, tell, reply. Every act of a person goes this way. */
import type { Attachments } from '@/contract/common';
import type { IssueDetail } from '@/contract/issues';
import type { FileId, IssueId, RequestId } from '@/domain/basics/ids';
import type { Act } from '@/domain/issues/acts';
import type { Issue } from '@/domain/issues/issue';
import { apply } from '@/domain/issues/machine';
import { formerPosts, targetOf } from '@/domain/issues/target';
import type { Village } from '@/domain/grid/grid';
import type { SentKind } from '@/domain/people/sending';
import { auditRow } from '@platform/audit';
import type { Context } from '@platform/context';
import { contentDigest } from '@platform/ids';
import { MOST_OPERATIONS } from '@platform/operations';
import { toldNowOrSoon } from '@platform/issue-outcome';
import { refusal } from '@platform/refuse';
import { countingOperations, countSent, permitSending } from '@platform/sending';
import type { Transaction } from '@platform/store';
import { ACTIONS, actorOf } from './acts-of';
import { CLAIM_OPERATIONS, claim, NO_FILES, type Claimed } from '@platform/attachments';
import { refusedAs } from './refusals';
import { detailOf } from './views';

/** Account and person, the issue, its new state, the audit row. */
const OPERATIONS_OF_EVERY_ACT = 5;

export interface OnIssue {
  readonly requestId: RequestId;
  readonly issueId: IssueId;
  readonly attachments?: Attachments;
}

/** What an act may need besides the issue. */
interface Needed {
  readonly issue: Issue;
  readonly photos: readonly FileId[];
  readonly tx: Transaction;
}

export interface ActSpec {
  readonly name: Act['act'];
  /** The act goes up the ladder, or may: the village is read with the issue. */
  readonly village?: boolean;
  /** Store operations that `build` does itself. */
  readonly operations?: number;
  /** It is counted among what the account sends. */
  readonly counts?: SentKind;
  readonly build: (needed: Needed) => Act | Promise<Act>;
}

/**
 * Does an act and answers with the issue as it now stands. A repeat of the tap answers from the issue; the same tap with
 * other content is `REQUEST_REUSED`. What does not fit into the action's store operations is told by the clock.
 */
export async function actOnIssue(context: Context, input: OnIssue, spec: ActSpec): Promise<IssueDetail> {
  const { store, now, today, settings, caller } = context;
  const { action, judged } = ACTIONS[spec.name];
  const tap = { requestId: input.requestId, digest: contentDigest({ ...input, account: caller.account, action }) };

  const done = await store.transaction(async (tx) => {
    const issue = await tx.get('issues', input.issueId);
    if (issue === undefined) throw refusal('NOT_FOUND');
    const before = issue.taps.find(({ requestId }) => requestId === tap.requestId);
    if (before !== undefined) {
      context.permit('issues.get', targetOf(issue));
      if (before.digest !== tap.digest) throw refusal('REQUEST_REUSED');
      return { issue, village: undefined, used: OPERATIONS_OF_EVERY_ACT };
    }
    if (lostToSomeoneElse(issue, context, spec.name)) throw refusal('CHANGED_MEANWHILE');
    context.permit(action, targetOf(issue, judged));

    const village = spec.village ? await tx.get('villages', issue.village) : undefined;
    // What is urgent is neither counted nor refused.
    const counts = issue.urgency === 'URGENT' ? undefined : spec.counts;
    const files = await claim(tx, context, input.attachments, `issue:${issue._id}`);
    const fixed = OPERATIONS_OF_EVERY_ACT + (spec.village ? 1 : 0) + (spec.operations ?? 0) + (counts === undefined ? 0 : countingOperations(context)) + (files === NO_FILES ? 0 : CLAIM_OPERATIONS);
    const act = await spec.build({ issue, photos: files.photos, tx });
    const outcome = apply(issue, act, { now, today, settings, village, by: actorOf(issue, context), cause: input.requestId });
    if (!outcome.ok) throw refusedAs(outcome.reason);
    if (outcome.value.issue === issue) return { issue, village, used: fixed };
    if (counts !== undefined) permitSending(context, counts);

    const tapped: Issue = { ...withFiles(outcome.value.issue, files), taps: [...issue.taps, tap] };
    const { issue: next, notices } = toldNowOrSoon(tapped, outcome.value.tell, MOST_OPERATIONS - fixed, now);
    await tx.replace('issues', next);
    if (counts !== undefined) await countSent(tx, context, counts);
    for (const one of notices) await tx.insert('notices', one);
    await tx.insert('audit', auditRow(context, action, { target: `issue:${issue._id}`, area: issue.grid, post: issue.owner.post, detail: { stage: next.stage }, requestId: input.requestId }));
    return { issue: next, village, used: fixed + notices.length };
  });

  const village = done.village ?? (await villageIfRoom(context, done.issue, done.used));
  return detailOf(done.issue, context, village === undefined ? {} : { village });
}

/** A former owner whose tap came after the matter moved on learns that, and not that there is no such matter. */
function lostToSomeoneElse(issue: Issue, { caller, may }: Context, act: Act['act']): boolean {
  const posts = caller.person?.posts ?? [];
  const { action, judged } = ACTIONS[act];
  return !may(action, targetOf(issue, judged)) && may('issues.get', targetOf(issue)) && formerPosts(issue).some((post) => posts.includes(post)) && action !== 'issues.rate';
}

/** The phone to call comes from the village; a reply that has no operation left for it goes without. */
async function villageIfRoom({ store }: Context, issue: Issue, used: number): Promise<Village | undefined> {
  return used < MOST_OPERATIONS && issue.open ? store.get('villages', issue.village) : undefined;
}

function withFiles(issue: Issue, files: Claimed): Issue {
  if (files === NO_FILES) return issue;
  return { ...issue, uploads: [...new Set([...issue.uploads, ...files.uploads])], shownFiles: [...new Set([...issue.shownFiles, ...files.shownFiles])] };
}
