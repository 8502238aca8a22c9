/**
 * Whatever people and the clock do, in whatever order: no matter is lost, no step of 四议 is skipped, nothing that is public
 * ends sooner, and what was told to the cadres only stays theirs.
 */
import { addCivilDays, civilDateOf, DAY_MS, HOUR_MS } from '@/domain/basics/civil-time';
import type { Act, Actor, Situation } from '@/domain/consultations/acts';
import { runDue } from '@/domain/consultations/clock-acts';
import { LINES, STEPS, type Consultation, type FourStep } from '@/domain/consultations/consultation';
import { nextStep, passedSteps } from '@/domain/consultations/four-steps';
import { apply } from '@/domain/consultations/machine';
import { lastBallot, standingBallot } from '@/domain/consultations/meeting-acts';
import { noticeDays } from '@/domain/consultations/periods';
import { TRANSITIONS, unanswered } from '@/domain/consultations/transitions';
import { weightOf } from '@/domain/consultations/weight';
import { BRANCH, DESK, meetingAt, NEIGHBOUR, raised, SUPERVISION, VILLAGER, vote, WORDS } from '../../fixtures/consultations';
import { settings } from '../../fixtures/issues';
import { fc } from '../../fixtures/properties';
import { WEDNESDAY_9 } from '../../fixtures/village';

type Make = (matter: Consultation, now: number) => readonly [Act, Actor];

const today = (now: number) => civilDateOf(now);
const held = (step: FourStep, yes: number, back: number): Make => (matter, now) => [
  { act: 'HOLD', vote: vote(step, addCivilDays(today(step === 'RESOLVE' ? Math.min(now, meetingAt(matter) || now) : now), -back), { yes, no: 24 - yes, abstain: 0 }), ...WORDS },
  step === 'PROPOSE' || step === 'REVIEW' ? BRANCH : DESK,
];

/** What a village would do next with a major matter, so that some sequences come to their end. */
const onward: Make = (matter, now) => {
  if (matter.stage === 'RAISED') return [{ act: 'ANSWER', line: 'ASSEMBLY', title: '三组路灯', text: '提交会议' }, DESK];
  const step = nextStep(matter);
  if (step === undefined) return [{ act: 'DECIDE', text: '办', decision: { who: '刘长根', dueOn: addCivilDays(today(now), 5), costInFen: 100_000 } }, DESK];
  const isTold = matter.entries.some(({ announced }) => announced?.of === 'ASSEMBLY');
  if (step === 'RESOLVE' && !isTold) return [{ act: 'ANNOUNCE', announced: { of: 'ASSEMBLY', heldAt: now + 11 * DAY_MS, place: '院坝', invitees: '各户' }, ...WORDS }, DESK];
  return held(step, 20, 0)(matter, now);
};

