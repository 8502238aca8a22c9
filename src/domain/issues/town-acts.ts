/** What the town does: calls departments and villages, decides their objections, presses (EVT-07, EVT-08, EVT-17). */
import { assert } from '../basics/assert';
import { ok, refused, type Result } from '../basics/result';
import { addWorkingDays } from '../basics/working-days';
import { isDepartment, type PostKey } from '../grid/posts';
import type { ActOf, Outcome, Refusal, Situation } from './acts';
import { acceptBy, handleLimit } from './deadlines';
import { decideBy, isInTime } from './handler-acts';
import type { Issue, Owner } from './issue';
import { adjudicator, isBarred, ownerAt } from './ladder';
import { movedTo, resumed, signature, telling, withLimit, withStep, withTimers } from './moves';
import { dispatchedAt } from './transitions';

type Decided = Result<Outcome, Refusal>;

/**
 * 交办: gives it to a department, a village or the town, which from then on answers for it (首接负责); others may assist,
 * the one responsible stays one (ORG-02). Who dispatches what nobody had accepted accepts it by that.
 *
 * A department's own duty cannot become a village's (EVT-17).
 */
export function dispatch(issue: Issue, act: ActOf<'DISPATCH'>, at: Situation): Decided {
  const { to } = act;
  if (to.post === issue.owner.post || isBarred(issue, to.post)) return refused({ code: 'INVALID_INPUT', path: 'to', problem: 'CHOICE' });
  if (act.assistants.some((post) => post === to.post || isBarred(issue, post))) return refused({ code: 'INVALID_INPUT', path: 'assistants', problem: 'CHOICE' });
  const duty = departmentInDuty(issue);
  if (duty !== undefined && isVillage(to.post)) return refused({ code: 'DEPARTMENT_DUTY', unit: duty });

  const accepted = acceptedByDispatch(issue, at);
  const moved: Issue = { ...movedTo(accepted, to, 'TRANSFERRED', at), assistants: [...new Set(act.assistants)] };
  const by = signature(at.by, deskPost(issue, at));
  const next = withStep(moved, at.now, { kind: 'DISPATCHED', by, text: act.text, from: issue.owner, to: moved.owner });
  return ok({
    issue: next,
    tell: [
      telling(issue, { post: to.post }, 'ISSUE_DISPATCHED_TO_YOU', at, { acceptBy: moved.acceptBy ?? at.now }),
      telling(issue, 'REPORTER', 'ISSUE_DISPATCHED', at, { to: to.name }),
      ...moved.assistants.map((post) => telling(issue, { post }, 'ISSUE_ASSIST', at, { to: to.name })),
    ],
  });
}

/** The unit whose duty it has proved to be: a department that accepted it, or whose objection was refused. */
export function departmentInDuty(issue: Issue): string | undefined {
  const { objection } = issue;
  if (objection?.decision === 'REFUSED' && isDepartment(objection.post)) return objection.unit;
  const upheldAt = objection?.decision === 'UPHELD' ? objection.at : -1;
  const takenOver = issue.steps.find(({ kind, by, at }) => kind === 'ACCEPTED' && by?.post !== undefined && isDepartment(by.post) && at > upheldAt);
  if (takenOver === undefined) return undefined;
  const given = issue.steps.find(({ to }) => to !== undefined && to.post === takenOver.by?.post);
  return given?.to?.name ?? takenOver.by?.name;
}

