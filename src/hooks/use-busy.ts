import { useEffect, useRef, useState } from 'react';

interface Busy<A extends readonly unknown[]> {
  readonly busy: boolean;
  /** What the last run failed with; undefined while running and after a success. */
  readonly error: unknown;
  /** Runs the action; a tap while it runs does nothing. Answers whether it ran and succeeded. */
  readonly run: (...args: A) => Promise<boolean>;
}

/** Locks a button while its action runs, so that a second tap is not a second act. The page shows `error`. */
export function useBusy<A extends readonly unknown[]>(action: (...args: A) => Promise<unknown>): Busy<A> {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: undefined });
  const running = useRef(false);
  const there = useRef(true);
  useEffect(() => {
    there.current = true;
    return () => { there.current = false; };
  }, []);

  async function run(...args: A): Promise<boolean> {
    if (running.current) return false;
    running.current = true;
    setState({ busy: true, error: undefined });
    let error: unknown;
    let failed = false;
    try {
      await action(...args);
    } catch (thrown) {
      error = thrown;
      failed = true;
    }
    running.current = false;
    if (there.current) setState({ busy: false, error });
    return !failed;
  }
  return { ...state, run };
}
