import { useState } from 'react';
import { AppError } from '@/services/app-error';
import { newRequestId } from '@/services/request-id';
import { forgetKeysFrom, keep, kept } from './phone-storage';

/** Under `page:`, so that it goes with everything else a person has read when another person takes over the phone. */
const PREFIX = 'page:form:';

interface Kept<T> {
  /** What it is sent under, from the first letter on: a repeat after a lost reply or a closed app is still the same one. */
  readonly requestId: string;
  readonly form: T;
}

interface KeptForm<T> extends Kept<T> {
  readonly edit: (change: Partial<T>) => void;
  /** Whether what is on the screen was begun earlier. */
  readonly resumed: boolean;
  /** The phone keeps nothing more: what is written would be lost with the page. */
  readonly full: boolean;
  /**
   * Sends it under its own id. Where a lost reply's other words took that already, the next tap is another one, so that
   * nobody is told for ever that it is in.
   */
  readonly tap: <A>(send: (requestId: string) => Promise<A>) => Promise<A>;
  /** The server has it, or its writer does not want it. */
  readonly forget: () => void;
}

/** A form that outlives its page and the app, until the server has answered. */
export function useKeptForm<T extends object>(name: string, empty: () => T): KeptForm<T> {
  const key = `${PREFIX}${name}:`;
  const [begun] = useState(() => kept<Kept<T>>(key));
  const [state, setState] = useState<Kept<T>>(() => begun ?? { requestId: newRequestId(), form: empty() });
  const [full, setFull] = useState(false);
  return {
    ...state,
    resumed: begun !== undefined,
    full,
    edit(change) {
      const next = { ...state, form: { ...state.form, ...change } };
      setState(next);
      setFull(!keep(key, next));
    },
    async tap(send) {
      try {
        return await send(state.requestId);
      } catch (thrown) {
        if (AppError.from(thrown).code === 'REQUEST_REUSED') {
          const next = { ...state, requestId: newRequestId() };
          setState(next);
          keep(key, next);
        }
        throw thrown;
      }
    },
    forget() {
      setState({ requestId: newRequestId(), form: empty() });
      forgetKeysFrom(key);
    },
  };
}
