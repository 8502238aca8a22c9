/** What the post that answers for a matter can do, and who decides on more time (EVT-02, EVT-03, EVT-05, EVT-06). */
import { assert } from '../basics/assert';
import { civilDaysBetween, startOfDay } from '../basics/civil-time';
import { ok, refused, type Result } from '../basics/result';
import { levelOf } from '../areas/code';
import { dueAfter } from '../basics/working-days';
import { areaOfPost, deskPostOf, isDepartment, type PostKey } from '../grid/posts';
import { acceptLimit } from '../settings/event-limits';
import type { ActOf, Circumstances, Outcome, Refusal, Situation, WordsAct } from './acts';
import { firstStepBy, handleLimit, latestPause, longestExtensionOf, ratingUntil } from './deadlines';
import type { Issue, Owner, Telling } from './issue';
import { ownerAbove } from './ladder';
import { movedTo, resumed, signature, stopped, telling, withLimit, withStep, withTimers } from './moves';
import { hasWorkBegun, isExtensionOpen } from './transitions';

type Decided = Result<Outcome, Refusal>;

/** 签收: the handle limit begins with the first acceptance, and anew after a reopening. */
export function accept(issue: Issue, at: Situation): Decided {
  const first = issue.acceptedAt === undefined;
  const { personId, name } = at.by;
  const owner: Owner = { ...issue.owner, ...(personId === undefined ? {} : { personId }), name };
  const stage = hasWorkBegun(issue) && issue.limit !== undefined ? 'HANDLING' : 'ACCEPTED';
  const taken: Issue = {
    ...issue,
    owner,
    stage,
    acceptBy: undefined,
    ...(first ? { acceptedAt: at.now, acceptedInTime: isInTime(issue, at.now), tallyStale: true } : {}),
  };
  const limited = issue.limit === undefined ? withLimit(taken, handleLimit(at.settings, issue.category, at.now), at) : taken;
  const begun = withTimers(limited, { ACCEPT: undefined, FIRST_STEP: owesFirstStep(issue) ? firstStepBy(at.settings, issue, owner.post, at.now) : undefined });
  const next = withStep(begun, at.now, { kind: 'ACCEPTED', by: signature(at.by, owner.post), dueAt: begun.dueAt });
  return ok({ issue: next, tell: [telling(issue, 'REPORTER', 'ISSUE_ACCEPTED', at, { by: name, ...(begun.dueAt === undefined ? {} : { dueAt: begun.dueAt }) })] });
}

/** A department owes its plan whatever was tried before it was called (EVT-07); for others begun work goes on. */
function owesFirstStep(issue: Issue): boolean {
  return isDepartment(issue.owner.post) || !hasWorkBegun(issue);
}

/** EVT-15: in time is before the limit of the first post it reached, or of one it was handed up to, never after escalation. */
export function isInTime(issue: Issue, now: number): boolean {
  return issue.acceptBy !== undefined && now < issue.acceptBy && !issue.steps.some(({ kind }) => kind === 'ESCALATED');
}

/** 不予受理, with where to go instead (EVT-10). It counts as an answer in time. */
export function reject(issue: Issue, act: ActOf<'REJECT'>, at: Situation): Decided {
  const answered: Issue = { ...stopped(issue), stage: 'REJECTED', acceptedInTime: isInTime(issue, at.now) };
  const next = withStep(answered, at.now, { kind: 'REJECTED', by: signature(at.by, issue.owner.post), text: `${act.channel}：${act.text}` });
  return ok({ issue: next, tell: [telling(issue, 'REPORTER', 'ISSUE_REJECTED', at, { by: issue.owner.name }), ...answerHotline(issue, at)] });
}

/** Asks the reporter. The limit runs on: only a suspension with a reason and an end stops it. */
export function ask(issue: Issue, act: WordsAct, at: Situation): Decided {
  const asked: Issue = { ...issue, askedBack: { at: at.now, text: act.text } };
  const next = withStep(asked, at.now, { kind: 'ASKED', by: signature(at.by, issue.owner.post), text: act.text, photos: act.photos });
  return ok({ issue: next, tell: [telling(issue, 'REPORTER', 'ISSUE_ASKED', at, { by: at.by.name })] });
}

