/**
 * `npm test`: installs what is missing, builds what the journeys need, runs every suite, and ends with one line:
 * `N passed, N failed` (and `, N skipped`).
 *
 *     npm test -- tests/domain        only the suites whose path says so
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chdir } from 'node:process';
import { fileURLToPath } from 'node:url';
import { installIfNeeded } from '../local/install.mjs';

const require = createRequire(import.meta.url);
chdir(fileURLToPath(new URL('..', import.meta.url)));
installIfNeeded();

const patterns = process.argv.slice(2);
const asksForFunctions = patterns.length === 0 || patterns.some((pattern) => pattern.startsWith('tests/functions'));
const SUITES = [
  // Built once before, or several suites would build them at the same time.
  { name: 'rules, store, functions, components', config: 'jest.config.cjs', needs: asksForFunctions ? ['functions'] : [] },
  { name: 'the WeChat build', config: 'tests/weapp-host/jest.config.cjs', needs: ['weapp', 'server'] },
  { name: 'journeys in a browser', config: 'tests/e2e/jest.config.cjs', needs: ['h5', 'server'], browser: true },
];
const total = { passed: 0, failed: 0, skipped: 0 };

const { findBrowser } = require('./e2e/find-browser.cjs');
const browser = await findBrowser();
if (browser === undefined) {
  console.log('\n!!! There is no Chromium or Chrome here (CHROME_PATH, an installed one, @sparticuz/chromium): the journeys in a browser are SKIPPED. !!!\n');
} else {
  process.env.CHROME_PATH = browser;
}

mkdirSync('.cache', { recursive: true });
const built = new Set();
for (const suite of SUITES) await run(suite);

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exit(total.failed > 0 ? 1 : 0);

async function run({ name, config, needs = [], browser: needsBrowser = false }) {
  if (!existsSync(config) || !asksFor(config)) return;
  console.log(`\n=== ${name}`);
  for (const target of needs) {
    if (!(await ready(target))) {
      // What could not be built could not be tested; the build's own output says why.
      total.failed += 1;
      return;
    }
  }
  const result = `.cache/jest-${SUITES.findIndex((suite) => suite.config === config)}.json`;
  rmSync(result, { force: true });
  // A journey that failed may leave a server or a browser behind, which would keep the run from ending.
  const args = ['node_modules/jest/bin/jest.js', '-c', config, '--json', '--outputFile', result, '--passWithNoTests', '--forceExit', ...patterns];
  spawnSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  add(result, needsBrowser && browser === undefined);
}

/** A pattern that names one suite's folder leaves the other suites, and their builds, alone. */
function asksFor(config) {
  if (patterns.length === 0) return true;
  const folder = config.includes('/') ? config.slice(0, config.lastIndexOf('/')) : undefined;
  const named = (pattern) => (folder === undefined ? !/^tests\/(weapp-host|e2e)/.test(pattern) : pattern.startsWith(folder));
  return patterns.some(named);
}

async function ready(target) {
  if (built.has(target)) return true;
  try {
    if (target === 'server') {
      const { bundleLocal, bundleServer } = await import('../local/bundle.mjs');
      await bundleServer();
      await bundleLocal('desk-code');
    } else await (await import('../config/build.mjs')).build(target, { ifChanged: true });
    built.add(target);
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  }
}

function add(result, withoutBrowser) {
  if (!existsSync(result)) {
    // jest itself did not get to its end.
    total.failed += 1;
    return;
  }
  const { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites } = JSON.parse(readFileSync(result, 'utf8'));
  total.passed += numPassedTests;
  total.failed += numFailedTests + numRuntimeErrorTestSuites;
  if (withoutBrowser && process.env.CI === 'true') total.failed += numPendingTests;
  else total.skipped += numPendingTests;
}
