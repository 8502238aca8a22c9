#!/usr/bin/env node
/**
 * Stands in for the `cli` of WeChat DevTools: `cli auto --project <folder> --auto-port <port>`.
 * The host is TypeScript; it is bundled in memory at each start (about 30 ms), so that nothing has to be built first.
 */
const Module = require('node:module');
const path = require('node:path');
const { buildSync } = require('esbuild');

const { outputFiles: [bundle] } = buildSync({
  entryPoints: [path.join(__dirname, 'host/cli.ts')],
  bundle: true, platform: 'node', format: 'cjs', target: 'node20', packages: 'external', write: false, logLevel: 'error',
});

const host = new Module(path.join(__dirname, 'host.cjs'), module);
host.filename = host.id;
host.paths = Module._nodeModulePaths(__dirname);
host._compile(bundle.text, host.filename);
