/**
 * A computer asks to be signed in (登录请求): it shows a code, a phone says yes or no, the computer takes it up. Each step can
 * be taken once, and none after its time.
 */
import { MINUTE_MS } from '../basics/civil-time';
import type { EpochMs } from '../basics/ids';
import type { DeskSettings } from './desk-session';

export type DeskAskingState = 'WAITING' | 'CONFIRMED' | 'REFUSED' | 'USED' | 'EXPIRED';

/** The times and the state of an asking, as they are stored; that it ran out is never written, it follows. */
export interface DeskAskingTimes {
  readonly state: Exclude<DeskAskingState, 'EXPIRED'>;
  readonly expiresAt: EpochMs;
  readonly confirmedAt?: EpochMs;
}

/** The computer asks every few seconds; a confirmation that it does not take up in this time is nobody's. */
const TAKE_UP_MS = MINUTE_MS;

export function askingEnd(now: EpochMs, { askSeconds }: DeskSettings): EpochMs {
  return now + askSeconds * 1_000;
}

/** How an asking stands now. */
export function askingState({ state, expiresAt, confirmedAt }: DeskAskingTimes, now: EpochMs): DeskAskingState {
  switch (state) {
    case 'WAITING':
      return now < expiresAt ? 'WAITING' : 'EXPIRED';
    case 'CONFIRMED':
    case 'USED':
      return now < (confirmedAt ?? 0) + TAKE_UP_MS ? state : 'EXPIRED';
    case 'REFUSED':
      return 'REFUSED';
  }
}

/** The code on a computer's screen, from random or keyed bytes in hex: eight digits, read as two fours. */
export function askingCodeFrom(hex: string): string {
  // Fifty-two bits are as many as a number holds exactly, and enough that no code is likelier than another.
  return String(Number.parseInt(hex.slice(0, 13), 16) % 100_000_000).padStart(8, '0');
}

/** As it stands on the screen: `4827 1956`. */
export function showAskingCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** What was typed: the whole code by who could not scan, its last four digits by who did; undefined for anything else. */
export function readAskingCode(text: string): string | undefined {
  const digits = text.normalize('NFKC').replace(/[\s\-—–]/g, '');
  return /^\d{4}(\d{4})?$/.test(digits) ? digits : undefined;
}
