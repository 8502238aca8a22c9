/** A holder's name, phone and hours stand in the posts too, so that routing and contacts read one document; this keeps them alike. */
import type { CivilDate, EpochMs } from '@/domain/basics/ids';
import { followedBy } from '@/domain/grid/follow-ups';
import type { Village } from '@/domain/grid/grid';
import { withDetailsInVillage } from '@/domain/grid/holders';
import { guardOfPost, postsOf } from '@/domain/grid/posts';
import type { Person } from '@/domain/people/person';
import { grantsOf } from '@/domain/people/roles';
import type { Transaction } from './store';

/**
 * Copies a changed person into the posts of the village they live in, and leaves those of a town, the county or another
 * village to the clock. Two operations where they hold a post, none where they do not.
 */
export async function copyToPosts(
  tx: Transaction,
  person: Person,
  { now, today }: { readonly now: EpochMs; readonly today: CivilDate },
): Promise<Village | undefined> {
  const guards = [...new Set(postsOf(grantsOf(person, today), today).map(guardOfPost))];
  if (guards.length === 0) return undefined;
  const village = await tx.get('villages', person.village);
  if (village === undefined) return undefined;
  const elsewhere = guards.filter((area) => area !== village._id);
  const later = elsewhere.map((area) => ({ kind: 'HOLDER' as const, id: `holder:${person._id}:${area}`, personId: person._id, area }));
  const copied = followedBy(withDetailsInVillage(village, person._id, person, now), now, ...later);
  await tx.replace('villages', copied);
  return copied;
}
