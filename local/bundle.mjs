/** Bundles the local programs into `dist/local/`; the native store stays in node_modules. */
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** @param entries names in `local/`, without `.ts`. */
export async function bundleLocal(...entries) {
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => ({ in: `local/${name}.ts`, out: name })),
    outdir: 'dist/local',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    alias: { '@': './src', '@platform': './cloudfunctions/platform' },
    external: ['libsql', '@cloudbase/node-sdk'],
    // Packages written for CommonJS ask for `require`, which a module does not have.
    banner: { js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);" },
    sourcemap: true,
    logLevel: 'warning',
  });
  await stop();
}
