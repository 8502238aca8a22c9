/** Who of the demo county acts for a post on a day. */
import { civilDateOf } from '@/domain/basics/civil-time';
import type { EpochMs, PersonId } from '@/domain/basics/ids';
import { areaOfPost, type PostKey } from '@/domain/grid/posts';
import { cellOf, deskOn, holderOn } from '@/domain/grid/tree';
import type { Store } from '@platform/store';

/** Somebody who holds the post, or undefined where it is vacant. */
export async function holderOf(store: Pick<Store, 'get'>, post: PostKey, at: EpochMs): Promise<PersonId | undefined> {
  const area = areaOfPost(post);
  const today = civilDateOf(at);
  if (area.length >= 12) {
    const village = await store.get('villages', area.slice(0, 12));
    if (village === undefined) return undefined;
    if (area.length === 12) return deskOn(village.desk, today)[0]?.personId;
    const cell = cellOf(village, area);
    return cell && holderOn(cell, today)?.personId;
  }
  const office = await store.get('offices', area);
  const after = post.slice(area.length + 1);
  const officer = office?.officers.find(({ role, unit }) => {
    if (after === 'legal') return role === 'TOWN_LEGAL';
    if (after !== '') return role === 'DEPARTMENT' && unit === after;
    return role === (area.length === 9 ? 'TOWN_DESK' : 'COUNTY_OFFICE');
  });
  return officer?.personId;
}
