import { foldEntries, isPending, leftOf, NO_SUMS, OPENING_BONUS, OPENING_DEDUCTION, scoreOf, withPending, withPosted } from '@/domain/points/sums';
import type { Entry } from '@/domain/points/entry';
import type { MemberCategory, Scheme } from '@/domain/points/scheme';
import { MEMBER_CATEGORIES } from '@/domain/points/scheme';
import { fc } from '../../fixtures/properties';
import { ACT, facts, posted, SCHEME } from './kit';
import { claimed, reversalOf } from '@/domain/points/entry-acts';

const score = (entries: readonly Entry[], category: MemberCategory = 'B', scheme: Scheme = SCHEME) => scoreOf(scheme, category, foldEntries(entries));
const times = (n: number, item: string): readonly Entry[] => Array.from({ length: n }, () => posted(item));

describe('the total (PTY-07)', () => {
  it('of rulebook example 12: base 60, late twice, absent from labour once, bonuses 3 and 5: 65.0', () => {
    expect(score([...times(2, 'late'), posted('labour'), posted('mediate'), posted('rescue')])).toEqual({ base: 600, bonus: 80, deducted: 30, pending: 0, total: 650 });
  });

  it.each<[MemberCategory, number]>([['A', 600], ['B', 600], ['C', 650], ['D', 750], ['E', 600], ['P', 600]])('of category %s begins at %i', (category, base) => {
    expect(score([], category)).toEqual({ base, bonus: 0, deducted: 0, pending: 0, total: base });
  });

  it.each([[2, 'mediate', 60], [3, 'mediate', 90], [4, 'mediate', 90]])('counts %i times %s as %i: the item is capped', (n, item, bonus) => {
    expect(score(times(n, item)).bonus).toBe(bonus);
  });

  it('caps a section over its items', () => {
    // 公益志愿: 6 x 2.0 = 12.0 and 1 x 5.0 = 5.0 come to 17.0, of which 15.0 count.
    expect(score([...times(6, 'volunteer'), posted('deed')]).bonus).toBe(150);
    expect(score([...times(5, 'volunteer'), posted('deed')]).bonus).toBe(150);
    expect(score([...times(4, 'volunteer'), posted('deed')]).bonus).toBe(130);
  });

  it('caps all bonuses together at 40, and the total at 100', () => {
    const much = [...times(9, 'volunteer'), ...times(3, 'deed'), ...times(4, 'rescue'), ...times(4, 'mediate'), ...times(4, 'help')];
    expect(score(much)).toMatchObject({ bonus: 400, total: 1000 });
    expect(score(much, 'D')).toMatchObject({ bonus: 400, total: 1000 });
  });

  it.each([[1, 50], [2, 100], [3, 100]])('takes %i breaches of the law as %i: a section never goes below nothing', (n, deducted) => {
    expect(score(times(n, 'breach')).deducted).toBe(deducted);
  });

  it('never goes below nothing, whatever all sections take', () => {
    const poor: Scheme = { ...SCHEME, categories: { ...SCHEME.categories, B: { ...SCHEME.categories.B, base: 120 } } };
    expect(score([...times(3, 'breach'), ...times(2, 'cult')], 'B', poor)).toMatchObject({ deducted: 200, total: 0 });
  });

  it('counts opening balances under the same caps', () => {
    const opening = (item: string, tenths: number): Entry => ({ ...posted('mediate'), kind: 'OPENING', item, tenths });
    expect(score([opening(OPENING_BONUS, 380), posted('mediate')])).toMatchObject({ bonus: 400 });
    expect(score([opening(OPENING_DEDUCTION, -25)])).toMatchObject({ deducted: 25, total: 575 });
  });
});

describe('an item', () => {
  it('tells what of it can still count, under the nearest of three caps', () => {
    const left = (id: string, entries: readonly Entry[]) => leftOf(SCHEME, id, foldEntries(entries));
    expect(left('mediate', [])).toBe(90);
    expect(left('mediate', times(2, 'mediate'))).toBe(30);
    expect(left('deed', times(6, 'volunteer'))).toBe(30);
    expect(left('rescue', [...times(3, 'rescue')])).toBe(0);
    expect(left('help', [...times(3, 'rescue'), ...times(6, 'volunteer'), ...times(3, 'mediate')])).toBe(40);
    expect(left('breach', [posted('breach')])).toBe(50);
    expect(left('nothing', [])).toBe(0);
  });
});

