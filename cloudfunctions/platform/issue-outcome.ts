/** How an outcome of the issue rules becomes documents; what the issues' use cases and the clock's jobs share. */
import { DAY_MS } from '@/domain/basics/civil-time';
import type { EpochMs } from '@/domain/basics/ids';
import type { Issue, Telling } from '@/domain/issues/issue';
import { settled, withTimers } from '@/domain/issues/moves';
import { isConfided } from '@/domain/issues/target';
import { isFromHotline } from '@/domain/issues/transitions';
import { notice, toPerson, toPost, toReporter } from './notices';
import type { Notice } from './records';

/** The notice of a telling. */
export function noticeOf(issue: Issue, { to, kind, at, data, cause }: Telling): Notice {
  const confided = to === 'REPORTER' && issue.reporterId !== undefined && isConfided(issue);
  return notice({
    to: recipientOf(issue, to), kind, at, issueId: issue._id, data, cause,
    ...(issue.aboutId === undefined ? {} : { notFor: issue.aboutId }),
    ...(confided ? { sentFrom: issue.reporterAccount } : {}),
  });
}

function recipientOf(issue: Issue, to: Telling['to']): string {
  if (to === 'REPORTER') return toReporter(issue);
  return 'post' in to ? toPost(to.post) : toPerson(to.person);
}

export interface ToldOutcome {
  readonly issue: Issue;
  /** Written now. */
  readonly notices: readonly Notice[];
}

/**
 * Splits what is to be told: the first `room` notices are written with the change, the rest stand in the issue and the
 * clock writes them at its next turn, so that an action keeps to its number of store operations and nothing is untold.
 */
export function toldNowOrSoon(issue: Issue, tell: readonly Telling[], room: number, now: EpochMs): ToldOutcome {
  // Who called 12345 is not here: the town's desk hears for them, and answers the hotline (EVT-19).
  const heard = isFromHotline(issue) ? tell.filter(({ to }) => to !== 'REPORTER') : tell;
  const notices = heard.slice(0, room).map((one) => noticeOf(issue, one));
  const later = heard.slice(room);
  if (later.length === 0) return { issue, notices };
  const waiting = withTimers({ ...issue, untold: [...(issue.untold ?? []), ...later] }, { TELL: now });
  return { issue: { ...settled(waiting, now), changedAt: issue.changedAt }, notices };
}

/** Leaves it to the clock to count a report that had no store operation left for it (`platform/sending.ts`). */
export function countedSoon(issue: Issue, uncounted: NonNullable<Issue['uncounted']>, now: EpochMs): Issue {
  const waiting = settled(withTimers({ ...issue, uncounted }, { TELL: now }), now);
  return { ...waiting, changedAt: issue.changedAt };
}

/** How long a link to a file in a reply works. */
export function linkUntil(now: EpochMs, minutes: number): EpochMs {
  return now + Math.min(minutes * 60_000, DAY_MS);
}
