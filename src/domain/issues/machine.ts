/** The closed loop as one function (EVT-02): a matter, an act, and what comes of it. Pure; the same call gives the same answer. */
import { exhaustive } from '../basics/exhaustive';
import { ok, refused, type Result } from '../basics/result';
import { isDepartment } from '../grid/posts';
import type { Act, ActName, Actor, Outcome, Refusal, Situation } from './acts';
import * as handler from './handler-acts';
import type { Issue } from './issue';
import { isAbove, isBarred } from './ladder';
import { settled } from './moves';
import * as reporter from './reporter-acts';
import * as town from './town-acts';
import { fitsStage, hasAbove, hasAboveToDecide, hasWorkBegun, isFromHotline, isExtensionOpen, isObjectionOpen, maySayNo, TRANSITIONS, wasDispatched } from './transitions';

/**
 * Does one act. Refused with a code of the contract when the actor stands wrongly to the matter, its stage does not have
 * the act, or the act's own rule says no; the matter is then as it was.
 */
export function apply(issue: Issue, act: Act, at: Situation): Result<Outcome, Refusal> {
  if (act.act === 'ACCEPT') {
    const taken = acceptedBefore(issue, at.by);
    if (taken !== undefined) return taken;
  }
  const no = refusalOf(issue, act.act, at);
  if (no !== undefined) return refused(no);
  const outcome = decide(issue, act, at);
  if (!outcome.ok || outcome.value.issue === issue) return outcome;
  return ok({ ...outcome.value, issue: settled(outcome.value.issue, at.now) });
}

/** Two heads tap 接了 at once: the second hears who has it; who has it already changes nothing by another tap. */
function acceptedBefore(issue: Issue, by: Actor): Result<Outcome, Refusal> | undefined {
  if (issue.stage !== 'ACCEPTED' && issue.stage !== 'HANDLING') return undefined;
  const last = issue.steps.filter(({ kind }) => kind === 'ACCEPTED').at(-1);
  if (last === undefined) return undefined;
  if (last.by?.personId !== undefined && last.by.personId === by.personId) return ok({ issue, tell: [] });
  return refused({ code: 'ISSUE_ALREADY_ACCEPTED', by: last.by?.name ?? issue.owner.name });
}

function refusalOf(issue: Issue, act: ActName, at: Situation): Refusal | undefined {
  if (!standsRightly(issue, act, at.by)) return { code: 'FORBIDDEN' };
  if (act === 'RATE' && issue.stage === 'RATED') return { code: 'RATING_CLOSED' };
  const stage: Refusal = { code: 'ISSUE_STAGE', stage: issue.stage };
  if (!fitsStage(issue, act)) return stage;
  switch (act) {
    case 'WITHDRAW':
      return hasWorkBegun(issue) ? stage : undefined;
    case 'ANSWER':
      return issue.askedBack === undefined ? stage : undefined;
    case 'SUPPORT':
      return issue.published ? undefined : { code: 'FORBIDDEN' };
    case 'ACCEPT':
      return issue.acceptBy === undefined ? stage : undefined;
    case 'REJECT':
      return maySayNo(issue) ? undefined : { code: 'FORBIDDEN' };
    case 'ASK':
      return isFromHotline(issue) ? stage : undefined;
    case 'HAND_UP':
      return isObjectionOpen(issue) ? stage : hasAbove(issue) ? undefined : { code: 'NO_HIGHER_LEVEL' };
    case 'ASK_EXTENSION':
      return hasAboveToDecide(issue) ? undefined : { code: 'NO_HIGHER_LEVEL' };
    case 'DECIDE_EXTENSION':
      return isExtensionOpen(issue) ? undefined : stage;
    case 'RESUME':
      return issue.side === 'SUSPENDED' ? undefined : stage;
    case 'URGE':
    case 'DISPATCH':
      return isObjectionOpen(issue) ? stage : undefined;
    case 'OBJECT':
      return wasDispatched(issue) || issue.objection !== undefined ? undefined : stage;
    case 'DECIDE_OBJECTION':
      return isObjectionOpen(issue) ? undefined : stage;
    default:
      return undefined;
  }
}

const COUNTY_LENGTH = 6;

/** Whether the actor stands to the matter as the table asks. Nobody barred ever acts on it but as its reporter. */
export function standsRightly(issue: Issue, act: ActName, by: Actor): boolean {
  const { who } = TRANSITIONS[act];
  if (who === 'REPORTER') return by.reporter;
  if (by.personId !== undefined && by.personId === issue.aboutId) return false;
  if (issue.restricted && who !== 'OWNER' && who !== 'OWNER_OR_ASSISTANT') return false;
  const posts = by.posts.filter((post) => !isBarred(issue, post));
  if (posts.length < by.posts.length) return false;
  switch (who) {
    case 'NEIGHBOUR':
      return by.personId !== undefined;
    case 'OWNER':
      return posts.includes(issue.owner.post);
    case 'OWNER_OR_ASSISTANT':
      return posts.includes(issue.owner.post) || issue.assistants.some((post) => posts.includes(post));
    case 'ABOVE':
      return posts.some((post) => isAbove(post, issue.owner.post) || (post === issue.town && isDepartment(issue.owner.post)));
    case 'TOWN_OR_COUNTY':
      return posts.some((post) => post === issue.town || post === issue.town.slice(0, COUNTY_LENGTH));
    case 'DECIDER':
      return issue.decider !== undefined && posts.includes(issue.decider);
    default:
      return exhaustive(who);
  }
}

function decide(issue: Issue, act: Act, at: Situation): Result<Outcome, Refusal> {
  switch (act.act) {
    case 'ADD':
      return reporter.add(issue, act, at);
    case 'ANSWER':
      return reporter.answer(issue, act, at);
    case 'REMIND':
      return reporter.remind(issue, at);
    case 'WITHDRAW':
      return reporter.withdraw(issue, at);
    case 'SUPPORT':
      return reporter.support(issue, at);
    case 'RATE':
      return reporter.rate(issue, act, at);
    case 'ACCEPT':
      return handler.accept(issue, at);
    case 'REJECT':
      return handler.reject(issue, act, at);
    case 'ASK':
      return handler.ask(issue, act, at);
    case 'PROGRESS':
      return handler.progress(issue, act, at);
    case 'HAND_UP':
      return handler.handUp(issue, act, at);
    case 'ASK_EXTENSION':
      return handler.askExtension(issue, act, at);
    case 'DECIDE_EXTENSION':
      return handler.decideExtension(issue, act, at);
    case 'SUSPEND':
      return handler.suspend(issue, act, at);
    case 'RESUME':
      return handler.resume(issue, at);
    case 'FINISH':
      return handler.finish(issue, act, at);
    case 'DISPATCH':
      return town.dispatch(issue, act, at);
    case 'OBJECT':
      return town.object(issue, act, at);
    case 'DECIDE_OBJECTION':
      return town.decideObjection(issue, act, at);
    case 'URGE':
      return town.urge(issue, act, at);
    default:
      return exhaustive(act);
  }
}
