import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';
import { kept, keep } from './phone-storage';

/** `elder` is 长辈版: the same pages with larger tokens and less on the first screen. */
export type Mode = 'standard' | 'elder';

const MODE_KEY = 'mode';
const OFFERED_KEY = 'mode-offered';
/** WeChat's text size, in px, from which 长辈版 is offered once; about what its own 关怀模式 shows. */
const LARGE_TEXT_IN_PX = 22;

const listeners = new Set<() => void>();
let mode: Mode | undefined;
let offered: boolean | undefined;

function currentMode(): Mode {
  mode ??= kept<Mode>(MODE_KEY) === 'elder' ? 'elder' : 'standard';
  return mode;
}

function wasOffered(): boolean {
  offered ??= kept<boolean>(OFFERED_KEY) === true;
  return offered;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tellAll(): void {
  for (const listener of listeners) listener();
}

/** Changes the mode of every open page at once and remembers it on this phone. */
export function setMode(next: Mode): void {
  mode = next;
  offered = true;
  keep(MODE_KEY, next);
  keep(OFFERED_KEY, true);
  tellAll();
}

/** The mode this phone is in, and how to change it. */
export function useMode(): { readonly mode: Mode; readonly elder: boolean; readonly setMode: (next: Mode) => void } {
  const now = useSyncExternalStore(subscribe, currentMode, currentMode);
  return { mode: now, elder: now === 'elder', setMode };
}

/** Whether 长辈版 is to be offered: large text on the phone, standard mode here, and never asked before. */
export function useElderOffer(): { readonly offer: boolean; readonly accept: () => void; readonly decline: () => void } {
  const asked = useSyncExternalStore(subscribe, wasOffered, wasOffered);
  const { elder } = useMode();
  return {
    offer: !elder && !asked && textSizeInPx() >= LARGE_TEXT_IN_PX,
    accept: () => setMode('elder'),
    decline: () => {
      offered = true;
      keep(OFFERED_KEY, true);
      tellAll();
    },
  };
}

function textSizeInPx(): number {
  if (process.env.TARO_ENV === 'h5') return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 0;
  // WeChat answers it; Taro's types do not name it yet.
  const { fontSizeSetting }: Readonly<Record<string, unknown>> = { ...Taro.getAppBaseInfo() };
  return typeof fontSizeSetting === 'number' ? fontSizeSetting : 0;
}
