/** Installs the packages when they are missing or the lock file changed. Plain Node, since nothing else is there yet. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = 20;

export function installIfNeeded() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    console.error(`Node ${OLDEST_NODE} or later is needed; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const lock = join(root, 'package-lock.json');
  const installed = join(root, 'node_modules/.package-lock.json');
  const stampFile = join(root, 'node_modules/.cunlishi-installed');
  const stamp = createHash('sha256').update(readFileSync(lock)).digest('hex');
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return;
  // Somebody ran `npm ci` by hand after the lock file last changed.
  const byHand = !existsSync(stampFile) && existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
  if (!byHand) {
    console.log('Installing packages …');
    // A shell, because npm is a .cmd on Windows.
    const { status } = spawnSync('npm', ['ci', '--include=dev', '--no-audit', '--no-fund'], { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
    if (status !== 0) process.exit(status ?? 1);
  }
  writeFileSync(stampFile, stamp);
}
