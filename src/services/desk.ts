/**
 * This browser as a computer's desk: whether an officer is signed in in it. The session itself is the server's, in a cookie that
 * no script can read; what is kept here only says what the page should do. In WeChat there is nothing of this.
 */
import Taro from '@tarojs/taro';

const KEY = 'desk:in';
const SECRET_BYTES = 32;
const listeners = new Set<() => void>();
/** Whose session this window shows. All windows of a browser have one cookie, so another window may have put another in its place. */
let shown: string | undefined;

/** Whether somebody is signed in here, as far as the page knows. */
export function atDesk(): boolean {
  return process.env.TARO_ENV === 'h5' && deskSession() !== undefined;
}

/** The session that the browser was last signed in to, by whichever of its windows. */
export function deskSession(): string | undefined {
  const stored: unknown = Taro.getStorageSync(KEY);
  return typeof stored === 'string' && stored !== '' ? stored : undefined;
}

export function signedIn(session: string): void {
  shown = session;
  Taro.setStorageSync(KEY, session);
}

/** Whether this window shows what belongs to another session than the one that now counts, if any; one that shows nobody's shows this one's from now on. */
export function showsAnothers(session: string | undefined): boolean {
  shown ??= session;
  return shown !== session;
}

/** Whatever this window showed is gone from it. */
export function showsNobodys(): void {
  shown = undefined;
}

/** Runs when another window of this browser signs in or out. */
export function onOtherWindow(listener: () => void): void {
  window.addEventListener('storage', ({ key }) => {
    // Without a key all of the storage was cleared.
    if (key === KEY || key === null) listener();
  });
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
