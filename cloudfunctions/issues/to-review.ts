import type { ToReview } from '@/contract/issues';
import type { FileId } from '@/domain/basics/ids';
import type { Village } from '@/domain/grid/grid';
import type { Issue } from '@/domain/issues/issue';
import { partsToReview, reviewTarget, type ReviewDecision, type ReviewPart } from '@/domain/issues/review';
import { reporterWords } from '@/domain/issues/view';
import { linksTo } from '@platform/attachments';
import type { Context } from '@platform/context';
import { reviewPage } from '@platform/review-page';
import { issues } from './os';

/**
 * What waits for a desk because the content check gave no answer (WX-09), the longest waiting first. The reporter is called
 * what the village would call them: the desk sees what the village would see.
 */
export const toReview = issues.toReview.handler(async ({ input, context }) => {
  context.permit('issues.toReview', { area: input.area });
  const { found, next } = await reviewPage(context, 'issues', input);
  const views = await Promise.all(found.map(({ one, village }) => viewOf(one, village, context)));
  return { items: views.filter(({ parts }) => parts.length > 0), ...(next === undefined ? {} : { next }) };
});

async function viewOf(issue: Issue, village: Village, context: Context): Promise<ToReview> {
  const may = ({ part }: ReviewPart, decision: ReviewDecision): boolean => context.may('issues.review', reviewTarget(issue, [part], decision, { village, today: context.today }));
  const parts = partsToReview(issue).filter((one) => may(one, 'KEEP'));
  const linked = await linksTo(parts.flatMap((one) => (one.kind === 'FILE' ? [one.file] : [])), context);
  return {
    issueId: issue._id,
    number: issue.number,
    category: issue.category,
    place: issue.placeName,
    since: issue.review?.since ?? issue.createdAt,
    parts: parts.map((one) => ({ ...partView(one, issue, linked), own: !may(one, 'SHOW') })),
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
