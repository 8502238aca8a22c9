/** A topic's way as one function: a matter, an act, and what comes of it. Pure; the same call gives the same answer. */
import { exhaustive } from '../basics/exhaustive';
import { ok, refused, type Result } from '../basics/result';
import type { Act, Outcome, Refusal, Situation } from './acts';
import * as cancelling from './cancel-ballot';
import type { Consultation } from './consultation';
import * as meeting from './meeting-acts';
import { settled } from './moves';
import * as oversight from './oversight-acts';
import { TRANSITIONS } from './transitions';
import * as village from './village-acts';
import * as villager from './villager-acts';
import * as work from './work-acts';

/**
 * Does one act. Refused with a code of the contract when the actor's capacity or the stage does not have the act, or the
 * act's own rule says no; the matter is then as it was.
 */
export function apply(matter: Consultation, act: Act, at: Situation): Result<Outcome, Refusal> {
  const { who, at: stages } = TRANSITIONS[act.act];
  if (!who.includes(at.by.as)) return refused({ code: 'FORBIDDEN' });
  if (!stages.includes(matter.stage)) return refused({ code: 'CONSULT_STAGE', stage: matter.stage });
  if (at.by.as === 'VILLAGER' && act.act !== 'WITHDRAW' && !matter.published) return refused({ code: 'FORBIDDEN' });
  const outcome = decide(matter, act, at);
  if (!outcome.ok || outcome.value.matter === matter) return outcome;
  return ok({ ...outcome.value, matter: settled(outcome.value.matter, at.now) });
}

function decide(matter: Consultation, act: Act, at: Situation): Result<Outcome, Refusal> {
  switch (act.act) {
    case 'SUPPORT':
      return villager.support(matter, at);
    case 'SAY':
      return villager.say(matter, act, at);
    case 'WITHDRAW':
      return villager.withdraw(matter, at);
    case 'ANSWER':
      return village.answer(matter, act, at);
    case 'MERGE':
      return village.merge(matter, act, at);
    case 'TAKE_IN':
      return village.takeIn(matter, act, at);
    case 'WEIGH':
      return village.weigh(matter, act, at);
    case 'DROP':
      return village.drop(matter, act, at);
    case 'ANNOUNCE':
      return meeting.announce(matter, act, at);
    case 'MINUTES':
      return meeting.minutes(matter, act, at);
    case 'HOLD':
      return meeting.hold(matter, act, at);
    case 'BALLOT':
      return meeting.ballot(matter, act, at);
    case 'CANCEL_BALLOT':
      return cancelling.cancelBallot(matter, act, at);
    case 'AGREE_TO_CANCEL':
      return cancelling.agreeToCancel(matter, act, at);
    case 'DECIDE':
      return work.decide(matter, act, at);
    case 'PROGRESS':
      return work.progress(matter, act, at);
    case 'FINISH':
      return work.finish(matter, act, at);
    case 'UPDATE':
      return work.update(matter, act, at);
    case 'SUPERVISE':
      return oversight.supervise(matter, act, at);
    case 'ANSWER_SUPERVISION':
      return oversight.answerSupervision(matter, act, at);
    default:
      return exhaustive(act);
  }
}
