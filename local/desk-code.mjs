/** `npm run desk-code -- <name> <last four of the ID number>`: bundles the program and runs it; see `desk-code.ts`. */
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install.mjs';

chdir(fileURLToPath(new URL('..', import.meta.url)));
installIfNeeded();
const { bundleLocal } = await import('./bundle.mjs');
await bundleLocal('desk-code');
process.setSourceMapsEnabled?.(true);
await import('../dist/local/desk-code.mjs');
