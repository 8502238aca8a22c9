/** 四议 (CON-08, ORG-01): the four deliberations of a major matter, in order, each with its own quorum. */
import { MAJORITY } from '../basics/ratio';
import type { QuorumSettings } from '../settings/policy-settings';
import { isQuorate, isRepresentativeBody, meetingRule, neededPresent, passes, type MeetingRule } from '../voting/meetings';
import { STEPS, type Consultation, type Entry, type FourStep, type HeldVote, type Verdict } from './consultation';

/** The branch's and the two committees' own meetings: more than half are there, more than half of those agree. [DEF] */
const COMMITTEE: MeetingRule = { quorum: MAJORITY, pass: MAJORITY, passOf: 'PRESENT', law: '四议两公开' };

/** The thresholds of a step. A resolution names its meeting; without one it is the assembly of the villagers. */
export function ruleOfStep({ step, meeting = 'ASSEMBLY_ADULTS' }: Pick<HeldVote, 'step' | 'meeting'>, quorum: QuorumSettings): MeetingRule {
  switch (step) {
    case 'PROPOSE':
    case 'DISCUSS':
      return COMMITTEE;
    case 'REVIEW':
      return meetingRule('PARTY', quorum);
    case 'RESOLVE':
      return meetingRule(meeting, quorum);
  }
}

/** The steps that are behind a matter: those whose vote passed. */
export function passedSteps({ entries }: Pick<Consultation, 'entries'>): readonly FourStep[] {
  return STEPS.filter((step) => entries.some(({ held }) => held?.step === step && held.verdict === 'PASSED'));
}

/** The step that comes now; undefined when all four are behind it. */
export function nextStep(matter: Pick<Consultation, 'entries'>): FourStep | undefined {
  const passed = passedSteps(matter);
  return STEPS.find((step) => !passed.includes(step));
}

/** The Party branch's study is on record (ORG-01). */
export function isStudied(matter: Pick<Consultation, 'entries'>): boolean {
  return passedSteps(matter).includes('PROPOSE');
}

/** The last vote that passed, whose day no later step can precede. */
export function lastPassed({ entries }: Pick<Consultation, 'entries'>): Entry['held'] {
  return entries.flatMap(({ held }) => (held?.verdict === 'PASSED' ? [held] : [])).at(-1);
}

/** Votes of members and villagers are counted by two tellers, with the minutes' photo (VOTE-09). */
export function needsTellers(step: FourStep): boolean {
  return step === 'REVIEW' || step === 'RESOLVE';
}

export type VoteFault =
  | { readonly code: 'COUNTS_DO_NOT_ADD_UP' }
  | { readonly code: 'TWO_TELLERS' }
  | { readonly code: 'NO_QUORUM'; readonly present: number; readonly needed: number }
  | { readonly code: 'NOT_REPRESENTATIVE' };

export type Counted = { readonly verdict: Verdict } | VoteFault;

/**
 * What a vote on site came to. Without a quorum nothing was decided and nothing is recorded as if it were; a vote that
 * failed is recorded, and the meeting can be held again.
 */
export function countVote(vote: HeldVote, quorum: QuorumSettings): Counted {
  const { members, present, yes, no, abstain, invalid, body, tellers, meeting } = vote;
  const counts = [members, present, yes, no, abstain, invalid];
  const isCount = (count: number) => Number.isSafeInteger(count) && count >= 0;
  if (!counts.every(isCount) || members === 0 || present > members || yes + no + abstain + invalid !== present) return { code: 'COUNTS_DO_NOT_ADD_UP' };
  if (needsTellers(vote.step) && !areTwo(tellers)) return { code: 'TWO_TELLERS' };
  const isByRepresentatives = vote.step === 'RESOLVE' && meeting === 'REPRESENTATIVES';
  if (isByRepresentatives && (body === undefined || !isRepresentativeBody({ members, ...body }))) return { code: 'NOT_REPRESENTATIVE' };
  const rule = ruleOfStep(vote, quorum);
  if (!isQuorate(rule, { members, present })) return { code: 'NO_QUORUM', present, needed: neededPresent(rule, members) };
  return { verdict: passes(rule, { members, present }, yes) ? 'PASSED' : 'NOT_PASSED' };
}

function areTwo(tellers: readonly string[]): boolean {
  const names = tellers.map((name) => name.trim()).filter((name) => name !== '');
  return names.length === 2 && names[0] !== names[1];
}
