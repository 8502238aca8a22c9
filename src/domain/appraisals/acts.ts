/** What people do in an appraisal (PTY-11..13): each answers the appraisal as it then is, or why it cannot be done now. */
import { addCivilDays, civilDateOf } from '../basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import { agendaOfDeciding, agendaOfPlan, agendaOfReport, withoutTodo, withTodo } from './agenda';
import { itemOf, needsPlan, type Appraisal, type AppraisalItem, type Decided, type MemberGrade, type MeasureCounts, type Minutes, type Suggested } from './appraisal';
import { totalOf } from './measure';

export const ACTS = ['SELF', 'REMARK', 'PAPER', 'OPINION', 'MEETING', 'DECIDE', 'REPORT', 'PLAN', 'FINISH_PLAN'] as const;
export type Act = (typeof ACTS)[number];

export type ActRefusal =
  | { readonly kind: 'STAGE' }
  /** Whom it is about is not of this appraisal. */
  | { readonly kind: 'NOT_IN_IT' }
  /** PRV-08: a decision that departs from what was suggested says why. */
  | { readonly kind: 'REASON_NEEDED' }
  | { readonly kind: 'MEETING_NEEDED' }
  | { readonly kind: 'NOT_ALL_DECIDED'; readonly left: number }
  | { readonly kind: 'FIELD'; readonly path: string; readonly problem: 'DATE' | 'TOO_MANY' | 'TWO_TELLERS'; readonly limit?: number };

type Outcome = Result<Appraisal, ActRefusal>;

/** Whether the stage has come for something, and is not over; about a member where it is about one. */
export function allows({ stage, measure }: Pick<Appraisal, 'stage' | 'measure'>, act: Act, item?: AppraisalItem): boolean {
  switch (act) {
    case 'SELF':
      // A late one is better than none; what others have read before they voted is not changed.
      return stage === 'SELF' || (stage === 'MEASURE' && item !== undefined && item.self === undefined);
    case 'REMARK':
      return stage === 'SELF' || stage === 'MEASURE';
    case 'PAPER':
      return measure === 'PAPER' && (stage === 'MEASURE' || stage === 'DECIDE') && item?.decided === undefined;
    case 'MEETING':
      // On paper it is the assembly that measures: its minutes can come before the counts.
      return stage === 'DECIDE' || (stage === 'MEASURE' && measure === 'PAPER');
    case 'OPINION':
    case 'DECIDE':
    case 'REPORT':
      return stage === 'DECIDE';
    case 'PLAN':
      return (stage === 'DECIDE' || stage === 'REPORTED') && (item === undefined || (needsPlan(item) && item.plan?.doneAt === undefined));
    case 'FINISH_PLAN':
      return stage === 'REPORTED' && (item === undefined || (item.plan !== undefined && item.plan.doneAt === undefined));
  }
}

/** 个人自评; until the measurement begins it can be written again. */
export function selfWritten(appraisal: Appraisal, who: PersonId, said: { readonly text: string; readonly grade: MemberGrade }, now: EpochMs): Outcome {
  return changing(appraisal, 'SELF', who, now, (item) => ok({ ...item, self: { ...said, at: now } }));
}

/** 党员互评: one more signed remark. */
export function remarked(appraisal: Appraisal, about: PersonId, now: EpochMs): Outcome {
  return changing(appraisal, 'REMARK', about, now, (item) => ok({ ...item, remarks: item.remarks + 1 }));
}

/** A measurement on paper as two tellers counted it; a slip is put right until it was decided on. */
export function paperCounted(appraisal: Appraisal, about: PersonId, paper: { readonly counts: MeasureCounts; readonly tellers: readonly [string, string]; readonly by: PersonId }, now: EpochMs): Outcome {
  const most = appraisal.items.length - 1;
  if (paper.tellers[0] === paper.tellers[1]) return refused({ kind: 'FIELD', path: 'tellers', problem: 'TWO_TELLERS' });
  // Nobody is on the paper about themselves.
  if (totalOf(paper.counts) > most) return refused({ kind: 'FIELD', path: 'counts', problem: 'TOO_MANY', limit: most });
  const counted = changing(appraisal, 'PAPER', about, now, (item) => ok({ ...item, paper }));
  return counted.ok && counted.value.stage === 'MEASURE' && counted.value.items.every((item) => item.paper !== undefined) ? ok(deciding(counted.value, now)) : counted;
}

/** 支委会意见 */
export function opined(appraisal: Appraisal, about: PersonId, opinion: NonNullable<AppraisalItem['opinion']>, now: EpochMs): Outcome {
  return changing(appraisal, 'OPINION', about, now, (item) => ok({ ...item, opinion }));
}

