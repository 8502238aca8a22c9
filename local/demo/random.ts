/** Chance that is the same on every machine and in every year: the demo county is made anew from its seed. */
export interface Random {
  /** An integer from `first` to `last`, both included. */
  readonly int: (first: number, last: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  /** True in `share` of 100 cases. */
  readonly chance: (share: number) => boolean;
}

/** Mulberry32 over a hash of the seed: small, and good enough to look unplanned. */
export function randomFrom(seed: string): Random {
  let state = 0x811c9dc5;
  for (const character of seed) state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193);
  function next(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  const int = (first: number, last: number) => first + Math.floor(next() * (last - first + 1));
  return {
    int,
    pick<T>(items: readonly T[]): T {
      const item = items[int(0, items.length - 1)];
      if (item === undefined) throw new Error('there is nothing to pick from');
      return item;
    },
    chance: (share) => next() * 100 < share,
  };
}
