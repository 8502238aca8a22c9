/** A rate as a rate card shows it: percent with one decimal, and how it stands beside the month before. */
import type { Rates } from '@/services/views';

type Rate = Rates['solved'];

/** 96.2 and %, or 还没有 where nothing was counted. */
export function percentOf({ numerator, denominator }: Rate): { readonly value: string; readonly unit?: string } {
  if (denominator === 0) return { value: '还没有' };
  return { value: (tenths(numerator, denominator) / 10).toFixed(1), unit: '%' };
}

/** Of the track under the figure; left out where nothing was counted. */
export function permilleOf({ numerator, denominator }: Rate): { readonly permille?: number } {
  return denominator === 0 ? {} : { permille: tenths(numerator, denominator) };
}

/** How it moved since the month before; left out where either month counted nothing. */
export function changeOf(now: Rate, before: Rate): { readonly change?: { readonly direction: 'up' | 'down' | 'same'; readonly good: boolean; readonly text: string } } {
  if (now.denominator === 0 || before.denominator === 0) return {};
  const by = tenths(now.numerator, now.denominator) - tenths(before.numerator, before.denominator);
  if (by === 0) return { change: { direction: 'same', good: true, text: '和上月一样' } };
  return { change: { direction: by > 0 ? 'up' : 'down', good: by > 0, text: `比上月 ${by > 0 ? '+' : '−'}${(Math.abs(by) / 10).toFixed(1)}` } };
}

/** 88.4% (152/172), for a table's cell. */
export function rateCell(rate: Rate): string {
  const { value, unit = '' } = percentOf(rate);
  return rate.denominator === 0 ? '—' : `${value}${unit}（${rate.numerator}/${rate.denominator}）`;
}

function tenths(numerator: number, denominator: number): number {
  return Math.round((numerator * 1000) / denominator);
}
