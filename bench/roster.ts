/** A county's roster: made up, checked and loaded into a fresh store, with the memory it took. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { createPlatform } from '@platform/runtime';
import { createSealer, newSealKeys, sealKeysFrom } from '@platform/seal';
import { openSqliteStore } from '@platform/sqlite/store';
import { collections } from '../config/cloud/collections';
import { countySettings } from '../config/county/settings';
import { registerAreas } from '../cloudfunctions/roster/areas';
import { publishedAreas, sheetsOf, villagesOfSize } from '../local/demo/make-sheets';
import { checkFiles, loadChecked } from '../local/import-run';
import type { Row } from './table';

const COUNTY = '610921';
const LOOK_MS = 50;

/**
 * Each town's files are made before its clock starts; dry run and load are timed together, as a clerk waits for both. The
 * memory is the highest resident size while a town is loaded: flat when the last town needs what the first did.
 */
export async function rosterRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'cunlishi-bench-'));
  const path = join(folder, 'store.sqlite');
  const store = await openSqliteStore({ path, collections });
  const platform = createPlatform({ store, settings: countySettings(), sealer: createSealer(sealKeysFrom(newSealKeys())), files: absent(), wechat: absent() });
  const { sealer, settings, clock } = platform;
  const tools = { store, sealer, settings, clock };
  const rows: Row[] = [];
  const total = { households: 0, people: 0, grids: 0, seconds: 0, cpu: 0 };
  try {
    await registerAreas(store, publishedAreas());
    for (const villages of villagesOfSize('county')) {
      const files = sheetsOf(villages);
      const watch = watchMemory();
      const cpu = process.cpuUsage();
      const started = performance.now();
      const checked = await checkFiles(tools, { loadId: `bench-${villages[0]?.town ?? ''}`, area: COUNTY, files });
      const loaded = await loadChecked(tools, checked);
      if ('code' in loaded || loaded.state !== 'LOADED') throw new Error('the made-up county did not load');
      const seconds = (performance.now() - started) / 1000;
      const used = process.cpuUsage(cpu);
      const count = (of: 'households' | 'people' | 'grids') => checked.villages.reduce((sum, part) => sum + part[of].add, 0);
      const values = { households: count('households'), people: count('people'), grids: count('grids'), seconds, 'CPU s': (used.user + used.system) / 1e6, 'peak MB': watch.stop() };
      rows.push({ what: villages[0]?.townName ?? '', values });
      total.households += values.households;
      total.people += values.people;
      total.grids += values.grids;
      total.seconds += seconds;
      total.cpu += values['CPU s'];
    }
    await store.close();
    rows.push({ what: `county (store ${Math.round(statSync(path).size / 1e6)} MB)`, values: { households: total.households, people: total.people, grids: total.grids, seconds: total.seconds, 'CPU s': total.cpu, 'peak MB': Math.max(...rows.map(({ values }) => Number(values['peak MB']))) } });
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function watchMemory(): { readonly stop: () => number } {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, LOOK_MS);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 1e6);
    },
  };
}

/** A port that an import never touches. */
function absent<T extends object>(): T {
  return new Proxy({}, { get: () => { throw new Error('an import needs the store and the seals only'); } }) as T;
}
