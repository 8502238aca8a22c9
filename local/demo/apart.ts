/** Makes the demo county in a process of its own. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Where `local/demo-county.ts` lies when it is bundled, beside the server. */
const PROGRAM = new URL('demo-county.mjs', import.meta.url);

/**
 * What a roster of 313,000 people leaves in a process stays there as long as it runs: 85 MB, more than the server needs for
 * its work. The maker writes its progress to where the server writes, and ends with the server if that is stopped.
 *
 * @throws Error if the county was not made; the maker has said why.
 */
export async function makeDemoApart(): Promise<void> {
  const maker = fork(fileURLToPath(PROGRAM));
  const [code, signal] = (await once(maker, 'exit')) as [number | null, NodeJS.Signals | null];
  if (code !== 0) throw new Error(`the demo county was not made: ${signal ?? code}`);
}
