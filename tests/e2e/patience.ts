/** How long a journey waits for what it names: many times what a quiet machine needs, since only what never comes is to fail by time. */
export const PATIENCE_MS = 60_000;
const LOOK_AGAIN_MS = 20;

/** Looks again and again; what does not come to be so in time is told with what was seen instead. */
export async function until(isSo: () => boolean, seen: () => string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS} ms; seen: ${seen()}`);
    await new Promise((done) => { setTimeout(done, LOOK_AGAIN_MS); });
  }
}
