/** Bundles the bench and runs it: `npm run bench -- [operations|weights|cold|http|roster|lists|ballots|points] [--sizes village,town,county] [--scale 0.05] [--json file]`. */
import { spawnSync } from 'node:child_process';
import { build } from '../config/build.mjs';
import { bundleSdkAlone } from '../config/cloud/bundle.mjs';
import { bundleFolder, bundleServer } from '../local/bundle.mjs';

const asked = process.argv.slice(2);
const parts = ['operations', 'weights', 'cold', 'http', 'roster', 'lists', 'ballots', 'points'];
const wants = (part) => asked.includes(part) || !parts.some((one) => asked.includes(one));
// What a phone or the cloud loads is measured on the builds of this state of the sources.
if (wants('weights')) for (const target of ['weapp', 'h5']) await build(target, { ifChanged: true });
if (wants('cold')) {
  await build('functions', { ifChanged: true });
  await bundleSdkAlone(process.cwd(), 'dist/bench/sdk-alone.js');
  await bundleSdkAlone(process.cwd(), 'dist/bench/sdk-whole.js', { whole: true });
}

await bundleFolder('bench', ['main', 'floor-server', 'ballot-server', 'points-server']);
await bundleServer();
const { status } = spawnSync(process.execPath, ['dist/bench/main.mjs', ...asked], { stdio: 'inherit' });
process.exit(status ?? 1);
