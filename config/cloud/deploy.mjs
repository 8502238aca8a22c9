/** Builds the functions where they are not up to date, then plans (`plan`) or deploys them; see `deploy/main.ts`. */
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { bundleFolder } from '../../local/bundle.mjs';
import { build } from '../build.mjs';

chdir(fileURLToPath(new URL('../..', import.meta.url)));
await build('functions', { ifChanged: true });
await bundleFolder('config/cloud/deploy', ['main']);
await import('../../dist/config/cloud/deploy/main.mjs');
