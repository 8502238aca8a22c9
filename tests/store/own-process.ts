/** A TypeScript file as a process of its own, so that a test can kill it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '../..');

export interface Program {
  /** Starts it; what it writes can be read, what it complains of is seen. */
  readonly start: (...args: readonly string[]) => ChildProcess;
  readonly remove: () => void;
}

/** Bundled under node_modules, where the engine's binary is found. */
export async function programOf(entry: string): Promise<Program> {
  const outfile = join(ROOT, 'node_modules/.cache/store-test', `${basename(entry, '.ts')}-${process.pid}.cjs`);
  await build({
    entryPoints: [entry], outfile, bundle: true, platform: 'node', external: ['libsql'],
    alias: { '@': join(ROOT, 'src'), '@platform': join(ROOT, 'cloudfunctions/platform') }, logLevel: 'error',
  });
  return {
    start: (...args) => spawn(process.execPath, [outfile, ...args], { stdio: ['pipe', 'pipe', 'inherit'] }),
    remove: () => rmSync(outfile),
  };
}