/** 派单异议: once, with its legal basis, within the county's working days of the dispatch (EVT-08). */
export function object(issue: Issue, act: ActOf<'OBJECT'>, at: Situation): Decided {
  if (issue.objection !== undefined) return refused({ code: 'ALREADY_OBJECTED' });
  const given = dispatchedAt(issue);
  const until = given === undefined ? 0 : addWorkingDays(given, at.settings.event.objection.workdays, at.settings.calendar).dueAt;
  if (at.now >= until) return refused({ code: 'ISSUE_STAGE', stage: issue.stage });
  const decider = adjudicator(issue, at.settings).post;
  const objected: Issue = {
    ...issue,
    stage: 'ASSIGNED',
    acceptBy: undefined,
    objection: { at: at.now, post: issue.owner.post, unit: isDepartment(issue.owner.post) ? unitName(issue) : issue.owner.name, reason: act.text, basis: act.basis },
    decider,
  };
  const timed = withTimers(objected, { ACCEPT: undefined, FIRST_STEP: undefined, OBJECTION: decideBy(issue, decider, at) });
  const next = withStep(timed, at.now, { kind: 'OBJECTED', by: signature(at.by, issue.owner.post), text: `${act.text}（${act.basis}）` });
  return ok({ issue: next, tell: [telling(issue, { post: decider }, 'ISSUE_OBJECTED', at, { from: next.objection?.unit ?? '' })] });
}

/** The town decides, and after that nothing comes back (EVT-08). Upheld, it goes where the town says, or to the town itself. */
export function decideObjection(issue: Issue, act: ActOf<'DECIDE_OBJECTION'>, at: Situation): Decided {
  const { objection } = issue;
  assert(objection !== undefined, 'there is an objection');
  const decider = adjudicator(issue, at.settings);
  const by = signature(at.by, issue.decider ?? decider.post);
  const unit = { post: objection.post };
  const told = telling(issue, unit, 'ISSUE_OBJECTION_DECIDED', at, { upheld: act.uphold ? 1 : 0 });
  if (!act.uphold) {
    const limit = acceptBy(at.settings, issue.urgency, issue.owner.post, at.now);
    const kept: Issue = { ...issue, objection: { ...objection, decision: 'REFUSED' }, decider: undefined, acceptBy: limit };
    return ok({ issue: withStep(withTimers(kept, { OBJECTION: undefined, ACCEPT: limit }), at.now, { kind: 'OBJECTION_REFUSED', by, text: act.text }), tell: [told] });
  }
  const to: Owner = act.to ?? ownerAt(decider, at.now);
  if (to.post === objection.post || isBarred(issue, to.post)) return refused({ code: 'INVALID_INPUT', path: 'to', problem: 'CHOICE' });
  const moved = movedTo({ ...issue, objection: { ...objection, decision: 'UPHELD' } }, to, 'RETURNED', at);
  const next = withStep(moved, at.now, { kind: 'OBJECTION_UPHELD', by, text: act.text, from: issue.owner, to: moved.owner });
  return ok({
    issue: next,
    tell: [telling(issue, { post: to.post }, 'ISSUE_DISPATCHED_TO_YOU', at, { acceptBy: moved.acceptBy ?? at.now }), told, telling(issue, 'REPORTER', 'ISSUE_DISPATCHED', at, { to: to.name })],
  });
}

/** 督办: a level above asks the one in charge to see to it. */
export function urge(issue: Issue, act: ActOf<'URGE'>, at: Situation): Decided {
  const next = withStep(issue, at.now, { kind: 'URGED', by: signature(at.by, deskPost(issue, at)), text: act.text });
  return ok({ issue: next, tell: [telling(issue, { post: issue.owner.post }, 'ISSUE_URGED', at, { by: at.by.name })] });
}

/** Dispatching what was only reported counts as answering it, and starts the handle limit. */
function acceptedByDispatch(issue: Issue, at: Situation): Issue {
  const going = resumed(issue, at);
  if (going.acceptedAt !== undefined) return going;
  const accepted: Issue = { ...going, acceptedAt: at.now, acceptedInTime: isInTime(issue, at.now), tallyStale: true };
  return withLimit(accepted, handleLimit(at.settings, issue.category, at.now), at);
}

/** The post in which somebody above acts. */
function deskPost(issue: Issue, at: Situation): PostKey | undefined {
  const { posts } = at.by;
  return posts.find((post) => post === issue.owner.post) ?? posts.find((post) => post === issue.town) ?? posts[0];
}

function unitName(issue: Issue): string {
  return issue.steps.filter(({ to }) => to?.post === issue.owner.post).at(-1)?.to?.name ?? issue.owner.name;
}

function isVillage(post: PostKey): boolean {
  return /^\d{12}$/.test(post);
}
