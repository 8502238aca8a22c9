/** Reading and writing a guard document inside a step. */
import { afterStep, type FollowUp } from '@/domain/grid/follow-ups';
import type { Office, Village } from '@/domain/grid/grid';
import type { Transaction } from '@platform/store';

export type GuardName = 'villages' | 'offices';

/** Where a follow-up stands: the guard document, and its id in it. */
export interface Place {
  readonly guard: GuardName;
  readonly id: string;
}

export type Guard =
  | { readonly name: 'villages'; readonly doc: Village }
  | { readonly name: 'offices'; readonly doc: Office };

/** The guard document while the follow-up still waits in it; undefined when another clock was first. */
export async function waitingIn(tx: Transaction, place: Place, id: string): Promise<Guard | undefined> {
  if (place.guard === 'villages') {
    const doc = await tx.get('villages', place.id);
    return doc?.followUps?.some((one) => one.id === id) ? { name: 'villages', doc } : undefined;
  }
  const doc = await tx.get('offices', place.id);
  return doc?.followUps?.some((one) => one.id === id) ? { name: 'offices', doc } : undefined;
}

/** Puts the step's outcome in: the follow-up as it now stands, or gone. */
export function settled(tx: Transaction, guard: Guard, id: string, next: FollowUp | undefined): Promise<void> {
  return guard.name === 'villages' ? tx.replace('villages', afterStep(guard.doc, id, next)) : tx.replace('offices', afterStep(guard.doc, id, next));
}
