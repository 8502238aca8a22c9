/**
 * Tells those on a roll about their box, a batch of rows at a time. It asks a row for its voter and for nothing else: who has
 * voted is told what everybody is told. Inbox only, since thousands of messages would hold up those about people's matters.
 */
import type { EpochMs, PersonId } from '@/domain/basics/ids';
import { isBoxOff } from '@/domain/settings/modules';
import { isOfBranch } from '@/domain/voting/box';
import { reminderAt, stillTrue, type BoxNews } from '@/domain/voting/news';
import { inboxNotice, toPerson } from '../notices';
import type { Change } from '../store';
import { BATCH, type StepContext } from './batches';
import type { Box } from './records';

/**
 * What a step adds to its change, so that those on the roll are told something at a moment. Nothing for a branch's boxes: one a
 * member would be dozens of notices, where the appraisal tells of all with one.
 */
export function toTell(box: Pick<Box, 'kind'>, what: BoxNews, tellAt: EpochMs): Pick<Box, 'news' | 'tellAt'> {
  return isOfBranch(box) ? {} : { news: { what }, tellAt };
}

/** One batch: three reads and a transaction, however many are on the roll. Two clocks at once tell it once. */
export async function tellRoll({ store, now, settings }: StepContext, box: Box): Promise<void> {
  const { news } = box;
  if (news === undefined) return;
  const tells = stillTrue(news.what, box, now) && !isBoxOff(settings.modules, box.kind);
  const page = tells ? await store.find('boxRolls', { where: { box: box._id }, limit: BATCH, after: news.after }) : { items: [] };
  const voters = await withInbox(store, [...new Set(page.items.map(({ voter }) => voter))]);
  // Why it was called off stands in its matter.
  const matter = news.what === 'CANCELLED' ? matterOf(box) : {};
  await store.transaction(async (tx) => {
    const stands = await tx.get('boxes', box._id);
    if (stands?.news?.what !== news.what || stands.news.after !== news.after || stands.tellAt !== box.tellAt) return;
    for (const voter of voters) {
      // Written over: who comes to stand behind the cursor once more, by a correction, has it once all the same.
      await tx.replace('notices', inboxNotice({ to: toPerson(voter), kind: `BOX_${news.what}`, at: now, ...matter, data: { title: box.title, boxId: box._id, closesAt: box.closesAt }, cause: box._id }));
    }
    await tx.update('boxes', box._id, page.next === undefined ? afterAll(stands, news.what) : { set: { news: { what: news.what, after: page.next } } });
  });
}

const OF_MATTER = 'consultation:';

/** The matter that a box asks about, for a notice that leads there; nothing for a box of anything else. */
export function matterOf({ subject }: Pick<Box, 'subject'>): { readonly consultationId?: string } {
  return subject.startsWith(OF_MATTER) ? { consultationId: subject.slice(OF_MATTER.length) } : {};
}

/** Those of them who have an inbox: whoever binds later learns of the box from their list of ballots. */
async function withInbox(store: StepContext['store'], ids: readonly PersonId[]): Promise<readonly PersonId[]> {
  if (ids.length === 0) return [];
  const { items } = await store.find('people', { where: { _id: { in: ids } }, limit: BATCH });
  return items.filter(({ account, status }) => account !== undefined && status === 'ACTIVE').map(({ _id }) => _id);
}

function afterAll(box: Box, told: BoxNews): Change {
  const reminder = told === 'OPEN' ? reminderAt(box) : undefined;
  return reminder === undefined ? { unset: ['news', 'tellAt'] } : { set: { ...toTell(box, 'CLOSING', reminder) } };
}
