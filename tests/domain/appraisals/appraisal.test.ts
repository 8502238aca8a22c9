import { addCivilDays, DAY_MS, endOfDay, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import { ACTS, allows, decidedOn, deciding, minuted, opined, paperCounted, planFinished, planned, remarked, reported, selfWritten, type Act, type ActRefusal } from '@/domain/appraisals/acts';
import { APPRAISAL_STAGES, excellentOf, itemOf, MEMBER_GRADES, needsPlan, type Appraisal, type AppraisalItem, type MeasureCounts, type MemberGrade, type Minutes, type Suggested } from '@/domain/appraisals/appraisal';
import { boxPlanOf, measuredOf, totalOf } from '@/domain/appraisals/measure';
import { appraisalOf, type OpeningPlan } from '@/domain/appraisals/opening';
import type { Result } from '@/domain/basics/result';
import { refusalOfPlan } from '@/domain/voting/plan';
import { outcomeOf, shownCounts } from '@/domain/voting/tally';
import { excellentWords } from '@/domain/wording/appraisals';

const VILLAGE = '610921107202';
const TODAY = '2026-12-01';
const NOW = startOfDay(TODAY) + 10 * HOUR_MS;
const K = 5;
const member = (at: number) => ({ personId: `p${at}`, name: `党员${String.fromCharCode(0x4e00 + at)}` });
const members = (count: number) => Array.from({ length: count }, (_, at) => member(at));
const PLAN: OpeningPlan = { village: VILLAGE, branch: '堰坪村党支部', year: 2026, selfUntil: '2026-12-10', measure: 'BOX' };

function valueOf<T, R>(result: Result<T, R>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.reason)}`);
  return result.value;
}

function opened(more: Partial<OpeningPlan> = {}, count = 8): Appraisal {
  return valueOf(appraisalOf({ ...PLAN, ...more }, members(count), K, (id) => `box-${id}`, NOW));
}

const at = (stage: Appraisal['stage'], more: Partial<Appraisal> = {}, plan: Partial<OpeningPlan> = {}): Appraisal => ({ ...opened(plan), stage, ...more });
const decidedItem = (grade: MemberGrade): Pick<AppraisalItem, 'decided'> => ({ decided: { grade, by: 'p7', at: 0 } });
const MEETING: Minutes = { on: TODAY, host: '张文德', recorder: '邓明珠', called: 8, came: 7, text: '评定了' };
const counts = (more: Partial<MeasureCounts> = {}): MeasureCounts => ({ EXCELLENT: 0, QUALIFIED: 0, BASIC: 0, NOT_QUALIFIED: 0, UNKNOWN: 0, ...more });

describe('opening (PTY-11)', () => {
  const refusal = (more: Partial<OpeningPlan>, count = 8) => appraisalOf({ ...PLAN, ...more }, members(count), K, () => 'b', NOW);

  it.each<[string, Partial<OpeningPlan>, object]>([
    ['next year', { year: 2027 }, { kind: 'FIELD', path: 'year' }],
    ['the year before last', { year: 2024 }, { kind: 'FIELD', path: 'year' }],
    ['a last day for 自评 that is over', { selfUntil: '2026-11-30' }, { kind: 'FIELD', path: 'selfUntil' }],
    ['a roll that is shown for less than five days (VOTE-11)', { selfUntil: TODAY, opensOn: '2026-12-06' }, { kind: 'ROLL_TOO_SHORT', earliest: '2026-12-07' }],
    ['boxes that open before the self-appraisals are over', { opensOn: '2026-12-10' }, { kind: 'FIELD', path: 'opensOn' }],
    ['boxes that close before they open', { closesOn: '2026-12-10' }, { kind: 'FIELD', path: 'closesOn' }],
  ])('refuses %s', (_what, more, reason) => expect(refusal(more)).toEqual({ ok: false, reason }));

  it('takes last year’s in the beginning of the next', () => {
    expect(refusal({ year: 2025 }).ok).toBe(true);
    expect(refusal({ selfUntil: TODAY, opensOn: '2026-12-07', closesOn: '2026-12-07' }).ok).toBe(true);
  });

  it.each<['BOX' | 'PAPER', number, boolean]>([['BOX', K, false], ['BOX', K + 1, true], ['PAPER', 2, false], ['PAPER', 3, true]])('%s with %i members: %s', (measure, count, fine) => {
    expect(refusal({ measure }, count).ok).toBe(fine);
  });

  it('opens the boxes the day after, for a week, unless the roll needs longer', () => {
    expect(opened()).toMatchObject({ opensAt: startOfDay('2026-12-11'), closesAt: endOfDay('2026-12-17') });
    expect(opened({ selfUntil: TODAY })).toMatchObject({ opensAt: startOfDay('2026-12-07') });
    expect(opened({ measure: 'PAPER' })).not.toHaveProperty('opensAt');
  });

  it('lists members by name, never by anything else (BUR-01), each with a box of their own where it is measured in secret', () => {
    const names = valueOf(appraisalOf(PLAN, [{ personId: 'a', name: '张三' }, { personId: 'b', name: '安平' }, ...members(4)], K, (id) => `box-${id}`, NOW)).items.map(({ name }) => name);
    expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other, 'zh-CN')));
    expect(opened().items.every(({ personId, boxId }) => boxId === `box-${personId}`)).toBe(true);
    expect(opened({ measure: 'PAPER' }).items.some(({ boxId }) => boxId !== undefined)).toBe(false);
  });

  it('has the clock do everything in order', () => {
    expect(opened().todo).toEqual([
      { what: 'ANNOUNCE', at: NOW },
      { what: 'TELL_OPENED', at: NOW, from: 0 },
      { what: 'REMIND_SELF', at: startOfDay('2026-12-08') + 9 * HOUR_MS, from: 0 },
      { what: 'MEASURE', at: startOfDay('2026-12-11') },
      { what: 'TELL_MEASURE', at: startOfDay('2026-12-11') + 9 * HOUR_MS, from: 0 },
      { what: 'TELL_CLOSING', at: endOfDay('2026-12-17') - DAY_MS + 9 * HOUR_MS, from: 0 },
      { what: 'COUNT', at: endOfDay('2026-12-17') },
    ]);
    expect(opened().dueAt).toBe(NOW);
    expect(opened({ measure: 'PAPER', selfUntil: TODAY }).todo.map(({ what }) => what)).toEqual(['TELL_OPENED', 'MEASURE']);
  });
});

describe('the ballot', () => {
  const plan = boxPlanOf(opened(), { ...(itemOf(opened(), 'p0') as AppraisalItem), boxId: 'box-p0' }, K);

  it('can be announced, is for the branch’s members, and never for the one it is about', () => {
    expect(refusalOfPlan(plan)).toBeUndefined();
    expect(plan).toMatchObject({ kind: 'MEMBER', legalEffect: 'ADVISORY', commentMax: 0, electorate: { villages: [VILLAGE], role: { role: 'PARTY_MEMBER', area: VILLAGE }, except: ['p0'] } });
    expect(plan.questions.flatMap(({ options }) => options.map(({ text }) => text))).toEqual(['优秀', '合格', '基本合格', '不合格', '不了解']);
  });

  it('counts 不了解 as saying nothing, and shows nothing at all below k', () => {
    const counted = (present: number, main: Record<string, number>) => ({ eligible: 7, present, invalid: 0, byQuestion: { main } });
    const some = counted(5, { E: 1, Q: 1, B: 0, N: 0, A: 3 });
    expect(outcomeOf(plan.rule, some)).toEqual({ kind: 'OPINION', first: ['E', 'Q'] });
    expect(measuredOf(shownCounts(plan.rule, some)?.byQuestion['main'] ?? {})).toEqual(counts({ EXCELLENT: 1, QUALIFIED: 1, UNKNOWN: 3 }));
    expect(shownCounts(plan.rule, counted(4, { E: 4 }))).toBeUndefined();
    expect(totalOf(counts({ EXCELLENT: 2, UNKNOWN: 3 }))).toBe(5);
  });
});

describe('what may be done when', () => {
  // `p`: only where it is measured on paper.
  const MAY: Readonly<Record<Act, Readonly<Partial<Record<Appraisal['stage'], 'x' | 'p'>>>>> = {
    SELF: { SELF: 'x', MEASURE: 'x' }, REMARK: { SELF: 'x', MEASURE: 'x' }, PAPER: { MEASURE: 'p', DECIDE: 'p' }, OPINION: { DECIDE: 'x' }, MEETING: { MEASURE: 'p', DECIDE: 'x' },
    DECIDE: { DECIDE: 'x' }, REPORT: { DECIDE: 'x' }, PLAN: {}, FINISH_PLAN: {},
  };
  const item = { ...(opened().items[0] as AppraisalItem) };

  it.each(ACTS.flatMap((act) => APPRAISAL_STAGES.map((stage) => [act, stage] as const)))('%s in %s', (act, stage) => {
    for (const measure of ['BOX', 'PAPER'] as const) expect([measure, allows({ stage, measure }, act, item)]).toEqual([measure, MAY[act][stage] === 'x' || (MAY[act][stage] === 'p' && measure === 'PAPER')]);
  });

  it('a self-appraisal is written again before the measurement, and late only where there is none', () => {
    const once = valueOf(selfWritten(opened(), 'p0', { text: '干了三件事', grade: 'QUALIFIED' }, NOW));
    expect(valueOf(selfWritten(once, 'p0', { text: '干了四件事', grade: 'EXCELLENT' }, NOW)).items.find(({ personId }) => personId === 'p0')?.self).toMatchObject({ text: '干了四件事' });
    expect(selfWritten({ ...once, stage: 'MEASURE' }, 'p0', { text: '再改', grade: 'EXCELLENT' }, NOW)).toEqual({ ok: false, reason: { kind: 'STAGE' } });
    expect(selfWritten({ ...once, stage: 'MEASURE' }, 'p1', { text: '来晚了', grade: 'QUALIFIED' }, NOW).ok).toBe(true);
    expect(selfWritten(once, 'stranger', { text: '我', grade: 'QUALIFIED' }, NOW)).toEqual({ ok: false, reason: { kind: 'NOT_IN_IT' } });
    expect(valueOf(remarked(valueOf(remarked(once, 'p1', NOW)), 'p1', NOW)).items.find(({ personId }) => personId === 'p1')?.remarks).toBe(2);
  });
});

describe('a measurement on paper', () => {
  const paper = { counts: counts({ QUALIFIED: 6, UNKNOWN: 1 }), tellers: ['田小雨', '李国平'] as const, by: 'p7' };
  const measuring = at('MEASURE', {}, { measure: 'PAPER' });
  const problem = (result: Result<Appraisal, ActRefusal>) => (result.ok ? undefined : result.reason);

  it('has two tellers, and no more ballots than there are others', () => {
    expect(problem(paperCounted(measuring, 'p0', { ...paper, tellers: ['田小雨', '田小雨'] }, NOW))).toEqual({ kind: 'FIELD', path: 'tellers', problem: 'TWO_TELLERS' });
    expect(problem(paperCounted(measuring, 'p0', { ...paper, counts: counts({ QUALIFIED: 8 }) }, NOW))).toEqual({ kind: 'FIELD', path: 'counts', problem: 'TOO_MANY', limit: 7 });
    expect(paperCounted(measuring, 'p0', paper, NOW).ok).toBe(true);
    expect(problem(paperCounted(at('MEASURE'), 'p0', paper, NOW))).toEqual({ kind: 'STAGE' });
  });

  it('goes on to deciding with the last count, or with the assembly’s minutes', () => {
    const all = measuring.items.reduce((appraisal, { personId }) => valueOf(paperCounted(appraisal, personId, paper, NOW)), measuring);
    expect(all).toMatchObject({ stage: 'DECIDE' });
    expect(valueOf(paperCounted(measuring, 'p0', paper, NOW)).stage).toBe('MEASURE');
    expect(valueOf(minuted(measuring, MEETING, NOW)).stage).toBe('DECIDE');
    expect(problem(minuted(at('MEASURE'), MEETING, NOW))).toEqual({ kind: 'STAGE' });
  });

  it('is put right until the member was decided on', () => {
    const decided = valueOf(decidedOn(deciding(measuring, NOW), 'p0', { grade: 'QUALIFIED', by: 'p7' }, undefined, NOW));
    expect(problem(paperCounted(decided, 'p0', paper, NOW))).toEqual({ kind: 'STAGE' });
    expect(paperCounted(decided, 'p1', paper, NOW).ok).toBe(true);
  });
});

describe('the assembly’s minutes', () => {
  it.each<[string, Partial<Minutes>, string]>([
    ['of tomorrow', { on: '2026-12-02' }, 'on'],
    ['of before it was opened', { on: '2026-11-30' }, 'on'],
    ['with more present than were called', { came: 9 }, 'came'],
  ])('are refused %s', (_what, more, path) => expect(minuted(at('DECIDE'), { ...MEETING, ...more }, NOW)).toMatchObject({ ok: false, reason: { path } }));

  it('are taken of a meeting that too few came to: it is warned of, not blocked', () => {
    expect(minuted(at('DECIDE'), { ...MEETING, came: 1 }, NOW).ok).toBe(true);
  });
});

describe('a decision beside the suggestion (PTY-11, 12, PRV-08)', () => {
  const suggested: Suggested = { grade: 'QUALIFIED', total: 812, why: 'POINTS' };
  const decide = (grade: MemberGrade, reason?: string, beside: Suggested | undefined = suggested) => decidedOn(at('DECIDE'), 'p0', { grade, by: 'p7', ...(reason === undefined ? {} : { reason }) }, beside, NOW);

  it.each(MEMBER_GRADES)('%s can be decided, with a reason where it is not what was suggested', (grade) => {
    expect(decide(grade).ok).toBe(grade === 'QUALIFIED');
    expect(decide(grade, '会上大家都这么看').ok).toBe(true);
  });

  it('keeps what was suggested at the time, and asks for no reason where nothing was', () => {
    expect(itemOf(valueOf(decide('BASIC', '半年没参加活动')), 'p0')).toMatchObject({ decided: { grade: 'BASIC', reason: '半年没参加活动', suggested, at: NOW } });
    expect(decidedOn(at('DECIDE'), 'p0', { grade: 'BASIC', by: 'p7' }, undefined, NOW).ok).toBe(true);
  });

  it('is nowhere before somebody makes it: nothing else sets a grade', () => {
    const all = [opened(), deciding(opened(), NOW), valueOf(opined(at('DECIDE'), 'p0', { text: '好', grade: 'EXCELLENT', by: 'p7' }, NOW)), valueOf(selfWritten(opened(), 'p0', { text: '好', grade: 'EXCELLENT' }, NOW)), valueOf(minuted(at('DECIDE'), MEETING, NOW))];
    expect(all.flatMap(({ items }) => items.filter(({ decided }) => decided !== undefined))).toEqual([]);
  });
});

describe('how many are 优秀 (PTY-11: 一般不超过三分之一)', () => {
  const of = (excellent: number, all: number) => excellentOf({ items: Array.from({ length: all }, (_, nth) => ({ ...(opened().items[0] as AppraisalItem), ...(nth < excellent ? decidedItem('EXCELLENT') : decidedItem('QUALIFIED')) })) }, [1, 3]);

  it.each<[number, number, number, boolean]>([[31, 10, 10, false], [31, 11, 10, true], [8, 2, 2, false], [8, 3, 2, true], [9, 3, 3, false], [2, 1, 0, true]])('of %i members %i: at most %i, warned %s', (all, count, most, warned) => {
    expect(of(count, all)).toEqual({ count, most });
    expect(excellentWords({ count, most }) !== undefined).toBe(warned);
  });

  it('is warned of and never in the way', () => {
    const all = opened().items.reduce((one, { personId }) => valueOf(decidedOn(one, personId, { grade: 'EXCELLENT', by: 'x' }, undefined, NOW)), at('DECIDE', { meeting: MEETING }));
    expect(reported(all, { isMember: () => true, by: 'x', improvementDays: 30 }, NOW).ok).toBe(true);
  });
});

describe('reporting', () => {
  const all = (but: readonly string[] = []) => {
    const base = at('DECIDE', { meeting: MEETING });
    return { ...base, items: base.items.map((item) => (but.includes(item.personId) ? item : { ...item, ...decidedItem('QUALIFIED') })) };
  };
  const report = (one: Appraisal, gone: readonly string[] = []) => reported(one, { isMember: (id) => !gone.includes(id), by: 'p7', improvementDays: 30 }, NOW);

  it('needs the minutes and a decision on everybody who is a member still', () => {
    expect(report({ ...at('DECIDE'), items: all().items })).toEqual({ ok: false, reason: { kind: 'MEETING_NEEDED' } });
    expect(report(all(['p0', 'p1', 'p2']), ['p2'])).toEqual({ ok: false, reason: { kind: 'NOT_ALL_DECIDED', left: 2 } });
    expect(report(all(['p2']), ['p2']).ok).toBe(true);
  });

  it('leaves open what nobody may decide: the reporter’s own', () => expect(report(all(['p7'])).ok).toBe(true));

  it('locks everything but plans', () => {
    const over = valueOf(report(all()));
    expect(over).toMatchObject({ stage: 'REPORTED', reportedAt: NOW });
    const reason = { kind: 'STAGE' };
    expect(report(over)).toEqual({ ok: false, reason });
    expect(decidedOn(over, 'p0', { grade: 'QUALIFIED', by: 'p7' }, undefined, NOW)).toEqual({ ok: false, reason });
    expect(opined(over, 'p0', { text: '再说一句', by: 'p7' }, NOW)).toEqual({ ok: false, reason });
    expect(minuted(over, MEETING, NOW)).toEqual({ ok: false, reason });
    expect(selfWritten(over, 'p0', { text: '改', grade: 'QUALIFIED' }, NOW)).toEqual({ ok: false, reason });
    expect(remarked(over, 'p0', NOW)).toEqual({ ok: false, reason });
    expect(over.todo).toEqual([...opened().todo.filter(({ what }) => what !== 'REMIND_DECIDE'), { what: 'TELL_RESULT', at: NOW, from: 0 }, { what: 'REMIND_PLANS', at: startOfDay('2026-12-24') + 9 * HOUR_MS }].sort((one, other) => one.at - other.at));
  });
});

describe('an improvement plan (PTY-13)', () => {
  const after = (grade: MemberGrade) => ({ ...at('REPORTED', { todo: [] }), items: opened().items.map((item) => ({ ...item, ...decidedItem(grade) })) });
  const plan = (due: string, grade: MemberGrade = 'BASIC') => planned(after(grade), 'p0', { text: '每月参加组织生活', due }, 30, NOW);

  it.each(MEMBER_GRADES)('%s', (grade) => {
    const needs = grade === 'BASIC' || grade === 'NOT_QUALIFIED';
    expect(needsPlan(decidedItem(grade))).toBe(needs);
    expect(plan('2026-12-20', grade).ok).toBe(needs);
  });

  it.each<[string, boolean]>([[TODAY, false], ['2026-12-02', true], [addCivilDays(TODAY, 30), true], [addCivilDays(TODAY, 31), false]])('due on %s: %s', (due, fine) => expect(plan(due).ok).toBe(fine));

  it('is called to mind before it ends and after, until somebody says what became of it', () => {
    const made = valueOf(plan('2026-12-20'));
    expect(made.todo).toEqual([{ what: 'PLAN_DUE', at: startOfDay('2026-12-17') + 9 * HOUR_MS, about: 'p0' }, { what: 'PLAN_OVER', at: startOfDay('2026-12-21') + 9 * HOUR_MS, about: 'p0' }]);
    const again = valueOf(planned(made, 'p0', { text: '改了', due: '2026-12-03' }, 30, NOW));
    expect(again.todo).toEqual([{ what: 'PLAN_OVER', at: startOfDay('2026-12-04') + 9 * HOUR_MS, about: 'p0' }]);
    const done = valueOf(planFinished(made, 'p0', '都参加了', NOW));
    expect(done).toMatchObject({ todo: [] });
    expect(done.dueAt).toBeUndefined();
    expect(planFinished(done, 'p0', '再来', NOW)).toEqual({ ok: false, reason: { kind: 'STAGE' } });
    expect(planned(done, 'p0', { text: '再来', due: '2026-12-20' }, 30, NOW)).toEqual({ ok: false, reason: { kind: 'STAGE' } });
  });

  it('goes with a decision that is put right to a better grade', () => {
    const low = valueOf(decidedOn(at('DECIDE'), 'p0', { grade: 'BASIC', by: 'p7' }, undefined, NOW));
    const withPlan = valueOf(planned(low, 'p0', { text: '补课', due: '2026-12-20' }, 30, NOW));
    expect(itemOf(valueOf(decidedOn(withPlan, 'p0', { grade: 'QUALIFIED', by: 'p7' }, undefined, NOW)), 'p0')?.plan).toBeUndefined();
    expect(itemOf(valueOf(decidedOn(withPlan, 'p0', { grade: 'NOT_QUALIFIED', by: 'p7' }, undefined, NOW)), 'p0')?.plan).toBeDefined();
  });
});
