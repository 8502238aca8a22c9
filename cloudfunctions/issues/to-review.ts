import type { ToReview } from '@/contract/issues';
import type { FileId } from '@/domain/basics/ids';
import type { Issue } from '@/domain/issues/issue';
import { authorsOf, partsToReview, type ReviewPart } from '@/domain/issues/review';
import { targetOf } from '@/domain/issues/target';
import { reporterWords } from '@/domain/issues/view';
import type { Context } from '@platform/context';
import { issues } from './os';
import { linksTo } from '@platform/attachments';

const PAGE = 10;

/**
 * What waits for the village's desk because the content check gave no answer (WX-09), the longest waiting first. The
 * reporter is called what the village would call them: the desk sees what the village would see.
 */
export const toReview = issues.toReview.handler(async ({ input, context }) => {
  context.permit('issues.toReview', { area: input.village });
  const { items, next } = await context.store.find('issues', {
    where: { village: input.village, 'review.since': { exists: true } },
    orderBy: [{ field: 'review.since', direction: 'asc' }],
    limit: PAGE,
    ...(input.after === undefined ? {} : { after: input.after }),
  });
  // Who worked on it sees it too; whose words may be shown is asked when they are.
  const shown = items.filter((issue) => context.may('issues.review', targetOf(issue, 'NOTHING')));
  return { items: await Promise.all(shown.map((issue) => viewOf(issue, context))), ...(next === undefined ? {} : { next }) };
});

async function viewOf(issue: Issue, context: Context): Promise<ToReview> {
  const parts = partsToReview(issue);
  const linked = await linksTo(parts.flatMap((one) => (one.kind === 'FILE' ? [one.file] : [])), context);
  return {
    issueId: issue._id,
    number: issue.number,
    category: issue.category,
    place: issue.placeName,
    since: issue.review?.since ?? issue.createdAt,
    parts: parts.map((one) => ({ ...partView(one, issue, linked), own: !context.may('issues.review', { ...targetOf(issue, 'NOTHING'), workOf: authorsOf(issue, [one.part]) }) })),
  };
}

function partView(one: ReviewPart, issue: Issue, linked: (file: FileId) => string): Omit<ToReview['parts'][number], 'own'> {
  switch (one.kind) {
    case 'REPORT':
      return { part: one.part, kind: one.kind, by: reporterWords(issue, 'PUBLIC'), text: one.text };
    case 'STEP':
      return { part: one.part, kind: one.kind, by: issue.steps[one.step]?.by?.name ?? '', text: one.text };
    case 'FILE':
      return { part: one.part, kind: one.kind, by: '', file: fileOf(one.file, issue, linked) };
  }
}

function fileOf(id: FileId, issue: Issue, linked: (file: FileId) => string): NonNullable<ToReview['parts'][number]['file']> {
  if (id !== issue.voice) return { id, url: linked(id), kind: 'IMAGE' };
  return { id, url: linked(id), kind: 'AUDIO', ...(issue.voiceSeconds === undefined ? {} : { seconds: issue.voiceSeconds }) };
}
