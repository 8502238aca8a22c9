import { deputies } from './os';
import { opinionViews } from './views';

const SHOWN = 100;

/** Suggestions that wait for a reply of the reader's unit, the most pressing first. */
export const forUnit = deputies.forUnit.handler(async ({ context }) => {
  context.permit('deputies.forUnit');
  const { store, caller } = context;
  const posts = (caller.person?.roles ?? []).flatMap(({ role, area, unit }) => (role === 'TOWN_DESK' ? [area] : role === 'DEPARTMENT' && unit !== undefined ? [`${area}/${unit}`] : []));
  if (posts.length === 0) return { items: [] };
  const { items } = await store.find('opinions', { where: { 'suggestion.post': { in: posts }, open: true, state: { in: ['ASSIGNED', 'AGAIN'] } }, limit: SHOWN });
  return { items: await opinionViews(context, [...items].sort((one, other) => (one.suggestion?.replyBy ?? 0) - (other.suggestion?.replyBy ?? 0))) };
});