/** A step of work, by the owner or by a post that assists. The owner's first one begins the handling. */
export function progress(issue: Issue, act: WordsAct, at: Situation): Decided {
  const post = at.by.posts.includes(issue.owner.post) ? issue.owner.post : issue.assistants.find((one) => at.by.posts.includes(one));
  const begun = post === issue.owner.post ? withTimers(issue.stage === 'ACCEPTED' ? { ...issue, stage: 'HANDLING' } : issue, { FIRST_STEP: undefined }) : issue;
  const next = withStep(begun, at.now, { kind: 'PROGRESS', by: signature(at.by, post), text: act.text, photos: act.photos });
  return ok({ issue: toBeChecked(next, at), tell: [telling(issue, 'REPORTER', 'ISSUE_PROGRESS', at, { by: at.by.name })] });
}

/** 往上交, with a reason (EVT-03): the next filled post above answers from now on. */
export function handUp(issue: Issue, act: ActOf<'HAND_UP'>, at: Situation): Decided {
  const above = ownerAbove(issue, issue.owner.post, at.village, at.settings, at);
  if (above === undefined) return refused({ code: 'NO_HIGHER_LEVEL' });
  const moved = movedTo(issue, above, 'ESCALATED', at);
  const next = withStep(moved, at.now, { kind: 'HANDED_UP', by: signature(at.by, issue.owner.post), text: act.text, photos: act.photos, from: issue.owner, to: moved.owner });
  return ok({
    issue: next,
    tell: [
      telling(issue, { post: above.post }, 'ISSUE_HANDED_UP_TO_YOU', at, { from: issue.owner.name, acceptBy: moved.acceptBy ?? at.now }),
      telling(issue, 'REPORTER', 'ISSUE_HANDED_UP', at, { to: above.name }),
    ],
  });
}

/** EVT-06: more time, once, at most as long again; the next level decides. */
export function askExtension(issue: Issue, act: ActOf<'ASK_EXTENSION'>, at: Situation): Decided {
  if (issue.extension?.decision === 'APPROVED' || issue.decider !== undefined) return refused({ code: 'ALREADY_EXTENDED' });
  const maxWorkdays = longestExtensionOf(issue, at.settings);
  if (act.workdays > maxWorkdays) return refused({ code: 'EXTENSION_TOO_LONG', maxWorkdays });
  const decider = ownerAbove(issue, issue.owner.post, at.village, at.settings, at);
  if (decider === undefined) return refused({ code: 'NO_HIGHER_LEVEL' });
  const asked: Issue = { ...issue, extension: { askedAt: at.now, workdays: act.workdays, reason: act.text }, decider: decider.post };
  const next = withStep(withTimers(asked, { EXTENSION: decideBy(issue, decider.post, at) }), at.now, { kind: 'EXTENSION_ASKED', by: signature(at.by, issue.owner.post), text: act.text });
  return ok({ issue: next, tell: [telling(issue, { post: decider.post }, 'ISSUE_EXTENSION_ASKED', at, { from: issue.owner.name, workdays: act.workdays })] });
}

/** How long a post may take to decide something: as long as to accept something. */
export function decideBy(issue: Issue, post: PostKey, { settings, now }: Pick<Circumstances, 'settings' | 'now'>): number {
  return dueAfter(now, acceptLimit(settings, issue.urgency, levelOf(areaOfPost(post))), settings.calendar).dueAt;
}

/** The next level's answer. The reporter is told of more time together with the reason (EVT-06). */
export function decideExtension(issue: Issue, act: ActOf<'DECIDE_EXTENSION'>, at: Situation): Decided {
  const { extension, limit } = issue;
  assert(extension !== undefined && isExtensionOpen(issue) && limit !== undefined, 'an extension was asked for');
  const { decider } = issue;
  const decided: Issue = withTimers({ ...issue, extension: { ...extension, decision: act.approve ? 'APPROVED' : 'REFUSED' }, decider: undefined }, { EXTENSION: undefined });
  const longer = act.approve ? extended(decided, extension.workdays, at) : decided;
  const next = withStep(longer, at.now, { kind: act.approve ? 'EXTENDED' : 'EXTENSION_REFUSED', by: signature(at.by, decider), text: act.approve ? grantedWords(extension.reason, act.text) : act.text, dueAt: longer.dueAt });
  const tell = [telling(issue, { post: issue.owner.post }, 'ISSUE_EXTENSION_DECIDED', at, { approved: act.approve ? 1 : 0 })];
  if (act.approve && longer.dueAt !== undefined) tell.push(telling(issue, 'REPORTER', 'ISSUE_EXTENDED', at, { dueAt: longer.dueAt }));
  return ok({ issue: next, tell });
}

