import { usePageData, type PageData } from '@/hooks/use-page-data';
import { api } from '@/services/client';

export type AppraisalAnswer = Awaited<ReturnType<typeof api.appraisals.get>>;

/** A branch's appraisal of a year; the newest unless named. What is said of people in it does not lie on the phone. */
export function useAppraisal(village: string | undefined, year: number | undefined): PageData<AppraisalAnswer | undefined> {
  return usePageData(`branch:appraisal:${village ?? ''}:${year ?? ''}`, () => (village === undefined ? Promise.resolve(undefined) : api.appraisals.get({ village, ...(year === undefined ? {} : { year }) })), { keep: false });
}
