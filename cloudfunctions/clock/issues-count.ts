/** Keeps the monthly counts (EVT-15) and gathers repeated issues into topics (EVT-12). */
import type { AreaCode } from '@/domain/areas/code';
import { civilDateOf, DAY_MS, monthOf } from '@/domain/basics/civil-time';
import { gatheringAround, isForTopics, joined } from '@/domain/issues/aggregate';
import type { Issue } from '@/domain/issues/issue';
import { countedOf } from '@/domain/issues/rates';
import { countedAreas, NOTHING_COUNTED, recountMonth, recountStanding, standsDifferently, type AreaCounts, type CountedArea } from '@/domain/issues/tallying';
import { categoryWords } from '@/domain/wording/issues';
import { derivedId } from '@platform/ids';
import type { Tally, Topic } from '@platform/records';
import { MAX_PAGE, type Transaction } from '@platform/store';
import type { Job, JobContext } from './job';

export const countIssues: Job = { name: 'issues.count', run };

async function run(context: JobContext, limit: number): Promise<number> {
  const stale = await context.store.find('issues', { where: { tallyStale: true }, orderBy: [{ field: 'changedAt', direction: 'asc' }], limit });
  const failures: unknown[] = [];
  for (const issue of stale.items) {
    try {
      // Gathering comes first: it can be done again, while an issue is new to the counts only once.
      if (issue.counted === undefined && isForTopics(issue)) await gather(issue, context);
      await count(issue, context);
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return stale.items.length;
}

/**
 * Counts an issue exactly once: what the counts hold of it stands in the issue, and both change in one transaction, so a
 * clock that dies, or two at once, leave the figures right.
 */
async function count({ _id }: Issue, { store, settings, now }: JobContext): Promise<void> {
  await store.transaction(async (tx) => {
    const issue = await tx.get('issues', _id);
    if (issue?.tallyStale !== true) return;
    const before = issue.counted;
    const after = countedOf(issue);
    const month = monthOf(civilDateOf(issue.createdAt));
    const areas = countedAreas(issue, settings);
    const were = issue.countedWithout === undefined ? areas : countedAreas({ ...issue, barredPosts: issue.countedWithout }, settings);
    // What has come to be kept from an area leaves its counts; no area ever joins.
    for (const area of were) {
      const stays = areas.some((one) => one.area === area.area) ? after : undefined;
      if (before === undefined && stays === undefined) continue;
      await recount(tx, area, month, now, (counts) => recountMonth(counts, before, stays));
      if (standsDifferently(before, stays)) await recount(tx, area, 'now', now, (counts) => recountStanding(counts, before, stays));
    }
    await tx.update('issues', _id, { set: { tallyStale: false, ...(after === undefined ? {} : { counted: after }) }, ...(issue.countedWithout === undefined ? {} : { unset: ['countedWithout'] }) });
  });
}

async function recount(tx: Transaction, { area, name, within }: CountedArea, month: string, now: number, change: (counts: AreaCounts) => AreaCounts): Promise<void> {
  const _id = tallyId(area, month);
  const tally: Pick<Tally, 'counts' | 'weeks'> = (await tx.get('tallies', _id)) ?? NOTHING_COUNTED;
  const { counts, weeks } = change({ counts: tally.counts, weeks: tally.weeks });
  await tx.replace('tallies', { _id, area, areaName: name, within, month, counts, weeks, countedAt: now });
}

function tallyId(area: AreaCode, month: string): string {
  return `${area}:${month}`;
}

/** Puts a new issue into the topic of its grid and category, and begins one when there are enough of them (EVT-12). */
async function gather(issue: Issue, { store, settings, now }: JobContext): Promise<void> {
  const since = now - settings.event.aggregate.days * DAY_MS;
  const around = await store.find('issues', {
    where: { grid: issue.grid, category: issue.category, open: { in: [true, false] }, createdAt: { gte: since } },
    limit: MAX_PAGE,
  });
  const gathering = gatheringAround(issue, around.items, now, settings);
  const [oldest] = gathering?.issues ?? [];
  if (gathering === undefined || oldest === undefined) return;
  const topicId = gathering.topicId ?? derivedId('topic', issue.grid, issue.category, oldest._id);

  await store.transaction(async (tx) => {
    const topic = await tx.get('topics', topicId);
    const issueIds = joined(topic?.issueIds ?? [], gathering.issues);
    const numbers = new Map([...(topic?.issueIds ?? []).map((id, index): [string, string] => [id, topic?.numbers[index] ?? '']), ...gathering.issues.map(({ _id, number }): [string, string] => [_id, number])]);
    const next: Topic = {
      _id: topicId,
      town: issue.town,
      village: issue.village,
      villageName: issue.villageName,
      grid: issue.grid,
      category: issue.category,
      title: `${issue.placeName}：${categoryWords(issue.category)}`,
      issueIds,
      numbers: issueIds.map((id) => numbers.get(id) ?? ''),
      firstAt: Math.min(topic?.firstAt ?? Infinity, oldest.createdAt),
      lastAt: Math.max(topic?.lastAt ?? 0, issue.createdAt),
      changedAt: now,
    };
    await tx.replace('topics', next);
    // As many as a transaction holds; those left over get it with the next of their kind.
    for (const one of gathering.issues.filter((other) => other.topicId !== topicId).slice(0, 15)) {
      await tx.update('issues', one._id, { set: { topicId } });
    }
  });
}
