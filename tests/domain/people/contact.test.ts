import { maskMobile, parseMobile } from '@/domain/people/mobile';
import { parseName } from '@/domain/people/name';

describe('a mobile number', () => {
  it.each([
    ['13900001234', '13900001234'],
    ['139 0000 1234', '13900001234'],
    ['139-0000-1234', '13900001234'],
    ['１３９００００１２３４', '13900001234'],
    ['+86 13900001234', '13900001234'],
    ['008613900001234', '13900001234'],
    ['8613900001234', '13900001234'],
    ['19900001234', '19900001234'],
  ])('%s is read as %s', (text, mobile) => {
    expect(parseMobile(text)).toEqual({ ok: true, value: mobile });
  });

  it.each([
    ['', 'MOBILE_MISSING'],
    [' 　', 'MOBILE_MISSING'],
    ['1390000123', 'MOBILE_NOT_A_NUMBER'],
    ['139000012345', 'MOBILE_NOT_A_NUMBER'],
    ['12900001234', 'MOBILE_NOT_A_NUMBER'],
    ['0915-0000000', 'MOBILE_NOT_A_NUMBER'],
    ['1390000123O', 'MOBILE_NOT_A_NUMBER'],
    ['13900001234/13900005678', 'MOBILE_NOT_A_NUMBER'],
  ])('%j is refused: %s', (text, code) => {
    expect(parseMobile(text)).toEqual({ ok: false, reason: { code } });
  });

  it('is shown masked (PRV-12)', () => {
    expect(maskMobile('13900001234')).toBe('139****1234');
  });
});

describe('a name', () => {
  it.each([
    ['测试甲', '测试甲'],
    ['王　芳', '王芳'],
    [' 王 芳 ', '王芳'],
    ['王 小 芳', '王小芳'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
    ['𠮷田', '𠮷田'],
    ['王𫘧', '王𫘧'],
    ['王\uE1A2', '王\uE1A2'],
    ['王〇', '王〇'],
    ['Nguyễn Thị', 'Nguyễn Thị'],
    ['一'.repeat(20), '一'.repeat(20)],
    ['𠮷'.repeat(20), '𠮷'.repeat(20)],
  ])('%s is kept as %s', (text, name) => {
    expect(parseName(text)).toEqual({ ok: true, value: name });
  });

  it.each([
    ['', { code: 'NAME_MISSING' }],
    ['王', { code: 'NAME_LENGTH', length: 1 }],
    ['一'.repeat(21), { code: 'NAME_LENGTH', length: 21 }],
    ['王芳1', { code: 'NAME_CHARACTER', character: '1' }],
    ['王*', { code: 'NAME_CHARACTER', character: '*' }],
    ['王芳（二组）', { code: 'NAME_CHARACTER', character: '（' }],
    ['王□', { code: 'NAME_CHARACTER', character: '□' }],
    ['王芳·', { code: 'NAME_CHARACTER', character: '·' }],
    ['王··芳', { code: 'NAME_CHARACTER', character: '·' }],
  ])('%s is refused', (text, reason) => {
    expect(parseName(text)).toEqual({ ok: false, reason });
  });
});
