/**
 * Casting: one row of the roll turns from open to cast, one receipt and one set of choices come into lists, all in one
 * transaction of six operations. With the two that find the caller these are the eight of an action.
 *
 * Nothing else is written: no audit row, no time, no digest of what was sent. The turn of the row is what makes a repeat
 * harmless (architecture section 5).
 */
import type { EpochMs } from '@/domain/basics/ids';
import type { OptionCode } from '@/domain/voting/box';
import { faultInChoices } from '@/domain/voting/plan';
import { bucketOf, type Receipt } from '@/domain/voting/receipt';
import type { Store } from '../store';
import { shardId } from './freeze-roll';
import type { RollRow } from './records';
import { withBallot, withReceipt } from './shards';

export interface Ballot {
  readonly rowId: string;
  readonly receipt: Receipt;
  /** An entry for every question; `-` for one left out. */
  readonly choices: Readonly<Record<string, OptionCode>>;
  readonly comment?: string;
}

export type Cast =
  /** Cast now, or this very ballot was cast before and its reply was lost. */
  | { readonly kind: 'CAST' }
  | { readonly kind: 'ALREADY_CAST' }
  | { readonly kind: 'NOT_OPEN_YET'; readonly opensAt?: EpochMs }
  | { readonly kind: 'CLOSED' }
  | { readonly kind: 'RECEIPT_TAKEN' }
  /** A question that was not answered as it asks. */
  | { readonly kind: 'FAULT'; readonly question: string }
  | { readonly kind: 'COMMENT_TOO_LONG'; readonly max: number };

interface Asking {
  readonly store: Store;
  readonly now: EpochMs;
  readonly randomHex: (bytes: number) => string;
  /** Called with the row, or without one where there is none, before anything is said of it; throws for whoever may not cast it. */
  readonly permit: (row: RollRow | undefined) => asserts row is RollRow;
}

/** Casts a ballot, at most once a row for ever. */
export function castBallot(asking: Asking, ballot: Ballot): Promise<Cast> {
  const { store, now, randomHex } = asking;
  const { receipt, choices, comment } = ballot;
  const permit: Asking['permit'] = asking.permit;
  return store.transaction(async (tx): Promise<Cast> => {
    const row = await tx.get('boxRolls', ballot.rowId);
    permit(row);
    const rules = row.ballot;
    if (rules === undefined || now < rules.opensAt) return { kind: 'NOT_OPEN_YET', opensAt: rules?.opensAt };
    const receipts = await tx.get('boxReceipts', shardId(row.box, bucketOf(receipt, rules.shards)));
    if (receipts === undefined) return { kind: 'CLOSED' };
    const listed = receipts.receipts.includes(receipt);
    if (row.state === 'CAST') return { kind: listed ? 'CAST' : 'ALREADY_CAST' };
    if (now >= row.closesAt || receipts.sealed) return { kind: 'CLOSED' };
    if (listed) return { kind: 'RECEIPT_TAKEN' };
    const question = faultInChoices(rules.questions, choices);
    if (question !== undefined) return { kind: 'FAULT', question };
    if ((comment?.length ?? 0) > rules.commentMax) return { kind: 'COMMENT_TOO_LONG', max: rules.commentMax };

    const drawn = await tx.get('boxChoices', shardId(row.box, anyOf(rules.shards, randomHex)));
    if (drawn === undefined || drawn.sealed) return { kind: 'CLOSED' };
    await tx.replace('boxReceipts', withReceipt(receipts, receipt));
    await tx.replace('boxChoices', withBallot(drawn, choices, comment, randomHex));
    await tx.update('boxRolls', row._id, { set: { state: 'CAST' } });
    return { kind: 'CAST' };
  });
}

/** A random whole number below `count`, every one as likely as another to within a part in sixteen millions. */
function anyOf(count: number, randomHex: (bytes: number) => string): number {
  return Number.parseInt(randomHex(4), 16) % count;
}
