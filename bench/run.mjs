/** Bundles the bench and runs it: `npm run bench -- [operations|http|weights|roster] [--sizes village,town,county] [--json file]`. */
import { spawnSync } from 'node:child_process';
import { build } from '../config/build.mjs';
import { bundleFolder, bundleLocal } from '../local/bundle.mjs';

const asked = process.argv.slice(2);
const others = ['operations', 'http', 'roster'];
// What a phone loads is measured on the builds of this state of the sources.
if (asked.includes('weights') || !others.some((part) => asked.includes(part))) {
  for (const target of ['weapp', 'h5']) await build(target, { ifChanged: true });
}

await bundleFolder('bench', ['main', 'floor-server']);
await bundleLocal('server');
const { status } = spawnSync(process.execPath, ['dist/bench/main.mjs', ...asked], { stdio: 'inherit' });
process.exit(status ?? 1);
