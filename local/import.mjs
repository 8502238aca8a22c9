/** `npm run import -- --area 610921 files… [--load]`: bundles the import and runs it; see `import.ts` for what it says. */
import { chdir, cwd } from 'node:process';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install.mjs';

const from = cwd();
chdir(fileURLToPath(new URL('..', import.meta.url)));
installIfNeeded();
const { bundleLocal } = await import('./bundle.mjs');
await bundleLocal('import');
process.setSourceMapsEnabled?.(true);
// File names are meant as they were typed, wherever that was.
process.env.CUNLISHI_FROM = from;
await import('../dist/local/import.mjs');
