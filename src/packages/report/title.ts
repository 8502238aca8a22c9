import type { Draft } from '@/services/drafts';

/** What the form is called, by whose report is written on it. */
export function titleOf({ ticket, onBehalf }: Pick<Draft, 'ticket' | 'onBehalf'>): string {
  if (ticket !== undefined) return '12345 工单';
  return onBehalf === undefined ? '报事' : '代报';
}
