/** Small or major: the edges of CON-07. */
import { RESERVED_MATTERS } from '@/domain/consultations/consultation';
import { askersOf, weightOf, weightReasons, type Weighed } from '@/domain/consultations/weight';
import { MONEY_LINE } from '../../fixtures/consultations';

const line = { majorMoneyFen: MONEY_LINE };
const small: Weighed = { supporters: [], raiserId: 'person-0', villagers: 200, markedMajor: false };
const people = (n: number) => Array.from({ length: n }, (_, at) => `person-${at + 1}`);

describe('a matter', () => {
  it.each(RESERVED_MATTERS)('that the assembly itself decides is major (VOTE-04 %s)', (reserved) => {
    expect(weightReasons({ ...small, reserved }, line)).toEqual(['RESERVED']);
  });

  it.each([
    [MONEY_LINE - 1, 'SMALL'],
    [MONEY_LINE, 'SMALL'],
    [MONEY_LINE + 1, 'MAJOR'],
  ])('that costs %i fen is %s: the line itself is not above the line', (costInFen, weight) => {
    expect(weightOf({ ...small, costInFen }, line)).toBe(weight);
  });

  it.each([
    [200, 18, 'SMALL'],
    [200, 19, 'SMALL'], // 20 of 200 ask, a tenth exactly
    [200, 20, 'MAJOR'], // 21 of 200
    [199, 19, 'MAJOR'], // 20 of 199 is more than a tenth
    [209, 20, 'MAJOR'],
    [210, 20, 'SMALL'],
    [0, 50, 'SMALL'], // a village whose people nobody counted decides nothing
  ])('of a village of %i that its raiser and %i others ask for is %s (more than a tenth)', (villagers, others, weight) => {
    expect(weightOf({ ...small, villagers, supporters: people(others) }, line)).toBe(weight);
  });

  it('that goes to the assembly, or that is called so, is major', () => {
    expect(weightReasons({ ...small, line: 'ASSEMBLY' }, line)).toEqual(['TO_ASSEMBLY']);
    expect(weightReasons({ ...small, markedMajor: true }, line)).toEqual(['MARKED']);
    expect(weightOf({ ...small, line: 'CONSULT' }, line)).toBe('SMALL');
  });

  it('counts everybody once, its raiser among them', () => {
    expect(askersOf({ raiserId: 'person-1', supporters: people(3) })).toBe(3);
    expect(askersOf({ supporters: people(3) })).toBe(3);
  });
});
