import { isSuspendedFor, permittedOpinion } from './change-opinion';
import { deputies } from './os';
import { opinionView } from './views';

/** One opinion, for the deputy, the station, the presidium or the unit that has it. */
export const opinion = deputies.opinion.handler(async ({ input, context }) => {
  const found = await permittedOpinion(context, 'deputies.opinion', input.opinionId);
  return opinionView(context, found, await isSuspendedFor(context, context.store, found, 'deputies.opinion'));
});
