/** What time does to a matter: an answer that is owed, work that is late, an opinion nobody answers (CON-03, 09, 12). */
import { DAY_MS, endOfDay } from '../basics/civil-time';
import { addWorkingDays } from '../basics/working-days';
import type { Circumstances, Outcome } from './acts';
import type { Consultation, ConsultTelling } from './consultation';
import { settled, toDesk, toRaiser, toTown, withEntry, withTimers } from './moves';
import { decisionOf } from './work-acts';

/** Late work is pressed for once a week. */
const PRESS_AGAIN_DAYS = 7;

/** Does what is due by now; every firing moves its own timer beyond now, so that a second turn changes nothing. */
export function runDue(matter: Consultation, at: Circumstances): Outcome {
  let next = matter;
  const tell: ConsultTelling[] = [];
  for (const fire of [replySoon, replyLate, workLate, supervisionLate]) {
    const fired = fire(next, at);
    next = fired.matter;
    tell.push(...fired.tell);
  }
  return next === matter ? { matter, tell } : { matter: settled(next, at.now), tell };
}

function isDue(timer: number | undefined, { now }: Circumstances): boolean {
  return timer !== undefined && timer <= now;
}

function replySoon(matter: Consultation, at: Circumstances): Outcome {
  if (!isDue(matter.timers.REPLY_SOON, at)) return { matter, tell: [] };
  const isStillOwed = (matter.replyBy ?? 0) > at.now;
  return { matter: withTimers(matter, { REPLY_SOON: undefined }), tell: isStillOwed ? [toDesk(matter, 'CONSULT_REPLY_SOON', at, { replyBy: matter.replyBy ?? at.now })] : [] };
}

/** The village answered late, or the holidays of its year were not known when the limit was counted (CAL-03). */
function replyLate(matter: Consultation, at: Circumstances): Outcome {
  if (!isDue(matter.timers.REPLY, at)) return { matter, tell: [] };
  const { consult, calendar } = at.settings;
  const counted = addWorkingDays(matter.createdAt, consult.replyWorkdays, calendar);
  if (matter.calendarIncomplete && counted.dueAt > at.now) {
    const again = withTimers({ ...matter, replyBy: counted.dueAt, calendarIncomplete: counted.calendarIncomplete }, { REPLY: counted.dueAt });
    return { matter: again, tell: [] };
  }
  const late = withEntry({ ...matter, lateCount: matter.lateCount + 1 }, at.now, { kind: 'REPLY_LATE', shown: true });
  return {
    matter: withTimers(late, { REPLY: addWorkingDays(at.now, consult.replyWorkdays, calendar).dueAt }),
    tell: [toDesk(matter, 'CONSULT_REPLY_LATE', at), toTown(matter, 'CONSULT_REPLY_LATE_BELOW', at)],
  };
}

function workLate(matter: Consultation, at: Circumstances): Outcome {
  const decision = decisionOf(matter);
  if (!isDue(matter.timers.WORK, at) || decision === undefined) return { matter, tell: [] };
  const isFirst = matter.timers.WORK === endOfDay(decision.dueOn);
  const late = isFirst ? withEntry({ ...matter, lateCount: matter.lateCount + 1 }, at.now, { kind: 'WORK_LATE', shown: true }) : matter;
  return {
    matter: withTimers(late, { WORK: at.now + PRESS_AGAIN_DAYS * DAY_MS }),
    tell: [toDesk(matter, 'CONSULT_WORK_LATE', at), toTown(matter, 'CONSULT_WORK_LATE_BELOW', at), ...(isFirst ? toRaiser(matter, 'CONSULT_LATE', at) : [])],
  };
}

function supervisionLate(matter: Consultation, at: Circumstances): Outcome {
  if (!isDue(matter.timers.SUPERVISION, at)) return { matter, tell: [] };
  return {
    matter: withTimers(matter, { SUPERVISION: at.now + PRESS_AGAIN_DAYS * DAY_MS }),
    tell: [toDesk(matter, 'CONSULT_SUPERVISION_LATE', at), toTown(matter, 'CONSULT_SUPERVISION_LATE_BELOW', at)],
  };
}
