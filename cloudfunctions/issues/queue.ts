import type { QueueItem } from '@/contract/issues';
import { isWithin } from '@/domain/areas/code';
import { endOfDay } from '@/domain/basics/civil-time';
import type { Village } from '@/domain/grid/grid';
import { areaOfPost, type PostKey } from '@/domain/grid/posts';
import { areaNameIn, cellOf, totalsOf } from '@/domain/grid/tree';
import type { Issue } from '@/domain/issues/issue';
import { targetOf } from '@/domain/issues/target';
import { dueChip } from '@/domain/issues/view';
import { dutyOfPost } from '@/domain/wording/grid-duties';
import type { Context } from '@platform/context';
import { MAX_PAGE, type Query } from '@platform/store';
import { issues } from './os';
import { queueItemOf } from './views';

type Show = 'ALL' | 'OVERDUE' | 'TODAY' | 'UNACCEPTED' | 'DECIDE' | 'CLOSED';
interface Counts {
  readonly all: number;
  readonly overdue: number;
  readonly today: number;
  readonly unaccepted: number;
  readonly decide: number;
}

/**
 * The work of the posts the caller holds or stands in for: what waits to be accepted first, then by what is due.
 *
 * One page holds every queue a person can work through, so it is read once and counted here; only a desk with more than a
 * hundred open matters asks the store for the counts and for the rest.
 */
export const queue = issues.queue.handler(async ({ input, context }) => {
  context.permit('issues.queue');
  const { store } = context;
  const posts = context.caller.person?.posts ?? [];
  if (posts.length === 0) return { items: [], counts: NO_COUNTS, posts: [] };

  const first = input.after === undefined ? await store.find('issues', queryOf('ALL', posts, context)) : undefined;
  const whole = first !== undefined && first.next === undefined;
  const decide = await store.count('issues', { decider: { in: posts }, open: true });
  // A post may hold a complaint about who stands in at it (EVT-11): what is not shown is not counted either.
  const counts = whole ? countsOf(first.items.filter((issue) => context.may('issues.get', targetOf(issue))), decide, context) : await countedByStore(posts, decide, context);
  const fromFirst = whole && input.show !== 'DECIDE' && input.show !== 'CLOSED';
  const page = fromFirst || (first !== undefined && input.show === 'ALL') ? first : await store.find('issues', queryOf(input.show, posts, context, input.after));
  const village = whole ? await villageOf(posts, context) : undefined;

  const items = page.items
    .filter((issue) => (fromFirst ? belongsTo(issue, input.show, context) : true))
    .filter((issue) => (input.category === undefined || issue.category === input.category) && (input.area === undefined || isWithin(issue.grid, input.area)))
    .filter((issue) => context.may('issues.get', targetOf(issue)))
    .map((issue): QueueItem => queueItemOf(issue, context));
  return { items, ...(page.next === undefined ? {} : { next: page.next }), counts, posts: posts.map((post) => postView(post, village, context)) };
});

const NO_COUNTS: Counts = { all: 0, overdue: 0, today: 0, unaccepted: 0, decide: 0 };

function queryOf(show: Show, posts: readonly PostKey[], { now, today }: Context, after?: string): Query {
  const mine = { 'owner.post': { in: posts }, open: true };
  const byDue = [{ field: 'dueAt', direction: 'asc' as const }];
  const page = { limit: MAX_PAGE, ...(after === undefined ? {} : { after }) };
  switch (show) {
    case 'ALL':
      return { where: mine, orderBy: byDue, ...page };
    case 'OVERDUE':
      return { where: { ...mine, dueAt: { lte: now } }, orderBy: byDue, ...page };
    case 'TODAY':
      return { where: { ...mine, dueAt: { gt: now, lte: endOfDay(today) } }, orderBy: byDue, ...page };
    case 'UNACCEPTED':
      return { where: { ...mine, acceptBy: { exists: true } }, orderBy: [{ field: 'acceptBy', direction: 'asc' }], ...page };
    case 'DECIDE':
      return { where: { decider: { in: posts }, open: true }, ...page };
    case 'CLOSED':
      return { where: { 'owner.post': { in: posts }, open: false }, orderBy: [{ field: 'changedAt', direction: 'desc' }], ...page };
  }
}

function belongsTo(issue: Issue, show: Show, { now, today }: Context): boolean {
  switch (show) {
    case 'OVERDUE':
      return dueChip(issue, now, today) === 'OVERDUE';
    case 'TODAY':
      return dueChip(issue, now, today) === 'TODAY';
    case 'UNACCEPTED':
      return issue.acceptBy !== undefined;
    default:
      return true;
  }
}

function countsOf(all: readonly Issue[], decide: number, context: Context): Counts {
  const number = (show: Show): number => all.filter((issue) => belongsTo(issue, show, context)).length;
  return { all: all.length, overdue: number('OVERDUE'), today: number('TODAY'), unaccepted: number('UNACCEPTED'), decide };
}

/** Of a long queue: by the handle limit alone, which is what the store can count. */
async function countedByStore(posts: readonly PostKey[], decide: number, context: Context): Promise<Counts> {
  const { store } = context;
  return {
    all: await store.count('issues', queryOf('ALL', posts, context).where),
    overdue: await store.count('issues', queryOf('OVERDUE', posts, context).where),
    today: await store.count('issues', queryOf('TODAY', posts, context).where),
    unaccepted: await store.count('issues', queryOf('UNACCEPTED', posts, context).where),
    decide,
  };
}

/** The names of grids stand in their village; a desk of a town or a county has none. */
async function villageOf(posts: readonly PostKey[], { store }: Context): Promise<Village | undefined> {
  const code = posts.map(areaOfPost).find((area) => area.length >= 12)?.slice(0, 12);
  return code === undefined ? undefined : store.get('villages', code);
}

function postView(post: PostKey, village: Village | undefined, { settings }: Context) {
  const area = areaOfPost(post);
  const unit = settings.departments.find(({ code }) => post === `${settings.countyCode}/${code}`);
  const duty = unit?.name ?? dutyOfPost(post);
  if (village === undefined || area.slice(0, 12) !== village._id) return { post, duty, area: area === settings.countyCode ? settings.countyName : '' };
  const counted = area === village._id ? totalsOf(village) : cellOf(village, area);
  return { post, duty, area: areaNameIn(village, area), ...(counted === undefined ? {} : { households: counted.households, people: counted.people }) };
}
