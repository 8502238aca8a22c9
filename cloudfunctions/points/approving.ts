/** Second eyes, of the branch or of the town: posted or refused, once (PTY-06). */
import type { EntryView } from '@/contract/points';
import { refused } from '@/domain/basics/result';
import { approved, type Approval } from '@/domain/points/entry-acts';
import type { Entry, Eyes } from '@/domain/points/entry';
import type { Context } from '@platform/context';
import type { TapInput } from '@platform/once';
import type { Transaction } from '@platform/store';
import { readText } from '@platform/texts';
import { eyesOf } from './branch-of';
import { changeEntry } from './change-entry';

export interface Approving {
  readonly action: 'points.approve' | 'points.approveAbove';
  /** The step of the queue that it takes from. */
  readonly queue: 'APPROVE' | 'ABOVE';
  readonly as: readonly Eyes['as'][];
  readonly input: TapInput & { readonly entryId: string; readonly verdict: Approval };
}

export function approveEntry(context: Context, errors: { readonly ENTRY_STAGE: () => Error }, { action, queue, as, input }: Approving): Promise<EntryView> {
  const verdict: Approval = input.verdict.kind === 'POST' ? input.verdict : { kind: 'REFUSE', reason: readText('reason', input.verdict.reason, context.settings.text.stepMax, 'NEEDED') };
  return changeEntry(context, errors, {
    action, input,
    decide: (entry) => (entry.queue === queue ? approved(entry, verdict, eyesOf(context, entry.branch, ...as)) : refused({ kind: 'ENTRY_STAGE' })),
    also: freeOriginal,
  });
}

/** A reversal that does not come about leaves its original as it was: it can be reversed another time. */
export async function freeOriginal(tx: Transaction, after: Entry): Promise<void> {
  if (after.kind === 'REVERSAL' && after.reverses !== undefined && (after.state === 'REFUSED' || after.state === 'EXPIRED')) await tx.update('pointEntries', after.reverses, { unset: ['reversedBy'] });
}
