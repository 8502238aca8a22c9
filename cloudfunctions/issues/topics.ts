import { levelOf } from '@/domain/areas/code';
import { issues } from './os';
import { overseenArea, townOrVillage } from './areas';

const PAGE = 20;

/** Repeated issues gathered for consultation (EVT-12), by their numbers: who may open one learns more there. */
export const topics = issues.topics.handler(async ({ input, context }) => {
  const area = overseenArea(input.area, context);
  context.permit('issues.topics', area === undefined ? {} : { area });
  const code = area ?? '';
  const page = await context.store.find('topics', {
    where: { ...townOrVillage(levelOf(code).startsWith('GRID') ? code.slice(0, 12) : code) },
    orderBy: [{ field: 'changedAt', direction: 'desc' }],
    limit: PAGE,
    ...(input.after === undefined ? {} : { after: input.after }),
  });
  return {
    items: page.items.map((topic) => ({
      topicId: topic._id,
      village: topic.villageName,
      category: topic.category,
      title: topic.title,
      count: topic.issueIds.length,
      firstAt: topic.firstAt,
      lastAt: topic.lastAt,
      issues: topic.issueIds.map((issueId, index) => ({ issueId, number: topic.numbers[index] ?? '', title: topic.title })),
    })),
    ...(page.next === undefined ? {} : { next: page.next }),
  };
});
