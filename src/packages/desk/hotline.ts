import type { IssueDetail } from '@/services/views';

/** Whether a matter was filed from a 12345 ticket: whoever called is not here to read, to hear or to rate (EVT-19). */
export function isFromHotline({ tickets }: Pick<IssueDetail, 'tickets'>): boolean {
  return tickets?.[0]?.linked === false;
}
