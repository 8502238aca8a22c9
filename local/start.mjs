/** `npm start`: installs what is missing, builds the H5 app if its sources changed, and starts the local system. */
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from './install.mjs';

chdir(fileURLToPath(new URL('..', import.meta.url)));
installIfNeeded();
const { build } = await import('../config/build.mjs');
const { bundleServer } = await import('./bundle.mjs');
console.log('Building …');
await build('h5', { ifChanged: true });
await bundleServer();
stopWithNpm();
process.setSourceMapsEnabled?.(true);
await import('../dist/local/server.mjs');

/** npm hands a SIGTERM to its shell, which ends without passing it on: the server must not outlive them and hold the port. */
function stopWithNpm() {
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, 500).unref();
}
