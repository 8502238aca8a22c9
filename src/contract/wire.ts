/** What goes over the wire between a phone and a function: a call and its reply (the same on the local server). */

/** A call: `issues` is the function, `submit` the procedure. */
export interface WireCall {
  readonly procedure: string;
  readonly input?: unknown;
}

/** `ref` is a number a person can quote when something went wrong inside. */
export interface WireError {
  readonly code: string;
  readonly data?: unknown;
  readonly ref?: string;
}

export type WireReply = { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly error: WireError };
