/**
 * A change that answers a tap, made once (architecture section 3). The audit row is the proof that it was made: its id
 * derives from the account, the action and the tap, and it is written first, so that a repeat is found out by its id
 * being taken and costs nothing when there is none.
 */
import type { Action } from '@/domain/people/access';
import type { RequestId } from '@/domain/basics/ids';
import { auditRow, type Audited } from './audit';
import type { Context } from './context';
import { contentDigest, derivedId } from './ids';
import type { AuditRow } from './records';
import { refusal } from './refuse';
import { StoreDuplicate, type Transaction } from './store';

export interface TapInput {
  readonly requestId: RequestId;
}

/** The audit row of a tap. It keeps a keyed digest of the tap's content, from which nothing can be guessed. */
export function tapRow(context: Context, action: Action, input: TapInput, audited: Omit<Audited, 'requestId'>): AuditRow {
  const digest = context.sealer.key('tap', contentDigest({ ...input })).slice(0, 32);
  return {
    ...auditRow(context, action, audited),
    _id: derivedId('audit', context.caller.account, action, input.requestId),
    detail: { ...audited.detail, digest },
  };
}

/**
 * Runs `change` in one transaction together with its audit row. A repeat of the tap answers `again` and changes nothing;
 * the same tap with other content is refused with `REQUEST_REUSED`.
 *
 * What can come to stand against the change in the meantime (a period that closes, an item, somebody who leaves) is asked in
 * `change`, never before it: a repeat must be answered as the first time.
 *
 * `change` and `again` ask for the permit themselves where it rests on what they read.
 */
export async function once<T>(
  context: Context,
  action: Action,
  input: TapInput,
  audited: Omit<Audited, 'requestId'>,
  change: (tx: Transaction) => Promise<T>,
  again: (before: AuditRow) => Promise<T>,
): Promise<T> {
  const row = tapRow(context, action, input, audited);
  try {
    return await context.store.transaction(async (tx) => {
      await tx.insert('audit', row);
      return change(tx);
    });
  } catch (error) {
    if (!isTaken(error, 'audit', row._id)) throw error;
    const before = await context.store.get('audit', row._id);
    if (before === undefined || before.detail?.digest !== row.detail?.digest) throw refusal('REQUEST_REUSED');
    return again(before);
  }
}

/**
 * The audit row of a tap that was made already, for what is done in several transactions; the same tap with other content is
 * refused with `REQUEST_REUSED`. One read.
 */
export async function madeBefore(context: Context, action: Action, input: TapInput): Promise<AuditRow | undefined> {
  const { _id, detail } = tapRow(context, action, input, { target: '' });
  const before = await context.store.get('audit', _id);
  if (before !== undefined && before.detail?.digest !== detail?.digest) throw refusal('REQUEST_REUSED');
  return before;
}

/** Whether a failure says that this document was there already. */
export function isTaken(error: unknown, collection: string, id: string): boolean {
  return error instanceof StoreDuplicate && error.collection === collection && error.id === id;
}
