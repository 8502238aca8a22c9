/** What the reporter, and a neighbour with the same trouble, can do (EVT-13, EVT-16). */
import { assert } from '../basics/assert';
import { addCivilDays, startOfDay } from '../basics/civil-time';
import { ok, refused, type Result } from '../basics/result';
import type { ActOf, Outcome, Refusal, Situation, WordsAct } from './acts';
import { ratingUntil, reopenUntil } from './deadlines';
import type { Issue, Rating } from './issue';
import { ownerAbove } from './ladder';
import { movedTo, signature, stopped, telling, withStep, withTimers } from './moves';
import { addedOn, remindedOn } from './transitions';

type Decided = Result<Outcome, Refusal>;

/** So many remarks a day as the county takes; on what is urgent as many as there is to say. */
export function add(issue: Issue, act: WordsAct, at: Situation): Decided {
  if (issue.urgency !== 'URGENT' && addedOn(issue, at.now) >= at.settings.sending.remarksPerDay) {
    return refused({ code: 'SENT_ENOUGH', what: 'REMARK', next: startOfDay(addCivilDays(at.today, 1)) });
  }
  const next = withStep(issue, at.now, { kind: 'ADDED', by: signature(at.by), text: act.text, photos: act.photos });
  return ok({ issue: next, tell: [telling(issue, { post: issue.owner.post }, 'ISSUE_ADDED', at)] });
}

/** The reporter answers what the owner asked. The limit ran on meanwhile: a question is no pause. */
export function answer(issue: Issue, act: WordsAct, at: Situation): Decided {
  const next = withStep({ ...issue, askedBack: undefined }, at.now, { kind: 'ANSWERED', by: signature(at.by), text: act.text, photos: act.photos });
  return ok({ issue: next, tell: [telling(issue, { post: issue.owner.post }, 'ISSUE_ANSWERED', at)] });
}

/** 催办: as often a day as the county allows. */
export function remind(issue: Issue, at: Situation): Decided {
  if (remindedOn(issue, at.now) >= at.settings.reminderPerDay) {
    return refused({ code: 'REMINDED_TODAY', next: startOfDay(addCivilDays(at.today, 1)) });
  }
  const next = withStep({ ...issue, remindedAt: at.now }, at.now, { kind: 'REMINDED', by: signature(at.by) });
  return ok({ issue: next, tell: [telling(issue, { post: issue.owner.post }, 'ISSUE_REMINDED', at)] });
}

/** EVT-16: before work has begun. What is withdrawn is no longer shown to the village. */
export function withdraw(issue: Issue, at: Situation): Decided {
  const next = withStep({ ...stopped(issue), stage: 'WITHDRAWN', published: false, review: undefined }, at.now, { kind: 'WITHDRAWN', by: signature(at.by) });
  return ok({ issue: withTimers(next, { PUBLISH: undefined }), tell: [telling(issue, { post: issue.owner.post }, 'ISSUE_WITHDRAWN', at)] });
}

/** 我也遇到了. Enough neighbours make an ordinary matter a major one (EVT-04). */
export function support(issue: Issue, at: Situation): Decided {
  const { personId } = at.by;
  assert(personId !== undefined, 'a neighbour is a person on the roster');
  if (personId === issue.reporterId || issue.supporters.includes(personId)) return ok({ issue, tell: [] });
  const supporters = [...issue.supporters, personId];
  const next: Issue = { ...issue, supporters };
  const grown = issue.urgency === 'NORMAL' && supporters.length + 1 >= at.settings.event.majorPeople;
  if (!grown) return ok({ issue: next, tell: [] });
  return ok({
    issue: withStep({ ...next, urgency: 'MAJOR' }, at.now, { kind: 'SUPPORTED' }),
    tell: [telling(issue, { post: issue.owner.post }, 'ISSUE_GROWN', at, { people: supporters.length + 1 })],
  });
}

/**
 * EVT-13. Not solved, or not satisfied, goes back once, a level higher. A rating is taken until silence closes the matter;
 * after that only an unsolved matter is heard, until `reopenDays` are over.
 */
export function rate(issue: Issue, act: ActOf<'RATE'>, at: Situation): Decided {
  const { doneAt } = issue;
  assert(doneAt !== undefined, 'what is rated was done');
  const unhappy = act.solved === 'NO' || act.satisfaction === 'UNSATISFIED';
  const mayRate = issue.stage === 'DONE' && at.now < ratingUntil(at.settings, doneAt);
  const mayReopen = issue.reopenedAt === undefined && at.now < reopenUntil(at.settings, doneAt);
  if (!unhappy && !mayRate) return refused({ code: 'RATING_CLOSED' });
  if (unhappy && !mayRate && !mayReopen) return refused({ code: issue.reopenedAt === undefined ? 'RATING_CLOSED' : 'ALREADY_REOPENED' });
  if (issue.stage === 'ARCHIVED' && ratedThisLoop(issue)) return refused({ code: 'RATING_CLOSED' });

  const rating: Rating = { solved: act.solved, satisfaction: act.satisfaction, text: act.text, at: at.now };
  const rated = withStep({ ...issue, rating, tallyStale: true }, at.now, { kind: 'RATED', by: signature(at.by), text: act.text });
  if (unhappy && mayReopen) return ok(reopened(rated, at));
  const closed = withTimers({ ...rated, stage: 'RATED' }, { RATING: undefined, ARCHIVE: reopenUntil(at.settings, doneAt) });
  return ok({ issue: closed, tell: [telling(issue, { post: issue.owner.post }, 'ISSUE_RATED', at, { solved: act.solved, satisfaction: act.satisfaction })] });
}

/** Whether the rating is of the work last done, not of that before a reopening. */
export function ratedThisLoop(issue: Pick<Issue, 'rating' | 'reopenedAt'>): boolean {
  return issue.rating !== undefined && issue.rating.at > (issue.reopenedAt ?? -1);
}

/** Back to work, with the post above whoever did it; at the top, with the same post. Every limit begins anew. */
function reopened(issue: Issue, at: Situation): Outcome {
  const former = issue.owner;
  const above = ownerAbove(issue, former.post, at.village, at.settings, at);
  const to = above ?? former;
  const fresh: Issue = {
    ...issue,
    open: true,
    limit: undefined,
    dueAt: undefined,
    // What the hotline asked for was answered by what was done; from here on the reporter is owed it (EVT-19).
    answerBy: undefined,
    doneAt: undefined,
    doneInTime: undefined,
    overdueCount: 0,
    paused: undefined,
    reopenedAt: at.now,
  };
  const next = withTimers(movedTo(fresh, to, 'REOPENED', at), { RATING: undefined, ARCHIVE: undefined, REMIND: undefined, HANDLE: undefined });
  const tell = [telling(issue, { post: to.post }, 'ISSUE_REOPENED_TO_YOU', at, { acceptBy: next.acceptBy ?? at.now })];
  if (above !== undefined) tell.push(telling(issue, { post: former.post }, 'ISSUE_REOPENED_ABOVE', at, { to: to.name }));
  return { issue: withStep(next, at.now, { kind: 'REOPENED', by: signature(at.by), from: former, to: next.owner }), tell };
}
