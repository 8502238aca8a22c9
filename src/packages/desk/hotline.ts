import type { IssueDetail, QueueItem } from '@/services/views';

/** Whether a matter was filed from a 12345 ticket: whoever called is not here to read, to hear or to rate (EVT-19). */
export function isFromHotline({ tickets, fromHotline }: Pick<IssueDetail, 'tickets'> & Pick<QueueItem, 'fromHotline'>): boolean {
  return fromHotline ?? tickets?.[0]?.linked === false;
}
