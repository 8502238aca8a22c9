import { usePageData, type PageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';

export type Scheme = Awaited<ReturnType<typeof api.ledgers.scheme>>;

/** The county's scheme of a cycle: what the categories are called and what there is to be recorded. */
export function useScheme(cycle: number | undefined): PageData<Scheme | undefined> {
  return usePageData(`scheme:${cycle ?? ''}`, () => (cycle === undefined ? Promise.resolve(undefined) : api.ledgers.scheme({ cycle })));
}

/** What a category is called; its letter while the scheme is not known. */
export function categoryName(scheme: Scheme | undefined, category: string): string {
  return scheme?.categories.find((one) => one.category === category)?.name ?? category;
}
