import { usePageData, type PageData } from '@/hooks/use-page-data';
import { readAll } from '@/services/read-all';
import { api } from '@/services/client';
import type { BranchView } from '@/services/views';

/** The branch with all its members: a list of people is looked through and printed whole. Undefined while no branch is known. */
export function useMembers(village: string | undefined, cycle?: number): PageData<BranchView | undefined> {
  return usePageData(`branch:${village ?? ''}:members:${cycle ?? ''}`, async () => {
    if (village === undefined) return undefined;
    const ask = (after?: string) => api.points.branch({ village, ...(cycle === undefined ? {} : { cycle }), ...(after === undefined ? {} : { after }) });
    const { next, ...whole } = await ask();
    if (next === undefined) return whole;
    let first: string | undefined = next;
    const rest = await readAll(async (after) => {
      const { members, next: following } = await ask(after ?? first);
      first = undefined;
      return { items: members, ...(following === undefined ? {} : { next: following }) };
    });
    return { ...whole, members: [...whole.members, ...rest] };
  }, { keep: false });
}
