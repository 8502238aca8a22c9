/** What the clock has still to do for an appraisal, and when: kept in the record, so that it is done once and in order. */
import { addCivilDays, civilDateOf, DAY_MS, endOfDay, HOUR_MS, startOfDay } from '../basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { Appraisal, Improvement, Todo } from './appraisal';

/** People are reminded in the morning. */
const MORNING_MS = 9 * HOUR_MS;
/** Of a self-appraisal, so many days before its last day. */
const SELF_REMINDER_DAYS = 2;
/** The branch is reminded so long after the count that it has not reported yet. */
const DECIDE_REMINDER_DAYS = 14;
/** Of plans that are not agreed, so many days before the time for it is over; of a plan's end likewise. */
const PLANS_REMINDER_DAYS = 7;
const PLAN_REMINDER_DAYS = 3;

function morningOf(date: CivilDate): EpochMs {
  return startOfDay(date) + MORNING_MS;
}

/** From its opening to the count. */
export function agendaOfOpening({ openedAt, selfUntil, measure, opensAt, closesAt }: Pick<Appraisal, 'openedAt' | 'selfUntil' | 'measure' | 'opensAt' | 'closesAt'>): readonly Todo[] {
  const remindAt = morningOf(addCivilDays(selfUntil, -SELF_REMINDER_DAYS));
  const self: readonly Todo[] = [{ what: 'TELL_OPENED', at: openedAt, from: 0 }, ...(remindAt > openedAt ? [{ what: 'REMIND_SELF' as const, at: remindAt, from: 0 }] : [])];
  if (measure === 'PAPER' || opensAt === undefined || closesAt === undefined) return inOrder([...self, { what: 'MEASURE', at: endOfDay(selfUntil) }]);
  const reminder = closesAt - DAY_MS + MORNING_MS;
  return inOrder([
    { what: 'ANNOUNCE', at: openedAt },
    ...self,
    { what: 'MEASURE', at: opensAt },
    { what: 'TELL_MEASURE', at: opensAt + MORNING_MS, from: 0 },
    // On the last day, to everybody alike; of a box that is open for a day they have only just heard.
    ...(reminder > opensAt + DAY_MS ? [{ what: 'TELL_CLOSING' as const, at: reminder, from: 0 }] : []),
    { what: 'COUNT', at: closesAt },
  ]);
}

/** Once the branch has what it decides on. */
export function agendaOfDeciding(now: EpochMs): readonly Todo[] {
  return [{ what: 'REMIND_DECIDE', at: morningOf(addCivilDays(civilDateOf(now), DECIDE_REMINDER_DAYS)) }];
}

/** Once it is reported: everybody learns their own result, and plans are agreed in `improvementDays` (PTY-13). */
export function agendaOfReport(now: EpochMs, improvementDays: number): readonly Todo[] {
  return [
    { what: 'TELL_RESULT', at: now, from: 0 },
    { what: 'REMIND_PLANS', at: morningOf(addCivilDays(civilDateOf(now), Math.max(1, improvementDays - PLANS_REMINDER_DAYS))) },
  ];
}

/** A plan is called to mind before it ends, and once it has ended without a word. */
export function agendaOfPlan(about: PersonId, { due }: Pick<Improvement, 'due'>, now: EpochMs): readonly Todo[] {
  const before = morningOf(addCivilDays(due, -PLAN_REMINDER_DAYS));
  return [...(before > now ? [{ what: 'PLAN_DUE' as const, at: before, about }] : []), { what: 'PLAN_OVER', at: morningOf(addCivilDays(due, 1)), about }];
}

/** With `more` to do; the same thing once, at its new time. */
export function withTodo(appraisal: Appraisal, more: readonly Todo[]): Appraisal {
  return withAgenda(appraisal, [...appraisal.todo.filter((one) => !more.some((other) => isSame(one, other))), ...more]);
}

/** Without what is over: what it was about has been done, or is no longer. */
export function withoutTodo(appraisal: Appraisal, isOver: (todo: Todo) => boolean): Appraisal {
  return withAgenda(appraisal, appraisal.todo.filter((one) => !isOver(one)));
}

export function withAgenda(appraisal: Appraisal, todo: readonly Todo[]): Appraisal {
  const { dueAt: _before, ...rest } = appraisal;
  const ordered = inOrder(todo);
  const [first] = ordered;
  return { ...rest, todo: ordered, ...(first === undefined ? {} : { dueAt: first.at }) };
}

function isSame(one: Todo, other: Todo): boolean {
  return one.what === other.what && one.about === other.about;
}

/** By time; what falls together stays in the order in which it was said. */
function inOrder(todo: readonly Todo[]): readonly Todo[] {
  return [...todo].sort((one, other) => one.at - other.at);
}
