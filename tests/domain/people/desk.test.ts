/** Computers and their sessions, as rules. */
import { MINUTE_MS } from '@/domain/basics/civil-time';
import { askingCodeFrom, askingState, readAskingCode, showAskingCode, type DeskAskingTimes } from '@/domain/people/desk-asking';
import { askingIn, deskLinkOf } from '@/domain/people/desk-link';
import { makingRoom, runningSessions, type DeskSettings } from '@/domain/people/desk-session';
import type { DeskSession } from '@/domain/people/desk-sessions';
import { contradictions } from '@/domain/settings/contradictions';
import { loadSettings } from '@/domain/settings/load';
import { browserWords } from '@/domain/wording/browsers';
import { countySettings } from '../../../config/county/settings';
import defaults from '../../../config/county/default.json';
import hanyin from '../../../config/county/hanyin.json';

const NOW = 1_000_000;

describe('an asking', () => {
  const waiting: DeskAskingTimes = { state: 'WAITING', expiresAt: NOW };
  const confirmed: DeskAskingTimes = { state: 'CONFIRMED', expiresAt: NOW, confirmedAt: NOW };

  it.each<[DeskAskingTimes, number, string]>([
    [waiting, NOW - 1, 'WAITING'],
    [waiting, NOW, 'EXPIRED'],
    [confirmed, NOW + MINUTE_MS - 1, 'CONFIRMED'],
    [confirmed, NOW + MINUTE_MS, 'EXPIRED'],
    [{ ...confirmed, state: 'USED' }, NOW + MINUTE_MS - 1, 'USED'],
    [{ ...confirmed, state: 'USED' }, NOW + MINUTE_MS, 'EXPIRED'],
    [{ ...waiting, state: 'REFUSED' }, NOW + MINUTE_MS, 'REFUSED'],
  ])('%j at %i is %s', (times, now, state) => expect(askingState(times, now)).toBe(state));
});

describe('the code on the screen', () => {
  it('has eight digits, zeros in front included, and is read as two fours', () => {
    expect(askingCodeFrom('0'.repeat(64))).toBe('00000000');
    expect(askingCodeFrom(`${'0'.repeat(12)}7${'f'.repeat(50)}`)).toBe('00000007');
    expect(showAskingCode('00000007')).toBe('0000 0007');
  });

  it.each([['4827 1956', '48271956'], ['4827-1956', '48271956'], ['４８２７　１９５６', '48271956'], [' 1956 ', '1956'], ['482719', undefined], ['48271956x', undefined], ['', undefined]])('%j is read as %j', (typed, code) => {
    expect(readAskingCode(typed)).toBe(code);
  });
});

describe('the picture', () => {
  it('is read by us and opens nothing elsewhere', () => {
    const link = deskLinkOf(`desk-${'a'.repeat(22)}`);
    expect(askingIn(link)).toBe(`desk-${'a'.repeat(22)}`);
    expect(URL.canParse(link) && new URL(link).protocol).toBe('cunlishi-desk:');
  });

  it.each(['https://desk.test/?id=desk-aaaaaaaaaaaaaaaaaaaaaa', 'desk-aaaaaaaaaaaaaaaaaaaaaa', 'cunlishi-desk:desk-a', 'cunlishi-desk:desk-aaaaaaaaaaaaaaaaaaaaaa&x', ''])('%j is no picture of ours', (scanned) => {
    expect(askingIn(scanned)).toBeUndefined();
  });
});

describe('one more computer', () => {
  const settings: DeskSettings = { ...countySettings().desk, maxSessions: 2 };
  const session = (at: number, endsAt = NOW + 1): DeskSession => ({ secretKey: '', boundAt: 0, at, endsAt, browser: '' });

  it('makes those go that are over, and the oldest beyond the number', () => {
    expect(makingRoom(undefined, NOW, settings)).toEqual([]);
    expect(makingRoom({ a: session(1), over: session(0, NOW) }, NOW, settings)).toEqual(['over']);
    expect(makingRoom({ b: session(2), a: session(1) }, NOW, settings)).toEqual(['a']);
    expect(makingRoom({ c: session(3), a: session(1), b: session(2) }, NOW, settings)).toEqual(['a', 'b']);
    expect(runningSessions({ a: session(1), over: session(0, NOW), b: session(2) }, NOW).map(([id]) => id)).toEqual(['b', 'a']);
  });
});

describe('the limits', () => {
  const withDesk = (desk: Partial<DeskSettings>) => loadSettings(defaults, hanyin, { desk });

  it.each<[keyof DeskSettings, number, number]>([
    ['askSeconds', 300, 301], ['askSeconds', 30, 29], ['idleMinutes', 60, 61], ['idleMinutes', 1, 0], ['sessionHours', 12, 13], ['sessionHours', 1, 0],
    ['maxSessions', 10, 11], ['maxSessions', 1, 0], ['triesPerDay', 50, 51], ['maxWaiting', 1_000, 1_001],
  ])('%s may be %i and not %i', (key, may, mayNot) => {
    expect(withDesk({ [key]: may })).toMatchObject({ ok: true });
    expect(withDesk({ [key]: mayNot })).toMatchObject({ ok: false, reason: [{ path: `desk.${key}` }] });
  });

  it('for doing nothing is not longer than the session', () => {
    const settings = countySettings();
    const wrong = { ...settings, desk: { ...settings.desk, sessionHours: 1, idleMinutes: 61 } };
    expect(contradictions(wrong)).toMatchObject([{ path: 'desk.idleMinutes' }]);
    expect(contradictions({ ...wrong, desk: { ...wrong.desk, idleMinutes: 60 } })).toEqual([]);
  });
});

describe('a browser', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36 Edg/141.0.0.0', 'Edge，Windows 电脑'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36', '谷歌浏览器，国产系统或 Linux 电脑'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.0 Safari/605.1.15', 'Safari，苹果电脑'],
    ['Mozilla/5.0 (Windows NT 6.1; WOW64; rv:115.0) Gecko/20100101 Firefox/115.0', '火狐，Windows 电脑'],
    ['', '认不出的浏览器，认不出的设备'],
    ['县政府专用电脑，请放心确认', '认不出的浏览器，认不出的设备'],
  ])('%s is called %s', (agent, words) => expect(browserWords(agent)).toBe(words));
});
