import { locate } from '@platform/place-of';
import { alikeIn, recentMatters } from './alike';
import { tickets } from './os';

/** What the village has already that the ticket may be about: the desk puts it there instead of making a second (EVT-15). */
export const similar = tickets.similar.handler(async ({ input, context }) => {
  context.permit('tickets.similar', { area: input.town });
  const { village } = await locate(input.place, undefined, context);
  return { items: alikeIn(await recentMatters(context, input.town), village._id, input.text) };
});
