import { remarksIdOf } from '@/domain/appraisals/appraisal';
import { appraisals } from './os';

const PAGE = 20;

/** What others said of a member, the newest first: for the member, and for the committee. */
export const remarks = appraisals.remarks.handler(async ({ input, context }) => {
  const { village, year, about } = input;
  context.permit('appraisals.remarks', { area: village, personId: about });
  const page = await context.store.find('appraisalRemarks', { where: { of: remarksIdOf(village, year, about) }, orderBy: [{ field: 'at', direction: 'desc' }], limit: PAGE, after: input.after });
  return { items: page.items.map(({ _id, byName, kind, text, at }) => ({ remarkId: _id, by: byName, kind, text, at })), next: page.next };
});
