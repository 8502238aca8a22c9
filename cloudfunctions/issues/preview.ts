import { acceptBy } from '@/domain/issues/deadlines';
import { elsewhereHints, isEmergency } from '@/domain/issues/intake';
import { MINUTE_MS } from '@/domain/basics/civil-time';
import { issues } from './os';
import { locate, routeFrom } from '@platform/place-of';
import { ownerView } from './views';

/** Where a report would go, and where else the matter may belong (EVT-03, EVT-10, EVT-11). Nothing is kept of it. */
export const preview = issues.preview.handler(async ({ input, context }) => {
  context.permit('issues.preview');
  const { settings, now, caller } = context;
  const located = await locate(input.place, caller.person?.grid, context);
  const { route } = await routeFrom(located, { restricted: input.sensitive, aboutId: input.aboutId }, context);
  const limit = acceptBy(settings, input.urgency, route.owner.post, now);
  const hints = elsewhereHints(input.text).filter(({ code }) => !(code === 'SENSITIVE' && input.sensitive));
  return {
    // Without the number: it is given with the receipt, so that nobody collects numbers by asking (LNS-05).
    owner: ownerView(route.owner, context),
    acceptMinutes: Math.ceil((limit - now) / MINUTE_MS),
    elsewhere: hints.map((hint) => ({ ...hint })),
    emergency: input.category === 'EMERGENCY' || isEmergency(input.text, input.urgency),
  };
});
