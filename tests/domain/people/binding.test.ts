import { afterWrongTry, levelFor, newAccount, ownBinding, triesLeft, withBinding, withoutBinding } from '@/domain/people/binding';
import { bindingCodeFrom, readBindingCode, showBindingCode } from '@/domain/people/binding-code';
import type { Account, Person } from '@/domain/people/person';

const TODAY = '2026-11-25';
const person = (more: Partial<Person> = {}): Person => ({ _id: 'p1', status: 'ACTIVE', account: { id: 'a1', level: 'VERIFIED', at: 1 }, ...more }) as Person;
const self = { personId: 'p1', level: 'WEAK', relation: 'SELF', at: 1 } as const;
const family = { personId: 'p2', level: 'WEAK', relation: 'FAMILY', at: 1 } as const;

describe('how surely an account is its own person', () => {
  const account: Account = { ...newAccount('a1'), bindings: [self], actingFor: 'p1' };

  it('stands in the person\'s record, not in the account', () => {
    expect(levelFor(account, person())).toBe('VERIFIED');
    expect(levelFor(account, person({ account: { id: 'a1', level: 'WEAK', at: 1 } }))).toBe('WEAK');
  });

  it.each([
    ['another account is the person now', person({ account: { id: 'a2', level: 'VERIFIED', at: 1 } })],
    ['an officer unbound the phone', person({ account: undefined })],
    ['the person moved away', person({ status: 'MOVED_AWAY' })],
    ['the account was never bound to the person', person({ _id: 'p9' })],
  ])('is not at all when %s', (_case, record) => {
    expect(levelFor(account, record)).toBeUndefined();
  });

  it('is for a relative what was proved for that relative', () => {
    expect(levelFor({ ...account, bindings: [self, family] }, person({ _id: 'p2', account: undefined }))).toBe('WEAK');
  });
});

describe('binding', () => {
  it('acts for its owner from then on, and for a relative only when chosen', () => {
    const owner = withBinding(newAccount('a1'), self);
    expect(owner.actingFor).toBe('p1');
    expect(withBinding(owner, family).actingFor).toBe('p1');
    expect(withBinding(newAccount('a1'), family).actingFor).toBe('p2');
  });

  it('never lowers a level and never lists a person twice', () => {
    const twice = withBinding(withBinding(newAccount('a1'), { ...family, level: 'VERIFIED' }), family);
    expect(twice.bindings).toEqual([{ ...family, level: 'VERIFIED' }]);
  });

  it('ends with the phone being its owner\'s again', () => {
    const both = { ...withBinding(withBinding(newAccount('a1'), self), family), actingFor: 'p2' };
    expect(withoutBinding(both, 'p2')).toMatchObject({ actingFor: 'p1', bindings: [self] });
    expect(withoutBinding(both, 'p1')).toMatchObject({ actingFor: 'p2', bindings: [family] });
    expect(ownBinding(withoutBinding(both, 'p1'))).toBeUndefined();
  });
});

describe('wrong tries', () => {
  it('count by the day', () => {
    const four = { day: TODAY, count: 4 };
    expect(triesLeft(undefined, TODAY, 5)).toBe(5);
    expect(triesLeft(four, TODAY, 5)).toBe(1);
    expect(triesLeft(four, '2026-11-26', 5)).toBe(5);
    expect(triesLeft({ day: TODAY, count: 9 }, TODAY, 5)).toBe(0);
    expect(afterWrongTry(four, '2026-11-26', 'k')).toEqual({ day: '2026-11-26', count: 1, last: 'k' });
  });

  it('count the same try once', () => {
    const first = afterWrongTry(undefined, TODAY, 'k');
    expect(afterWrongTry(first, TODAY, 'k')).toEqual(first);
    expect(afterWrongTry(first, TODAY, 'l').count).toBe(2);
  });
});

describe('a binding code', () => {
  const hex = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';

  it('is ten characters that nobody mixes up', () => {
    const code = bindingCodeFrom(hex);
    expect(code).toMatch(/^[A-Z0-9]{10}$/);
    expect(code).not.toMatch(/[0O1ILQ2Z5S8B6GUV]/);
    expect(bindingCodeFrom(hex.replace('00', '01'))).not.toBe(code);
  });

  it.each([
    ['as it is shown', showBindingCode(bindingCodeFrom(hex))],
    ['in small letters with spaces', bindingCodeFrom(hex).toLowerCase().replace(/(.{3})/g, '$1 ')],
    ['in full-width letters', [...bindingCodeFrom(hex)].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')],
  ])('is read %s', (_case, typed) => {
    expect(readBindingCode(typed)).toBe(bindingCodeFrom(hex));
  });

  it.each(['', 'ABC', '0000000000', 'AAAAAAAAAAA', '<b>AAAAAAA'])('is not read from %p', (typed) => {
    expect(readBindingCode(typed)).toBeUndefined();
  });

  it('is not made from too few bytes', () => {
    expect(() => bindingCodeFrom('00')).toThrow('broken invariant');
  });
});