const making: fc.Arbitrary<Make> = fc.oneof(
  { weight: 6, arbitrary: fc.constant(onward) },
  fc.constantFrom<Make>(
    () => [{ act: 'SUPPORT' }, NEIGHBOUR], () => [{ act: 'SUPPORT' }, VILLAGER], () => [{ act: 'SAY', text: '同意' }, NEIGHBOUR], () => [{ act: 'WITHDRAW' }, VILLAGER],
    () => [{ act: 'MINUTES', present: 20, ...WORDS }, DESK], () => [{ act: 'DROP', text: '不办了' }, DESK], () => [{ act: 'PROGRESS', ...WORDS }, DESK], () => [{ act: 'FINISH', ...WORDS }, DESK],
    () => [{ act: 'SUPERVISE', text: '看账' }, SUPERVISION], (matter) => [{ act: 'ANSWER_SUPERVISION', entry: unanswered(matter)[0] ?? 0, text: '账在这里' }, DESK],
    (_matter, now) => [{ act: 'DECIDE', text: '办', decision: { who: '刘长根', dueOn: addCivilDays(today(now), 5), costInFen: 100_000 } }, DESK],
    () => [{ act: 'CANCEL_BALLOT', text: '问错了' }, DESK], () => [{ act: 'AGREE_TO_CANCEL', text: '同意' }, SUPERVISION],
    (_matter, now) => [{ act: 'BALLOT', ballot: { boxId: `box-${now}`, question: '几盏？', unit: 'HOUSEHOLD', opensAt: now + 6 * DAY_MS, closesAt: now + 8 * DAY_MS } }, DESK],
  ),
  { weight: 2, arbitrary: fc.constantFrom(...LINES).map((line): Make => () => [{ act: 'ANSWER', line, title: '三组路灯', text: '答复' }, DESK]) },
  { weight: 5, arbitrary: fc.tuple(fc.constantFrom(...STEPS), fc.constantFrom(8, 12, 13, 20, 24), fc.constantFrom(0, 0, 0, 3)).map(([step, yes, back]) => held(step, yes, back)) },
  { weight: 2, arbitrary: fc.tuple(fc.boolean(), fc.constantFrom(2, 4, 11, 12)).map(([assembly, days]): Make => (_matter, now) => [{ act: 'ANNOUNCE', announced: { of: assembly ? 'ASSEMBLY' : 'CONSULTATION', heldAt: now + days * DAY_MS, place: '院坝', invitees: '各户' }, ...WORDS }, DESK]) },
  fc.tuple(fc.boolean(), fc.constantFrom(0, settings.consult.majorMoneyFen + 1), fc.boolean()).map(([markedMajor, costInFen, reserved]): Make => () => [{ act: 'WEIGH', markedMajor, costInFen, ...(reserved ? { reserved: 'BUILDING' as const } : {}), text: '定性' }, BRANCH]),
  fc.tuple(fc.constantFrom('DECISION', 'OUTCOME'), fc.integer({ min: 0, max: 9 })).map(([what, days]): Make => (_matter, now) => [{ act: 'UPDATE', what: what as 'DECISION', text: '改一改', ...(what === 'DECISION' && days > 4 ? { dueOn: addCivilDays(today(now), days) } : {}) }, DESK]),
);

const turn = fc.record({ after: fc.oneof(fc.integer({ min: 0, max: 4 * HOUR_MS }), fc.integer({ min: 0, max: 13 * DAY_MS })), make: fc.option(making, { nil: undefined }) });
const opening = fc.record({ audience: fc.constantFrom('VILLAGE' as const, 'CADRES' as const), checked: fc.boolean() });

/** The box of the last ballot, as the clock would have brought it on by now. */
function boxOf(matter: Consultation, now: number): Pick<Situation, 'box'> {
  const last = lastBallot(matter);
  const state = last === undefined || standingBallot(matter) === undefined ? 'CANCELLED' : now < last.opensAt - DAY_MS ? 'SHOWN' : now < last.closesAt ? 'OPEN' : 'PUBLISHED';
  return last === undefined ? {} : { box: { state, opensAt: last.opensAt, closesAt: last.closesAt } };
}

function play(how: { audience: 'VILLAGE' | 'CADRES'; checked: boolean }, turns: readonly { after: number; make: Make | undefined }[], look: (before: Consultation, after: Consultation, act: Act | undefined, now: number) => void): void {
  let matter = raised(how);
  let now = WEDNESDAY_9;
  for (const { after, make } of turns) {
    now += after;
    const before = matter;
    const at = { now, today: today(now), settings, cause: `turn-${now}`, checked: true, ...boxOf(matter, now) };
    const [act, by] = make?.(matter, now) ?? [];
    if (act === undefined || by === undefined) matter = runDue(matter, at).matter;
    else {
      const outcome = apply(matter, act, { ...at, by });
      if (outcome.ok) matter = outcome.value.matter;
    }
    look(before, matter, act, now);
  }
}

const RUNS = { numRuns: 400 };
const whole = fc.array(turn, { maxLength: 40 });

it('no sequence loses a matter: while somebody owes something the clock will look at it, and nothing that happened is forgotten', () => {
  fc.assert(fc.property(opening, whole, (how, turns) => {
    play(how, turns, (before, after) => {
      expect(after.open).toBe(['RAISED', 'REVIEWING', 'DECIDED', 'DOING'].includes(after.stage));
      if (after.stage === 'RAISED') expect(after.timers.REPLY).toBeDefined();
      if (after.stage === 'DECIDED' || after.stage === 'DOING') expect(after.timers.WORK).toBeDefined();
      if (unanswered(after).length > 0) expect(after.timers.SUPERVISION).toBeDefined();
      expect(after.entries.slice(0, before.entries.length)).toEqual(before.entries);
      expect([...after.entries].sort((a, b) => a.at - b.at)).toEqual(after.entries);
      const times = Object.values(after.timers);
      expect(after.nextDueAt).toBe(times.length === 0 ? undefined : Math.min(...times));
    });
  }), RUNS);
});

