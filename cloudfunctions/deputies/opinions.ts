import { isSuspendedOn } from '@/domain/deputies/congress';
import { mandateIn } from './congress-of';
import { deputies } from './os';
import { opinionViews } from './views';

const PAGE = 20;

/** A deputy's own opinions, or a town's for its station and presidium; what waits comes first to whoever asks for `open`. */
export const opinions = deputies.opinions.handler(async ({ input, context }) => {
  const { store } = context;
  const { town, open, after } = input;
  const mandate = input.mandate === undefined ? undefined : (await mandateIn(store, town, input.mandate)).mandate;
  context.permit('deputies.opinions', mandate === undefined ? { area: town } : { area: town, personId: mandate.personId });
  const page = await store.find('opinions', {
    where: { ...(mandate === undefined ? { town } : { mandate: mandate.id }), open },
    orderBy: [{ field: 'at', direction: 'desc' }],
    limit: PAGE,
    after,
  });
  // Whoever reads them by an office besides acts by it.
  const suspended = mandate !== undefined && isSuspendedOn(mandate, context.today) && !context.may('deputies.opinions', { area: town });
  return { items: await opinionViews(context, page.items, suspended), suspended, next: page.next };
});
