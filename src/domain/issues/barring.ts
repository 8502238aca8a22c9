/** Whom a complaint must never reach: the person complained of, and everyone below (EVT-11, EVT-14; 信访工作条例 art. 30). */
import { isWithin } from '../areas/code';
import type { PersonId } from '../basics/ids';
import type { Village } from '../grid/grid';
import { areaOfPost, deskPostOf, type PostKey } from '../grid/posts';

/**
 * The posts a complaint about someone is kept from: every post they hold or stand in for, and in the matter's village every
 * post below one of those.
 *
 * @param theirPosts the posts of the person, where they are known from elsewhere than the village (an officer of the town).
 */
export function barredPosts(village: Village, about: PersonId, theirPosts: readonly PostKey[] = []): readonly PostKey[] {
  const posts = [...village.grids.map(({ code }) => deskPostOf(code)), deskPostOf(village._id)];
  const held = [...new Set([...postsIn(village, about), ...theirPosts])];
  const below = posts.filter((post) => held.some((top) => !top.includes('/') && isWithin(areaOfPost(post), areaOfPost(top))));
  return [...new Set([...held, ...below])];
}

/** The posts of a village that someone holds or stands in for, on whatever day. */
export function postsIn(village: Village, person: PersonId): readonly PostKey[] {
  const heads = village.grids.filter(({ head, standIn }) => head?.personId === person || standIn?.personId === person).map(({ code }) => deskPostOf(code));
  return village.desk.some(({ personId }) => personId === person) ? [...heads, deskPostOf(village._id)] : heads;
}
