/** Bundles the bench and runs it: `npm run bench -- [operations|http|weights|roster] [--sizes village,town,county] [--json file]`. */
import { spawnSync } from 'node:child_process';
import { bundleFolder, bundleLocal } from '../local/bundle.mjs';

await bundleFolder('bench', ['main', 'floor-server']);
await bundleLocal('server');
const { status } = spawnSync(process.execPath, ['dist/bench/main.mjs', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
