/** Repeated matters of one grid and category become a topic for the village to talk over (EVT-12). */
import { DAY_MS } from '../basics/civil-time';
import type { EpochMs, IssueId } from '../basics/ids';
import type { CountySettings } from '../settings/settings';
import type { Issue } from './issue';

export interface Gathering {
  /** The topic some of them are in already. */
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
  const topicId = all.find((one) => one.topicId !== undefined)?.topicId;
  if (topicId === undefined && all.length < n) return undefined;
  return { ...(topicId === undefined ? {} : { topicId }), issues: all };
}

/** The ids of a topic with more of them, each once, in the order they came. */
export function joined(before: readonly IssueId[], more: readonly Issue[]): readonly IssueId[] {
  return [...new Set([...before, ...more.map(({ _id }) => _id)])];
}
