/** A ballot that was worded wrongly, or whose count does not add up, is called off; the villagers can then be asked anew (CON-06, 12, VOTE-12). */
import { ok, refused, type Result } from '../basics/result';
import type { BoxId } from '../voting/box';
import { cancelWay, type CancelWay } from '../voting/cancelling';
import type { ActOf, Outcome, Refusal, Situation } from './acts';
import type { Consultation, Entry } from './consultation';
import { standingBallot } from './meeting-acts';
import { entryBy, telling, toDesk, toFollowers, withEntry } from './moves';
import { checkedSoon } from './villager-acts';

/** Why the village wants, or wanted, a ballot called off: what everybody reads who could vote in it. */
export function cancelReason({ entries }: Pick<Consultation, 'entries'>, boxId: BoxId): Entry | undefined {
  return entries.find(({ cancels }) => cancels === boxId);
}

/** Whether the village has asked that the standing ballot be called off. */
export function isCancelAsked(matter: Pick<Consultation, 'entries'>): boolean {
  const standing = standingBallot(matter);
  return standing !== undefined && cancelReason(matter, standing.boxId) !== undefined;
}

/** How the standing ballot could be called off now; undefined where there is none, or no more. */
export function cancelWayOf(matter: Pick<Consultation, 'entries'>, { box, now }: Pick<Situation, 'box' | 'now'>): CancelWay | undefined {
  return box === undefined || standingBallot(matter) === undefined ? undefined : cancelWay(box, now);
}

/** Who set it up calls it off while nobody can have voted; from then on they ask the supervision committee. */
export function cancelBallot(matter: Consultation, { text }: ActOf<'CANCEL_BALLOT'>, at: Situation): Result<Outcome, Refusal> {
  const ballot = standingBallot(matter);
  const way = cancelWayOf(matter, at);
  if (ballot === undefined || way === undefined) return refused({ code: 'BALLOT_OVER' });
  if (way === 'ALONE') return calledOff(matter, ballot.boxId, text, at);
  if (isCancelAsked(matter)) return refused({ code: 'CANCEL_ASKED' });
  const asked = withEntry(matter, at.now, entryBy(at, 'BALLOT_CANCEL_ASKED', { cancels: ballot.boxId, text }));
  return ok({ matter: checkedSoon(asked, at), tell: [telling({ role: 'SUPERVISION', area: matter.village }, 'CONSULT_CANCEL_ASKED', at)] });
}

/** The supervision committee's consent, without which no ballot is taken from who has cast it. */
export function agreeToCancel(matter: Consultation, { text }: ActOf<'AGREE_TO_CANCEL'>, at: Situation): Result<Outcome, Refusal> {
  const ballot = standingBallot(matter);
  if (ballot === undefined || cancelWayOf(matter, at) === undefined) return refused({ code: 'BALLOT_OVER' });
  if (!isCancelAsked(matter)) return refused({ code: 'CANCEL_NOT_ASKED' });
  const done = calledOff(matter, ballot.boxId, text, at);
  return done.ok ? ok({ ...done.value, tell: [toDesk(matter, 'CONSULT_CANCEL_AGREED', at), ...done.value.tell] }) : done;
}

function calledOff(matter: Consultation, cancels: BoxId, text: string, at: Situation): Result<Outcome, Refusal> {
  const next = withEntry(matter, at.now, entryBy(at, 'BALLOT_CANCELLED', { cancels, text }));
  return ok({ matter: checkedSoon(next, at), tell: toFollowers(matter, 'CONSULT_BALLOT_CANCELLED', at, at.by.personId) });
}
