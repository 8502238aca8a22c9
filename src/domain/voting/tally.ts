/**
 * The count (VOTE-12): a pure function of the ballots and a rule. No state of the server goes in, so that whoever has the
 * published file comes to the same result.
 */
import { assert } from '../basics/assert';
import { exhaustive } from '../basics/exhaustive';
import { MAIN, type OptionCode, type Question } from './box';
import { isQuorate, neededPresent, neededYes, passes } from './meetings';
import { rate, RATING_CODES, type RatingCounts, type RatingOutcome } from './rating';
import type { CountingRule } from './rule';

/** How often each option of a question was chosen; every option has its entry, also with 0. */
export type OptionCounts = Readonly<Record<OptionCode, number>>;

/** Everything that is counted of a box. */
export interface Counts {
  /** Voters, or households, on the frozen roll. */
  readonly eligible: number;
  /** Ballots handed in, invalid ones among them. */
  readonly present: number;
  /** Only paper can be invalid: an online ballot that does not fit is not taken. */
  readonly invalid: number;
  readonly byQuestion: Readonly<Record<string, OptionCounts>>;
}

export type Outcome =
  /** Fewer than k ballots: nothing at all is shown (DEP-21). */
  | { readonly kind: 'HIDDEN'; readonly k: number }
  | { readonly kind: 'OPINION'; /** Those with the most ballots, abstentions aside; several stand level, and then nothing leads. */ readonly first: readonly OptionCode[] }
  | {
      readonly kind: 'MOTION';
      readonly verdict: 'PASSED' | 'NOT_PASSED' | 'NO_QUORUM';
      readonly neededPresent: number;
      readonly neededYes: number;
    }
  | RatingOutcome;

/** Abstention, which is in every opinion and every motion. */
export const ABSTAIN: OptionCode = 'A';
export const YES: OptionCode = 'Y';
export const NO: OptionCode = 'N';

/** Counts the choices of one question. A choice that is none of its options is a broken invariant: casting refused it. */
export function countChoices(question: Question, choices: readonly OptionCode[]): OptionCounts {
  const counts = new Map(question.options.map(({ code }) => [code, 0]));
  for (const choice of choices) {
    const before = counts.get(choice);
    assert(before !== undefined, 'a ballot is one of the options');
    counts.set(choice, before + 1);
  }
  return Object.fromEntries(counts);
}

/** What the counts come to under a rule. */
export function outcomeOf(rule: CountingRule, counts: Counts): Outcome {
  if (counts.present < rule.k) return { kind: 'HIDDEN', k: rule.k };
  const main = counts.byQuestion[MAIN] ?? {};
  switch (rule.kind) {
    case 'OPINION':
      return { kind: 'OPINION', first: firstOf(main) };
    case 'MOTION': {
      const attendance = { members: counts.eligible, present: counts.present };
      const needs = { neededPresent: neededPresent(rule.meeting, counts.eligible), neededYes: neededYes(rule.meeting, attendance) };
      if (!isQuorate(rule.meeting, attendance)) return { kind: 'MOTION', verdict: 'NO_QUORUM', ...needs };
      return { kind: 'MOTION', verdict: passes(rule.meeting, attendance, main[YES] ?? 0) ? 'PASSED' : 'NOT_PASSED', ...needs };
    }
    case 'RATING':
      return rate(rule, counts.eligible, ratingCounts(main));
    default:
      return exhaustive(rule);
  }
}

/** The counts that may be shown: all, none below k, and of the questions that could be left out only those with k answers. */
export function shownCounts(rule: CountingRule, counts: Counts): Counts | undefined {
  if (counts.present < rule.k) return undefined;
  const shown = Object.entries(counts.byQuestion).filter(([id, options]) => id === MAIN || total(options) >= rule.k);
  return { ...counts, byQuestion: Object.fromEntries(shown) };
}

export function total(counts: OptionCounts): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

function firstOf(counts: OptionCounts): readonly OptionCode[] {
  const real = Object.entries(counts).filter(([code]) => code !== ABSTAIN);
  const most = Math.max(0, ...real.map(([, count]) => count));
  return most === 0 ? [] : real.filter(([, count]) => count === most).map(([code]) => code).sort();
}

function ratingCounts(counts: OptionCounts): RatingCounts {
  const [S, B, N, U] = RATING_CODES.map((code) => counts[code] ?? 0);
  return { S: S ?? 0, B: B ?? 0, N: N ?? 0, U: U ?? 0 };
}
