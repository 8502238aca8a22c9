import { isIn } from '@/domain/points/cycle';
import { dutiesOf } from '@/domain/points/duties';
import { pledgeDays } from '@/domain/points/pledge-acts';
import { schemeOf } from '@platform/point-scheme';
import { personOf, yearsOf } from './branch-of';
import { points } from './os';

/** More than a branch asks one member at a time. */
const ASKED = 10;

/** What of the caller's year waits for them, for the home page, which every member opens: three reads, none of it where there is no year. */
export const waiting = points.waiting.handler(async ({ context }) => {
  context.permit('points.waiting', { personId: context.caller.person?.id });
  const { store, settings, today } = context;
  const [year] = await yearsOf(context, personOf(context).id);
  if (year === undefined) return { items: [] };
  const { items: asked } = await store.find('pointEntries', { where: { year: year._id, state: 'ASKED' }, orderBy: [{ field: 'on', direction: 'desc' }], limit: ASKED });
  const scheme = await schemeOf(store, context, year.cycle);
  const days = pledgeDays(scheme, year, settings.party.cycleStart);
  const duties = dutiesOf({
    asked: asked.map(({ _id, asked: question, itemName }) => ({ entryId: _id, text: question?.text ?? itemName })),
    pledges: year.pledges,
    rule: { min: scheme.categories[year.category].pledges.min, to: days.to, open: year.left === undefined && isIn(days, today) },
    closed: year.closedAt !== undefined,
  });
  return { items: [...duties] };
});
