/**
 * This browser as a computer's desk: whether an officer is signed in in it. The session itself is the server's, in a cookie that
 * no script can read; what is kept here only says what the page should do. In WeChat there is nothing of this.
 */
import Taro from '@tarojs/taro';

const KEY = 'desk:in';
const SECRET_BYTES = 32;
const listeners = new Set<() => void>();

/** Whether somebody is signed in here, as far as the page knows. */
export function atDesk(): boolean {
  return process.env.TARO_ENV === 'h5' && Taro.getStorageSync<unknown>(KEY) === true;
}

export function signedIn(): void {
  Taro.setStorageSync(KEY, true);
}

/** Nobody is signed in here any more; pages are told, so that nothing of who was here stays on the screen. */
export function signedOut(): void {
  Taro.removeStorageSync(KEY);
  for (const listener of [...listeners]) listener();
}

export function onSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The secret by which this browser, and no other, takes up the session it asked for. It is kept in the page's memory only. */
export function newDeskSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
