/** Moves a person to another household, also from another village, or back after having moved away. */
import { isWithin, type GridCode } from '@/domain/areas/code';
import type { EpochMs } from '@/domain/basics/ids';
import { followedBy, type FollowUp } from '@/domain/grid/follow-ups';
import type { Village } from '@/domain/grid/grid';
import { areaOfPost, postsOf } from '@/domain/grid/posts';
import { withCounts } from '@/domain/grid/tree';
import type { Person } from '@/domain/people/person';
import { grantsOf } from '@/domain/people/roles';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { dutyOfPost } from '@/domain/wording/grid-duties';
import { numberTaken, readHousehold, settleIn, type Settled } from './household-choice';
import { people } from './os';
import { personRow } from './person-row';

export const moveHousehold = people.moveHousehold.handler(async ({ input, context, errors }) => {
  const { store, now, today } = context;
  const choice = readHousehold(input.household, input.village);
  const audited = { target: `person:${input.personId}`, area: input.village };
  return once(context, 'people.moveHousehold', input, audited, async (tx) => {
    const before = await tx.get('people', input.personId);
    context.permit('people.moveHousehold', { area: before?.grid, personId: before?._id });
    context.permit('people.moveHousehold', { area: input.village, personId: before?._id });
    if (before === undefined || before.status === 'DECEASED') throw refusal('NOT_FOUND');
    const village = await tx.get('villages', input.village);
    if (village === undefined) throw refusal('NOT_FOUND');
    if (before.status === 'ACTIVE' && before.householdId === choice.id) throw invalidField('household', 'SAME_HOUSEHOLD');
    const settled = await settleIn(tx, choice, village, before._id, now);
    const { household } = settled;
    const held = postsLeftBehind(before, household.grid, today);
    if (held.length > 0) throw errors.HOLDS_POSTS({ data: { posts: held } });

    const after: Person = { ...before, village: village._id, householdId: household._id, grid: household.grid, status: 'ACTIVE', changedAt: now };
    await tx.update('people', before._id, { set: { village: after.village, householdId: after.householdId, grid: after.grid, status: after.status, changedAt: now } });
    await tx.replace('villages', villageAfter(village, before, settled, { now, cause: input.requestId }));
    return personRow(context, after, household, village);
  }, async () => {
    const found = await store.get('people', input.personId);
    context.permit('people.moveHousehold', { area: found?.grid, personId: found?._id });
    if (found === undefined) throw refusal('NOT_FOUND');
    return personRow(context, found, await store.get('households', found.householdId), await store.get('villages', found.village));
  }).catch((error: unknown) => {
    throw numberTaken(error, choice);
  });
});

/** Posts of grids that the new home lies outside of; a desk's officer may live anywhere in the village. */
function postsLeftBehind(person: Person, home: GridCode, today: string): string[] {
  const posts = postsOf(grantsOf(person, today), today).filter((post) => areaOfPost(post).length >= 12);
  return posts.filter((post) => !isWithin(home, areaOfPost(post))).map(dutyOfPost);
}

/** The village the person now lives in: its counts at once, the households' member lists and the old village by the clock. */
function villageAfter(village: Village, before: Person, { household, isNew, gained: households }: Settled, tap: { readonly now: EpochMs; readonly cause: string }): Village {
  const { now, cause } = tap;
  const gained = withCounts(village, household.grid, { people: 1, households });
  const stayed = before.status === 'ACTIVE' && before.village === village._id;
  const counted = stayed ? withCounts(gained, before.grid, { people: -1 }) : gained;
  const leaves = stayed ? before.householdId : undefined;
  const joins = isNew ? undefined : household._id;
  const later: FollowUp[] = [];
  if (leaves !== undefined || joins !== undefined) later.push({ kind: 'HOUSEHOLD', id: `household:${before._id}:${cause}`, personId: before._id, leaves, joins });
  if (before.status === 'ACTIVE' && !stayed) {
    later.push({ kind: 'CAME_FROM', id: `came:${before._id}:${cause}`, personId: before._id, grid: before.grid, household: before.householdId });
  }
  return followedBy({ ...counted, changedAt: now }, now, ...later);
}
