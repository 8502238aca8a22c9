import type { GridCell, Village } from '@/domain/grid/grid';
import { chainOfHousehold, headLineOf } from '@/domain/grid/contacts';
import { afterStep, followedBy, type FollowUp } from '@/domain/grid/follow-ups';
import { findingsOf, splitPlans } from '@/domain/grid/findings';
import { cellsAround, childrenOf, deskOn, holderOn, innermostIn, totalsOf, withCounts } from '@/domain/grid/tree';
import type { Household } from '@/domain/people/person';
import { countySettings } from '../../../config/county/settings';
import { fc } from '../../fixtures/properties';

const V = '610921107202';
const TODAY = '2026-11-25';
const holder = (name: string) => ({ personId: `p-${name}`, name, since: '2024-01-01' });
const cell = (code: string, more: Partial<GridCell> = {}): GridCell => ({ code, level: code.split('.').length as 1 | 2 | 3, name: code.slice(13), households: 25, people: 90, ...more });
const village = (grids: readonly GridCell[]): Village => ({ _id: V, name: '堰坪村', town: '610921107', townName: '漩涡镇', grids, desk: [holder('值班')], version: 1, changedAt: 0 });
const tree = village([cell(`${V}-1`), cell(`${V}-1.1`), cell(`${V}-1.1.1`), cell(`${V}-1.1.2`), cell(`${V}-1.10`), cell(`${V}-1.2`)]);

describe('the tree of grids', () => {
  it('holds a cell that is not split as innermost, and never a part of the village', () => {
    expect(innermostIn(tree, V).map(({ code }) => code)).toEqual([`${V}-1.1.1`, `${V}-1.1.2`, `${V}-1.10`, `${V}-1.2`]);
    expect(innermostIn(tree, `${V}-1.1`).map(({ code }) => code)).toEqual([`${V}-1.1.1`, `${V}-1.1.2`]);
  });

  it('goes up from a cell innermost first, and not through one whose number begins alike', () => {
    expect(cellsAround(tree, `${V}-1.1.2`).map(({ code }) => code)).toEqual([`${V}-1.1.2`, `${V}-1.1`, `${V}-1`]);
    expect(cellsAround(tree, `${V}-1.10`).map(({ code }) => code)).toEqual([`${V}-1.10`, `${V}-1`]);
    expect(childrenOf(tree, V).map(({ code }) => code)).toEqual([`${V}-1`]);
  });

  it('keeps every cell\'s counts those of its parts, whatever comes and goes', () => {
    const leaves = innermostIn(tree, V).map(({ code }) => code);
    const empty = village(tree.grids.map((one) => ({ ...one, households: 0, people: 0 })));
    fc.assert(fc.property(fc.array(fc.constantFrom(...leaves), { maxLength: 40 }), (arrivals) => {
      const full = arrivals.reduce((sum, code) => withCounts(sum, code, { people: 1, households: 1 }), empty);
      const half = arrivals.slice(0, arrivals.length / 2).reduce((sum, code) => withCounts(sum, code, { people: -1 }), full);
      expect(totalsOf(half)).toEqual({ households: arrivals.length, people: arrivals.length - Math.floor(arrivals.length / 2) });
      for (const one of half.grids.filter(({ code }) => childrenOf(half, code).length > 0)) {
        expect(childrenOf(half, one.code).reduce((sum, child) => sum + child.people, 0)).toBe(one.people);
      }
    }));
  });

  it('holds that nobody leaves who was not there', () => {
    expect(() => withCounts(village([cell(`${V}-1`, { people: 0 })]), `${V}-1`, { people: -1 })).toThrow('broken invariant');
  });
});

describe('who answers in a cell on a day', () => {
  const leave = { ...holder('代管'), since: '2026-11-26', to: '2026-11-27' };
  const one = { head: holder('户长'), standIn: leave };

  it.each([['2026-11-25', '户长'], ['2026-11-26', '代管'], ['2026-11-27', '代管'], ['2026-11-28', '户长']])('on %s is %s', (day, name) => {
    expect(holderOn(one, day)?.name).toBe(name);
  });

  it('is nobody while the post is vacant or before the head begins', () => {
    expect(holderOn({}, TODAY)).toBeUndefined();
    expect(holderOn({ head: { ...holder('户长'), since: '2026-11-26' } }, TODAY)).toBeUndefined();
  });

  it('is at a desk also who stands in, on their days only', () => {
    const desk = [holder('值班'), { ...holder('代班'), since: TODAY, to: TODAY, standInFor: 'p-值班' }];
    expect(deskOn(desk, TODAY)).toHaveLength(2);
    expect(deskOn(desk, '2026-11-26')).toEqual([desk[0]]);
  });
});

