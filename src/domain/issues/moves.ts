/** The parts that the acts are put together from: steps, timers, limits, and the one way a matter changes hands. */
import { DAY_MS } from '../basics/civil-time';
import type { EpochMs } from '../basics/ids';
import type { PostKey } from '../grid/posts';
import type { CountySettings } from '../settings/settings';
import type { Actor, Circumstances } from './acts';
import { acceptBy, dueOf, pauseOf, remindAt } from './deadlines';
import { TIMERS, type Issue, type IssueNoticeKind, type Limit, type NextDue, type Owner, type Recipient, type Side, type Step, type Telling } from './issue';
import { isExtensionOpen } from './transitions';

/** Adds a step. Steps never run backwards, even when a server's clock does. */
export function withStep(issue: Issue, now: EpochMs, step: Omit<Step, 'at'>): Issue {
  const last = issue.steps.at(-1)?.at ?? issue.createdAt;
  return { ...issue, steps: [...issue.steps, { ...step, at: Math.max(now, last) }] };
}

/** Sets timers, or clears them with `undefined`. */
export function withTimers(issue: Issue, timers: Partial<Record<NextDue, EpochMs | undefined>>): Issue {
  return { ...issue, timers: { ...issue.timers, ...timers } };
}

/** Puts what is due first into the index fields, and marks the change. Every act ends with it. */
export function settled(issue: Issue, now: EpochMs): Issue {
  const timers: Partial<Record<NextDue, EpochMs>> = {};
  let next: NextDue | undefined;
  for (const name of TIMERS) {
    const at = issue.timers[name];
    if (at === undefined) continue;
    timers[name] = at;
    // At the same time the order of TIMERS decides: the reporter hears first, a pause ends before its limit is looked at.
    if (next === undefined || at < (timers[next] ?? Infinity)) next = name;
  }
  return { ...issue, timers, nextDue: next, nextDueAt: next && timers[next], changedAt: Math.max(now, issue.changedAt + 1) };
}

/** The timers of the handle limit: first the reminder, then the limit itself. */
export function limitTimers(settings: CountySettings, dueAt: EpochMs, now: EpochMs): Pick<Partial<Record<NextDue, EpochMs | undefined>>, 'REMIND' | 'HANDLE'> {
  return { REMIND: remindAt(settings, dueAt, now), HANDLE: dueAt };
}

/** Gives out a handle limit: its due time, never later than a ticket's own (EVT-19), its timers, and a daily look at the calendar while that is incomplete (CAL-03). */
export function withLimit(issue: Issue, limit: Limit, { settings, now }: Pick<Circumstances, 'settings' | 'now'>): Issue {
  const { dueAt: counted, calendarIncomplete } = dueOf(limit, settings);
  const dueAt = Math.min(counted, issue.answerBy ?? counted);
  const timers = dueAt > now ? limitTimers(settings, dueAt, now) : lateTimers(issue, limit, { settings, now }, dueAt);
  return withTimers({ ...issue, limit, dueAt, calendarIncomplete }, { ...timers, CALENDAR: calendarIncomplete ? now + DAY_MS : undefined });
}

/** A limit that has passed already: counted now if it was not yet, else after as long again. */
function lateTimers(issue: Issue, limit: Limit, { settings, now }: Pick<Circumstances, 'settings' | 'now'>, dueAt: EpochMs) {
  const again = dueOf({ ...limit, from: now, more: [] }, settings).dueAt;
  return { REMIND: undefined, HANDLE: issue.overdueCount === 0 ? dueAt : again };
}

/**
 * Gives a matter to another post (首接负责: at every moment somebody answers). It has to accept within its own limit; the
 * handle limit, once running, runs on, since the reporter was promised it. A pause has ended before.
 */
export function movedTo(issue: Issue, to: Owner, side: Side, { settings, now }: Pick<Circumstances, 'settings' | 'now'>): Issue {
  const limit = acceptBy(settings, issue.urgency, to.post, now);
  const moved: Issue = {
    ...issue,
    owner: { ...to, since: now },
    stage: issue.acceptedAt === undefined ? 'REPORTED' : 'ASSIGNED',
    side,
    acceptBy: limit,
    assistants: issue.assistants.filter((post) => post !== to.post),
    decider: undefined,
    ...(isExtensionOpen(issue) ? { extension: undefined } : {}),
  };
  return withTimers(moved, { ACCEPT: limit, FIRST_STEP: undefined, EXTENSION: undefined, OBJECTION: undefined });
}

/** Ends a pause, if there is one, and moves the limit by as much as it took. */
export function resumed(issue: Issue, { settings, now }: Pick<Circumstances, 'settings' | 'now'>): Issue {
  if (issue.side !== 'SUSPENDED' || issue.limit === undefined) return issue;
  const pause = pauseOrNone(issue, { settings, now });
  const { paused = { times: 1, days: 0 } } = issue;
  const going: Issue = withTimers({ ...issue, side: undefined, suspendedAt: undefined, suspendedUntil: undefined, suspendReason: undefined, paused: { ...paused, days: paused.days + (pause[0]?.n ?? 0) } }, { RESUME: undefined });
  return withLimit(going, { ...issue.limit, more: [...issue.limit.more, ...pause] }, { settings, now });
}

function pauseOrNone(issue: Issue, { settings, now }: Pick<Circumstances, 'settings' | 'now'>) {
  if (issue.limit === undefined || issue.suspendedAt === undefined) return [];
  const pause = pauseOf(issue.limit, issue.suspendedAt, now, settings);
  return pause === undefined ? [] : [pause];
}

/** Ends the running loop: nothing is owed any more. What is not owed by anyone (notices, texts to check) goes on. */
export function stopped(issue: Issue): Issue {
  const { TELL, PUBLISH } = issue.timers;
  return {
    ...issue,
    open: false,
    side: issue.side === 'REOPENED' ? 'REOPENED' : undefined,
    acceptBy: undefined,
    dueAt: undefined,
    calendarIncomplete: false,
    suspendedAt: undefined,
    suspendedUntil: undefined,
    suspendReason: undefined,
    askedBack: undefined,
    decider: undefined,
    timers: { ...(TELL === undefined ? {} : { TELL }), ...(PUBLISH === undefined ? {} : { PUBLISH }) },
    tallyStale: true,
  };
}

/** Who did a step, as the timeline keeps it. */
export function signature(by: Actor, post?: PostKey): NonNullable<Step['by']> {
  return {
    ...(by.personId === undefined ? {} : { personId: by.personId }),
    name: by.name,
    ...(post === undefined ? {} : { post, ...(by.account === undefined ? {} : { account: by.account }) }),
    ...(by.reporter && post === undefined ? { reporter: true as const } : {}),
  };
}

/** A notice about a matter. It carries numbers and names, never what people wrote (PRV-15). */
export function telling(issue: Issue, to: Recipient, kind: IssueNoticeKind, at: Pick<Circumstances, 'now' | 'cause'>, data: Telling['data'] = {}): Telling {
  return { to, kind, at: at.now, data: { number: issue.number, ...data }, cause: at.cause };
}
