/** Bundles the bench and runs it: `npm run bench -- [operations|http|weights|roster] [--sizes village,town,county] [--json file]`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { build } from 'esbuild';

mkdirSync('dist/bench', { recursive: true });
await build({
  entryPoints: ['bench/main.ts', 'bench/floor-server.ts'],
  outdir: 'dist/bench',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  packages: 'external',
  alias: { '@': './src', '@platform': './cloudfunctions/platform' },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, ['dist/bench/main.mjs', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
