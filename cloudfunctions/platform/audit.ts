/** Rows of the audit: who did what to which, when (PRV-10, PRV-11, IT-04). Codes and ids only, never what people wrote. */
import type { Action } from '@/domain/people/access';
import type { AreaCode } from '@/domain/areas/code';
import type { EpochMs, RequestId } from '@/domain/basics/ids';
import type { PostKey } from '@/domain/grid/posts';
import type { Caller } from './caller';
import { derivedId } from './ids';
import type { AuditRow } from './records';

export interface Audited {
  /** What it was done to: `issue:<id>`, `person:<id>` … */
  readonly target: string;
  readonly area?: AreaCode;
  /** The post in which it was done. */
  readonly post?: PostKey;
  readonly detail?: AuditRow['detail'];
  /** Of the tap that caused it, so that a repeat of the tap writes the same row. */
  readonly requestId?: RequestId;
}

/** What the row is written from. */
export interface Auditing {
  readonly caller: Caller;
  readonly now: EpochMs;
  readonly randomHex: (bytes: number) => string;
}

/** Of the id of a row that no tap caused. */
const OWN_BYTES = 12;

/**
 * The row for what a caller did. With a tap its id derives from account, action, target and the tap, so that a repeat
 * makes no second row; without one it is of its own, so that each of two reads in one millisecond has its row.
 */
export function auditRow(context: Auditing, action: Action, audited: Audited): AuditRow {
  const { caller, now, randomHex } = context;
  return row(caller.account, action, now, audited, caller.person?.id, audited.requestId ?? randomHex(OWN_BYTES));
}

/** The row for what the clock, a load from the command line or the server's operator did; `action` is the job's name. */
export function systemAuditRow(by: 'clock' | 'import' | 'operator', action: string, now: EpochMs, audited: Audited): AuditRow {
  return row(by, action, now, audited, undefined, audited.requestId ?? String(now));
}

function row(account: AuditRow['account'], action: string, at: EpochMs, audited: Audited, person: AuditRow['person'], cause: string): AuditRow {
  const { target, area, post, detail } = audited;
  return {
    _id: derivedId('audit', account, action, target, cause),
    at,
    action,
    account,
    target,
    ...(person === undefined ? {} : { person }),
    ...(post === undefined ? {} : { post }),
    ...(area === undefined ? {} : { area }),
    ...(detail === undefined ? {} : { detail }),
  };
}
