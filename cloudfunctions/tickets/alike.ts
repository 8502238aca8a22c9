/** Matters of a town that a ticket may be about. */
import type { AlikeView } from '@/contract/tickets';
import type { AreaCode, VillageCode } from '@/domain/areas/code';
import type { Issue } from '@/domain/issues/issue';
import { mostAlike } from '@/domain/issues/similar';
import { targetOf } from '@/domain/issues/target';
import { titleOf } from '@/domain/issues/title';
import type { Context } from '@platform/context';
import { MAX_PAGE } from '@platform/store';

/** The latest of a town that the desk may put a ticket to. One read. */
export async function recentMatters({ store, may }: Context, town: AreaCode): Promise<readonly Issue[]> {
  const { items } = await store.find('issues', { where: { town }, orderBy: [{ field: 'createdAt', direction: 'desc' }], limit: MAX_PAGE });
  return items.filter((issue) => may('tickets.link', targetOf(issue)));
}

export function alikeIn(matters: readonly Issue[], village: VillageCode, text: string): AlikeView[] {
  return mostAlike(matters, { village, text }).map((issue) => ({ issueId: issue._id, number: issue.number, title: titleOf(issue), place: issue.placeName, stage: issue.stage, createdAt: issue.createdAt }));
}
