/** The server's time as this phone knows it. "还剩 2 天" must not depend on a phone whose clock is wrong. */
let offsetMs = 0;

/** Takes over the server's time from a reply. */
export function setServerNow(now: number): void {
  offsetMs = now - Date.now();
}

/** Epoch ms now, by the server's clock. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}
