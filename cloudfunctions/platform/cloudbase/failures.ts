/** What CloudBase's failures are to callers of the store. */
import { StoreConflict, StoreDuplicate, StoreError, StoreUnavailable } from '../store';

/** Where it failed, for the message. */
export interface Place {
  readonly collection: string;
  readonly id?: string;
  /** A conflict can be retried only as a whole transaction. */
  readonly inTransaction: boolean;
}

/**
 * The store's failure for whatever the SDK threw.
 *
 * A duplicate comes in two forms, by its own code or as E11000 in the text of a general failure. A change that does not
 * fit the document (counting on a text) and a malformed request are the caller's mistakes, not the cloud's state.
 */
export function failureOf(cause: unknown, place: Place): Error {
  if (cause instanceof StoreError) return cause;
  const { code, text } = read(cause);
  if (isDuplicate(code, text)) return new StoreDuplicate(place.collection, duplicateId(text) ?? place.id ?? '(unknown)', { cause });
  if (isConflict(code, text)) {
    return place.inTransaction
      ? new StoreConflict('another writer was first', { cause })
      : new StoreUnavailable(`${place.collection} is held by a transaction`, { cause });
  }
  if (code === 'INVALID_PARAM' || /Cannot (apply \$|create field)/.test(text)) return new TypeError(text, { cause });
  return new StoreUnavailable(`CloudBase did not answer (${code || text})`, { cause });
}

function isDuplicate(code: string, text: string): boolean {
  return code === 'DATABASE_DUPLICATE_WRITE' || text.includes('E11000');
}

function isConflict(code: string, text: string): boolean {
  return code === 'DATABASE_TRANSACTION_CONFLICT' || /WriteConflict|TransientTransactionError/.test(text);
}

/** `... dup key: { _id: "vote:1:2" }`; older servers leave the name out. */
function duplicateId(text: string): string | undefined {
  const quoted = /dup key: \{ (?:_id)?: ("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  if (quoted === undefined) return undefined;
  try {
    return String(JSON.parse(quoted));
  } catch {
    // The server's quoting is not JSON's; the id asked for is near enough.
    return undefined;
  }
}

function read(cause: unknown): { readonly code: string; readonly text: string } {
  if (typeof cause !== 'object' || cause === null) return { code: '', text: String(cause) };
  const { code, message } = cause as { readonly code?: unknown; readonly message?: unknown };
  return { code: typeof code === 'string' || typeof code === 'number' ? String(code) : '', text: String(message) };
}
