import { useRef, useState } from 'react';
import { words } from '@/hooks/use-act';
import { AppError } from '@/services/app-error';
import { newRequestId } from '@/services/request-id';

export interface NotDone {
  readonly key: string;
  readonly line: string;
}

interface Batch {
  /** How many of how many are through; undefined when nothing runs. */
  readonly progress: { readonly done: number; readonly of: number } | undefined;
  /** What the last run could not do, each with its words. */
  readonly notDone: readonly NotDone[];
  readonly run: (keys: readonly string[]) => Promise<void>;
}

/**
 * The same act on several, one after the other: each is a decision of its own, so that one that is refused holds up none of the
 * others. A repeat after a lost reply carries the same request ids. `done` is told how many went well.
 */
export function useBatch(send: (requestId: string, key: string) => Promise<unknown>, done: (count: number) => void): Batch {
  const [progress, setProgress] = useState<Batch['progress']>();
  const [notDone, setNotDone] = useState<readonly NotDone[]>([]);
  const running = useRef(false);
  const ids = useRef(new Map<string, string>());

  async function run(keys: readonly string[]): Promise<void> {
    if (running.current || keys.length === 0) return;
    running.current = true;
    setNotDone([]);
    const failed: NotDone[] = [];
    for (const [at, key] of keys.entries()) {
      setProgress({ done: at, of: keys.length });
      const requestId = ids.current.get(key) ?? newRequestId();
      ids.current.set(key, requestId);
      try {
        await send(requestId, key);
        ids.current.delete(key);
      } catch (thrown) {
        failed.push({ key, line: words(AppError.from(thrown)) });
      }
    }
    running.current = false;
    setProgress(undefined);
    setNotDone(failed);
    done(keys.length - failed.length);
  }

  return { progress, notDone, run };
}
