import { assert } from '@/domain/basics/assert';
import { recorded, reversalOf } from '@/domain/points/entry-acts';
import { toStore } from '@/domain/points/entry-news';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { readText } from '@platform/texts';
import { eyesOf } from './branch-of';
import { points } from './os';
import { oneEntry, targetOf } from './views';

/** Takes a posted entry back by one that reverses it; whoever enters it is its first pair of eyes, another person posts it. */
export const reverse = points.reverse.handler(async ({ input, context, errors }) => {
  const { store, settings, now } = context;
  const reason = readText('reason', input.reason, settings.text.stepMax, 'NEEDED');
  const _id = derivedId('entry', context.caller.account, input.requestId);
  return once(context, 'points.reverse', input, { target: `entry:${input.entryId}` }, async (tx) => {
    const original = await tx.get('pointEntries', input.entryId);
    context.permit('points.reverse', original && targetOf(original));
    if (original === undefined) throw refusal('NOT_FOUND');
    const first = eyesOf(context, original.branch, 'SECRETARY', 'COMMITTEE');
    const facts = reversalOf(original, { _id, by: first.by, at: now, reason });
    if (!facts.ok) throw errors.ENTRY_STAGE();
    const entry = toStore(undefined, { ...recorded(facts.value, first, settings), uncounted: true }, now);
    await tx.insert('pointEntries', entry);
    // From now on nobody else reverses it; should this be refused, it can be reversed again.
    await tx.replace('pointEntries', { ...original, reversedBy: _id });
    return oneEntry(context, entry);
  }, async () => {
    const entry = await store.get('pointEntries', _id);
    assert(entry !== undefined, 'what was reversed once has its entry');
    context.permit('points.reverse', targetOf(entry));
    return oneEntry(context, entry);
  });
});
