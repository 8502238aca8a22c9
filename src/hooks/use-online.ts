import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';

const listeners = new Set<() => void>();
let online = true;
let watching = false;

function changed(next: boolean): void {
  if (next === online) return;
  online = next;
  for (const listener of listeners) listener();
}

function watch(): void {
  if (watching) return;
  watching = true;
  if (process.env.TARO_ENV === 'h5') {
    online = navigator.onLine;
    window.addEventListener('online', () => changed(true));
    window.addEventListener('offline', () => changed(false));
    return;
  }
  Taro.onNetworkStatusChange(({ isConnected }) => changed(isConnected));
  // A phone that cannot say what its network is stays "online": the request itself will tell.
  Taro.getNetworkType().then(({ networkType }) => changed(networkType !== 'none'), () => changed(true));
}

function subscribe(listener: () => void): () => void {
  watch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether the phone has a network right now, for code outside a component. */
export function isOnline(): boolean {
  watch();
  return online;
}

/** Whether the phone has a network; follows it as it comes and goes. */
export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, isOnline, isOnline);
}
