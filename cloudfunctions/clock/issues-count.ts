/** Keeps the monthly counts (EVT-15) and gathers repeated issues into topics (EVT-12). */
import type { AreaCode } from '@/domain/areas/code';
import { civilDateOf, DAY_MS, monthOf } from '@/domain/basics/civil-time';
import type { IssueId } from '@/domain/basics/ids';
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
    const areas = countedAreas(first.issue, settings);
    // What has come to be kept from an area leaves its counts; no area ever joins.
    for (const area of formerAreas(first.issue, settings)) {
      const stays = areas.some((one) => one.area === area.area);
      const steps = changes.map(({ before, after }) => ({ before, after: stays ? after : undefined })).filter(({ before, after }) => before !== undefined || after !== undefined);
      const standing = steps.filter(({ before, after }) => standsDifferently(before, after));
      if (steps.length > 0) await recount(tx, area, month, now, (counts) => steps.reduce((sofar, { before, after }) => recountMonth(sofar, before, after), counts));
      if (standing.length > 0) await recount(tx, area, 'now', now, (counts) => standing.reduce((sofar, { before, after }) => recountStanding(sofar, before, after), counts));
    }
    for (const { issue, after } of changes) {
      const counted = after === undefined ? {} : { counted: after };
      await tx.update('issues', issue._id, { set: { tallyStale: false, ...counted }, ...(issue.countedWithout === undefined ? {} : { unset: ['countedWithout'] }) });
    }
  });
}

/** In which counts an issue stands, and in which it stood: issues with the same answer are counted together. */
function countsOf(issue: Issue, { settings }: Pick<JobContext, 'settings'>): string {
  return [monthOf(civilDateOf(issue.createdAt)), ...countedAreas(issue, settings).map(({ area }) => area), '/', ...formerAreas(issue, settings).map(({ area }) => area)].join(' ');
}

function formerAreas(issue: Issue, settings: JobContext['settings']): readonly CountedArea[] {
  return countedAreas(issue.countedWithout === undefined ? issue : { ...issue, barredPosts: issue.countedWithout }, settings);
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
    where: { grid: first.grid, category: first.category, createdAt: { gte: now - settings.event.aggregate.days * DAY_MS } },
    limit: MAX_PAGE,
  });
  const known = new Set(fresh.map(({ _id }) => _id));
  let gathering = gatheringAround(first, [...others, ...around.items.filter(({ _id }) => !known.has(_id))], now, settings);
  // A few a transaction, until a topic has them all.
  while (gathering !== undefined) {
    const left: Gathering = gathering;
    const joined = await store.transaction((tx) => joinSome(tx, left, settings, now));
    gathering = joined === undefined ? undefined : withTopic(left, joined);
  }
}

/** As many as a transaction holds beside the topic. */
const MARKED_AT_ONCE = 15;

interface Joined {
  readonly topicId: string;
  readonly ids: readonly IssueId[];
}

/** Puts some of a gathering into its topic, or into the next where that is full; undefined where none is left to put. */
async function joinSome(tx: Transaction, gathering: Gathering, settings: JobContext['settings'], now: number): Promise<Joined | undefined> {
  const latest = gathering.topicId === undefined ? undefined : await tx.get('topics', gathering.topicId);
  const isFull = latest !== undefined && latest.issueIds.length >= MOST_IN_TOPIC;
  const group = isFull ? leftOver(gathering, settings) : gathering;
  return group === undefined ? undefined : join(tx, group, isFull ? undefined : latest, now);
}

function withTopic(gathering: Gathering, { topicId, ids }: Joined): Gathering {
  return { topicId, issues: gathering.issues.map((issue) => (ids.includes(issue._id) ? { ...issue, topicId } : issue)) };
}

async function join(tx: Transaction, group: Gathering, latest: Topic | undefined, now: number): Promise<Joined | undefined> {
  const [oldest] = group.issues;
  if (oldest === undefined) return undefined;
  const _id = latest?._id ?? derivedId('topic', oldest.grid, oldest.category, oldest._id);
  const topic = latest ?? (await tx.get('topics', _id));
  const more = joining(topic?.issueIds ?? [], group).slice(0, MARKED_AT_ONCE);
  if (more.length === 0) return undefined;
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
  return { topicId: _id, ids: more.map((issue) => issue._id) };
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
