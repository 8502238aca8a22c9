import { countySettings } from '../../../config/county/settings';
import { fc } from '../../fixtures/properties';
import { countsWithin, optionOf, proposeSplit } from '@/domain/grid/split';

const { grid } = countySettings();

describe('a level-3 grid split (GRD-06)', () => {
  it.each([
    [50, 170, 2, 2],
    [25, 90, 1, 1],
    [62, 240, 3, 3],
    [45, 150, 2, 2],
    [100, 380, 4, 5],
  ])('of %i households and %i people allows %i to %i grids', (households, people, lo, hi) => {
    expect(countsWithin({ households, people }, grid.l3)).toEqual({ lo, hi });
  });

  it('proposes the fewest of the counts that fit', () => {
    expect(proposeSplit({ households: 100, people: 380 }, grid)).toEqual({ kind: 'EXACT', lo: 4, hi: 5, suggested: 4 });
  });

  it('warns when 35 households cannot be split within both limits, and shows both neighbours (section 9, 8)', () => {
    expect(proposeSplit({ households: 35, people: 130 }, grid)).toEqual({
      kind: 'INEXACT',
      warning: 'NO_COUNT_WITHIN_BOTH_LIMITS',
      neighbours: [
        { count: 1, householdTenths: 350, peopleTenths: 1300, households: 'ABOVE', people: 'ABOVE' },
        { count: 2, householdTenths: 175, peopleTenths: 650, households: 'BELOW', people: 'BELOW' },
      ],
    });
  });

  it('warns for 31 households and 100 people too: one grid has too many households, two have too few of both', () => {
    const proposal = proposeSplit({ households: 31, people: 100 }, grid);
    expect(proposal).toMatchObject({
      kind: 'INEXACT',
      neighbours: [
        { count: 1, households: 'ABOVE', people: 'WITHIN' },
        { count: 2, households: 'BELOW', people: 'BELOW' },
      ],
    });
  });

  it('shows the two limits that pull apart when a group has many households of few people', () => {
    expect(proposeSplit({ households: 100, people: 150 }, grid)).toMatchObject({
      kind: 'INEXACT',
      neighbours: [
        { count: 2, people: 'WITHIN', households: 'ABOVE' },
        { count: 4, people: 'BELOW', households: 'WITHIN' },
      ],
    });
  });

  it.each([
    [30, 120, 'NOT_NEEDED'],
    [31, 120, 'INEXACT'],
    [30, 121, 'INEXACT'],
    [25, 90, 'NOT_NEEDED'],
    [3, 8, 'NOT_NEEDED'],
    [0, 0, 'NOT_NEEDED'],
    [40, 140, 'EXACT'],
    [60, 240, 'EXACT'],
  ])('for %i households and %i people is %s (GRD-05)', (households, people, kind) => {
    expect(proposeSplit({ households, people }, grid).kind).toBe(kind);
  });

  it('keeps its promise for every group', () => {
    const size = fc.record({ households: fc.integer({ min: 0, max: 400 }), people: fc.integer({ min: 0, max: 1600 }) });
    fc.assert(
      fc.property(size, (group) => {
        const proposal = proposeSplit(group, grid);
        const fits = (count: number) => {
          const option = optionOf(count, group, grid.l3);
          return option.households === 'WITHIN' && option.people === 'WITHIN';
        };
        const fitting = Array.from({ length: 60 }, (_, index) => index + 1).filter(fits);
        if (proposal.kind === 'EXACT') {
          expect(fitting).toEqual(Array.from({ length: proposal.hi - proposal.lo + 1 }, (_, index) => proposal.lo + index));
        } else if (proposal.kind === 'INEXACT') {
          expect(fitting).toEqual([]);
          expect(proposal.neighbours[0].count).toBeLessThan(proposal.neighbours[1].count);
        } else {
          expect(group.households <= 30 && group.people <= 120).toBe(true);
        }
      }),
    );
  });

  it('takes its limits from the county', () => {
    const wider = { ...grid, l3: { hhMin: 10, hhMax: 40, ppMin: 30, ppMax: 160 } };
    expect(proposeSplit({ households: 35, people: 130 }, wider).kind).toBe('NOT_NEEDED');
  });
});
