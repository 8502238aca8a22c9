import { cycleDays, cycleOn, isIn, periodsOf, windowIn } from '@/domain/points/cycle';
import { schemeChanges, schemeProblems, type Item, type SchemeRules } from '@/domain/points/scheme';
import { suggestedGrade } from '@/domain/points/suggest';
import { SCHEME, SETTINGS } from './kit';

describe('a cycle (PTY-03)', () => {
  it.each([['2026-01-01', '01-01', 2026], ['2026-12-31', '01-01', 2026], ['2026-06-30', '07-01', 2025], ['2026-07-01', '07-01', 2026]])('has %s, begun on %s, in %i', (day, start, cycle) => {
    expect(cycleOn(day, start)).toBe(cycle);
    expect(isIn(cycleDays(cycle, start), day)).toBe(true);
  });

  it('ends the day before the next begins', () => {
    expect(cycleDays(2026, '01-01')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(cycleDays(2027, '07-01')).toEqual({ from: '2027-07-01', to: '2028-06-30' });
    expect(isIn(cycleDays(2026, '01-01'), '2027-01-01')).toBe(false);
  });

  it('has its windows and periods in it, also across the turn of the year', () => {
    expect(windowIn(2026, '01-01', SCHEME.pledgeWindow)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
    expect(windowIn(2026, '07-01', { from: '07-01', to: '01-31' })).toEqual({ from: '2026-07-01', to: '2027-01-31' });
    expect(periodsOf(2026, '01-01', 'QUARTER').map(({ upTo }) => upTo)).toEqual(['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']);
    expect(periodsOf(2026, '07-01', 'QUARTER').map(({ upTo }) => upTo)).toEqual(['2026-09-30', '2026-12-31', '2027-03-31', '2027-06-30']);
    expect(periodsOf(2026, '01-01', 'MONTH')).toHaveLength(12);
    expect(periodsOf(2026, '01-01', 'YEAR')).toEqual([{ n: 1, upTo: '2026-12-31' }]);
  });
});

describe('the default scheme (PTY-02, 04, 07, 08)', () => {
  it('contradicts itself nowhere', () => {
    expect(schemeProblems(SCHEME)).toEqual([]);
  });

  it('has the rulebook’s figures', () => {
    const of = (id: string) => SCHEME.items.find((item) => item.id === id)?.tenths;
    expect(['absent', 'late', 'dues', 'policy', 'labour', 'breach', 'cult', 'superstition', 'extravagance'].map(of)).toEqual([-10, -5, -10, -10, -20, -50, -100, -50, -50]);
    expect(SCHEME.sections.filter(({ kind }) => kind === 'BASE').map(({ cap }) => cap)).toEqual([100, 100, 100, 100, 100]);
    expect([SCHEME.bonusCap, SCHEME.max]).toEqual([400, 1000]);
    expect(Object.values(SCHEME.categories).map(({ base, pledges }) => [base, pledges.min, pledges.max])).toEqual([[600, 2, 5], [600, 2, 5], [650, 1, 3], [750, 0, 5], [600, 2, 5], [600, 2, 5]]);
  });
});

describe('a scheme that contradicts itself', () => {
  const withItem = (change: Partial<Item>): SchemeRules => ({ ...SCHEME, items: SCHEME.items.map((item) => (item.id === 'mediate' ? { ...item, ...change } : item)) });

  it.each<[string, SchemeRules, unknown]>([
    ['an item below its section’s sign', withItem({ tenths: -30 }), { problem: 'ITEM_SIGN', of: 'items', id: 'mediate' }],
    ['a deduction that adds', { ...SCHEME, items: SCHEME.items.map((item) => (item.id === 'late' ? { ...item, tenths: 5 } : item)) }, { problem: 'ITEM_SIGN', of: 'items', id: 'late' }],
    ['an item above its own cap', withItem({ cap: 29 }), { problem: 'ITEM_ABOVE_CAP', of: 'items', id: 'mediate' }],
    ['an item’s cap above its section’s', withItem({ cap: 101 }), { problem: 'ITEM_CAP_ABOVE_SECTION', of: 'items', id: 'mediate' }],
    ['an item of no section', withItem({ section: 'nowhere' }), { problem: 'UNKNOWN_SECTION', of: 'items', id: 'mediate' }],
    ['an id used twice', withItem({ id: 'help' }), { problem: 'SAME_ID', of: 'items', id: 'help' }],
    ['an id that a sum cannot have', withItem({ id: 'openingBonus' }), { problem: 'ID', of: 'items', id: 'openingBonus' }],
    ['an id with a dot', withItem({ id: 'a.b' }), { problem: 'ID', of: 'items', id: 'a.b' }],
    ['an item without a name', withItem({ name: ' ' }), { problem: 'NO_NAME', of: 'items', id: 'mediate' }],
    ['a section of deductions without a floor', { ...SCHEME, sections: SCHEME.sections.map((one) => (one.id === 'law' ? { id: 'law', name: one.name, kind: one.kind } : one)) }, { problem: 'BASE_SECTION_NEEDS_CAP', of: 'sections', id: 'law' }],
    ['a section above the cap of all', { ...SCHEME, sections: SCHEME.sections.map((one) => (one.id === 'rescue' ? { ...one, cap: 401 } : one)) }, { problem: 'SECTION_ABOVE_BONUS_CAP', of: 'sections', id: 'rescue' }],
    ['a base above the most', { ...SCHEME, categories: { ...SCHEME.categories, C: { ...SCHEME.categories.C, base: 1001 } } }, { problem: 'BASE_OUT_OF_RANGE', of: 'categories', id: 'C' }],
    ['more pledges at least than at most', { ...SCHEME, categories: { ...SCHEME.categories, C: { ...SCHEME.categories.C, pledges: { min: 4, max: 3 } } } }, { problem: 'PLEDGES_MIN_ABOVE_MAX', of: 'categories', id: 'C' }],
    ['bonuses above the most', { ...SCHEME, bonusCap: 1001 }, { problem: 'BONUS_CAP', of: 'rules', id: '' }],
    ['a window that is no day', { ...SCHEME, pledgeWindow: { from: '13-01', to: '03-31' } }, { problem: 'WINDOW', of: 'rules', id: '' }],
  ])('has %s', (_what, rules, problem) => {
    expect(schemeProblems(rules)).toContainEqual(problem);
  });
});

describe('a new version (PTY-03)', () => {
  const next: SchemeRules = {
    ...SCHEME,
    bonusCap: 300,
    items: [...SCHEME.items.filter(({ id }) => id !== 'visit').map((item) => (item.id === 'help' ? { ...item, closed: true as const } : item.id === 'deed' ? { ...item, tenths: 60 } : item)), { id: 'blood', section: 'volunteer', name: '无偿献血', tenths: 30, cap: 60 }],
  };
  const fixed = (began: boolean) => schemeChanges(SCHEME, next, began).filter((change) => change.fixed).map(({ what }) => what);

  it('may be anything before the cycle begins', () => {
    expect(fixed(false)).toEqual([]);
    expect(schemeChanges(SCHEME, next, false).map(({ what }) => what)).toEqual(['bonusCap', 'items.deed', 'items.visit', 'items.help.closed', 'items.blood']);
    expect(schemeChanges(SCHEME, SCHEME, true)).toEqual([]);
  });

  it('keeps caps and amounts once it has begun; items may come and close', () => {
    expect(fixed(true)).toEqual(['bonusCap', 'items.deed', 'items.visit']);
  });
});

describe('the suggested grade (PTY-12, PTY-09)', () => {
  it.each([[1000, 'EXCELLENT'], [900, 'EXCELLENT'], [899, 'QUALIFIED'], [700, 'QUALIFIED'], [699, 'BASIC'], [600, 'BASIC'], [599, 'NOT_QUALIFIED'], [0, 'NOT_QUALIFIED']])('of %i tenths is %s', (total, grade) => {
    expect(suggestedGrade(total, [], SETTINGS.party.suggest)).toEqual({ grade, why: 'POINTS' });
  });

  it('is 不合格 with a confirmed veto event, and only with a confirmed one', () => {
    expect(suggestedGrade(950, [{ state: 'CONFIRMED' }], SETTINGS.party.suggest)).toEqual({ grade: 'NOT_QUALIFIED', why: 'VETO' });
    for (const state of ['WAITING', 'REFUSED', 'LIFTED'] as const) expect(suggestedGrade(950, [{ state }], SETTINGS.party.suggest).grade).toBe('EXCELLENT');
  });
});
