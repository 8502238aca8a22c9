/** Somebody moved away or died: their roles and their phone's binding end, their household and its grid count without them. */
import { isCivilDate } from '@/domain/basics/civil-time';
import { followedBy } from '@/domain/grid/follow-ups';
import { postsOf, postOf } from '@/domain/grid/posts';
import { withCounts } from '@/domain/grid/tree';
import type { Person } from '@/domain/people/person';
import { grantKey, grantsOf } from '@/domain/people/roles';
import { assert } from '@/domain/basics/assert';
import { dutyOfPost } from '@/domain/wording/grid-duties';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { people } from './os';
import { personRow } from './person-row';

export const leave = people.leave.handler(async ({ input, context, errors }) => {
  const { store, now, today } = context;
  if (!isCivilDate(input.on) || input.on > today) throw invalidField('on', 'DATE');
  const audited = { target: `person:${input.personId}`, detail: { kind: input.kind, on: input.on } };
  const { person, village } = await once(context, 'people.leave', input, audited, async (tx) => {
    const before = await tx.get('people', input.personId);
    context.permit('people.leave', { area: before?.grid, personId: before?._id });
    if (before?.status !== 'ACTIVE') throw refusal('CHANGED_MEANWHILE');
    if (input.on < before.bornOn) throw invalidField('on', 'DATE');
    const held = heldOrComing(before, today);
    if (held.length > 0) throw errors.HOLDS_POSTS({ data: { posts: held } });
    const roles = before.roles.flatMap((grant) => (grant.from > input.on ? [] : [{ ...grant, to: grant.to !== undefined && grant.to < input.on ? grant.to : input.on }]));
    const after: Person = { ...before, status: input.kind, roles, account: undefined, changedAt: now };
    const guard = await tx.get('villages', before.village);
    assert(guard !== undefined, 'a person lives in a village');
    const follow = { kind: 'HOUSEHOLD' as const, id: `household:${before._id}:${input.requestId}`, personId: before._id, leaves: before.householdId };
    const counted = followedBy({ ...withCounts(guard, before.grid, { people: -1 }), changedAt: now }, now, follow);
    await tx.replace('people', after);
    await tx.replace('villages', counted);
    return { person: after, village: counted };
  }, async () => {
    const found = await store.get('people', input.personId);
    context.permit('people.leave', { area: found?.grid, personId: found?._id });
    if (found === undefined) throw refusal('NOT_FOUND');
    return { person: found, village: await store.get('villages', found.village) };
  });
  return personRow(context, person, await store.get('households', person.householdId), village);
});

/** Posts held today, and those already given from a later day on. */
function heldOrComing(person: Person, today: string): string[] {
  const held = postsOf(grantsOf(person, today), today);
  const coming = person.roles.filter((grant) => grant.from > today && !(person.withdrawn ?? []).includes(grantKey(grant))).flatMap((grant) => postOf(grant) ?? []);
  return [...new Set([...held, ...coming])].map(dutyOfPost);
}