describe('a household\'s contacts (LNS-05)', () => {
  const home = { _id: 'h', village: V, grid: `${V}-1.1.1`, liaisons: [] } as unknown as Household;

  it('name a gap and who is next, past every further gap', () => {
    const chain = chainOfHousehold(home, village([cell(`${V}-1`, { head: holder('片长') }), cell(`${V}-1.1`), cell(`${V}-1.1.1`)]), undefined, TODAY);
    expect(chain.map(({ line, holder: who, next }) => [line, who?.name, next?.name])).toEqual([
      ['GRID', undefined, '片长'], ['GRID', undefined, '片长'], ['GRID', '片长', undefined], ['VILLAGE', '值班', undefined], ['TOWN', undefined, undefined],
    ]);
    expect(headLineOf(chain)).toMatchObject({ line: 'HEAD', next: { name: '片长' } });
  });
});

describe('follow-ups', () => {
  const one: FollowUp = { kind: 'HOUSEHOLD', id: 'one', personId: 'p', leaves: 'h' };
  const later: FollowUp = { kind: 'POST', id: 'later', post: `${V}-1`, at: 5, remindAt: 500 };

  it('are due at once, and a reminder in its time', () => {
    const waiting = followedBy(tree, 7, one, later);
    expect(waiting.followUpAt).toBe(7);
    expect(afterStep(waiting, 'one', undefined)).toMatchObject({ followUps: [later], followUpAt: 500 });
  });

  it('leave no mark when they are done, and are there once when asked twice', () => {
    const waiting = followedBy(followedBy(tree, 7, one), 8, one);
    expect(waiting.followUps).toHaveLength(1);
    expect(JSON.parse(JSON.stringify(afterStep(waiting, 'one', undefined)))).toEqual(JSON.parse(JSON.stringify(tree)));
  });
});

describe('the findings of a village', () => {
  const settings = countySettings();
  const codes = (grids: readonly GridCell[], desk = [holder('值班')]) => findingsOf({ ...village(grids), desk }, [], settings, TODAY).map(({ code, area }) => `${code} ${area}`);

  it('say nothing of grids that are as the policy wants them', () => {
    expect(codes([cell(`${V}-1`, { head: holder('甲'), households: 25, people: 90 }), cell(`${V}-1.1`, { head: holder('乙') }), cell(`${V}-1.1.1`, { head: holder('丙') })])).toEqual([]);
  });

  it.each([
    [30, 120, []], [20, 70, []],
    [31, 120, ['GRID_TOO_LARGE']], [30, 121, ['GRID_TOO_LARGE']],
    [19, 70, ['GRID_TOO_SMALL']], [20, 69, ['GRID_TOO_SMALL']],
    [31, 69, ['GRID_TOO_LARGE', 'GRID_TOO_SMALL']],
  ])('hold a level-3 grid of %i households and %i people to both limits (GRD-06)', (households, people, expected) => {
    const grids = [cell(`${V}-1`, { head: holder('甲'), households, people }), cell(`${V}-1.1`, { head: holder('乙'), households, people }), cell(`${V}-1.1.1`, { head: holder('丙'), households, people })];
    expect(codes(grids).map((finding) => finding.split(' ')[0])).toEqual(expected);
  });

  it('miss no household that is in no part of a split grid (GRD-08)', () => {
    const grids = [cell(`${V}-1`, { head: holder('甲'), households: 30 }), cell(`${V}-1.1`, { head: holder('乙'), households: 30 }), cell(`${V}-1.1.1`, { head: holder('丙') })];
    expect(codes(grids)).toEqual([`HOUSEHOLDS_OUTSIDE ${V}-1.1`]);
  });

  it('say that a village has no part and no desk (GRD-02)', () => {
    expect(codes([], [])).toEqual([`NO_LEVEL1_GRID ${V}`, `DESK_EMPTY ${V}`]);
  });

  it('say that a head\'s five years are over (HHL-03)', () => {
    const head = { _id: 'p-甲', bornOn: '1970-01-01', grid: `${V}-1.1.1`, roles: [{ role: 'SUPERVISION', area: V, from: '2020-01-01' }], status: 'ACTIVE' } as never;
    const grids = [cell(`${V}-1`, { head: { ...holder('甲'), since: '2021-11-25' } }), cell(`${V}-1.1`, { head: holder('乙') })];
    expect(findingsOf(village(grids), [head], settings, '2026-11-24').map(({ code }) => code)).toEqual([]);
    expect(findingsOf(village(grids), [head], settings, TODAY).map(({ code }) => code)).toEqual(['TERM_ENDED']);
  });

  it('propose a split only for a group that is not split yet (GRD-05)', () => {
    const large = { households: 62, people: 240 };
    expect(splitPlans(village([cell(`${V}-1.1`, large)]), settings)).toMatchObject([{ counts: [3], suggested: 3, exact: true }]);
    expect(splitPlans(village([cell(`${V}-1.1`, large), cell(`${V}-1.1.1`)]), settings)).toEqual([]);
  });
});
