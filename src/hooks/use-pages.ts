import { useState } from 'react';
import { useBusy } from './use-busy';
import { usePageData, type PageData, type PageOptions } from './use-page-data';

interface Cursored<T> {
  readonly items: readonly T[];
  readonly next?: string | undefined;
}

interface Pages<P extends Cursored<unknown>> {
  /** The first page, with its states and what stands beside its items; give it to `Loaded`. */
  readonly first: PageData<P>;
  /** Everything read so far. */
  readonly items: readonly P['items'][number][];
  readonly hasMore: boolean;
  readonly loadingMore: boolean;
  /** Reads the following page; nothing happens when there is none or one is under way. */
  readonly more: () => Promise<void>;
}

/** A list that comes by cursor: the first page is kept for when there is no network, the rest is read as it is wanted. */
export function usePages<P extends Cursored<unknown>>(key: string, load: (input: { after?: string }) => Promise<P>, options: PageOptions = {}): Pages<P> {
  const first = usePageData(key, () => load({}), options);
  const [rest, setRest] = useState<{ readonly of: P | undefined; readonly items: readonly P['items'][number][]; readonly next: string | undefined }>({ of: undefined, items: [], next: undefined });
  // What was read behind an older first page does not belong behind a newer one.
  const current = rest.of === first.data;
  const next = current && rest.of !== undefined ? rest.next : first.data?.next;
  const reading = useBusy(async () => {
    if (next === undefined) return;
    const page = await load({ after: next });
    setRest({ of: first.data, items: [...(current ? rest.items : []), ...page.items], next: page.next });
  });
  return {
    first,
    items: [...(first.data?.items ?? []), ...(current ? rest.items : [])],
    hasMore: next !== undefined,
    loadingMore: reading.busy,
    more: async () => { await reading.run(); },
  };
}
