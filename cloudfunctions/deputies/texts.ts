import { lengthOf, normaliseLine, normaliseText } from '@/domain/basics/text';
import { invalidField } from '@platform/refuse';

/** A line as it is kept; refuses what is empty. The contract bounds its length. */
export function neededLine(path: string, text: string): string {
  const line = normaliseLine(text);
  if (line === '') throw invalidField(path, 'REQUIRED');
  return line;
}

/** A line, or nothing where nothing was said. */
export function optionalLine(text: string | undefined): string | undefined {
  const line = normaliseLine(text ?? '');
  return line === '' ? undefined : line;
}

/** A text as it is kept; refuses what is empty or too long. */
export function neededText(path: string, text: string, max: number): string {
  const taken = optionalText(path, text, max);
  if (taken === undefined) throw invalidField(path, 'REQUIRED');
  return taken;
}

export function optionalText(path: string, text: string | undefined, max: number): string | undefined {
  const taken = normaliseText(text ?? '');
  if (lengthOf(taken) > max) throw invalidField(path, 'TOO_LONG', max);
  return taken === '' ? undefined : taken;
}
