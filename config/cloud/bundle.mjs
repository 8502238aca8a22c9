/**
 * Bundles each cloud function into one file, so that a cold start reads one file. Shared code is bundled in; the embedded
 * store, the parts of the SDK that nothing calls, and the sources of other functions are not.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { leaveOut } from './leave-out.mjs';
import { provenSettings } from './proven-settings.mjs';

/**
 * How everything that runs in the cloud is bundled; the bench bundles the SDK alone by it, to compare.
 *
 * Names stay as they are written: a log's frames can be read, and nothing has to put names back when it loads, which took
 * longer than reading the longer file.
 */
export function cloudBundle(root) {
  const options = {
    absWorkingDir: root,
    bundle: true,
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { '@': join(root, 'src'), '@platform': join(root, 'cloudfunctions/platform') },
    external: ['libsql', 'node:sqlite'],
    logLevel: 'warning',
    metafile: true,
  };
  return { ...options, plugins: [leaveOut(), provenSettings(root, options)] };
}

/** Into `<into>/cloudfunctions/<name>/`; beside them `functions.meta.json`, what esbuild says that each is made of. */
export async function bundleFunctions(root, into) {
  const outdir = join(into, 'cloudfunctions');
  const { functions } = JSON.parse(readFileSync(join(root, 'config/cloud/functions.json'), 'utf8'));
  const source = join(root, 'cloudfunctions');
  const names = readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts'))).sort();
  const unnamed = names.filter((name) => functions[name] === undefined);
  if (unnamed.length > 0) throw new Error(`config/cloud/functions.json does not name ${unnamed.join(', ')}`);
  const { metafile } = await build({ ...cloudBundle(root), entryPoints: names.map((name) => ({ in: join(source, name, 'index.ts'), out: `${name}/index` })), outdir });
  for (const name of names) {
    mkdirSync(join(outdir, name), { recursive: true });
    write(join(outdir, name, 'package.json'), { name: `cunlishi-${name}`, private: true, main: 'index.js' });
    // WeChat refuses an interface that is not named here.
    write(join(outdir, name, 'config.json'), { permissions: { openapi: functions[name].openapi ?? [] } });
  }
  write(join(into, 'functions.meta.json'), metafile);
  return names;
}

/** The SDK alone into one file, bundled as the functions are; or `whole`, with the parts that nothing calls. For the bench. */
export async function bundleSdkAlone(root, outfile, { whole = false } = {}) {
  const options = cloudBundle(root);
  const contents = "module.exports = require('@cloudbase/node-sdk');";
  await build({ ...options, plugins: whole ? [] : options.plugins, stdin: { contents, resolveDir: root }, outfile });
}

function write(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
