/** 评事 on the spot: notice, minutes, the four deliberations, the opinion ballot (CON-04..08, ORG-01, VOTE-04, 09). */
import { civilDateOf } from '../basics/civil-time';
import type { EpochMs } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import type { BoxId } from '../voting/box';
import { notHereIn } from '../voting/not-here';
import { votedInUntil } from '../voting/plan';
import type { ActOf, Outcome, Refusal, Situation } from './acts';
import type { Announced, Ballot, Consultation } from './consultation';
import { countVote, isStudied, lastPassed, needsTellers, nextStep } from './four-steps';
import { entryBy, toFollowers, withEntry } from './moves';
import { earliestMeeting } from './periods';
import { checkedSoon } from './villager-acts';
import { weightOf } from './weight';

/** ORG-01: nothing of a major matter is opened to a meeting or a ballot before the Party branch has studied it. */
function owesStudy(matter: Consultation, { settings }: Situation): boolean {
  return weightOf(matter, settings.consult) === 'MAJOR' && !isStudied(matter);
}

/**
 * Announces a meeting in good time (CON-05). An assembly can be called sooner for a special reason, which stands in the notice
 * for everybody to read (VOTE-01); who came in time needs none.
 */
export function announce(matter: Consultation, { announced: asked, text, photos }: ActOf<'ANNOUNCE'>, at: Situation): Result<Outcome, Refusal> {
  if (owesStudy(matter, at)) return refused({ code: 'NOT_STUDIED' });
  const { special, ...plain } = asked;
  const earliest = earliestMeeting(matter, plain.of, at.now, at.settings);
  const isShort = plain.heldAt < earliest;
  const isExcused = special !== undefined && plain.of === 'ASSEMBLY' && plain.heldAt > at.now;
  if (isShort && !isExcused) return refused({ code: 'NOTICE_TOO_SHORT', earliest });
  const announced = isShort && special !== undefined ? { ...plain, special } : plain;
  const next = withEntry(matter, at.now, entryBy(at, 'ANNOUNCED', { announced, text, photos }));
  return ok({ matter: checkedSoon(next, at), tell: toFollowers(matter, 'CONSULT_ANNOUNCED', at, at.by.personId, { heldAt: announced.heldAt }) });
}

/** The consultations that were announced and of which there are no minutes yet, the earliest first. What nobody could read announced nothing (CON-05). */
export function awaitingMinutes({ entries }: Pick<Consultation, 'entries'>): readonly Announced[] {
  const meetings = entries.flatMap(({ announced, shown }) => (announced?.of === 'CONSULTATION' && shown === true ? [announced] : [])).sort((a, b) => a.heldAt - b.heldAt);
  return meetings.slice(entries.filter(({ kind }) => kind === 'MINUTES').length);
}

/** The minutes of a consultation, after it was held: who was there, what was said. */
export function minutes(matter: Consultation, { present, text, photos }: ActOf<'MINUTES'>, at: Situation): Result<Outcome, Refusal> {
  const [meeting] = awaitingMinutes(matter);
  if (meeting === undefined) return refused({ code: 'NOT_ANNOUNCED' });
  if (at.now < meeting.heldAt) return refused({ code: 'MEETING_NOT_HELD', heldAt: meeting.heldAt });
  return ok({ matter: checkedSoon(withEntry(matter, at.now, entryBy(at, 'MINUTES', { present, text, photos })), at), tell: [] });
}

/**
 * One of the four deliberations, as it was held: in its order, not before the one before it, with its quorum, and counted
 * by two tellers where members or villagers voted. The Party's two are entered by the branch, the others by the village.
 */
export function hold(matter: Consultation, { vote, text, photos }: ActOf<'HOLD'>, at: Situation): Result<Outcome, Refusal> {
  const isOfBranch = vote.step === 'PROPOSE' || vote.step === 'REVIEW';
  if (isOfBranch !== (at.by.as === 'BRANCH')) return refused({ code: 'FORBIDDEN' });
  const next = nextStep(matter);
  if (next !== vote.step) return refused({ code: 'STEP_OUT_OF_ORDER', step: vote.step, ...(next === undefined ? {} : { next }) });
  if ((vote.step === 'RESOLVE') !== (vote.meeting !== undefined)) return refused({ code: 'INVALID_INPUT', path: 'meeting', problem: 'REQUIRED' });
  if (vote.heldOn > at.today) return refused({ code: 'MEETING_NOT_HELD' });
  const before = lastPassed(matter);
  if (before !== undefined && vote.heldOn < before.heldOn) return refused({ code: 'STEP_OUT_OF_ORDER', step: vote.step, next: before.step });
  if (vote.step === 'RESOLVE' && !isAnnounced(matter, vote.heldOn, at)) return refused({ code: 'NOT_ANNOUNCED' });
  if (needsTellers(vote.step) && photos.length === 0) return refused({ code: 'MINUTES_PHOTO' });
  const counted = countVote(vote, at.settings.quorum);
  if ('code' in counted) return refused(counted);
  return ok({ matter: checkedSoon(withEntry(matter, at.now, entryBy(at, 'HELD', { held: { ...vote, verdict: counted.verdict }, text, photos })), at), tell: [] });
}

/** The assembly of that day was announced, for everybody to read and in time, and has begun. */
function isAnnounced({ entries }: Consultation, heldOn: string, { now }: Situation): boolean {
  return entries.some(({ announced, shown }) => announced?.of === 'ASSEMBLY' && shown === true && announced.heldAt <= now && civilDateOf(announced.heldAt) === heldOn);
}

/** The last ballot that was opened. */
export function lastBallot({ entries }: Pick<Consultation, 'entries'>): Ballot | undefined {
  return entries.flatMap((entry) => entry.ballot ?? []).at(-1);
}

/** The last ballot, unless it was called off. */
export function standingBallot(matter: Pick<Consultation, 'entries'>): Ballot | undefined {
  const last = lastBallot(matter);
  return last === undefined || isCalledOff(matter, last.boxId) ? undefined : last;
}

function isCalledOff({ entries }: Pick<Consultation, 'entries'>, boxId: BoxId): boolean {
  return entries.some(({ kind, cancels }) => kind === 'BALLOT_CANCELLED' && cancels === boxId);
}

/** When the ballot under way closes; undefined while there is none. The villagers are asked, so they are waited for (CON-06). */
export function ballotUnderWay(matter: Pick<Consultation, 'entries'>, { now, box }: Pick<Situation, 'now' | 'box'>): EpochMs | undefined {
  const standing = standingBallot(matter);
  const closesAt = standing && Math.max(standing.closesAt, box === undefined ? 0 : votedInUntil(box, now));
  return closesAt !== undefined && now < closesAt ? closesAt : undefined;
}

/** Opens an opinion ballot; the box itself is announced in the same transaction. One at a time. */
export function ballot(matter: Consultation, act: ActOf<'BALLOT'>, at: Situation): Result<Outcome, Refusal> {
  if (owesStudy(matter, at)) return refused({ code: 'NOT_STUDIED' });
  const what = notHereIn(matter.title) ?? notHereIn(act.ballot.question);
  if (what !== undefined) return refused({ code: 'NOT_VOTED_HERE', what });
  const closesAt = ballotUnderWay(matter, at);
  if (closesAt !== undefined) return refused({ code: 'BALLOT_OPEN', closesAt });
  const next = withEntry(matter, at.now, entryBy(at, 'BALLOT', { ballot: act.ballot }));
  return ok({ matter: checkedSoon(next, at), tell: toFollowers(matter, 'CONSULT_BALLOT', at, at.by.personId, { opensAt: act.ballot.opensAt }) });
}
