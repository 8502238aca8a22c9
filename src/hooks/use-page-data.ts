import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { atDesk } from '@/services/desk';
import { clockCorrections, onClockCorrected } from '@/services/server-clock';
import { forgetKeysFrom, keep, kept } from './phone-storage';
import { isOnline, useOnline } from './use-online';

/**
 * loading: nothing to show yet · ready: fresh · error: it failed, `data` may hold what was read before ·
 * offline: no network, `data` holds what was read before, if anything.
 */
export type PageState = 'loading' | 'ready' | 'error' | 'offline';

export interface PageData<T> {
  readonly state: PageState;
  readonly data: T | undefined;
  readonly error: unknown;
  /** Epoch ms of `data`, when it is not fresh; goes into `Page`'s `staleAt`. */
  readonly staleAt: number | undefined;
  /** A reading is under way while `data` is on the screen. */
  readonly refreshing: boolean;
  readonly reload: () => Promise<void>;
}

interface Kept<T> { readonly at: number; readonly data: T }

export interface PageOptions {
  /** False for what must not lie on the phone (need flags, household class, ballots). Kept otherwise. */
  readonly keep?: boolean;
}

const PREFIX = 'page:';
/** What this run of the app has read; makes a tab that is opened again show at once. */
const readBefore = new Map<string, Kept<unknown>>();

/** Forgets what pages have read; call it whenever the person behind the phone changes. */
export function forgetPageData(): void {
  readBefore.clear();
  forgetKeysFrom(PREFIX);
}

/**
 * Reads what a page shows, again when it is shown again or the network returns, and keeps the last answer on the phone
 * for when there is no network. `key` names the question, parameters included: `issue:${id}`.
 */
export function usePageData<T>(key: string, load: () => Promise<T>, options: PageOptions = {}): PageData<T> {
  // Whether it may be kept can become known after the reading began; that alone is no reason to read again.
  const keeps = useRef(true);
  keeps.current = options.keep ?? true;
  const [answer, setAnswer] = useState<Omit<PageData<T>, 'reload'>>(() => opening<T>(key));
  const loadNow = useRef(load);
  loadNow.current = load;
  const latest = useRef(0);
  // The reply that says what time it is may come after the one that is shown: its times are then drawn again.
  useSyncExternalStore(onClockCorrected, clockCorrections);

  const reload = useCallback(async () => {
    const turn = ++latest.current;
    const isLatest = () => turn === latest.current;
    setAnswer((before) => (before.data === undefined ? { ...before, state: 'loading', refreshing: false } : { ...before, refreshing: true }));
    try {
      const data = await loadNow.current();
      if (!isLatest()) return;
      const fresh: Kept<T> = { at: Date.now(), data };
      if (keeps.current) {
        readBefore.set(key, fresh);
        // Somebody else sits down at an office's computer next: what is read there stays in its memory.
        if (!atDesk()) keep(PREFIX + key, fresh);
      }
      setAnswer({ state: 'ready', data, error: undefined, staleAt: undefined, refreshing: false });
    } catch (error) {
      if (!isLatest()) return;
      const old = keeps.current ? (readBefore.get(key) as Kept<T> | undefined) ?? kept<Kept<T>>(PREFIX + key) : undefined;
      setAnswer({ state: isOnline() ? 'error' : 'offline', data: old?.data, error, staleAt: old?.at, refreshing: false });
    }
  }, [key]);

  useEffect(() => {
    setAnswer(opening<T>(key));
    void reload();
    return () => { latest.current += 1; };
  }, [key, reload]);

  const shownBefore = useRef(false);
  useDidShow(() => {
    if (shownBefore.current) void reload();
    shownBefore.current = true;
  });
  // What came onto the page after it was shown, behind another answer, has not heard of that showing.
  useDidHide(() => {
    shownBefore.current = true;
  });

  const online = useOnline();
  const wasOnline = useRef(online);
  useEffect(() => {
    if (online && !wasOnline.current) void reload();
    wasOnline.current = online;
  }, [online, reload]);

  return { ...answer, reload };
}

/** What was read last under a key, without asking again. */
export function lastRead<T>(key: string): T | undefined {
  return ((readBefore.get(key) as Kept<T> | undefined) ?? kept<Kept<T>>(PREFIX + key))?.data;
}

function opening<T>(key: string): Omit<PageData<T>, 'reload'> {
  const before = readBefore.get(key) as Kept<T> | undefined;
  return before === undefined
    ? { state: 'loading', data: undefined, error: undefined, staleAt: undefined, refreshing: false }
    : { state: 'ready', data: before.data, error: undefined, staleAt: undefined, refreshing: true };
}
