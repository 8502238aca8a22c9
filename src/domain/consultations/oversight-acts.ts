/** The supervision committee's opinion, which must be answered (CON-12; 村民委员会组织法 art. 37). */
import { addWorkingDays } from '../basics/working-days';
import { ok, refused, type Result } from '../basics/result';
import type { ActOf, Outcome, Refusal, Situation } from './acts';
import type { Consultation } from './consultation';
import { entryBy, telling, toDesk, withEntry, withTimers } from './moves';
import { unanswered } from './transitions';
import { checkedSoon } from './villager-acts';

export function supervise(matter: Consultation, { text }: ActOf<'SUPERVISE'>, at: Situation): Result<Outcome, Refusal> {
  const { dueAt } = addWorkingDays(at.now, at.settings.consult.replyWorkdays, at.settings.calendar);
  const next = withEntry(matter, at.now, entryBy(at, 'SUPERVISED', { text }));
  const timed = withTimers(next, { SUPERVISION: Math.min(matter.timers.SUPERVISION ?? Infinity, dueAt) });
  return ok({ matter: checkedSoon(timed, at), tell: [toDesk(matter, 'CONSULT_SUPERVISED', at)] });
}

export function answerSupervision(matter: Consultation, { entry, text }: ActOf<'ANSWER_SUPERVISION'>, at: Situation): Result<Outcome, Refusal> {
  if (!unanswered(matter).includes(entry)) return refused({ code: 'CONSULT_STAGE', stage: matter.stage });
  const next = withEntry(matter, at.now, entryBy(at, 'SUPERVISION_ANSWERED', { text, answers: entry }));
  const timed = unanswered(next).length === 0 ? withTimers(next, { SUPERVISION: undefined }) : next;
  const asker = matter.entries[entry]?.by?.personId;
  return ok({ matter: checkedSoon(timed, at), tell: asker === undefined ? [] : [telling({ person: asker }, 'CONSULT_SUPERVISION_ANSWERED', at)] });
}
