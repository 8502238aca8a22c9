/** 定事 and 干事: who does it, by when, at what cost; what was done; both published (CON-08..10, PUB-04). */
import { endOfDay } from '../basics/civil-time';
import { ok, refused, type Result } from '../basics/result';
import type { ActOf, Outcome, Refusal, Situation } from './acts';
import { STEPS, type Consultation, type Decision } from './consultation';
import { passedSteps } from './four-steps';
import { ballotUnderWay } from './meeting-acts';
import { closed, entryBy, toFollowers, toRaiser, withEntry, withTimers } from './moves';
import { published } from './periods';
import { unanswered } from './transitions';
import { checkedSoon } from './villager-acts';
import { weightOf } from './weight';

/** The decision as it stands: an update can give it another day. */
export function decisionOf({ entries }: Pick<Consultation, 'entries'>): Decision | undefined {
  return entries.flatMap(({ decision }) => decision ?? []).at(-1);
}

/** Fixes a matter (定事). A major one has all four deliberations behind it; one that was to be talked over was talked over. */
export function decide(matter: Consultation, { decision, text }: ActOf<'DECIDE'>, at: Situation): Result<Outcome, Refusal> {
  const { consult } = at.settings;
  // What it will cost counts as what it costs: a dear decision is not a small one (CON-07).
  const costing: Consultation = { ...matter, costInFen: Math.max(matter.costInFen ?? 0, decision.costInFen) };
  const isMajor = weightOf(costing, consult) === 'MAJOR';
  const passed = passedSteps(matter);
  if (isMajor && passed.length < STEPS.length) return refused({ code: 'STEPS_MISSING', missing: STEPS.filter((step) => !passed.includes(step)) });
  if (matter.line === 'CONSULT' && !matter.entries.some(({ kind }) => kind === 'MINUTES')) return refused({ code: 'NOT_CONSULTED' });
  const closesAt = ballotUnderWay(matter, at);
  if (closesAt !== undefined) return refused({ code: 'BALLOT_OPEN', closesAt });
  if (decision.dueOn < at.today) return refused({ code: 'INVALID_INPUT', path: 'dueOn', problem: 'IN_THE_PAST' });
  const next: Consultation = { ...costing, stage: 'DECIDED', publications: published(matter.publications, 'DECISION', at.now, at.settings) };
  const fixed = withEntry(withTimers(next, { WORK: endOfDay(decision.dueOn) }), at.now, entryBy(at, 'DECIDED', { decision, text }));
  return ok({ matter: checkedSoon(fixed, at), tell: toFollowers(matter, 'CONSULT_DECIDED', at, at.by.personId, { dueOn: decision.dueOn }) });
}

export function progress(matter: Consultation, { text, photos, spentInFen }: ActOf<'PROGRESS'>, at: Situation): Result<Outcome, Refusal> {
  const next = withEntry({ ...matter, stage: 'DOING' }, at.now, entryBy(at, 'PROGRESS', { text, photos, ...(spentInFen === undefined ? {} : { spentInFen }) }));
  return ok({ matter: checkedSoon(next, at), tell: toRaiser(matter, 'CONSULT_PROGRESS', at) });
}

/** Done, and its outcome published. Not while the supervision committee waits for an answer (CON-12). */
export function finish(matter: Consultation, { text, photos, spentInFen }: ActOf<'FINISH'>, at: Situation): Result<Outcome, Refusal> {
  if (unanswered(matter).length > 0) return refused({ code: 'SUPERVISION_OPEN' });
  const next: Consultation = { ...closed(matter), stage: 'DONE', publications: published(matter.publications, 'OUTCOME', at.now, at.settings) };
  const finished = withEntry(next, at.now, entryBy(at, 'DONE', { text, photos, ...(spentInFen === undefined ? {} : { spentInFen }) }));
  return ok({ matter: checkedSoon(finished, at), tell: toFollowers(matter, 'CONSULT_DONE', at, at.by.personId) });
}

/** Puts right what is published, with the time it was; the first words stay readable above it. */
export function update(matter: Consultation, { what, text, dueOn }: ActOf<'UPDATE'>, at: Situation): Result<Outcome, Refusal> {
  if (!matter.publications.some((one) => one.what === what)) return refused({ code: 'CONSULT_STAGE', stage: matter.stage });
  const decision = decisionOf(matter);
  // An outcome is published with the end of the work, so that what is under way is a decision.
  const isUnderWay = matter.stage === 'DECIDED' || matter.stage === 'DOING';
  if (dueOn !== undefined && (!isUnderWay || dueOn < at.today)) return refused({ code: 'INVALID_INPUT', path: 'dueOn', problem: 'IN_THE_PAST' });
  const moved = dueOn === undefined || decision === undefined ? {} : { decision: { ...decision, dueOn } };
  const next: Consultation = { ...matter, publications: published(matter.publications, what, at.now, at.settings) };
  const timed = dueOn === undefined ? next : withTimers(next, { WORK: endOfDay(dueOn) });
  return ok({ matter: checkedSoon(withEntry(timed, at.now, entryBy(at, 'UPDATED', { what, text, ...moved })), at), tell: [] });
}

/** Whether the work is late: 红的 (CON-09). */
export function isLate(matter: Pick<Consultation, 'entries' | 'stage' | 'replyBy'>, now: number): boolean {
  const decision = decisionOf(matter);
  if (matter.stage === 'RAISED') return matter.replyBy !== undefined && now >= matter.replyBy;
  return (matter.stage === 'DECIDED' || matter.stage === 'DOING') && decision !== undefined && now >= endOfDay(decision.dueOn);
}