/** The assembly's minutes (PTY-11). */
export function minuted(appraisal: Appraisal, meeting: Minutes, now: EpochMs): Outcome {
  if (!allows(appraisal, 'MEETING')) return refused({ kind: 'STAGE' });
  if (meeting.on > civilDateOf(now) || meeting.on < civilDateOf(appraisal.openedAt)) return refused({ kind: 'FIELD', path: 'on', problem: 'DATE' });
  if (meeting.came > meeting.called) return refused({ kind: 'FIELD', path: 'came', problem: 'TOO_MANY', limit: meeting.called });
  const after = { ...appraisal, meeting, changedAt: now };
  return ok(after.stage === 'MEASURE' ? deciding(after, now) : after);
}

/** What the branch decided of one member (PTY-11): any grade, whatever was suggested; where they differ, why. */
export function decidedOn(appraisal: Appraisal, about: PersonId, decision: Omit<Decided, 'suggested' | 'at'>, suggested: Suggested | undefined, now: EpochMs): Outcome {
  return changing(appraisal, 'DECIDE', about, now, (item) => {
    if (suggested !== undefined && suggested.grade !== decision.grade && decision.reason === undefined) return refused({ kind: 'REASON_NEEDED' });
    const decided: Decided = { ...decision, ...(suggested === undefined ? {} : { suggested }), at: now };
    const { plan: _plan, ...rest } = item;
    // A plan for a grade that was put right is of no use to anybody.
    return ok(needsPlan({ decided }) ? { ...item, decided } : { ...rest, decided });
  });
}

/**
 * 上报: from then on nothing changes but plans. Everybody is decided on who is a member still; of whoever reports their own may
 * be open, since nobody decides on themselves and a small branch has nobody else for it: the town does.
 */
export function reported(appraisal: Appraisal, { isMember, by, improvementDays }: { readonly isMember: (personId: PersonId) => boolean; readonly by: PersonId; readonly improvementDays: number }, now: EpochMs): Outcome {
  if (!allows(appraisal, 'REPORT')) return refused({ kind: 'STAGE' });
  if (appraisal.meeting === undefined) return refused({ kind: 'MEETING_NEEDED' });
  const left = appraisal.items.filter(({ personId, decided }) => decided === undefined && personId !== by && isMember(personId)).length;
  if (left > 0) return refused({ kind: 'NOT_ALL_DECIDED', left });
  const over = withoutTodo({ ...appraisal, stage: 'REPORTED', reportedAt: now, changedAt: now }, ({ what }) => what === 'REMIND_DECIDE');
  return ok(withTodo(over, agendaOfReport(now, improvementDays)));
}

/** An improvement plan, with its last day within `improvementDays` (PTY-13). */
export function planned(appraisal: Appraisal, about: PersonId, plan: { readonly text: string; readonly due: CivilDate }, improvementDays: number, now: EpochMs): Outcome {
  const today = civilDateOf(now);
  if (plan.due <= today || plan.due > addCivilDays(today, improvementDays)) return refused({ kind: 'FIELD', path: 'due', problem: 'DATE' });
  const after = changing(appraisal, 'PLAN', about, now, (item) => ok({ ...item, plan }));
  return after.ok ? ok(withTodo(withoutTodo(after.value, (todo) => todo.about === about), agendaOfPlan(about, plan, now))) : after;
}

export function planFinished(appraisal: Appraisal, about: PersonId, result: string, now: EpochMs): Outcome {
  const after = changing(appraisal, 'FINISH_PLAN', about, now, (item) => (item.plan === undefined ? refused({ kind: 'STAGE' }) : ok({ ...item, plan: { ...item.plan, doneAt: now, result } })));
  return after.ok ? ok(withoutTodo(after.value, (todo) => todo.about === about)) : after;
}

/** The boxes are counted, or the papers: the branch has what it decides on. */
export function deciding(appraisal: Appraisal, now: EpochMs): Appraisal {
  return withTodo({ ...appraisal, stage: 'DECIDE', changedAt: now }, agendaOfDeciding(now));
}

function changing(appraisal: Appraisal, act: Act, about: PersonId, now: EpochMs, change: (item: AppraisalItem) => Result<AppraisalItem, ActRefusal>): Outcome {
  const item = itemOf(appraisal, about);
  if (item === undefined) return refused({ kind: 'NOT_IN_IT' });
  if (!allows(appraisal, act, item)) return refused({ kind: 'STAGE' });
  const changed = change(item);
  return changed.ok ? ok({ ...appraisal, items: appraisal.items.map((one) => (one === item ? changed.value : one)), changedAt: now }) : changed;
}
