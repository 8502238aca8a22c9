/** A decision: what came of it, or why it was refused. The refusal is a value, so that its reason has a type. */
export type Result<T, R> = Ok<T> | Refused<R>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Refused<R> {
  readonly ok: false;
  readonly reason: R;
}

export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

export function refused<R>(reason: R): Refused<R> {
  return { ok: false, reason };
}
