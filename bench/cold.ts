/** What a function costs before it answers its first call: loaded in fresh processes, beside CloudBase's SDK alone. */
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { median, type Row } from './table';

const ROUNDS = 15;
const KB = 1024;
const LOAD = `
  const before = process.cpuUsage();
  const start = performance.now();
  require(process.argv[1]);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(JSON.stringify([ms, (user + system) / 1000, process.memoryUsage().rss / 1048576]));
  process.exit(0);
`;

type Figures = readonly [ms: number, cpuMs: number, rssMb: number];

/** Rows for the SDK and every function of `dist/`; expects them built. */
export function coldRows(): readonly Row[] {
  const files = [
    { what: 'SDK alone', file: 'dist/bench/sdk-alone.js' },
    { what: 'SDK whole', file: 'dist/bench/sdk-whole.js' },
    ...readdirSync('dist/cloudfunctions').map((name) => ({ what: name, file: `dist/cloudfunctions/${name}/index.js` })),
  ];
  const seen = new Map<string, Figures[]>(files.map(({ what }) => [what, []]));
  // In turn, so that whatever else the machine does falls on all of them.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { what, file } of files) seen.get(what)?.push(load(file));
  }
  const middle = (what: string, at: 0 | 1 | 2) => median((seen.get(what) ?? []).map((figures) => figures[at]));
  return files.map(({ what, file }) => ({
    what,
    values: {
      'load ms': middle(what, 0),
      'CPU ms': middle(what, 1),
      'RSS MB': middle(what, 2),
      KB: Math.round(statSync(file).size / KB),
      ratio: middle(what, 1) / middle('SDK alone', 1),
    },
  }));
}

function load(file: string): Figures {
  return JSON.parse(execFileSync(process.execPath, ['-e', LOAD, resolve(file)], { encoding: 'utf8' })) as Figures;
}
