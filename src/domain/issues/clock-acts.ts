/** What happens to a matter by itself when a time comes (EVT-05, EVT-06, EVT-13). Running it late, or twice, does no harm. */
import { assert } from '../basics/assert';
import { DAY_MS } from '../basics/civil-time';
import { exhaustive } from '../basics/exhaustive';
import type { Circumstances, Outcome } from './acts';
import { acceptBy, dueOf } from './deadlines';
import { decideBy } from './handler-acts';
import type { Issue, NextDue, Owner, Telling } from './issue';
import { deskPostOf, isDepartment, type PostKey } from '../grid/posts';
import { adjudicator, isBarred, ownerAbove, ownerAt, townRung } from './ladder';
import { movedTo, resumed, settled, telling, withLimit, withStep, withTimers } from './moves';

/** More than one matter can owe at once; twelve kinds of timers cannot fire more often than this in one run. */
const MOST_FIRINGS = 24;

/**
 * Everything that fell due up to `now`, one after the other. Afterwards nothing of it is due in the past, but what is
 * for the platform to do (`PUBLISH`, `TELL`), which is left as it is.
 */
export function runDue(issue: Issue, at: Circumstances): Outcome {
  let current = issue;
  const tell: Telling[] = [];
  for (let left = MOST_FIRINGS; left > 0; left -= 1) {
    const due = dueNow(current, at.now);
    if (due === undefined) return { issue: current, tell };
    const fired = fire(current, due, { ...at, cause: `${due}:${current.timers[due] ?? 0}` });
    current = settled(fired.issue, at.now);
    tell.push(...fired.tell);
  }
  throw new Error('broken invariant: a timer that fired is not due again in the same run');
}

function dueNow(issue: Issue, now: number): NextDue | undefined {
  const due = (Object.keys(issue.timers) as NextDue[]).filter((name) => name !== 'PUBLISH' && name !== 'TELL' && (issue.timers[name] ?? Infinity) <= now);
  return due.sort((a, b) => (issue.timers[a] ?? 0) - (issue.timers[b] ?? 0))[0];
}

function fire(issue: Issue, due: NextDue, at: Circumstances): Outcome {
  switch (due) {
    case 'ACCEPT':
      return unaccepted(issue, at);
    case 'REMIND':
      return { issue: withTimers(issue, { REMIND: undefined }), tell: [telling(issue, owner(issue), 'ISSUE_DUE_SOON', at, { dueAt: issue.dueAt ?? at.now })] };
    case 'HANDLE':
      return overdue(issue, at);
    case 'FIRST_STEP':
      return firstStepLate(issue, at);
    case 'RESUME':
      return resumeByItself(issue, at);
    case 'CALENDAR':
      return recounted(issue, at);
    case 'EXTENSION':
    case 'OBJECTION':
      return undecided(issue, due, at);
    case 'RATING':
      return silent(issue, at);
    case 'ARCHIVE':
      return { issue: withStep(withTimers({ ...issue, stage: 'ARCHIVED' }, { ARCHIVE: undefined }), at.now, { kind: 'ARCHIVED' }), tell: [] };
    case 'PUBLISH':
    case 'TELL':
      return { issue, tell: [] };
    default:
      return exhaustive(due);
  }
}

/**
 * EVT-05: not accepted in time goes up, and both see it. Where nobody stands above who could take it (the county office, a
 * department, the restricted post), it stays, is pressed once a limit or once a day, and those who called are told.
 */
function unaccepted(issue: Issue, at: Circumstances): Outcome {
  const former = issue.owner;
  const above = isDepartment(former.post) ? undefined : climb(issue, at.settings.escalation.acceptOverdueLevels, at);
  if (above === undefined) {
    const again = Math.max(acceptBy(at.settings, issue.urgency, former.post, at.now), at.now + DAY_MS);
    const watching = isDepartment(former.post) ? distinctPosts([adjudicator(issue, at.settings).post, deskPostOf(at.settings.countyCode)]) : [];
    return {
      issue: withTimers(issue, { ACCEPT: again }),
      tell: [telling(issue, owner(issue), 'ISSUE_UNACCEPTED', at), ...watching.map((post) => telling(issue, { post }, 'ISSUE_UNACCEPTED_BELOW', at, { from: former.name }))],
    };
  }
  const moved = movedTo(issue, above, 'ESCALATED', at);
  return {
    issue: withStep(moved, at.now, { kind: 'ESCALATED', from: former, to: moved.owner }),
    tell: [
      telling(issue, { post: above.post }, 'ISSUE_ESCALATED_TO_YOU', at, { from: former.name, acceptBy: moved.acceptBy ?? at.now }),
      telling(issue, { post: former.post }, 'ISSUE_UNACCEPTED', at),
      telling(issue, 'REPORTER', 'ISSUE_ESCALATED', at, { to: above.name }),
    ],
  };
}

/**
 * EVT-06, EVT-07: late. The one in charge stays in charge, so that waiting is no way to get rid of a matter; each time as
 * long again passes, one level more is told, and from the second time on (`whistle.afterOverdue`) the town's desk too; of
 * a department that it called from the first.
 */
