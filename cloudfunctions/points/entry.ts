import { refusal } from '@platform/refuse';
import { points } from './os';
import { oneEntry, targetOf } from './views';

/** One entry, for the member and for those who verify it. */
export const entry = points.entry.handler(async ({ input, context }) => {
  const found = await context.store.get('pointEntries', input.entryId);
  context.permit('points.entry', found && targetOf(found));
  if (found === undefined) throw refusal('NOT_FOUND');
  return oneEntry(context, found);
});
