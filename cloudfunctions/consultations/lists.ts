/** The lists of matters: the village's, one's own, the desks'. */
import { levelOf } from '@/domain/areas/code';
import { invalidField, refusal } from '@platform/refuse';
import { consultations } from './os';
import { cardOf } from './views';

const PAGE = 20;
const CHANGED_LAST = [{ field: 'changedAt', direction: 'desc' }] as const;

/** What the caller's own village talks over. */
export const list = consultations.list.handler(async ({ input, context }) => {
  const home = context.caller.person?.village;
  context.permit('consultations.list', home === undefined ? {} : { area: home });
  if (home === undefined) throw refusal('NOT_BOUND');
  const page = await context.store.find('consultations', { where: { village: home, published: true, open: input.open }, orderBy: CHANGED_LAST, limit: PAGE, after: input.after });
  return { items: page.items.map((matter) => cardOf(matter, context)), next: page.next };
});

/** What the caller raised, to the cadres only as well. */
export const mine = consultations.mine.handler(async ({ input, context }) => {
  context.permit('consultations.mine');
  const person = context.caller.person?.id ?? '';
  const page = await context.store.find('consultations', { where: { raiserId: person }, orderBy: [{ field: 'createdAt', direction: 'desc' }], limit: PAGE, after: input.after });
  return { items: page.items.map((matter) => cardOf(matter, context)), next: page.next };
});

/** Everything of a village or a town, for its cadres and whoever watches over it (CON-12). */
export const desk = consultations.desk.handler(async ({ input, context }) => {
  const { area, open } = input;
  context.permit('consultations.desk', { area });
  const level = levelOf(area);
  if (level !== 'VILLAGE' && level !== 'TOWN') throw invalidField('area', 'CHOICE');
  const page = await context.store.find('consultations', { where: { ...(level === 'TOWN' ? { town: area } : { village: area }), open }, orderBy: CHANGED_LAST, limit: PAGE, after: input.after });
  return { items: page.items.map((matter) => cardOf(matter, context)), next: page.next };
});
