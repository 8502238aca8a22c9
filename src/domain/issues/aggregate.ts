/** Repeated matters of one grid and category become a topic for the village to talk over (EVT-12). */
import { DAY_MS } from '../basics/civil-time';
import type { EpochMs, IssueId } from '../basics/ids';
import type { CountySettings } from '../settings/settings';
import type { Issue } from './issue';

/** As many matters as one topic names, so that a flood of reports makes no document without end; what comes after begins the next. */
export const MOST_IN_TOPIC = 100;

export interface Gathering {
  /** The latest topic that some of them are in already. */
  readonly topicId?: string;
  /** All that belong together, oldest first. */
  readonly issues: readonly Issue[];
}

/** Whether a matter may be spoken of before the village: not restricted, not about a person, neither withdrawn nor refused. */
export function isForTopics(issue: Issue): boolean {
  return !issue.restricted && issue.aboutId === undefined && issue.stage !== 'WITHDRAWN' && issue.stage !== 'REJECTED';
}

/**
 * What a new matter gathers with: those of its grid and category reported within `aggregate.days`, once there are
 * `aggregate.n`; or the topic that some of them form already.
 */
export function gatheringAround(issue: Issue, others: readonly Issue[], now: EpochMs, settings: Pick<CountySettings, 'event'>): Gathering | undefined {
  if (!isForTopics(issue)) return undefined;
  const { n, days } = settings.event.aggregate;
  const since = now - days * DAY_MS;
  const all = [issue, ...others.filter(({ _id }) => _id !== issue._id)]
    .filter((one) => one.grid === issue.grid && one.category === issue.category && one.createdAt >= since && isForTopics(one))
    .sort((a, b) => a.createdAt - b.createdAt || (a._id < b._id ? -1 : 1));
  const topicId = [...all].reverse().find((one) => one.topicId !== undefined)?.topicId;
  if (topicId === undefined && all.length < n) return undefined;
  return { ...(topicId === undefined ? {} : { topicId }), issues: all };
}

/** Those of a gathering that a topic with these matters takes in: not there yet, oldest first, as many as it has room for. */
export function joining(before: readonly IssueId[], { issues }: Gathering): readonly Issue[] {
  const there = new Set(before);
  return issues.filter(({ _id }) => !there.has(_id)).slice(0, Math.max(0, MOST_IN_TOPIC - before.length));
}

/** What a full topic leaves over, if it is enough for one of its own. */
export function leftOver({ issues }: Gathering, settings: Pick<CountySettings, 'event'>): Gathering | undefined {
  const without = issues.filter(({ topicId }) => topicId === undefined);
  return without.length < settings.event.aggregate.n ? undefined : { issues: without };
}
