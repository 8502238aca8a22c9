/** A row of figures beside a floor that was measured in turn with them: medians of the rounds. */
import type { Measured } from './load';
import { median, type Row } from './table';

export interface Round {
  readonly ours: Measured;
  readonly floor: Measured;
  readonly cpuMs: number;
  readonly floorCpuMs: number;
  /** Flushes of the log a request; one a request in a floor that writes. */
  readonly flushes: number;
  /** Store operations a request, where they were counted. */
  readonly operations?: number;
}

export function besideFloor(what: string, rounds: readonly Round[]): Row {
  const of = (pick: (round: Round) => number): number => median(rounds.map(pick));
  return {
    what,
    values: {
      'a second': Math.round(of(({ ours }) => ours.perSecond)),
      'floor a second': Math.round(of(({ floor }) => floor.perSecond)),
      ratio: of(({ ours, floor }) => ours.perSecond / floor.perSecond),
      'p50 ms': of(({ ours }) => ours.p50Ms),
      'p95 ms': of(({ ours }) => ours.p95Ms),
      'CPU ms': of(({ cpuMs }) => cpuMs),
      'floor CPU ms': of(({ floorCpuMs }) => floorCpuMs),
      fsyncs: of(({ flushes }) => flushes),
      ...(rounds.every(({ operations }) => operations === undefined) ? {} : { operations: of(({ operations = 0 }) => operations) }),
      failed: rounds.reduce((sum, { ours, floor }) => sum + ours.failed + floor.failed, 0),
    },
  };
}
