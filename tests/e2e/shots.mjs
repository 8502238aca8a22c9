/** `npm run shots`: builds what it needs and draws every screen into `.shots/`. `npm run shots -- -t queue` draws those whose name says so. */
import { spawnSync } from 'node:child_process';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from '../../local/install.mjs';

chdir(fileURLToPath(new URL('../..', import.meta.url)));
installIfNeeded();
const { build } = await import('../../config/build.mjs');
const { bundleServer } = await import('../../local/bundle.mjs');
await build('h5', { ifChanged: true });
await bundleServer();
const { status } = spawnSync(process.execPath, ['node_modules/jest/bin/jest.js', '-c', 'tests/e2e/shots.config.cjs', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exit(status ?? 1);
