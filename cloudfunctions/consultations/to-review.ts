import type { ReviewPartView } from '@/contract/common';
import type { TopicToReview } from '@/contract/consultations';
import type { FileId } from '@/domain/basics/ids';
import type { Consultation, Entry } from '@/domain/consultations/consultation';
import { partsToReview, reviewTarget, type ReviewPart } from '@/domain/consultations/review';
import type { Village } from '@/domain/grid/grid';
import type { ReviewDecision } from '@/domain/issues/review';
import { linksTo } from '@platform/attachments';
import type { Context } from '@platform/context';
import { reviewPage } from '@platform/review-page';
import { consultations } from './os';
import { A_VILLAGER } from './views';

/**
 * What waits for a desk because the content check gave no answer (WX-09), the longest waiting first. Villagers are called
 * what the village would call them: the desk sees what the village would see.
 */
export const toReview = consultations.toReview.handler(async ({ input, context }) => {
  context.permit('consultations.toReview', { area: input.area });
  const { found, next } = await reviewPage(context, 'consultations', input);
  const views = await Promise.all(found.map(({ one, village }) => viewOf(one, village, context)));
  return { items: views.filter(({ parts }) => parts.length > 0), ...(next === undefined ? {} : { next }) };
});

async function viewOf(matter: Consultation, village: Village, context: Context): Promise<TopicToReview> {
  const may = ({ part }: ReviewPart, decision: ReviewDecision): boolean => context.may('consultations.review', reviewTarget(matter, [part], decision, { village, today: context.today }));
  const parts = partsToReview(matter).filter((one) => may(one, 'KEEP'));
  const linked = await linksTo(parts.flatMap((one) => (one.kind === 'FILE' ? [one.file] : [])), context);
  return {
    consultationId: matter._id,
    title: matter.title,
    place: matter.placeName,
    since: matter.review?.since ?? matter.createdAt,
    parts: parts.map((one) => ({ ...partView(one, matter, linked), own: !may(one, 'SHOW') })),
  };
}

function partView(one: ReviewPart, matter: Consultation, linked: (file: FileId) => string): Omit<ReviewPartView, 'own'> {
  switch (one.kind) {
    case 'REPORT':
      return { part: one.part, kind: one.kind, by: A_VILLAGER, text: one.text };
    case 'STEP':
      return { part: one.part, kind: one.kind, by: writerOf(matter.entries[one.entry]), text: one.text };
    case 'FILE':
      return { part: one.part, kind: one.kind, by: '', file: fileOf(one.file, matter, linked) };
  }
}

function writerOf(entry: Entry | undefined): string {
  return entry?.by?.as === 'VILLAGER' ? A_VILLAGER : entry?.by?.name ?? '';
}

function fileOf(id: FileId, matter: Consultation, linked: (file: FileId) => string): NonNullable<ReviewPartView['file']> {
  if (id !== matter.voice) return { id, url: linked(id), kind: 'IMAGE' };
  return { id, url: linked(id), kind: 'AUDIO', ...(matter.voiceSeconds === undefined ? {} : { seconds: matter.voiceSeconds }) };
}
