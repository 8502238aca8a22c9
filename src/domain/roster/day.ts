/** Days as offices write them. */
import { addCivilDays, isCivilDate } from '../basics/civil-time';
import type { CivilDate } from '../basics/ids';
import { tidyCell } from '../basics/text';

/** A spreadsheet's day 0; its day 60, a 29 February 1900 that never was, lies before anything on a roster. */
const SERIAL_ZERO = '1899-12-30';
const SERIAL = { first: 3654, last: 73_050 } as const;

/** The day of a spreadsheet's serial number (1910 to 2099), or undefined. A workbook of the 1904 kind counts 1462 less. */
export function dayOfSerial(serial: number, from1904 = false): CivilDate | undefined {
  const days = Math.floor(serial) + (from1904 ? 1462 : 0);
  return days >= SERIAL.first && days <= SERIAL.last ? addCivilDays(SERIAL_ZERO, days) : undefined;
}

/** The time of day in a spreadsheet's serial number, ` 09:30`; empty for a day alone. */
export function timeOfSerial(serial: number): string {
  const minutes = Math.min(Math.round((serial - Math.floor(serial)) * MINUTES_A_DAY), MINUTES_A_DAY - 1);
  return minutes === 0 ? '' : ` ${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const MINUTES_A_DAY = 1440;

/**
 * Reads a day: 2026-01-05, 2026/1/5, 2026.1.5, 2026年1月5日, 20260105, with or without a time of day after it, or a serial
 * number. Undefined for what is none of these: a month without a day is not made into a day.
 */
export function parseDay(text: string): CivilDate | undefined {
  const plain = tidyCell(text).replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '').replace(/ /g, '');
  if (/^\d{4,5}$/.test(plain)) return dayOfSerial(Number(plain));
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(plain) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(plain);
  if (parts === null) return undefined;
  const day = `${parts[1] ?? ''}-${(parts[2] ?? '').padStart(2, '0')}-${(parts[3] ?? '').padStart(2, '0')}`;
  return isCivilDate(day) ? day : undefined;
}

/**
 * Reads a moment: a day as `parseDay` does, with or without a time of day after it, 17:30 or 17时30分. `time` is `HH:mm`;
 * absent for a day alone. Undefined where the day is none, or what follows it is no time here.
 */
export function parseMoment(text: string): { readonly day: CivilDate; readonly time?: string } | undefined {
  const plain = tidyCell(text).replace(/：/g, ':').replace(/时(\d{1,2})分$/, ':$1').replace(/时(整)?$/, ':00');
  const parts = /^(.*?日|.*?(?=[T ]))[T ]?(\d{1,2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/.exec(plain);
  const day = parseDay(parts?.[1] ?? plain);
  if (day === undefined) return undefined;
  if (parts === null) return plain.includes(':') ? undefined : { day };
  const [, , hour = '', minute = ''] = parts;
  return Number(hour) > 23 || Number(minute) > 59 ? undefined : { day, time: `${hour.padStart(2, '0')}:${minute}` };
}
