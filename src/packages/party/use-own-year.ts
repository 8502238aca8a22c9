import { usePageData, type PageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';
import type { OwnYear } from '@/services/views';

/** The member's own year: this one unless another is named; kept on the phone, where it is nobody else's. */
export function useOwnYear(cycle?: number): PageData<OwnYear> {
  return usePageData(cycle === undefined ? 'points:mine' : `points:mine:${cycle}`, () => api.points.mine(cycle === undefined ? {} : { cycle }));
}
