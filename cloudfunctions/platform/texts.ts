import { takeText } from '@/domain/issues/intake';
import { normaliseLine } from '@/domain/basics/text';
import { invalidField } from './refuse';

/** A text as it is kept. Refuses with `INVALID_INPUT` what is too long, or empty where something must be said. */
export function readText(path: string, text: string, max: number, needed: 'NEEDED' | 'OPTIONAL'): string {
  const taken = takeText(text, max, needed);
  if (!taken.ok) throw invalidField(path, taken.reason.problem, taken.reason.limit);
  return taken.value;
}

/** A single line, or nothing where nothing was said. The contract bounds its length. */
export function readLine(text: string | undefined): string | undefined {
  const line = normaliseLine(text ?? '');
  return line === '' ? undefined : line;
}

/** A single line that must be said. Refuses with `INVALID_INPUT` what is empty. */
export function needLine(path: string, text: string): string {
  const line = readLine(text);
  if (line === undefined) throw invalidField(path, 'REQUIRED');
  return line;
}

/** A text, or nothing where nothing was said. Refuses with `INVALID_INPUT` what is too long. */
export function readTextIfAny(path: string, text: string | undefined, max: number): string | undefined {
  const taken = readText(path, text ?? '', max, 'OPTIONAL');
  return taken === '' ? undefined : taken;
}
