import type { Draft } from '@/services/drafts';

/** A field that must be put right before it can be sent, and how. */
export interface Problem {
  readonly id: string;
  readonly text: string;
}

/** What is missing. Words or voice, either is enough; whose place is unknown must say where. */
export function problemsOf(draft: Draft, bound: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  if (draft.text.trim() === '' && draft.voice === undefined) problems.push({ id: 'report-text', text: '写一句，或者点下面说一段' });
  if (draft.place === undefined && !bound && draft.onBehalf === undefined) problems.push({ id: 'report-place', text: '选一选在哪个村' });
  return problems;
}
