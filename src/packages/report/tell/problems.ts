import type { Draft } from '@/services/drafts';

/** A field that must be put right before it can be sent, and how. */
export interface Problem {
  readonly id: string;
  readonly text: string;
}

/**
 * What is missing. Words or voice, either is enough; a visitor must say where. Whose phone has not heard yet who they are, on a
 * dead network, keeps the report all the same: the villages could not be chosen from either.
 */
export function problemsOf(draft: Draft, mayBeBound: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  if (draft.text.trim() === '' && draft.voice === undefined) problems.push({ id: 'report-text', text: '写一句，或者点下面说一段' });
  if (draft.place === undefined && !mayBeBound && draft.onBehalf === undefined) problems.push({ id: 'report-place', text: '选一选在哪个村' });
  return problems;
}
