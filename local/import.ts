/** The roster import from the command line, over the local store: a dry run, and with `--load` the load. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { countyOf } from '@/domain/areas/code';
import { rosterProblemLine, unreadableWords } from '@/domain/wording/roster';
import type { RosterLoad, RosterVillage } from '@platform/records';
import { createSealer } from '@platform/seal';
import { openSqliteStore } from '@platform/sqlite/store';
import { collections } from '../config/cloud/collections';
import { countySettings } from '../config/county/settings';
import { loadDirectory, parsePublished, registerAreas } from '../cloudfunctions/roster/areas';
import { FileUnreadable, type RosterFile } from '../cloudfunctions/roster/open-roster';
import type { Tools } from '../cloudfunctions/roster/tools';
import { publishedAreas } from './demo/make-sheets';
import { readEnvironment } from './environment';
import { readOptions, USAGE, type ImportOptions } from './import-options';
import { allFindings, checkFiles, loadChecked } from './import-run';
import { localKeys } from './keys';
import { movableClock } from './movable-clock';
import { runCommand } from './run-command';

const EXIT = { done: 0, problems: 1, misused: 2 } as const;

async function run(): Promise<number> {
  const options = readOptions(process.argv.slice(2), process.env.CUNLISHI_FROM ?? process.cwd());
  if (!options.ok) {
    say(`看不懂：${options.reason}\n\n${USAGE}`);
    return EXIT.misused;
  }
  const { data } = readEnvironment({ ...process.env, CUNLISHI_DEMO: 'off' });
  const sealer = createSealer(await localKeys(data, process.env));
  const store = await openSqliteStore({ path: join(data, 'store.sqlite'), collections });
  try {
    const clock = await movableClock(join(data, 'clock.json'));
    return await importFiles({ store, sealer, settings: countySettings(), clock: clock.now }, options.value);
  } catch (error) {
    if (!(error instanceof FileUnreadable)) throw error;
    say(`${unreadableWords({ file: error.file, problem: error.reason.code, ...error.reason.place })}\n`);
    return EXIT.problems;
  } finally {
    await store.close();
  }
}

async function importFiles(tools: Tools, options: ImportOptions): Promise<number> {
  await registerIfNeeded(tools, options);
  const files = await Promise.all(options.files.map(async (path): Promise<RosterFile> => ({ name: basename(path), bytes: await readFile(path) })));
  const checked = await checkFiles(tools, { loadId: loadIdOf(files), area: options.area, files, onUnit: progress('核对') });
  await report(tools, checked, options.show);
  if (!options.load) return checked.problems === 0 ? EXIT.done : EXIT.problems;
  const loaded = await loadChecked(tools, checked, options.villages, progress('载入'));
  if ('code' in loaded) {
    say('\n没有能载入的村：先把上面的问题改好。\n');
    return EXIT.problems;
  }
  const done = loaded.villages.filter(({ state }) => state === 'LOADED');
  const left = loaded.villages.filter(({ state }) => state !== 'LOADED');
  say(`\n载入 ${done.length} 个村（社区）和办公室。\n`);
  for (const { name, state } of left) say(`  没有载入：${name}（${state === 'FAILED' ? '核对以后有人改过，或者用到的人没有载入' : '有问题'}）\n`);
  return left.length === 0 ? EXIT.done : EXIT.problems;
}

async function registerIfNeeded({ store }: Tools, { area, areas }: ImportOptions): Promise<void> {
  if (areas !== undefined) await registerAreas(store, parsePublished(await readFile(areas, 'utf8'), countyOf(area)));
  else if ((await loadDirectory(store, area)) === undefined) await registerAreas(store, publishedAreas().filter(({ county }) => county.code === countyOf(area)));
}

/** The same files make the same load, so that a run that was stopped is taken up and not begun beside. */
function loadIdOf(files: readonly RosterFile[]): string {
  const hash = createHash('sha256');
  for (const { name, bytes } of files) hash.update(name).update(bytes);
  return `import-${hash.digest('base64url').slice(0, 22)}`;
}

function progress(doing: string): (load: RosterLoad) => void {
  return ({ rows, rowsDone }) => {
    if (process.stdout.isTTY) say(`\r${doing} ${rowsDone} / ${rows} 行`);
  };
}

async function report(tools: Tools, load: RosterLoad, show: number): Promise<void> {
  say(`\n读到 ${load.rows} 行，${load.problems} 处问题，${load.warnings} 条提醒。\n`);
  for (const { name, kind, rows } of load.files) say(`  ${name}（${kind}）${rows} 行\n`);
  const findings = await allFindings(tools, load);
  for (const finding of findings.slice(0, show)) say(`  ${finding.severity === 'PROBLEM' ? '问题' : '提醒'} ${rosterProblemLine(finding)}\n`);
  if (findings.length > show) say(`  还有 ${findings.length - show} 条，用 --show 多列些。\n`);
  for (const part of load.villages) say(`  ${part.state === 'REFUSED' ? '有问题' : '可载入'} ${part.name}：${counts(part)}\n`);
}

function counts({ grids, posts, households, people, roles }: RosterVillage): string {
  const parts = [['网格', grids], ['岗位', posts], ['户', households], ['人', people], ['角色', roles]] as const;
  return parts.map(([word, { add, change, leave, same }]) => `${word} 新 ${add} 改 ${change} 少 ${leave} 同 ${same}`).join('，');
}

function say(text: string): void {
  process.stdout.write(text);
}

runCommand(run, EXIT.misused);
