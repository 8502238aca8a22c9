/**
 * Bundles each cloud function into one file, so that a cold start reads one file, and writes the plan that the CloudBase
 * CLI deploys. Shared code is bundled in; the embedded store is not.
 */
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const RUNTIME = 'Nodejs20.19';
const MEMORY_MB = 256;
/** Of what answers a tap. CloudBase's default of 3 s is too short for a cold start with a slow database. */
const TIMEOUT_S = 10;
/** Of what reads whole rosters, or does what fell due. */
const LONG_TIMEOUT_S = 60;
const LONG = new Set(['clock', 'roster']);
/** Every minute, in the seven fields of CloudBase: second, minute, hour, day, month, weekday, year. */
const TRIGGERS = { clock: [{ name: 'every-minute', type: 'timer', config: '0 * * * * * *' }] };
/** WeChat's interfaces that a function calls; WeChat refuses one that is not named here. */
const OPENAPI = {
  clock: ['subscribeMessage.send'],
  files: ['security.mediaCheckAsync'],
  issues: ['security.msgSecCheck'],
  people: ['phonenumber.getPhoneNumber', 'security.msgSecCheck'],
};

/**
 * Parts of CloudBase's SDK that nothing here uses (models, AI, custom sign-in). Loading them is half of a cold start.
 * They are replaced by something that can be extended, called and asked for any property, and does nothing.
 */
const UNUSED = /^(@cloudbase\/ai|@cloudbase\/app|@cloudbase\/wx-cloud-client-sdk|web-streams-polyfill|jsonwebtoken)$/;
const NOTHING = `
const nothing = new Proxy(function () {}, { get: (target, key) => (key === '__esModule' ? false : key === 'prototype' ? target.prototype : nothing) });
module.exports = nothing;
`;
const leaveOut = {
  name: 'leave-out',
  setup(builder) {
    builder.onResolve({ filter: UNUSED }, ({ path }) => ({ path, namespace: 'nothing' }));
    builder.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: NOTHING, loader: 'js' }));
  },
};

export async function bundleFunctions(root, outdir) {
  const source = join(root, 'cloudfunctions');
  const names = readdirSync(source).filter((name) => existsSync(join(source, name, 'index.ts'))).sort();
  rmSync(outdir, { recursive: true, force: true });
  await build({
    absWorkingDir: root,
    entryPoints: names.map((name) => ({ in: join(source, name, 'index.ts'), out: `${name}/index` })),
    outdir,
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    alias: { '@': join(root, 'src'), '@platform': join(root, 'cloudfunctions/platform') },
    external: ['libsql', 'node:sqlite'],
    plugins: [leaveOut],
    logLevel: 'warning',
  });
  for (const name of names) {
    mkdirSync(join(outdir, name), { recursive: true });
    write(join(outdir, name, 'package.json'), { name: `cunlishi-${name}`, private: true, main: 'index.js' });
    write(join(outdir, name, 'config.json'), { permissions: { openapi: OPENAPI[name] ?? [] } });
  }
  write(join(outdir, '..', 'cloudbaserc.json'), plan(names));
  return names;
}

/** Keys are set in the console or by the CLI from a vault; the plan only names them. */
function plan(names) {
  return {
    version: '2.0',
    envId: '{{env.CUNLISHI_CLOUD_ENV}}',
    functionRoot: './cloudfunctions',
    functions: names.map((name) => ({
      name,
      handler: 'index.main',
      runtime: RUNTIME,
      memorySize: MEMORY_MB,
      timeout: LONG.has(name) ? LONG_TIMEOUT_S : TIMEOUT_S,
      installDependency: false,
      envVariables: {
        CUNLISHI_SEAL_KEY: '{{env.CUNLISHI_SEAL_KEY}}',
        CUNLISHI_LOOKUP_KEY: '{{env.CUNLISHI_LOOKUP_KEY}}',
        CUNLISHI_TEMPLATES: '{{env.CUNLISHI_TEMPLATES}}',
        CUNLISHI_DESK_ORIGIN: '{{env.CUNLISHI_DESK_ORIGIN}}',
      },
      ...(TRIGGERS[name] ? { triggers: TRIGGERS[name] } : {}),
    })),
  };
}

function write(path, value) {
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);
}
