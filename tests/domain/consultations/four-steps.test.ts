/** 四议: each step with its own quorum, counted by integers (CON-08, VOTE-01..06, VOTE-09). */
import { countVote, type Counted } from '@/domain/consultations/four-steps';
import type { FourStep, HeldVote } from '@/domain/consultations/consultation';
import { vote } from '../../fixtures/consultations';
import { settings } from '../../fixtures/issues';

function counted(step: FourStep, members: number, present: number, yes: number, more: Partial<HeldVote> = {}): Counted {
  return countVote(vote(step, '2026-11-25', { members, present, yes, no: present - yes, abstain: 0, ...more }), settings.quorum);
}

const PASSED = { verdict: 'PASSED' };
const NOT_PASSED = { verdict: 'NOT_PASSED' };
const noQuorum = (present: number, needed: number) => ({ code: 'NO_QUORUM', present, needed });

describe('a vote on site', () => {
  it.each<[FourStep, number, number, number, Partial<HeldVote>, object]>([
    ['PROPOSE', 5, 2, 2, {}, noQuorum(2, 3)],
    ['PROPOSE', 5, 3, 2, {}, PASSED],
    ['PROPOSE', 6, 3, 3, {}, noQuorum(3, 4)],
    ['DISCUSS', 7, 4, 2, {}, NOT_PASSED], // a tie fails
    ['DISCUSS', 7, 4, 3, {}, PASSED],
    ['REVIEW', 31, 20, 20, {}, noQuorum(20, 21)],
    ['REVIEW', 31, 21, 10, {}, NOT_PASSED],
    ['REVIEW', 31, 21, 11, {}, PASSED],
    ['REVIEW', 30, 20, 11, {}, PASSED],
    // Rulebook section 9, example 1.
    ['RESOLVE', 801, 400, 400, { meeting: 'ASSEMBLY_ADULTS' }, noQuorum(400, 401)],
    ['RESOLVE', 801, 401, 200, { meeting: 'ASSEMBLY_ADULTS', no: 150, abstain: 51 }, NOT_PASSED],
    ['RESOLVE', 801, 401, 201, { meeting: 'ASSEMBLY_ADULTS', no: 150, abstain: 50 }, PASSED],
    ['RESOLVE', 240, 159, 159, { meeting: 'ASSEMBLY_HOUSEHOLDS' }, noQuorum(159, 160)],
    ['RESOLVE', 240, 160, 81, { meeting: 'ASSEMBLY_HOUSEHOLDS' }, PASSED],
    // Example 2.
    ['RESOLVE', 31, 21, 11, { meeting: 'REPRESENTATIVES', body: { representatives: 26, women: 11 } }, PASSED],
    ['RESOLVE', 31, 21, 10, { meeting: 'REPRESENTATIVES', body: { representatives: 26, women: 11 } }, NOT_PASSED],
    ['RESOLVE', 31, 21, 11, { meeting: 'REPRESENTATIVES', body: { representatives: 24, women: 11 } }, { code: 'NOT_REPRESENTATIVE' }],
    ['RESOLVE', 31, 21, 11, { meeting: 'REPRESENTATIVES', body: { representatives: 26, women: 10 } }, { code: 'NOT_REPRESENTATIVE' }],
    ['RESOLVE', 31, 21, 11, { meeting: 'REPRESENTATIVES' }, { code: 'NOT_REPRESENTATIVE' }],
    // Example 4: of all members, not of those present.
    ['RESOLVE', 300, 210, 199, { meeting: 'COLLECTIVE' }, NOT_PASSED],
    ['RESOLVE', 300, 210, 200, { meeting: 'COLLECTIVE' }, PASSED],
  ])('%s: of %i members %i there, %i for it', (step, members, present, yes, more, outcome) => {
    expect(counted(step, members, present, yes, more)).toEqual(outcome);
  });

  it.each<[string, Partial<HeldVote>]>([
    ['more present than members', { members: 20, present: 24 }],
    ['votes that are not those present', { yes: 21 }],
    ['nobody at all', { members: 0, present: 0, yes: 0, no: 0, abstain: 0 }],
    ['half a person', { yes: 19.5, no: 3.5 }],
    ['fewer than none', { yes: 25, no: -2 }],
  ])('is refused with %s', (_why, more) => {
    expect(countVote(vote('DISCUSS', '2026-11-25', more), settings.quorum)).toEqual({ code: 'COUNTS_DO_NOT_ADD_UP' });
  });

  it.each([[[]], [['赵春花']], [['赵春花', '赵春花 ']], [['赵春花', ' ']], [['赵春花', '李国平', '马建业']]])('of members or villagers is counted by two tellers, not by %j', (tellers) => {
    expect(countVote(vote('REVIEW', '2026-11-25', { tellers }), settings.quorum)).toEqual({ code: 'TWO_TELLERS' });
    expect(countVote(vote('RESOLVE', '2026-11-25', { tellers }), settings.quorum)).toEqual({ code: 'TWO_TELLERS' });
    expect(countVote(vote('DISCUSS', '2026-11-25', { tellers }), settings.quorum)).toEqual(PASSED);
  });
});
