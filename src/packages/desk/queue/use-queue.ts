import { useRef } from 'react';
import { usePages } from '@/hooks/use-pages';
import { api } from '@/services/client';
import type { QueueAnswer } from '@/services/views';

export type Show = 'ALL' | 'OVERDUE' | 'TODAY' | 'UNACCEPTED' | 'DECIDE' | 'CLOSED';

/** What of the queue is to be seen. */
export interface Filter {
  readonly show: Show;
  readonly category?: NonNullable<Parameters<typeof api.issues.queue>[0]['category']>;
  /** Code of a grid or village. */
  readonly area?: string;
}

interface Options {
  /** False where restricted matters may be among them (EVT-14). */
  readonly keep: boolean;
}

/** The queue through a filter, page by page, with the counts of all filters and the posts it is of. */
export function useQueue(filter: Filter, { keep }: Options) {
  const { show, category, area } = filter;
  const input = { show, ...(category === undefined ? {} : { category }), ...(area === undefined ? {} : { area }) };
  const pages = usePages(`queue:${show}:${category ?? ''}:${area ?? ''}`, ({ after }) => api.issues.queue({ ...input, ...(after === undefined ? {} : { after }) }), { keep });
  // While another filter is being read, the tiles keep the counts that were known.
  const known = useRef<Pick<QueueAnswer, 'counts' | 'posts'> | undefined>(undefined);
  known.current = pages.first.data ?? known.current;
  return { ...pages, counts: known.current?.counts, posts: known.current?.posts ?? [] };
}
