/** Whether a box may be announced as it is planned, and the choices a voter may send. */
import { assert } from '../basics/assert';
import { DAY_MS, HOUR_MS } from '../basics/civil-time';
import type { EpochMs } from '../basics/ids';
import { LEFT_OUT, MAIN, MAX_LISTED, type BoxPlan, type BoxState, type OptionCode, type Question } from './box';
import { notHereIn, type NotHere } from './not-here';
import { RATING_CODES } from './rating';
import { ABSTAIN, NO, YES } from './tally';

/** VOTE-11: how long the roll is shown before the box opens, and how soon an objection to it is answered. */
export const ROLL_SHOWN_DAYS = 5;
export const ROLL_ANSWER_DAYS = 3;
/** VOTE-10: a household's representative can be changed until so long before the box opens. */
export const REPRESENTATIVE_CLOSES_MS = DAY_MS;

/** How far a box is, and its times as they stand: a box can be put off. */
export interface TimedBox {
  readonly state: BoxState;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
}

/** Whether the roll can still be put right: what waits for its answer does not keep it open for more (VOTE-10, 11). */
export function isRollOpen({ state, opensAt }: Pick<TimedBox, 'state' | 'opensAt'>, now: EpochMs): boolean {
  return state === 'SHOWN' && now < opensAt - REPRESENTATIVE_CLOSES_MS;
}

/** By how much a box is put off whose roll is first shown at `now`: whole days, so that it opens and closes at the hour it was to. */
export function putOffForRoll(opensAt: EpochMs, now: EpochMs): number {
  const missing = now + ROLL_SHOWN_DAYS * DAY_MS - opensAt;
  return missing > HOUR_MS ? Math.ceil(missing / DAY_MS) * DAY_MS : 0;
}

/**
 * Until when a box is voted in, as far as that is known: one whose roll waits for an answer opens, and closes, later by as
 * long as it waits (VOTE-11).
 */
export function votedInUntil({ state, opensAt, closesAt }: TimedBox, now: EpochMs): EpochMs {
  const waits = state === 'DRAWING' || state === 'SHOWN' ? Math.max(0, now - (opensAt - REPRESENTATIVE_CLOSES_MS)) : 0;
  return closesAt + waits;
}

export type PlanRefusal =
  /** Elections and recalls are held by law, not here (VOTE-07, DEP-20). */
  | { readonly kind: 'NOT_HERE'; readonly what: NotHere }
  /** Only a collective's members' meeting, or a filed village charter, binds online (VOTE-09). */
  | { readonly kind: 'NOT_BINDING_ONLINE' }
  /** A vote held on site is entered by two tellers; there is no box for it. */
  | { readonly kind: 'RECORDED_ON_SITE' }
  /** The roll is shown for too short a time (VOTE-11). */
  | { readonly kind: 'ROLL_TOO_SHORT'; readonly earliestOpening: EpochMs }
  | { readonly kind: 'CLOSES_BEFORE_IT_OPENS' }
  | { readonly kind: 'NO_ELECTORATE' };

export interface PlanFacts {
  /** The village charter on file with the town allows binding ballots online (VOTE-09). */
  readonly charterBinds: boolean;
  /** It is a vote of a collective's members (VOTE-05). */
  readonly collective: boolean;
}

/** Why a plan cannot be announced; undefined when it can. Questions that no voter could answer are broken invariants. */
export function refusalOfPlan(plan: BoxPlan, facts: PlanFacts = { charterBinds: false, collective: false }): PlanRefusal | undefined {
  const what = notHereIn(plan.title);
  if (what !== undefined) return { kind: 'NOT_HERE', what };
  if (plan.legalEffect === 'RECORD') return { kind: 'RECORDED_ON_SITE' };
  if (plan.legalEffect === 'BINDING_ONLINE' && !facts.charterBinds && !facts.collective) return { kind: 'NOT_BINDING_ONLINE' };
  const earliestOpening = plan.rollShownAt + ROLL_SHOWN_DAYS * DAY_MS;
  if (plan.opensAt < earliestOpening) return { kind: 'ROLL_TOO_SHORT', earliestOpening };
  if (plan.closesAt <= plan.opensAt) return { kind: 'CLOSES_BEFORE_IT_OPENS' };
  const { villages, only } = plan.electorate;
  if (villages.length === 0 || only?.length === 0 || (only?.length ?? 0) > MAX_LISTED) return { kind: 'NO_ELECTORATE' };
  assertAnswerable(plan);
  return undefined;
}

/**
 * Whether what a phone sent is a ballot of these questions: every question has its entry, the main one is answered, and
 * every answer is one of its options. `undefined` says that it is; otherwise the question that is wrong.
 */
export function faultInChoices(questions: readonly { readonly id: string; readonly codes: readonly OptionCode[] }[], choices: Readonly<Record<string, OptionCode>>): string | undefined {
  const unknown = Object.keys(choices).find((id) => !questions.some((question) => question.id === id));
  if (unknown !== undefined) return unknown;
  return questions.find(({ id, codes }) => {
    const choice = choices[id];
    if (choice === undefined) return true;
    return choice === LEFT_OUT ? id === MAIN : !codes.includes(choice);
  })?.id;
}

function assertAnswerable({ questions, rule }: BoxPlan): void {
  const [main, ...others] = questions;
  assert(main?.id === MAIN && others.every(({ id }) => id !== MAIN), 'the main question comes first');
  assert(new Set(questions.map(({ id }) => id)).size === questions.length, 'every question has its own id');
  for (const { options } of questions) {
    const codes = options.map(({ code }) => code);
    assert(codes.every((code) => /^[A-Z]$/.test(code)) && new Set(codes).size === codes.length, 'an option is one letter of its own');
    assert(codes.length >= 2, 'there is something to choose');
  }
  const wanted = wantedCodes(rule.kind);
  const codes = main.options.map(({ code }) => code);
  const fits = wanted.every((code) => codes.includes(code)) && (rule.kind === 'OPINION' || codes.length === wanted.length);
  assert(fits, 'the options are those of the rule, and nobody is forced to take sides');
}

/** What the main question must offer: there is always a way to say nothing (弃权, 不了解). */
function wantedCodes(kind: BoxPlan['rule']['kind']): readonly OptionCode[] {
  return kind === 'RATING' ? RATING_CODES : kind === 'MOTION' ? [YES, NO, ABSTAIN] : [ABSTAIN];
}

/** What a roll row carries of the questions, so that casting need not read the box. */
export function answerCodes(questions: readonly Question[]): readonly { readonly id: string; readonly codes: readonly OptionCode[] }[] {
  return questions.map(({ id, options }) => ({ id, codes: options.map(({ code }) => code) }));
}
