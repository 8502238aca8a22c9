/**
 * The county's settings, proven when the functions are built: their schema, the contradictions and the guard of the law run
 * here, a refusal ends the build, and a function carries only the result. Proving them again at each cold start cost a tenth of it.
 */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

/** An esbuild plugin. @param options those of the bundle, for its aliases and targets. */
export function provenSettings(root, options) {
  return {
    name: 'proven-settings',
    setup(builder) {
      builder.onLoad({ filter: /[\\/]config[\\/]county[\\/]settings\.ts$/ }, async ({ path }) => ({
        contents: `const settings = ${JSON.stringify(await proven(root, path, options))};\nexport function countySettings() {\n  return settings;\n}\n`,
        loader: 'js',
        watchFiles: [path],
      }));
    },
  };
}

/** @throws Error with every problem named, as the local server's start would. */
async function proven(root, path, options) {
  const { outputFiles } = await build({ ...options, entryPoints: [path], plugins: [], metafile: false, outdir: undefined, outfile: 'settings.cjs', write: false });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, createRequire(join(root, 'package.json')));
  return module.exports.countySettings();
}
