/** The steps after a post changed hands (HHL-07): close the old grant, tell, hand over by name, call a vacant post to mind. */
import { DAY_MS } from '@/domain/basics/civil-time';
import type { PostFollowUp } from '@/domain/grid/follow-ups';
import { handedOver, type NewHolder } from '@/domain/grid/hand-over';
import { areaOfPost, guardOfPost } from '@/domain/grid/posts';
import { areaNameIn, cellOf } from '@/domain/grid/tree';
import { withoutGrant } from '@/domain/people/grants';
import { dutyOfPost } from '@/domain/wording/grid-duties';
import { notice, toPerson, toPost } from '@platform/notices';
import { settled, waitingIn, type Guard, type Place } from './guards';
import type { JobContext } from './job';

/** Matters handed over in one step. */
const BATCH = 10;

/** Ends in the person's roles what was already without effect, and tells them. */
export function closeGrant({ store, now }: JobContext, place: Place, one: PostFollowUp): Promise<void> {
  const { closes } = one;
  return store.transaction(async (tx) => {
    const guard = await waitingIn(tx, place, one.id);
    if (guard === undefined || closes === undefined) return;
    const person = await tx.get('people', closes.personId);
    // Who was appointed again in the meantime has the grant back, and nothing is closed.
    if (person?.withdrawn?.includes(closes.grant)) {
      const { roles, withdrawn } = withoutGrant(person, closes.grant, closes.end);
      await tx.replace('people', { ...person, roles, withdrawn, changedAt: now });
      await tx.replace('notices', notice({ to: toPerson(person._id), kind: 'POST_ENDED', at: now, data: wordsOf(guard, one), cause: one.id }));
    }
    await settled(tx, guard, one.id, one.only === 'CLOSE' ? undefined : { ...one, closes: undefined });
  });
}

/** Tells the new holder or stand-in; of a vacant post the desk above. */
export async function tellOfPost({ store, now }: JobContext, place: Place, one: PostFollowUp): Promise<void> {
  const open = one.standIn === undefined ? await store.count('issues', { 'owner.post': one.post, open: true }) : 0;
  await store.transaction(async (tx) => {
    const guard = await waitingIn(tx, place, one.id);
    if (guard === undefined) return;
    const data = { ...wordsOf(guard, one), open, ...one.standIn };
    const kind = one.standIn !== undefined ? 'STAND_IN_GIVEN' : one.to !== undefined ? 'POST_GIVEN' : 'POST_VACANT';
    const to = one.to !== undefined ? toPerson(one.to) : toPost(deskAbove(one));
    // Written over, not added: a roster load that read the village before may bring a finished follow-up back.
    await tx.replace('notices', notice({ to, kind, at: now, data, cause: one.id }));
    // A desk's matters carry no officer's name, and a stand-in's stay with the holder: nothing to hand over.
    const isHead = one.standIn === undefined && areaOfPost(one.post).length > 12;
    await settled(tx, guard, one.id, isHead ? { ...one, told: true } : undefined);
  });
}

/** Hands some of the post's open matters over by name; the rest at the next step. */
export async function handOver({ store, settings, now }: JobContext, place: Place, one: PostFollowUp): Promise<void> {
  const village = await store.get('villages', place.id);
  const cell = village && cellOf(village, areaOfPost(one.post));
  const current = cell?.head;
  // It changed hands again: the later change's own follow-up hands over.
  const outdated = cell === undefined || current?.personId !== one.to;
  const holder: NewHolder = { post: one.post, personId: current?.personId, name: current?.name ?? dutyOfPost(one.post) };
  const page = outdated
    ? { items: [], next: undefined }
    : await store.find('issues', { where: { 'owner.post': one.post, open: true }, limit: BATCH, after: one.after });
  for (const { _id } of page.items) {
    await store.transaction(async (tx) => {
      const issue = await tx.get('issues', _id);
      const next = issue && handedOver(issue, holder, now);
      if (next) await tx.replace('issues', next);
    });
  }
  await store.transaction(async (tx) => {
    const guard = await waitingIn(tx, place, one.id);
    if (guard === undefined) return;
    const done = page.next === undefined;
    const waits = done && !outdated && one.to === undefined;
    const { after: _after, ...rest } = one;
    const next = !done ? { ...rest, after: page.next }
      : waits ? { ...rest, handed: true as const, remindAt: one.at + settings.head.handOverDays * DAY_MS }
      : undefined;
    await settled(tx, guard, one.id, next);
  });
}

/** Ten days on [CFG] a post that is still vacant is called to mind, with how much waits. */
export async function remindOfVacancy({ store, now }: JobContext, place: Place, one: PostFollowUp): Promise<void> {
  const open = await store.count('issues', { 'owner.post': one.post, open: true });
  await store.transaction(async (tx) => {
    const guard = await waitingIn(tx, place, one.id);
    if (guard === undefined) return;
    const vacant = guard.name === 'villages' && cellOf(guard.doc, areaOfPost(one.post))?.head === undefined;
    if (vacant) {
      await tx.replace('notices', notice({ to: toPost(deskAbove(one)), kind: 'POST_STILL_VACANT', at: now, data: { ...wordsOf(guard, one), open }, cause: one.id }));
    }
    await settled(tx, guard, one.id, undefined);
  });
}

function deskAbove(one: PostFollowUp): string {
  return guardOfPost(one.post);
}

function wordsOf(guard: Guard, one: PostFollowUp): { readonly duty: string; readonly area: string } {
  const area = guard.name === 'villages' ? areaNameIn(guard.doc, areaOfPost(one.post)) : guard.doc.name;
  return { duty: dutyOfPost(one.post), area };
}
