/** What members and villagers read of pledges and points. */
import { entryWords, pledgeWords, pointsWords, publicationWords, shortDay, signedPoints, spokenPoints, waitsWords } from '@/domain/wording/party';
import { partyPageOf } from '@/domain/wording/party-ways';

/** Wednesday 2026-11-25, 09:00 in Hanyin. */
const NOW = Date.UTC(2026, 10, 25, 1, 0);
const DAY = 86_400_000;
const looked = { name: '邓明珠', as: 'GROUP' } as const;

describe('amounts', () => {
  it.each([[725, '72.5', '+72.5', '加 72.5 分'], [-5, '−0.5', '−0.5', '扣 0.5 分'], [600, '60', '+60', '加 60 分'], [0, '0', '0', '加 0 分']])('of %s tenths read as %s', (tenths, plain, signed, spoken) => {
    expect([pointsWords(tenths), signedPoints(tenths), spokenPoints(tenths)]).toEqual([plain, signed, spoken]);
  });

  it('never show more than a tenth', () => {
    for (let tenths = -1000; tenths <= 1000; tenths += 1) expect(pointsWords(tenths)).toMatch(/^−?\d+(\.\d)?$/);
  });
});

describe('what an open entry waits for', () => {
  it('is said with who has it and by when (PTY-06)', () => {
    expect(waitsWords({ waitsFor: 'TOWN', dueAt: NOW + 5 * DAY }, NOW)).toBe('等镇党委组织办审，最晚11月30日（周一）9:00');
    expect(waitsWords({ waitsFor: 'COMMITTEE', dueAt: NOW - 1 }, NOW)).toBe('等支部审，过了期限，催过了');
    expect(waitsWords({}, NOW)).toBeUndefined();
  });
});

describe('an entry', () => {
  it.each([
    ['CHECK', {}, '待核', 'open'], ['APPROVE', {}, '待审', 'open'], ['ASKED', {}, '等您补一句', 'open'],
    ['REFUSED', { refused: { ...looked, reason: '没看见' } }, '没通过', 'void'], ['EXPIRED', {}, '作废', 'void'], ['WITHDRAWN', {}, '撤回', 'void'], ['POSTED', {}, undefined, 'counts'],
  ] as const)('that is %s', (state, more, chip, amount) => {
    const words = entryWords({ kind: 'CLAIM', state, ...more }, NOW);
    expect([words.chip?.text, words.amount]).toEqual([chip, amount]);
  });

  it('under appeal says so first, and counts as it did', () => {
    const appeal = { state: 'OPEN', decideBy: NOW + DAY } as const;
    expect(entryWords({ kind: 'RECORD', state: 'POSTED', appeal }, NOW)).toMatchObject({ chip: { text: '有异议' }, amount: 'counts' });
    expect(entryWords({ kind: 'CLAIM', state: 'REFUSED', appeal }, NOW)).toMatchObject({ amount: 'void' });
  });

  it.each([
    [{ reversedBy: 'x' }, '支部已经冲正'], [{ kind: 'OPENING' as const }, '从以前的台账转来'], [{ kind: 'REVERSAL' as const }, '冲正以前的一笔'],
    [{ second: looked }, '邓明珠审过'], [{ second: looked, appeal: { state: 'UPHELD' as const, decideBy: 0 } }, '邓明珠审过，异议成立'], [{ kind: 'RECORD' as const }, '支部记的'],
  ])('that counts says by whom: %j', (more, line) => {
    expect(entryWords({ kind: 'CLAIM', state: 'POSTED', ...more }, NOW).line).toBe(line);
  });
});

describe('a pledge', () => {
  it.each([
    [{ done: 4 }, '2026-12-30', '2027-01-30', '做到了'], [{}, '2027-01-01', '2027-02-01', '过了12月31日'], [{}, '2026-12-31', '2027-01-31', '12月31日前'], [{}, '2026-06-01', '2026-07-16', '在做'],
    [{ state: 'SENT' as const }, '2026-06-01', '2026-07-16', '等支部看'], [{ state: 'RETURNED' as const }, '2026-06-01', '2026-07-16', '请您改一改'],
  ])('%j on %s', (more, today, soon, words) => {
    expect(pledgeWords({ state: 'CONFIRMED', done: 3, target: 4, due: '2026-12-31', ...more }, today, soon).text).toBe(words);
  });
});

describe('a publication', () => {
  it.each([[3, '2026-09-30', '第 3 季度'], [9, '2026-09-30', '9 月'], [1, '2026-09-30', '第 1 次公示']])('number %s up to %s', (n, upTo, words) => {
    expect(publicationWords(n, upTo)).toBe(words);
  });

  it('says days without a weekday where there is no room', () => expect(shortDay('2026-03-01')).toBe('3月1日'));
});

describe('a notice to a member', () => {
  it('leads to what it is about', () => {
    expect(partyPageOf('POINTS_POSTED', { entry: 'e:1' })).toBe('/packages/party/entry/index?id=e%3A1');
    expect(partyPageOf('POINTS_CLOSED', { cycle: 2025, village: 'v' })).toBe('/packages/party/year/index?cycle=2025');
    expect(partyPageOf('POINTS_PUBLISHED', { village: '610921107203', n: 3 })).toBe('/packages/party/publication/index?village=610921107203');
    expect(partyPageOf('POINTS_TO_CHECK', { village: 'v' })).toBeUndefined();
  });
});