it('no sequence goes a way that the table does not have', () => {
  fc.assert(fc.property(opening, whole, (how, turns) => {
    play(how, turns, (before, after, act) => {
      if (before === after || act === undefined) return expect(after.stage).toBe(before.stage);
      const { to } = TRANSITIONS[act.act];
      expect(to).toContain(after.stage === before.stage && !to.includes(after.stage) ? 'SAME' : after.stage);
    });
  }), RUNS);
});

it('no sequence skips a step: what is decided as major has all four behind it, in order, each after the one before', () => {
  fc.assert(fc.property(opening, whole, (how, turns) => {
    play(how, turns, (before, after, act) => {
      const passed = after.entries.flatMap(({ held: one }) => (one?.verdict === 'PASSED' ? [one] : []));
      expect(passed.map(({ step }) => step)).toEqual(STEPS.slice(0, passed.length));
      expect(passed.map(({ heldOn }) => heldOn)).toEqual([...passed.map(({ heldOn }) => heldOn)].sort());
      if (before.stage === 'REVIEWING' && after.stage === 'DECIDED' && weightOf(after, settings.consult) === 'MAJOR') expect(passedSteps(after)).toEqual(STEPS);
      if (act?.act === 'BALLOT' && after !== before && weightOf(before, settings.consult) === 'MAJOR') expect(passedSteps(before)).toContain('PROPOSE');
    });
  }), RUNS);
  // Sequences can come that far, or the property would say nothing.
  const stages: string[] = [];
  play({ audience: 'VILLAGE', checked: true }, Array.from({ length: 8 }, () => ({ after: 12 * DAY_MS, make: onward })), (_before, after) => stages.push(`${passedSteps(after).length} ${after.stage}`));
  expect(stages).toContain('4 DECIDED');
});

it('no sequence shortens a notice or a publication', () => {
  fc.assert(fc.property(opening, whole, (how, turns) => {
    play(how, turns, (before, after) => {
      for (const one of before.publications) {
        const now = after.publications.find(({ what }) => what === one.what);
        expect(now?.at).toBe(one.at);
        expect(now?.until).toBeGreaterThanOrEqual(one.until);
      }
      for (const { updatedAt, until } of after.publications) expect(until).toBeGreaterThanOrEqual(updatedAt + 15 * DAY_MS);
      const entry = after === before ? undefined : after.entries.at(-1);
      if (entry?.announced !== undefined && after.entries.length > before.entries.length) expect(entry.announced.heldAt - entry.at).toBeGreaterThanOrEqual(noticeDays(before, entry.announced.of, settings) * DAY_MS);
    });
  }), RUNS);
});

it('what was told to the cadres only is never shown by its raiser’s words', () => {
  fc.assert(fc.property(fc.boolean(), whole, (checked, turns) => {
    play({ audience: 'CADRES', checked }, turns, (_before, after) => {
      expect(after.wordsShown).toBe(false);
      if (after.published) expect(after.title).toBe('三组路灯');
    });
  }), RUNS);
});

it('after the clock ran no limit is left in the past, and running it again changes nothing', () => {
  fc.assert(fc.property(opening, whole, fc.integer({ min: 0, max: 90 * DAY_MS }), (how, turns, later) => {
    let last = raised(how);
    let at = WEDNESDAY_9;
    play(how, turns, (_before, after, _act, now) => { last = after; at = now; });
    const situation = { now: at + later, today: today(at + later), settings, cause: 'clock' };
    const first = runDue(last, situation).matter;
    for (const [name, when] of Object.entries(first.timers)) if (name !== 'PUBLISH') expect(when).toBeGreaterThan(situation.now);
    expect(runDue(first, situation)).toEqual({ matter: first, tell: [] });
  }), RUNS);
});