/** Histories: claims of any item, decided in any way, some taken back. */
const items = SCHEME.items.map(({ id }) => id);
const history = fc.array(fc.record({ item: fc.constantFrom(...items, OPENING_BONUS, OPENING_DEDUCTION), end: fc.constantFrom('POSTED', 'REFUSED', 'EXPIRED', 'WITHDRAWN', 'CHECK', 'APPROVE'), reversed: fc.boolean() }), { maxLength: 40 }).map((steps) =>
  steps.flatMap(({ item, end, reversed }): readonly Entry[] => {
    const tenths = item === OPENING_BONUS ? 120 : item === OPENING_DEDUCTION ? -30 : SCHEME.items.find(({ id }) => id === item)?.tenths ?? 0;
    const entry: Entry = { ...claimed(facts(item, { tenths }), ACT), state: end };
    if (end !== 'POSTED' || !reversed) return [entry];
    const back = reversalOf(entry, { _id: `${entry._id}-back`, by: 'person-secretary', at: entry.at, reason: '录错了' });
    return back.ok ? [{ ...entry, reversedBy: back.value._id }, { ...claimed(back.value, ACT), state: 'POSTED' }] : [entry];
  }),
);
const category = fc.constantFrom(...MEMBER_CATEGORIES);

describe('over any history', () => {
  it('caps and floors hold at every prefix', () => {
    fc.assert(fc.property(history, category, (entries, of) => {
      for (let n = 0; n <= entries.length; n += 1) {
        const { base, bonus, deducted, total } = score(entries.slice(0, n), of);
        expect(bonus).toBeGreaterThanOrEqual(0);
        expect(bonus).toBeLessThanOrEqual(SCHEME.bonusCap);
        expect(deducted).toBeGreaterThanOrEqual(0);
        expect(total).toBe(Math.max(0, Math.min(SCHEME.max, base + bonus - deducted)));
      }
    }), { numRuns: 60 });
  });

  it('the order of arrival is irrelevant', () => {
    fc.assert(fc.property(history.chain((entries) => fc.tuple(fc.constant(entries), fc.shuffledSubarray([...entries], { minLength: entries.length }))), category, ([entries, shuffled], of) => {
      expect(score(shuffled, of)).toEqual(score(entries, of));
    }), { numRuns: 100 });
  });

  it('what is taken back leaves no trace in the score', () => {
    fc.assert(fc.property(history, category, (entries, of) => {
      const gone = new Set(entries.flatMap(({ _id, reversedBy }) => (reversedBy === undefined ? [] : [_id, reversedBy])));
      expect(score(entries, of)).toEqual(score(entries.filter(({ _id }) => !gone.has(_id)), of));
    }), { numRuns: 100 });
  });

  it('nothing is lost or made: before the caps, sums are the posted entries’', () => {
    fc.assert(fc.property(history, (entries) => {
      const sums = foldEntries(entries);
      const of = (state: (entry: Entry) => boolean): number => entries.filter(state).reduce((total, { tenths }) => total + tenths, 0);
      expect(Object.values(sums.items).reduce((total, one) => total + one, 0)).toBe(of(({ state }) => state === 'POSTED'));
      expect(sums.posted).toBe(entries.filter(({ state }) => state === 'POSTED').length);
      expect(sums.pending.count).toBe(entries.filter(isPending).length);
    }), { numRuns: 100 });
  });

  it('sums kept entry by entry are the fold', () => {
    fc.assert(fc.property(history, (entries) => {
      let sums = NO_SUMS;
      for (const entry of entries) {
        if (isPending(entry) || entry.state === 'POSTED') sums = withPending(sums, entry, 1);
        if (entry.state === 'POSTED') sums = withPosted(withPending(sums, entry, -1), entry);
      }
      expect(sums).toEqual(foldEntries(entries));
    }), { numRuns: 100 });
  });
});
