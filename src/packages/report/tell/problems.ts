import type { Draft, DraftTicket } from '@/services/drafts';

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
  if (draft.ticket !== undefined) problems.push(...ticketProblems(draft.ticket));
  if (draft.text.trim() === '' && draft.ticket !== undefined) problems.push({ id: 'report-text', text: '把平台上的内容抄下来' });
  else if (draft.text.trim() === '' && draft.voice === undefined) problems.push({ id: 'report-text', text: '写一句，或者点下面说一段' });
  if (draft.place === undefined && draft.ticket !== undefined) problems.push({ id: 'report-place', text: '选一选在哪个村' });
  else if (draft.place === undefined && !mayBeBound && draft.onBehalf === undefined) problems.push({ id: 'report-place', text: '选一选在哪个村' });
  return problems;
}

/** What a ticket cannot be without; the rest is looked at by the server. */
function ticketProblems({ number, answerOn }: DraftTicket): readonly Problem[] {
  return [
    ...(number.trim() === '' ? [{ id: 'ticket-number', text: '把工单编号抄下来' }] : []),
    ...(answerOn === '' ? [{ id: 'ticket-answer', text: '选一选最晚哪天答复' }] : []),
  ];
}
