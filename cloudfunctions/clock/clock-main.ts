import type { Host } from '@platform/serve';
import { jobs } from './jobs';
import { mediaVerdictIn, noteMediaVerdict } from './media-checked';
import { runClock, type ClockTurn } from './run-clock';

type Answer = { readonly ok: true; readonly turn?: ClockTurn } | { readonly ok: false; readonly error: { readonly code: 'FORBIDDEN' } };

/** `main` of the clock. A call that a WeChat user makes is refused: the event then is the user's own writing. */
export function clockMain(host: () => Promise<Host>): (event: unknown, functionContext?: unknown) => Promise<Answer> {
  return async function main(event, functionContext) {
    const { platform, identify } = await host();
    if (identify(functionContext) !== undefined) return { ok: false, error: { code: 'FORBIDDEN' } };
    const verdict = mediaVerdictIn(event);
    if (verdict !== undefined) {
      await noteMediaVerdict(platform, verdict);
      return { ok: true };
    }
    return { ok: true, turn: await runClock(platform, jobs) };
  };
}