function overdue(issue: Issue, at: Circumstances): Outcome {
  const { limit } = issue;
  assert(limit !== undefined, 'what is overdue has a limit');
  const count = issue.overdueCount + 1;
  const above = climb(issue, count * at.settings.escalation.solveOverdueLevels, at);
  const again = dueOf({ ...limit, from: at.now, more: [] }, at.settings).dueAt;
  const isTowns = count >= at.settings.event.whistle.afterOverdue || isDepartment(issue.owner.post);
  const toTown = isTowns && !issue.restricted && !isBarred(issue, deskPostOf(issue.town)) ? ownerAt(townRung(issue.town, issue.townName), at.now) : undefined;
  const told = distinct([above, toTown]).filter(({ post }) => post !== issue.owner.post);
  const late: Issue = withTimers({ ...issue, overdueCount: count, tallyStale: true }, { HANDLE: again, REMIND: undefined });
  return {
    issue: withStep(late, at.now, { kind: 'OVERDUE', to: told[0] }),
    tell: [
      telling(issue, owner(issue), 'ISSUE_OVERDUE', at, { times: count }),
      ...told.map(({ post }) => telling(issue, { post }, 'ISSUE_OVERDUE_BELOW', at, { from: issue.owner.name, times: count })),
      ...(count === 1 ? [telling(issue, 'REPORTER', 'ISSUE_LATE', at, told[0] === undefined ? {} : { to: told[0].name })] : []),
    ],
  };
}

/** No step of work where one was owed early: the hazard is not under control, the department has no plan. Who called it hears so (EVT-07). */
function firstStepLate(issue: Issue, at: Circumstances): Outcome {
  const above = climb(issue, 1, at);
  const caller = isDepartment(issue.owner.post) ? ownerAt(adjudicator(issue, at.settings), at.now) : undefined;
  return {
    issue: withTimers(issue, { FIRST_STEP: undefined }),
    tell: distinct([issue.owner, caller, above]).map(({ post }) => telling(issue, { post }, 'ISSUE_FIRST_STEP_LATE', at, { from: issue.owner.name })),
  };
}

function resumeByItself(issue: Issue, at: Circumstances): Outcome {
  const going = resumed(issue, at);
  return { issue: withStep(going, at.now, { kind: 'RESUMED', dueAt: going.dueAt }), tell: [telling(issue, owner(issue), 'ISSUE_RESUMED', at, { dueAt: going.dueAt ?? at.now })] };
}

/** CAL-03: counts again on today's calendar; tomorrow once more while a year is still missing. */
function recounted(issue: Issue, at: Circumstances): Outcome {
  if (issue.limit === undefined || issue.dueAt === undefined) return { issue: withTimers(issue, { CALENDAR: undefined }), tell: [] };
  const again = withLimit(issue, issue.limit, at);
  // A limit that was counted as passed stays passed; its next look must not come sooner for having been counted again.
  const HANDLE = issue.overdueCount > 0 ? issue.timers.HANDLE : again.timers.HANDLE;
  return { issue: withTimers(again, { HANDLE }), tell: [] };
}

/** Whoever should have decided did not: the level above the decider decides, or at the top is asked again every day. */
function undecided(issue: Issue, due: 'EXTENSION' | 'OBJECTION', at: Circumstances): Outcome {
  const { decider } = issue;
  assert(decider !== undefined, 'somebody decides');
  const above = due === 'EXTENSION' ? ownerAbove(issue, decider, at.village, at.settings, at) : undefined;
  const next = above?.post ?? decider;
  const kind = due === 'EXTENSION' ? 'ISSUE_EXTENSION_ASKED' : 'ISSUE_OBJECTED';
  const data = { from: issue.owner.name, ...(due === 'EXTENSION' ? { workdays: issue.extension?.workdays ?? 0 } : {}) };
  const watching = distinctPosts(due === 'OBJECTION' ? [next, deskPostOf(at.settings.countyCode)] : [next]);
  return {
    issue: withTimers({ ...issue, decider: next }, { [due]: Math.max(decideBy(issue, next, at), at.now + (above === undefined ? DAY_MS : 1)) }),
    tell: watching.map((post) => telling(issue, { post }, kind, at, data)),
  };
}

/** EVT-13: a week of silence puts it away as not rated (未评价), which never counts as satisfied. */
function silent(issue: Issue, at: Circumstances): Outcome {
  const closed = withTimers({ ...issue, stage: 'ARCHIVED' }, { RATING: undefined });
  return { issue: withStep(closed, at.now, { kind: 'ARCHIVED' }), tell: [telling(issue, 'REPORTER', 'ISSUE_CLOSED', at)] };
}

/** So many filled posts up from the owner; the highest there is when there are fewer. */
function climb(issue: Issue, levels: number, at: Circumstances): Owner | undefined {
  let reached: Owner | undefined;
  for (let left = levels; left > 0; left -= 1) {
    const next = ownerAbove(issue, reached?.post ?? issue.owner.post, at.village, at.settings, at);
    if (next === undefined) return reached;
    reached = next;
  }
  return reached;
}

function owner(issue: Issue): { readonly post: PostKey } {
  return { post: issue.owner.post };
}

function distinct(owners: readonly (Owner | undefined)[]): readonly Owner[] {
  const there = owners.flatMap((one) => one ?? []);
  return there.filter((one, index) => there.findIndex(({ post }) => post === one.post) === index);
}

function distinctPosts(posts: readonly PostKey[]): readonly PostKey[] {
  return [...new Set(posts)];
}
