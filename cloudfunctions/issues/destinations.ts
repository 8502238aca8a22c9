import { deskPostOf, departmentPostOf } from '@/domain/grid/posts';
import { isBarred } from '@/domain/issues/ladder';
import { targetOf } from '@/domain/issues/target';
import { deskWords } from '@/domain/wording/desk-words';
import { refusal } from '@platform/refuse';
import { MAX_PAGE } from '@platform/store';
import { issues } from './os';

/** Where a desk may dispatch an issue to: never where it must not be known (EVT-11), never where it is. */
export const destinations = issues.destinations.handler(async ({ input, context }) => {
  const { store, settings } = context;
  const issue = await store.get('issues', input.issueId);
  if (issue === undefined) throw refusal('NOT_FOUND');
  context.permit('issues.destinations', targetOf(issue));
  const villages = await store.find('villages', { where: { town: issue.town }, orderBy: [{ field: 'name', direction: 'asc' }], limit: MAX_PAGE });
  const all = [
    { post: deskPostOf(issue.town), name: deskWords.town(issue.townName), kind: 'TOWN' as const },
    ...settings.departments.map(({ code, name }) => ({ post: departmentPostOf(settings.countyCode, code), name, kind: 'DEPARTMENT' as const })),
    ...villages.items.filter(({ desk }) => desk.length > 0).map(({ _id, name }) => ({ post: deskPostOf(_id), name, kind: 'VILLAGE' as const })),
  ];
  return { items: all.filter(({ post }) => post !== issue.owner.post && !isBarred(issue, post)) };
});
