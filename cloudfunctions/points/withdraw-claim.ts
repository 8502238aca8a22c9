import { withdrawn } from '@/domain/points/entry-acts';
import { changeEntry } from './change-entry';
import { points } from './os';

/** A claim taken back before it was decided; its photos are free again. */
export const withdrawClaim = points.withdrawClaim.handler(({ input, context, errors }) =>
  changeEntry(context, errors, { action: 'points.withdrawClaim', input, target: ({ personId }) => ({ personId }), decide: (entry) => withdrawn(entry, context.now) }));
