/** A clock that runs on from where it was put, and remembers it, since the store then holds times of its own. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { assert } from '@/domain/basics/assert';
import type { EpochMs } from '@/domain/basics/ids';

export interface MovableClock {
  readonly now: () => EpochMs;
  /** Puts the clock; it runs on from there. */
  readonly moveTo: (now: EpochMs) => Promise<void>;
}

/** @param path where the distance from the machine's own clock is kept; undefined for a clock that cannot be moved. */
export async function movableClock(path: string | undefined): Promise<MovableClock> {
  let offsetMs = path === undefined ? 0 : await readOffset(path);
  return {
    now: () => Date.now() + offsetMs,
    async moveTo(now) {
      assert(path !== undefined, 'only the demo moves its clock');
      offsetMs = now - Date.now();
      await mkdir(dirname(path), { recursive: true });
      await writeFile(`${path}.part`, JSON.stringify({ offsetMs }));
      await rename(`${path}.part`, path);
    },
  };
}

async function readOffset(path: string): Promise<number> {
  try {
    const { offsetMs } = JSON.parse(await readFile(path, 'utf8')) as { readonly offsetMs?: unknown };
    assert(Number.isSafeInteger(offsetMs), `${path} holds a distance in ms`);
    return offsetMs as number;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}
