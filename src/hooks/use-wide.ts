import { useSyncExternalStore } from 'react';

/** From here on a desk page has a side menu (ui.md: 1024 px). */
const QUERY = '(min-width: 1024px)';

function subscribe(listener: () => void): () => void {
  if (process.env.TARO_ENV !== 'h5') return () => undefined;
  const query = window.matchMedia(QUERY);
  // Safari learnt addEventListener here in version 14; addListener is what both know.
  query.addListener(listener);
  return () => query.removeListener(listener);
}

function isWide(): boolean {
  return process.env.TARO_ENV === 'h5' && window.matchMedia(QUERY).matches;
}

/** Whether the screen is as wide as a computer's; never in WeChat on a phone. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, isWide, isWide);
}
