const LOOK_AGAIN_MS = 50;

/** Looks again and again until there is an answer. Throws, saying what was waited for, when none came in time. */
export async function until<T>(withinMs: number, what: string, look: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`waited ${withinMs} ms for ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, LOOK_AGAIN_MS); });
  }
}
