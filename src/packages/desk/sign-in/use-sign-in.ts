import { useCallback, useEffect, useRef, useState } from 'react';
import { isOnline } from '@/hooks/use-online';
import { forgetPageData } from '@/hooks/use-page-data';
import { AppError } from '@/services/app-error';
import { api } from '@/services/client';
import { newDeskSecret, signedIn } from '@/services/desk';
import { forgetDrafts } from '@/services/drafts';
import { serverNow, setServerNow } from '@/services/server-clock';

export interface Shown {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: number;
  readonly byCode: boolean;
  readonly idleMinutes: number;
}

/**
 * ASKING: on the way to a code · WAITING: it is shown · REFUSED, OVER: by the phone, or by the time · IN · OFFLINE, FAILED: no
 * code could be had. An old code is never shown again while a new one is on its way.
 */
export type SignInState = 'ASKING' | 'WAITING' | 'REFUSED' | 'OVER' | 'IN' | 'OFFLINE' | 'FAILED';

interface SignIn {
  readonly state: SignInState;
  readonly shown: Shown | undefined;
  readonly error: AppError | undefined;
  /** Another code. */
  readonly again: () => void;
  /** With a single-use code instead of a phone; throws what the server refuses with. */
  readonly enter: (code: string) => Promise<void>;
}

const LOOK_MS = 2_000;

/** Asks for a code, and looks every two seconds whether a phone answered. */
export function useSignIn(onIn: () => void): SignIn {
  const [{ state, shown, error }, set] = useState<Omit<SignIn, 'again' | 'enter'>>({ state: 'ASKING', shown: undefined, error: undefined });
  const [turn, setTurn] = useState(0);
  /** The asking that was answered last, with what proves that it is this window's. */
  const asking = useRef<{ readonly secret: string; readonly id: string }>();
  const arrived = useRef(onIn);
  arrived.current = onIn;

  const arrive = useCallback((session: string) => {
    // Whoever used this computer before left something, if they closed the window without leaving.
    forgetPageData();
    forgetDrafts();
    signedIn(session);
    set((before) => ({ ...before, state: 'IN' }));
    arrived.current();
  }, []);

  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const mine = newDeskSecret();

    async function begin(): Promise<void> {
      set((before) => ({ ...before, state: 'ASKING', error: undefined }));
      try {
        const { now, ...asked } = await api.desk.begin({ secret: mine });
        if (stopped) return;
        setServerNow(now);
        asking.current = { secret: mine, id: asked.id };
        set({ state: 'WAITING', shown: asked, error: undefined });
        timer = setTimeout(() => void look(asked), LOOK_MS);
      } catch (thrown) {
        if (!stopped) set((before) => ({ ...before, state: isOnline() ? 'FAILED' : 'OFFLINE', error: AppError.from(thrown) }));
      }
    }

    async function look(asked: Pick<Shown, 'id' | 'expiresAt'>): Promise<void> {
      const answer = await api.desk.collect({ secret: mine }).then(({ state: found }) => found, whatToThink);
      if (stopped) return;
      if (answer === 'IN') return arrive(asked.id);
      // Without an answer the time still runs; it may have been a confirmation that was lost, so it is asked a little longer.
      if (answer !== 'WAITING') return set((before) => ({ ...before, state: answer }));
      if (serverNow() > asked.expiresAt + 10 * LOOK_MS) return set((before) => ({ ...before, state: 'OVER' }));
      timer = setTimeout(() => void look(asked), LOOK_MS);
    }

    void begin();
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [turn, arrive]);

  return {
    state,
    shown,
    error,
    again: () => setTurn((before) => before + 1),
    async enter(code) {
      // The form stands beside a code that is shown.
      if (asking.current === undefined) return;
      const { secret, id } = asking.current;
      await api.desk.enter({ secret, code });
      // Sessions are named by their askings.
      arrive(id);
    },
  };
}

/** A lost answer is no answer; a refusal is the end of this code. */
function whatToThink(thrown: unknown): 'WAITING' | 'OVER' {
  return AppError.from(thrown).isPassing ? 'WAITING' : 'OVER';
}
