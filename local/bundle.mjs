/** Bundles programs that run on Node from their TypeScript; the native store stays in node_modules. */
import { fileURLToPath } from 'node:url';
import { build, stop } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Into `dist/local/`. @param entries names in `local/`, without `.ts`. */
export async function bundleLocal(...entries) {
  await bundleFolder('local', entries);
}

/** The local server, with the maker of its demo county beside it. */
export async function bundleServer() {
  await bundleLocal('server', 'demo-county');
}

/** Into `dist/<folder>/`. @param entries names in that folder, without `.ts`. */
export async function bundleFolder(folder, entries) {
  await build({
    absWorkingDir: root,
    entryPoints: entries.map((name) => ({ in: `${folder}/${name}.ts`, out: name })),
    outdir: `dist/${folder}`,
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
    // The tests' harness finds routers by name; the bench hands them over instead.
    logOverride: { 'empty-glob': 'silent' },
  });
  await stop();
}
