/** 评事: the village answers what was raised, merges what is the same, and weighs it (CON-03, 07). */
import { ok, refused, type Result } from '../basics/result';
import { notHereIn } from '../voting/not-here';
import type { ActOf, Outcome, Refusal, Situation } from './acts';
import type { Consultation } from './consultation';
import { isStudied } from './four-steps';
import { ballotUnderWay } from './meeting-acts';
import { closed, entryBy, toFollowers, toRaiser, withEntry } from './moves';
import { published } from './periods';
import { becameMajor, checkedSoon } from './villager-acts';
import { weightOf } from './weight';

/**
 * The village's line. What goes on becomes public: of a matter told to the cadres only, the village's own title and words,
 * never the raiser's.
 */
export function answer(matter: Consultation, { line, text, title, issueId }: ActOf<'ANSWER'>, at: Situation): Result<Outcome, Refusal> {
  const isCadreOnly = matter.audience === 'CADRES';
  const goesOn = line === 'CONSULT' || line === 'ASSEMBLY';
  if (line === 'DO_NOW' && matter.source === 'ISSUES') return refused({ code: 'ISSUES_ALREADY' });
  if (goesOn && isCadreOnly && title === undefined) return refused({ code: 'TITLE_NEEDED' });
  const what = goesOn ? notHereIn(title ?? matter.title) : undefined;
  if (what !== undefined) return refused({ code: 'NOT_VOTED_HERE', what });
  const told = { ...closed(matter), line, ...(title === undefined ? {} : { title }) };
  const next: Consultation = goesOn
    ? { ...told, stage: 'REVIEWING', open: true, published: true }
    : { ...told, stage: 'CLOSED', ending: line === 'DO_NOW' ? 'ISSUE' : 'NOT_ADOPTED', ...(issueId === undefined ? {} : { intoId: issueId }) };
  const answered = withEntry(next, at.now, entryBy(at, 'ANSWERED', { line, text }));
  return ok({ matter: checkedSoon(answered, at), tell: toRaiser(matter, 'CONSULT_ANSWERED', at, { line }) });
}

/** The same matter twice: this one ends, the other takes in everybody who stands behind it. */
export function merge(matter: Consultation, { into, text }: ActOf<'MERGE'>, at: Situation): Result<Outcome, Refusal> {
  const fits = into._id !== matter._id && into.village === matter.village && (into.stage === 'RAISED' || into.stage === 'REVIEWING');
  // A matter whose steps have begun is the one that others are merged into; a cadre-only one has nothing that neighbours could follow.
  if (!fits || !into.published || matter.entries.some(({ held, ballot }) => held !== undefined || ballot !== undefined)) return refused({ code: 'CANNOT_MERGE' });
  const next = withEntry({ ...closed(matter), stage: 'CLOSED', ending: 'MERGED', intoId: into._id }, at.now, entryBy(at, 'MERGED', { text }));
  return ok({ matter: checkedSoon(next, at), tell: toFollowers(matter, 'CONSULT_MERGED', at) });
}

/** The other half of a merge. Nobody is counted twice. */
export function takeIn(matter: Consultation, { merged }: ActOf<'TAKE_IN'>, at: Situation): Result<Outcome, Refusal> {
  const people = merged.raiserId === undefined ? merged.supporters : [merged.raiserId, ...merged.supporters];
  const supporters = [...new Set([...matter.supporters, ...people])].filter((person) => person !== matter.raiserId);
  const next = { ...matter, supporters };
  return ok({ matter: next, tell: becameMajor(matter, next, at) });
}

/**
 * Says what a matter is and costs. Once the Party branch has studied it as a major one it stays major (CON-08), and what the
 * branch itself has weighed the committee does not make small, so as to decide it alone (ORG-01).
 */
export function weigh(matter: Consultation, { reserved, costInFen, markedMajor, text }: ActOf<'WEIGH'>, at: Situation): Result<Outcome, Refusal> {
  const { consult } = at.settings;
  const next: Consultation = { ...matter, reserved, costInFen, markedMajor };
  if (isStudied(matter) && weightOf(next, consult) === 'SMALL') return refused({ code: 'STEPS_BEGUN' });
  const isOfBranch = matter.entries.some(({ kind, by }) => kind === 'WEIGHED' && by?.as === 'BRANCH');
  if (isOfBranch && at.by.as === 'VILLAGE' && weightOf(matter, consult) === 'MAJOR' && weightOf(next, consult) === 'SMALL') return refused({ code: 'FORBIDDEN' });
  return ok({ matter: checkedSoon(withEntry(next, at.now, entryBy(at, 'WEIGHED', { text })), at), tell: [] });
}

/**
 * Talked over, or voted down at one of the four steps, and not to be done: the outcome is published as any other (村民委员会组织法
 * art. 35). Not while the villagers are being asked.
 */
export function drop(matter: Consultation, { text }: ActOf<'DROP'>, at: Situation): Result<Outcome, Refusal> {
  const isHeard = matter.entries.some(({ kind, held }) => kind === 'MINUTES' || held?.step === 'RESOLVE' || held?.verdict === 'NOT_PASSED');
  if (!isHeard) return refused({ code: 'NOT_CONSULTED' });
  const closesAt = ballotUnderWay(matter, at);
  if (closesAt !== undefined) return refused({ code: 'BALLOT_OPEN', closesAt });
  const next: Consultation = { ...closed(matter), stage: 'CLOSED', ending: 'DROPPED', publications: published(matter.publications, 'DECISION', at.now, at.settings) };
  return ok({ matter: checkedSoon(withEntry(next, at.now, entryBy(at, 'DROPPED', { text })), at), tell: toFollowers(matter, 'CONSULT_DROPPED', at, at.by.personId) });
}
