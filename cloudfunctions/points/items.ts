import { cycleDays } from '@/domain/points/cycle';
import { PLEDGE_TYPES } from '@/domain/points/pledge';
import { yearIdOf } from '@/domain/points/year';
import { schemeOf } from '@platform/point-scheme';
import { currentCycle, personOf } from './branch-of';
import { points } from './os';
import { itemView } from './views';

/** What points are given and taken for this cycle, with what is left under the caps for the caller. */
export const items = points.items.handler(async ({ context }) => {
  context.permit('points.items');
  const { store, settings } = context;
  const cycle = currentCycle(context);
  const scheme = await schemeOf(store, context, cycle);
  const year = await store.get('pointYears', yearIdOf(personOf(context).id, cycle));
  return {
    cycle,
    ...cycleDays(cycle, settings.party.cycleStart),
    items: scheme.items.filter(({ closed }) => closed !== true).map((item) => itemView(scheme, item, year?.sums)),
    vetoes: scheme.vetoes.map(({ id, name }) => ({ id, name })),
    pledgeTypes: [...PLEDGE_TYPES],
  };
});
