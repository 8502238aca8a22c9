import { lengthOf, normaliseLine, normaliseText, tidyCell } from '@/domain/basics/text';
import { fc } from '../../fixtures/properties';

describe('text people type', () => {
  it.each([
    ['spaces around and within', '  路灯　　坏了   三天 ', '路灯 坏了 三天'],
    ['line ends of every kind', '一\r\n二\r三\u2028四', '一\n二\n三\n四'],
    ['empty lines', '一\n\n \n\n二', '一\n\n二'],
    ['control characters', '路\u0000灯\u0007坏了', '路灯坏了'],
    ['a tab', '一\t二', '一 二'],
    ['zero-width marks', '路\u200B灯\uFEFF坏了', '路灯坏了'],
    ['switches of direction', '\u202E路灯\u202C', '路灯'],
    ['half a surrogate pair', '路\uD83D灯', '路灯'],
    ['letters in pieces', 'cafe\u0301', 'café'],
    ['rare characters', '\u{20BB7}野家的𠮷', '\u{20BB7}野家的𠮷'],
    ['a family in one emoji', '👨‍👩‍👧', '👨‍👩‍👧'],
    ['Chinese punctuation', '水管爆了，快来。', '水管爆了，快来。'],
  ])('is made plain: %s', (_, typed, plain) => {
    expect(normaliseText(typed)).toBe(plain);
  });

  it('is the same when made plain twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const once = normaliseText(text);
        expect(normaliseText(once)).toBe(once);
        const line = tidyCell(text);
        expect(tidyCell(line)).toBe(line);
        expect(line).not.toMatch(/\n/);
      }),
    );
  });

  it('becomes one line where one is wanted', () => {
    expect(normaliseLine('一组\n 王家门口')).toBe('一组 王家门口');
  });
});

describe('a cell of a spreadsheet', () => {
  it.each([
    ['１３９００００１２３４', '13900001234'],
    ['\u00A0610921199001010012\u3000', '610921199001010012'],
    ['61092119900101001ｘ', '61092119900101001x'],
    ['王\u3000芳', '王 芳'],
    ['二组，（老屋场）', '二组，（老屋场）'],
    ['\t一组\n', '一组'],
  ])('%j reads %j', (cell, tidy) => {
    expect(tidyCell(cell)).toBe(tidy);
  });
});

describe('the length of a text', () => {
  it.each([
    ['', 0],
    ['路灯坏了', 4],
    ['𠮷', 1],
    ['e\u0301', 1],
    ['👍🏽', 1],
    ['👨‍👩‍👧', 1],
    ['🇨🇳', 1],
    ['🇨🇳🇨🇳', 2],
    ['❤️好', 2],
    ['a b', 3],
  ])('of %j is %i, as people count', (text, length) => {
    expect(lengthOf(text)).toBe(length);
  });

  it('of two texts of Han is the sum of theirs', () => {
    const han = fc.string({ unit: fc.constantFrom('村', '里', '事', '𠮷', '𫝀') });
    fc.assert(fc.property(han, han, (a, b) => expect(lengthOf(a + b)).toBe([...a].length + [...b].length)));
  });
});
