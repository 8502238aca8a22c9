/** What the import works with; a use case, the timer and the command line all hand it in. */
import { addCivilDays, civilDateOf } from '@/domain/basics/civil-time';
import type { CivilDate, EpochMs } from '@/domain/basics/ids';
import type { Context, Platform } from '@platform/context';

export interface Tools {
  readonly store: Platform['store'];
  readonly sealer: Platform['sealer'];
  readonly settings: Platform['settings'];
  /** Goes on while a long piece of work is under way. */
  readonly clock: () => EpochMs;
}

/** A call's own time, going on from its `now` by the monotonic clock. */
export function toolsOf({ store, sealer, settings, now }: Pick<Context, 'store' | 'sealer' | 'settings' | 'now'>): Tools {
  const started = performance.now();
  return { store, sealer, settings, clock: () => now + Math.round(performance.now() - started) };
}

export function todayOf(tools: Tools): CivilDate {
  return civilDateOf(tools.clock());
}

/** The last day of whatever a new holder replaces. */
export function yesterdayOf(tools: Tools): CivilDate {
  return addCivilDays(todayOf(tools), -1);
}

/** Answers in the order of the questions, a bounded number under way at once. */
export async function inBatches<T, R>(items: readonly T[], size: number, work: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < items.length; at += size) answers.push(...(await Promise.all(items.slice(at, at + size).map(work))));
  return answers;
}
