/** `npm run check:ledger`: bundles the check of all points' balances and runs it; see `ledger-check.ts` for what it says. */
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install.mjs';

chdir(fileURLToPath(new URL('..', import.meta.url)));
installIfNeeded();
const { bundleLocal } = await import('./bundle.mjs');
await bundleLocal('check-ledger');
process.setSourceMapsEnabled?.(true);
await import('../dist/local/check-ledger.mjs');
