/** The step that keeps complaints from whoever has come to a post (EVT-11): before they are told of it, or handed anything. */
import type { PersonId } from '@/domain/basics/ids';
import type { PostFollowUp } from '@/domain/grid/follow-ups';
import { postsOf, type PostKey } from '@/domain/grid/posts';
import { keptFrom } from '@/domain/issues/passing-on';
import { grantsOf } from '@/domain/people/roles';
import { systemAuditRow } from '@platform/audit';
import { toldNowOrSoon } from '@platform/issue-outcome';
import { settled, waitingIn, type Place } from './guards';
import type { JobContext } from './job';

/** Matters looked at in one step. */
const BATCH = 10;
/** What a transaction still holds beside issue, village, the new state and the audit row. */
const MOST_NOTICES = 8;

export async function passOnWhatIsAboutThem(context: JobContext, place: Place, one: PostFollowUp): Promise<void> {
  const { store, today } = context;
  const about = one.to;
  if (about === undefined) return;
  const person = await store.get('people', about);
  // The post of a stand-in whose days have not begun is barred already, as when a complaint comes in.
  const posts = [...new Set([one.post, ...(person === undefined ? [] : postsOf(grantsOf(person, today), today))])];
  const page = await store.find('issues', { where: { aboutId: about }, limit: BATCH, after: one.aboutAfter });
  for (const { _id } of page.items) await keepFrom(context, _id, about, posts);
  await store.transaction(async (tx) => {
    const guard = await waitingIn(tx, place, one.id);
    if (guard === undefined) return;
    const { aboutAfter: _after, ...rest } = one;
    await settled(tx, guard, one.id, page.next === undefined ? { ...rest, aboutPassed: true } : { ...rest, aboutAfter: page.next });
  });
}

function keepFrom({ store, settings, now, today }: JobContext, id: string, about: PersonId, posts: readonly PostKey[]): Promise<void> {
  return store.transaction(async (tx) => {
    const issue = await tx.get('issues', id);
    const village = issue && (await tx.get('villages', issue.village));
    if (issue === undefined || village === undefined) return;
    const outcome = keptFrom(issue, posts, { now, today, settings, village, cause: `KEPT_FROM:${about}:${posts.join()}` });
    if (outcome === undefined) return;
    const { issue: next, notices } = toldNowOrSoon(outcome.issue, outcome.tell, MOST_NOTICES, now);
    await tx.replace('issues', next);
    for (const notice of notices) await tx.replace('notices', notice);
    await tx.replace('audit', systemAuditRow('clock', 'posts.passOn', now, { target: `issue:${id}`, area: issue.grid, post: next.owner.post }));
  });
}
