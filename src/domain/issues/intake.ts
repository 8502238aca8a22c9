/** What is looked at before a report is taken: its text, and whether it may belong elsewhere (EVT-10, EVT-11, EVT-14). */
import { lengthOf, normaliseText } from '../basics/text';
import { ok, refused, type Result } from '../basics/result';
import { ELSEWHERE, NEGATIONS, type Elsewhere } from './elsewhere-keywords';
import type { Urgency } from './issue';

export interface Hint {
  readonly code: string;
  readonly phone?: string;
}

export interface TextProblem {
  readonly problem: 'REQUIRED' | 'TOO_LONG';
  readonly limit?: number;
}

/**
 * A text as it is kept: control characters and invisible marks gone, markup left as the characters it is. Refused when it
 * is longer than `max` characters as people count them, or says nothing where something must be said.
 */
export function takeText(text: string, max: number, needed: 'NEEDED' | 'OPTIONAL'): Result<string, TextProblem> {
  const plain = normaliseText(text);
  if (plain === '' && needed === 'NEEDED') return refused({ problem: 'REQUIRED' });
  if (lengthOf(plain) > max) return refused({ problem: 'TOO_LONG', limit: max });
  return ok(plain);
}

/** Where else the matter may belong: hints for the reporter, in a fixed order, never a refusal. */
export function elsewhereHints(text: string): readonly Hint[] {
  return matching(text).map(({ code, phone }) => (phone === undefined ? { code } : { code, phone }));
}

/** Whether the emergency numbers come first. */
export function isEmergency(text: string, urgency: Urgency): boolean {
  return urgency === 'URGENT' || matching(text).some(({ emergency }) => emergency);
}

function matching(text: string): readonly Elsewhere[] {
  const plain = normaliseText(text).replace(/\s/g, '');
  return ELSEWHERE.filter(({ words }) => words.some((word) => says(plain, word)));
}

function says(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!NEGATIONS.test(text.slice(Math.max(0, at - 3), at))) return true;
  }
  return false;
}
