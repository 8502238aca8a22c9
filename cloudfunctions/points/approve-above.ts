import { approveEntry } from './approving';
import { points } from './os';

/** Second eyes for the secretary's own: the town's Party office (PTY-06). */
export const approveAbove = points.approveAbove.handler(({ input, context, errors }) =>
  approveEntry(context, errors, { action: 'points.approveAbove', queue: 'ABOVE', as: ['TOWN'], input }));