/** The reason for more time, and what whoever granted it said to that. */
function grantedWords(reason: string, said: string): string {
  return said === '' ? reason : `${reason}（${said}）`;
}

function extended(issue: Issue, workdays: number, at: Circumstances): Issue {
  const { limit } = issue;
  assert(limit !== undefined, 'a limit runs');
  const longer = { ...limit, more: [...limit.more, { unit: 'WORKDAY' as const, n: workdays }] };
  return issue.side === 'SUSPENDED' ? { ...issue, limit: longer } : withLimit(issue, longer, at);
}

/**
 * 挂起: with a reason and an end, of at most the cap's number of days ahead (EVT-06) and never past a ticket's day; so often, and
 * of its limit so much together, as the county lets it. The level above is told.
 */
export function suspend(issue: Issue, act: ActOf<'SUSPEND'>, at: Situation): Decided {
  const { paused = { times: 0, days: 0 } } = issue;
  const latest = latestPause(issue, at.today, at.settings);
  if (latest <= at.today) return refused({ code: 'PAUSED_ENOUGH', times: at.settings.event.pause.times });
  if (act.until <= at.today) return refused({ code: 'INVALID_INPUT', path: 'until', problem: 'TOO_SMALL' });
  if (act.until > latest) return refused({ code: 'INVALID_INPUT', path: 'until', problem: 'TOO_BIG', limit: civilDaysBetween(at.today, latest) });
  const until = startOfDay(act.until);
  const stopping: Issue = { ...issue, side: 'SUSPENDED', suspendedAt: at.now, suspendedUntil: until, suspendReason: act.text, dueAt: undefined, paused: { ...paused, times: paused.times + 1 } };
  const timed = withTimers(stopping, { RESUME: until, HANDLE: undefined, REMIND: undefined, FIRST_STEP: undefined, CALENDAR: undefined });
  const next = withStep(timed, at.now, { kind: 'SUSPENDED', by: signature(at.by, issue.owner.post), text: act.text, dueAt: until });
  const above = ownerAbove(issue, issue.owner.post, at.village, at.settings, at);
  const tell = [telling(issue, 'REPORTER', 'ISSUE_SUSPENDED', at, { until })];
  if (above !== undefined) tell.push(telling(issue, { post: above.post }, 'ISSUE_SUSPENDED_BELOW', at, { from: issue.owner.name, until }));
  return ok({ issue: next, tell });
}

export function resume(issue: Issue, at: Situation): Decided {
  const going = resumed(issue, at);
  return ok({ issue: withStep(going, at.now, { kind: 'RESUMED', by: signature(at.by, issue.owner.post), dueAt: going.dueAt }), tell: [] });
}

/** 办结: the reporter has the word now, for `ratingDays`. */
export function finish(issue: Issue, act: WordsAct, at: Situation): Decided {
  const doneInTime = issue.dueAt !== undefined && at.now < issue.dueAt && issue.overdueCount === 0;
  const done: Issue = { ...stopped(issue), stage: 'DONE', doneAt: at.now, doneInTime };
  const next = withStep(withTimers(done, { RATING: ratingUntil(at.settings, at.now) }), at.now, { kind: 'DONE', by: signature(at.by, issue.owner.post), text: act.text, photos: act.photos });
  return ok({ issue: toBeChecked(next, at), tell: [telling(issue, 'REPORTER', 'ISSUE_DONE', at, { by: at.by.name }), ...issue.supporters.map((person) => telling(issue, { person }, 'ISSUE_DONE_NEARBY', at)), ...answerHotline(issue, at)] });
}

/** EVT-19: the town's desk answers the hotline, and hears when it can. Of a restricted matter whoever ended it answers, and the desk hears nothing (EVT-14). */
function answerHotline(issue: Issue, at: Circumstances): readonly Telling[] {
  return issue.tickets === undefined || issue.answerBy === undefined || issue.restricted ? [] : [telling(issue, { post: deskPostOf(issue.town) }, 'ISSUE_TICKET_ANSWER', at, { answerBy: issue.answerBy })];
}

/** What a handler wrote on a public matter is public after the content check, which the clock asks for (WX-08). */
function toBeChecked(issue: Issue, at: Circumstances): Issue {
  return issue.visibility === 'VILLAGE' ? withTimers(issue, { PUBLISH: at.now }) : issue;
}
