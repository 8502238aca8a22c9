/** Edges that breaking a rule on purpose had shown to be stated nowhere. */
import { DAY_MS, startOfDay } from '@/domain/basics/civil-time';
import { checked, claimed, recorded, reversalOf } from '@/domain/points/entry-acts';
import { schemeProblems, type SchemeRules } from '@/domain/points/scheme';
import { NO_SUMS, scoreOf } from '@/domain/points/sums';
import { ACT, facts, must, NOW, posted, SCHEME, SECRETARY, VERIFIER } from './kit';

it('an item below nothing takes nothing from the others of its section (PTY-07)', () => {
  expect(scoreOf(SCHEME, 'B', { ...NO_SUMS, items: { honour: 50, family: -20 } }).bonus).toBe(50);
});

it('a reversal takes back the amount of the pledge too', () => {
  const back = reversalOf({ ...posted('visit'), pledge: 'pledge-1', amount: 2 }, { _id: 'back', by: SECRETARY.by, at: NOW, reason: '录错了' });
  expect(must(back)).toMatchObject({ pledge: 'pledge-1', amount: -2 });
});

it('what the branch records of its secretary goes up as well (PTY-06)', () => {
  expect(recorded(facts('late', { kind: 'RECORD', above: true }), VERIFIER, ACT).queue).toBe('ABOVE');
});

it('the second look has ten working days of its own (PTY-06)', () => {
  const looked = must(checked(claimed(facts('volunteer'), ACT), { kind: 'RIGHT' }, { ...VERIFIER, at: NOW + DAY_MS }, ACT));
  expect(looked.dueAt).toBe(startOfDay('2026-06-27'));
});

const withB = (change: object): SchemeRules => ({ ...SCHEME, categories: { ...SCHEME.categories, B: { ...SCHEME.categories.B, ...change } } });
it.each<[string, SchemeRules, object]>([
  ['a deduction above its own cap', { ...SCHEME, items: SCHEME.items.map((item) => (item.id === 'late' ? { ...item, cap: 4 } : item)) }, { problem: 'ITEM_ABOVE_CAP', id: 'late' }],
  ['a base below nothing', withB({ base: -1 }), { problem: 'BASE_OUT_OF_RANGE', id: 'B' }],
  ['more pledges than a year has room for', withB({ pledges: { min: 2, max: 13 } }), { problem: 'PLEDGES_MIN_ABOVE_MAX', id: 'B' }],
])('a scheme contradicts itself with %s', (_what, rules, problem) => {
  expect(schemeProblems(rules)).toContainEqual(expect.objectContaining(problem));
});
