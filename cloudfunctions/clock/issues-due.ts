/** Everything that falls due on an issue: limits, reminders, silence, pauses, checks, and what is left to tell (EVT-05, 06, 13). */
import type { IssueId } from '@/domain/basics/ids';
import { runDue } from '@/domain/issues/clock-acts';
import type { Issue, Telling } from '@/domain/issues/issue';
import { settled, withTimers } from '@/domain/issues/moves';
import { withChecks } from '@/domain/issues/publication';
import { systemAuditRow } from '@platform/audit';
import { toldNowOrSoon } from '@platform/issue-outcome';
import { countLater } from '@platform/sending';
import type { Job, JobContext } from './job';
import { checkForVillage, type Checked } from './issues-check';

export const runDueIssues: Job = { name: 'issues.due', run };

/** What a transaction still holds beside issue, village, the new state, the audit row and the account's count. */
const MOST_NOTICES = 12;

/** One issue that fails keeps none of the others waiting; the failure is reported when the batch is through. */
async function run(context: JobContext, limit: number): Promise<number> {
  const { store, now } = context;
  const due = await store.find('issues', { where: { nextDueAt: { lte: now } }, orderBy: [{ field: 'nextDueAt', direction: 'asc' }], limit });
  const failures: unknown[] = [];
  for (const issue of due.items) {
    try {
      await runIssue(context, issue);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return due.items.length;
}

/** The check is asked before the transaction, which awaits nothing but its own operations, and may run again. */
async function runIssue(context: JobContext, seen: Issue): Promise<void> {
  const { PUBLISH } = seen.timers;
  const checked = PUBLISH !== undefined && PUBLISH <= context.now ? await checkForVillage(seen, context) : undefined;
  await save(context, seen._id, checked);
}

async function save({ store, now, today, settings }: JobContext, id: IssueId, checked: Checked | undefined): Promise<void> {
  await store.transaction(async (tx) => {
    const issue = await tx.get('issues', id);
    // Another clock, or a person, was first.
    if (issue?.nextDueAt === undefined || issue.nextDueAt > now) return;
    const village = await tx.get('villages', issue.village);
    const cause = `${issue.nextDue ?? ''}:${issue.nextDueAt}`;
    const published = checked === undefined ? { issue, tell: [] } : withChecks(issue, checked, { now, cause });
    const run = runDue(published.issue, { now, today, settings, cause, ...(village === undefined ? {} : { village }) });
    const tell: readonly Telling[] = [...(issue.untold ?? []), ...published.tell, ...run.tell, ...(checked?.tell ?? [])];
    const told = settled(withTimers({ ...run.issue, untold: undefined, uncounted: undefined }, { TELL: undefined }), now);
    const { issue: next, notices } = toldNowOrSoon(told, tell, MOST_NOTICES, now);
    await tx.replace('issues', next);
    if (issue.uncounted !== undefined) await countLater(tx, issue.uncounted.account, issue.uncounted.kind, issue.createdAt, issue.uncounted.isNew);
    for (const notice of notices) await tx.replace('notices', notice);
    if (run.issue !== published.issue) {
      await tx.replace('audit', systemAuditRow('clock', 'issues.due', now, { target: `issue:${id}`, area: issue.grid, post: issue.owner.post, detail: { due: cause, stage: next.stage } }));
    }
  });
}
