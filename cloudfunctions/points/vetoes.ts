import { schemeOf } from '@platform/point-scheme';
import { currentCycle } from './branch-of';
import { points } from './os';
import { vetoView } from './views';

const SHOWN = 100;

/** Vetoes of the town's branches that wait for its Party office, or that it could lift (PTY-09). */
export const vetoes = points.vetoes.handler(async ({ input, context }) => {
  const { store } = context;
  context.permit('points.vetoes', { area: input.town });
  const { items } = await store.find('pointYears', { where: { vetoTown: input.town }, orderBy: [{ field: 'changedAt', direction: 'asc' }], limit: SHOWN });
  const scheme = await schemeOf(store, context, items[0]?.cycle ?? currentCycle(context));
  return {
    items: items.flatMap(({ personId, name, branch, cycle, vetoes: all }) =>
      all.filter(({ state }) => state === 'WAITING' || state === 'CONFIRMED').map((veto) => ({ personId, name, village: branch, cycle, veto: vetoView(scheme, veto) })),
    ),
  };
});
