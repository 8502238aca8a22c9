/** Keeps the monthly counts (EVT-15) and gathers repeated issues into topics (EVT-12). */
import type { AreaCode } from '@/domain/areas/code';
import { civilDateOf, DAY_MS, monthOf } from '@/domain/basics/civil-time';
import { gatheringAround, isForTopics, joining, leftOver, MOST_IN_TOPIC, type Gathering } from '@/domain/issues/aggregate';
import type { Counted, Issue } from '@/domain/issues/issue';
import { countedOf } from '@/domain/issues/rates';
import { countedAreas, NOTHING_COUNTED, recountMonth, recountStanding, standsDifferently, type AreaCounts, type CountedArea } from '@/domain/issues/tallying';
import { categoryWords } from '@/domain/wording/issues';
import { derivedId } from '@platform/ids';
import type { Tally, Topic } from '@platform/records';
import { MAX_PAGE, type Transaction } from '@platform/store';
import type { Job, JobContext } from './job';

export const countIssues: Job = { name: 'issues.count', run };

/** Issues counted in one transaction: each is read and written, and each of at most three areas has two counts, of the month and of the present. */
const TOGETHER = 4;

async function run(context: JobContext, limit: number): Promise<number> {
  const { items } = await context.store.find('issues', { where: { tallyStale: true }, orderBy: [{ field: 'changedAt', direction: 'asc' }], limit });
  // Gathering comes first: it can be done again, while an issue is new to the counts only once.
  const fresh = items.filter((issue) => issue.counted === undefined && isForTopics(issue));
  const steps = [
    ...grouped(fresh, ({ grid, category }) => `${grid} ${category}`).map((alike) => () => gather(alike, context)),
    ...grouped(items, (issue) => countsOf(issue, context))
      .flatMap((group) => chunked(group, TOGETHER))
      .map((some) => () => count(some, context)),
  ];
  const failures: unknown[] = [];
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return items.length;
}

/**
 * Counts issues of the same month and areas, each exactly once: what the counts hold of it stands in the issue, and both
 * change in one transaction, so a clock that dies, or two at once, leave the figures right.
 */
async function count(some: readonly Issue[], { store, settings, now }: JobContext): Promise<void> {
  await store.transaction(async (tx) => {
    const changes: { readonly issue: Issue; readonly before: Counted | undefined; readonly after: Counted | undefined }[] = [];
    for (const stale of some) {
      const issue = await tx.get('issues', stale._id);
      if (issue?.tallyStale === true && countsOf(issue, { settings }) === countsOf(stale, { settings })) changes.push({ issue, before: issue.counted, after: countedOf(issue) });
    }
    const [first] = changes;
    if (first === undefined) return;
    const month = monthOf(civilDateOf(first.issue.createdAt));
    const isCounted = changes.some(({ before, after }) => before !== undefined || after !== undefined);
    const standing = changes.filter(({ before, after }) => standsDifferently(before, after));
    for (const area of isCounted ? countedAreas(first.issue, settings) : []) {
      await recount(tx, area, month, now, (counts) => changes.reduce((sofar, { before, after }) => recountMonth(sofar, before, after), counts));
      if (standing.length > 0) await recount(tx, area, 'now', now, (counts) => standing.reduce((sofar, { before, after }) => recountStanding(sofar, before, after), counts));
    }
    for (const { issue, after } of changes) await tx.update('issues', issue._id, { set: { tallyStale: false, ...(after === undefined ? {} : { counted: after }) } });
  });
}

/** In which counts an issue stands: issues with the same answer are counted together. */
function countsOf(issue: Issue, { settings }: Pick<JobContext, 'settings'>): string {
  return [monthOf(civilDateOf(issue.createdAt)), ...countedAreas(issue, settings).map(({ area }) => area)].join(' ');
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

/** Puts new issues of one grid and category into the topic of their kind, and begins one when there are enough of them (EVT-12). */
async function gather(fresh: readonly Issue[], { store, settings, now }: JobContext): Promise<void> {
  const [first, ...others] = fresh;
  if (first === undefined) return;
  const around = await store.find('issues', {
    where: { grid: first.grid, category: first.category, open: { in: [true, false] }, createdAt: { gte: now - settings.event.aggregate.days * DAY_MS } },
    limit: MAX_PAGE,
  });
  const known = new Set(fresh.map(({ _id }) => _id));
  const gathering = gatheringAround(first, [...others, ...around.items.filter(({ _id }) => !known.has(_id))], now, settings);
  if (gathering === undefined) return;
  await store.transaction(async (tx) => {
    const latest = gathering.topicId === undefined ? undefined : await tx.get('topics', gathering.topicId);
    const isFull = latest !== undefined && latest.issueIds.length >= MOST_IN_TOPIC;
    const group = isFull ? leftOver(gathering, settings) : gathering;
    if (group !== undefined) await join(tx, group, isFull ? undefined : latest, now);
  });
}

/** As many of them as a transaction holds beside the topic; the others join with the next of their kind. */
const MARKED_AT_ONCE = 15;

async function join(tx: Transaction, group: Gathering, latest: Topic | undefined, now: number): Promise<void> {
  const [oldest] = group.issues;
  if (oldest === undefined) return;
  const _id = latest?._id ?? derivedId('topic', oldest.grid, oldest.category, oldest._id);
  const topic = latest ?? (await tx.get('topics', _id));
  const more = joining(topic?.issueIds ?? [], group).slice(0, MARKED_AT_ONCE);
  if (more.length === 0) return;
  await tx.replace('topics', {
    _id,
    town: oldest.town,
    village: oldest.village,
    villageName: oldest.villageName,
    grid: oldest.grid,
    category: oldest.category,
    title: `${oldest.placeName}：${categoryWords(oldest.category)}`,
    issueIds: [...(topic?.issueIds ?? []), ...more.map((issue) => issue._id)],
    numbers: [...(topic?.numbers ?? []), ...more.map(({ number }) => number)],
    firstAt: Math.min(topic?.firstAt ?? Infinity, oldest.createdAt),
    lastAt: Math.max(topic?.lastAt ?? 0, ...more.map(({ createdAt }) => createdAt)),
    changedAt: now,
    // Once: the village talks it over as one matter, however many reports come after (EVT-12).
    waiting: topic === undefined ? true : topic.waiting,
    consultationId: topic?.consultationId,
  });
  for (const one of more) await tx.update('issues', one._id, { set: { topicId: _id } });
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}

function chunked<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
