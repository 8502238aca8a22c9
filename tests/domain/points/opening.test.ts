/** What a figure of an older sheet does to what stands already (PTY-03, 06, 14). */
import { figureDoes, openingFigure, openingFrom, type OpeningFigure, type OpeningMember } from '@/domain/points/opening';
import { SCHEME } from './kit';

describe('an opening figure', () => {
  it.each([
    [0, undefined, undefined],
    [0, { state: 'CHECK', tenths: 40 }, { is: 'SENT_UP', tenths: 40 }],
    [0, { state: 'ASKED', tenths: 40 }, { is: 'SENT_UP', tenths: 40 }],
    [0, { state: 'APPROVE', tenths: -5 }, { is: 'SENT_UP', tenths: 5 }],
    [0, { state: 'REFUSED', tenths: -5 }, { is: 'REFUSED', tenths: 5 }],
    // Nobody decided on it, or it was reversed: it can be loaded anew.
    [0, { state: 'EXPIRED', tenths: 40 }, undefined],
    [0, { state: 'POSTED', tenths: 40 }, undefined],
    [40, { state: 'POSTED', tenths: 40 }, { is: 'LOADED', tenths: 40 }],
    [-5, undefined, { is: 'LOADED', tenths: 5 }],
    // An appeal put it right after all.
    [40, { state: 'REFUSED', tenths: 40 }, { is: 'LOADED', tenths: 40 }],
  ] as const)('of a sum of %d and %j stands as %j', (sum, last, stands) => {
    expect(openingFigure(sum, last)).toEqual(stands);
  });

  it.each<[OpeningFigure | undefined, number, ReturnType<typeof figureDoes>]>([
    [undefined, 40, 'LOAD'], [undefined, 0, 'NOTHING'],
    [{ is: 'LOADED', tenths: 40 }, 40, 'NOTHING'], [{ is: 'LOADED', tenths: 40 }, 30, 'ALREADY_OTHERWISE'], [{ is: 'LOADED', tenths: 40 }, 0, 'ALREADY_OTHERWISE'],
    [{ is: 'SENT_UP', tenths: 40 }, 40, 'NOTHING'], [{ is: 'SENT_UP', tenths: 40 }, 41, 'SENT_OTHERWISE'],
    [{ is: 'REFUSED', tenths: 40 }, 40, 'NOTHING'], [{ is: 'REFUSED', tenths: 40 }, 30, 'LOAD'], [{ is: 'REFUSED', tenths: 40 }, 0, 'NOTHING'],
  ])('that stands as %j and is %d in the sheet: %s', (figure, tenths, does) => {
    expect(figureDoes(figure, tenths)).toBe(does);
  });
});

it('a row says first what somebody still waits for, then what was refused', () => {
  const row = (bonus: OpeningFigure | undefined, deduction: OpeningFigure | undefined, cells: readonly [string, string]) => {
    const member: OpeningMember = { personId: 'person-li', name: '李国平', category: 'B', endsIn: () => true, ...(bonus === undefined ? {} : { bonus }), ...(deduction === undefined ? {} : { deduction }) };
    const cell = (column: string, text: string) => ({ column, text });
    return openingFrom([{ row: 2, cells: { name: cell('姓名', '李国平'), bonus: cell('加分', cells[0]), deduction: cell('扣分', cells[1]) } }], [member], SCHEME).rows[0]?.is;
  };
  const figure = (is: OpeningFigure['is'], tenths: number): OpeningFigure => ({ is, tenths });
  expect(row(undefined, undefined, ['4', '1'])).toBe('NEW');
  expect(row(figure('LOADED', 40), undefined, ['4', '1'])).toBe('NEW');
  expect(row(figure('LOADED', 40), figure('SENT_UP', 10), ['4', '1'])).toBe('SENT_UP');
  expect(row(figure('REFUSED', 40), figure('LOADED', 10), ['4', '1'])).toBe('REFUSED');
  expect(row(figure('LOADED', 40), undefined, ['4', '0'])).toBe('LOADED');
  expect(row(undefined, undefined, ['0', ''])).toBe('NOTHING');
});
