/** Where a town or the county may dispatch a matter to: its departments, the town's villages, the town itself. */
import { isWithin } from '@/domain/areas/code';
import { areaOfPost, deskPostOf, type PostKey } from '@/domain/grid/posts';
import type { Issue, Owner } from '@/domain/issues/issue';
import { departmentRung, isBarred, ladder, ownerAt, townRung } from '@/domain/issues/ladder';
import type { Context } from '@platform/context';
import type { ById } from '@platform/store';

/** Whoever answers at a post a matter may be dispatched to; undefined for any other. Reads the village where it is one. */
export async function destinationOf(issue: Issue, post: PostKey, context: Context, store: ById): Promise<Owner | undefined> {
  const { settings, now, today } = context;
  if (!isDestination(issue, post, context)) return undefined;
  if (post === deskPostOf(issue.town)) return ownerAt(townRung(issue.town, issue.townName), now);
  const unit = unitOf(post, context);
  if (unit !== undefined) {
    const rung = departmentRung(settings, unit);
    return rung && ownerAt(rung, now);
  }
  const village = await store.get('villages', post);
  const desk = village && ladder(village, village._id, settings, today)[0];
  return desk === undefined || desk.holders.length === 0 ? undefined : ownerAt(desk, now);
}

/** Whether a matter may be dispatched to a post, as far as that can be told without reading. */
export function isDestination(issue: Issue, post: PostKey, { settings }: Pick<Context, 'settings'>): boolean {
  if (isBarred(issue, post)) return false;
  if (post === deskPostOf(issue.town)) return true;
  const unit = unitOf(post, { settings });
  if (unit !== undefined) return settings.departments.some(({ code }) => code === unit);
  return /^\d{12}$/.test(post) && isWithin(areaOfPost(post), issue.town);
}

function unitOf(post: PostKey, { settings }: Pick<Context, 'settings'>): string | undefined {
  const prefix = `${settings.countyCode}/`;
  return post.startsWith(prefix) ? post.slice(prefix.length) : undefined;
}
