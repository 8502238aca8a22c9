/** What went wrong in the mini-program since it started. A test that leaves one unexplained has failed. */
export interface Problem {
  /** exception: thrown and not caught · console: the app called console.error · build: seen before anything ran. */
  readonly kind: 'exception' | 'console' | 'build';
  readonly text: string;
}

/** The problem in an event of the automator's protocol, if it tells of one. */
export function problemIn(method: string, params: unknown): Problem | undefined {
  if (method === 'App.exceptionThrown') {
    const { message, stack } = params as { readonly message: string; readonly stack?: string };
    return { kind: 'exception', text: stack !== undefined && stack.includes(message) ? stack : `${message}\n${stack ?? ''}`.trim() };
  }
  if (method === 'App.logAdded') {
    const { type, args } = params as { readonly type: string; readonly args: readonly unknown[] };
    if (type === 'error') return { kind: 'console', text: args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ') };
  }
  return undefined;
}
