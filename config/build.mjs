/** `node config/build.mjs weapp|h5|functions`: builds one target into `dist/`. With `--if-changed`, only what is not up to date. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each target is made from; a stamp beside the result says from which state of it. */
const SOURCES = {
  weapp: ['src', 'config', 'babel.config.js', 'project.config.json', 'package-lock.json'],
  h5: ['src', 'config', 'babel.config.js', 'package-lock.json'],
  functions: ['src/domain', 'src/contract', 'cloudfunctions', 'config', 'package-lock.json'],
};
const RESULT = { weapp: 'dist/weapp', h5: 'dist/h5', functions: 'dist/cloudfunctions' };

export async function build(target, { ifChanged = false } = {}) {
  const stampFile = join(root, `dist/.${target}.stamp`);
  const stamp = stampOf(SOURCES[target]);
  if (ifChanged && existsSync(join(root, RESULT[target])) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false;
  rmSync(stampFile, { force: true });
  if (target === 'functions') await buildFunctions();
  else buildApp(target);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

/** Built beside and put in place whole, as the functions are, so that a server or a test that runs meanwhile never meets half a build. */
function buildApp(target) {
  const beside = `dist/.${target}-${process.pid}`;
  const args = [join(root, 'node_modules/@tarojs/cli/bin/taro'), 'build', '--type', target];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'production', CUNLISHI_OUT: beside } });
  if (status !== 0) {
    rmSync(join(root, beside), { recursive: true, force: true });
    throw new Error(`the ${target} build failed`);
  }
  rmSync(join(root, RESULT[target]), { recursive: true, force: true });
  renameSync(join(root, beside), join(root, RESULT[target]));
}

async function buildFunctions() {
  const { bundleFunctions } = await import('./cloud/bundle.mjs');
  const beside = join(root, `dist/.functions-${process.pid}`);
  const result = join(root, RESULT.functions);
  try {
    await bundleFunctions(root, beside);
    rmSync(result, { recursive: true, force: true });
    renameSync(join(beside, 'cloudfunctions'), result);
    renameSync(join(beside, 'functions.meta.json'), join(root, 'dist/functions.meta.json'));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}

function stampOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  const entries = path.includes('.') ? undefined : readdirSync(full, { withFileTypes: true });
  if (entries === undefined) {
    hash.update(path).update(readFileSync(full));
    return;
  }
  for (const entry of entries.sort((one, other) => (one.name < other.name ? -1 : 1))) {
    const inner = join(path, entry.name);
    if (entry.isDirectory()) addTo(hash, inner);
    else hash.update(inner).update(readFileSync(join(root, inner)));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [target, ...flags] = process.argv.slice(2);
  if (!Object.hasOwn(SOURCES, target ?? '')) {
    console.error('usage: node config/build.mjs weapp|h5|functions [--if-changed]');
    process.exit(2);
  }
  const built = await build(target, { ifChanged: flags.includes('--if-changed') });
  if (!built) console.log(`${RESULT[target]} is up to date`);
}
