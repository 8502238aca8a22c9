/**
 * A box's long steps, a batch at a time. Every batch changes the box's own document together with what it writes, and only
 * if the box still stands where the batch began: two clocks, or one that died, do nothing twice.
 */
import type { EpochMs } from '@/domain/basics/ids';
import type { CountySettings } from '@/domain/settings/settings';
import type { BoxState } from '@/domain/voting/box';
import type { Change, Store, Transaction } from '../store';
import type { Box, BoxProgress } from './records';

export interface StepContext {
  readonly store: Store;
  readonly settings: CountySettings;
  readonly now: EpochMs;
}

/** Documents a batch writes beside the box, so that it fits into one transaction. */
export const BATCH = 16;

export const BEGINNING: BoxProgress = { village: 0, rows: 0, cast: 0 };

/** Writes a batch and moves the box on, unless somebody else has moved it meanwhile. */
export async function moveOn(
  { store }: StepContext,
  before: Box,
  change: Change,
  write: (tx: Transaction) => Promise<void> = () => Promise.resolve(),
): Promise<boolean> {
  return store.transaction(async (tx) => {
    const box = await tx.get('boxes', before._id);
    if (box === undefined || !standsAt(box, before)) return false;
    await write(tx);
    await tx.update('boxes', box._id, change);
    return true;
  });
}

/** The change that brings a box into a state, to be looked at again at `dueAt`. */
export function into(state: BoxState, dueAt: EpochMs, set: Readonly<Record<string, unknown>> = {}): Change {
  return { set: { state, dueAt, ...set }, unset: ['progress'] };
}

function standsAt(box: Box, before: Box): boolean {
  const [one, other] = [box.progress, before.progress];
  return box.state === before.state && box.dueAt === before.dueAt && box.rollObjections === before.rollObjections
    && one?.village === other?.village && one?.after === other?.after && one?.rows === other?.rows && one?.cast === other?.cast;
}
