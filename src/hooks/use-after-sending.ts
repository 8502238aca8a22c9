import { useEffect, useRef } from 'react';
import { useDrafts } from './use-drafts';

/** Calls `then` when a report has left this phone by itself, so that a list on the screen shows it. */
export function useAfterSending(then: () => void): void {
  const waiting = useDrafts().length;
  const before = useRef(waiting);
  const latest = useRef(then);
  latest.current = then;
  useEffect(() => {
    if (waiting < before.current) latest.current();
    before.current = waiting;
  }, [waiting]);
}
