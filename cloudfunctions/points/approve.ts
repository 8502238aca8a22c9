import { approveEntry } from './approving';
import { points } from './os';

/** Second eyes: the secretary or the committee, nobody who has looked before (PTY-06). */
export const approve = points.approve.handler(({ input, context, errors }) =>
  approveEntry(context, errors, { action: 'points.approve', queue: 'APPROVE', as: ['SECRETARY', 'COMMITTEE'], input }));
