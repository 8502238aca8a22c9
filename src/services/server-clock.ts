/** The server's time as this phone knows it. "还剩 2 天" must not depend on a phone whose clock is wrong. */
let offsetMs = 0;
let corrections = 0;
const listeners = new Set<() => void>();

/** Less than this is the way of the reply, and no correction. */
const NOTICED_MS = 5_000;

/** Takes over the server's time from a reply. */
export function setServerNow(now: number): void {
  const before = offsetMs;
  offsetMs = now - Date.now();
  if (Math.abs(offsetMs - before) < NOTICED_MS) return;
  corrections += 1;
  for (const listener of listeners) listener();
}

/** Epoch ms now, by the server's clock. */
export function serverNow(): number {
  return Date.now() + offsetMs;
}

/** How often the clock was put right: what was drawn before is drawn again when this has changed. */
export function clockCorrections(): number {
  return corrections;
}

/** Tells of each correction; answers how to stop that. */
export function onClockCorrected(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
