/** How long a journey waits for what it names: many times what a quiet machine needs, since only what never comes is to fail by time. */
export const PATIENCE_MS = 60_000;
