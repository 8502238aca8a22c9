/**
 * What WeChat would refuse about a build before anyone runs it, and what we ask of it ourselves. Each gate answers
 * the defects it found; the figures are for printing.
 */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { filesUnder, pagesOf, type Project } from './host/project';

/** WeChat's limits: each package, and all of them together; 20 MB of the 30 where a service provider develops (WX-10). */
const MOST_BYTES_A_PACKAGE = 2 * 1024 * 1024;
const MOST_BYTES_IN_ALL = 20 * 1024 * 1024;
/** Our own for the main package: what a villager on a poor line waits for (architecture section 8). */
const MOST_BYTES_MAIN = 600 * 1024;
/** Our own for a sub-package, which is fetched when a page of it is first opened. */
const MOST_BYTES_SUB = 256 * 1024;

export interface PackageSize {
  /** The sub-package's folder; `main` for the rest. */
  readonly name: string;
  readonly bytes: number;
}

/** The size of the main package, then of each sub-package, by the files on disk. */
export function packageSizes({ root, app }: Project): readonly PackageSize[] {
  const folders = app.subPackages.map((part) => `${part.root.replace(/\/$/, '')}/`);
  const sizes = new Map<string, number>([['main', 0], ...folders.map((folder): [string, number] => [folder, 0])]);
  for (const file of filesUnder(root)) {
    if (file.endsWith('.map') || file === 'project.config.json') continue;
    const name = folders.find((folder) => file.startsWith(folder)) ?? 'main';
    sizes.set(name, (sizes.get(name) ?? 0) + fs.statSync(path.join(root, file)).size);
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }));
}

/** Packages over their limit. */
export function sizeDefects(sizes: readonly PackageSize[]): readonly string[] {
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  const ours = (name: string) => (name === 'main' ? MOST_BYTES_MAIN : MOST_BYTES_SUB);
  return [
    ...sizes.filter(({ bytes }) => bytes > MOST_BYTES_A_PACKAGE).map(({ name, bytes }) => `${name}: ${kilobytes(bytes)} KB, WeChat takes ${kilobytes(MOST_BYTES_A_PACKAGE)} KB`),
    ...sizes.filter(({ name, bytes }) => bytes > ours(name)).map(({ name, bytes }) => `${name}: ${kilobytes(bytes)} KB, our own limit is ${kilobytes(ours(name))} KB`),
    ...(all > MOST_BYTES_IN_ALL ? [`all packages: ${kilobytes(all)} KB, WeChat takes ${kilobytes(MOST_BYTES_IN_ALL)} KB`] : []),
  ];
}

/** The sizes as a table for people. */
export function sizeTable(sizes: readonly PackageSize[]): string {
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  return [...sizes, { name: 'in all', bytes: total }].map(({ name, bytes }) => `${String(kilobytes(bytes)).padStart(6)} KB  ${name}`).join('\n');
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1024);
}

/** What app.json and the pages' own settings get wrong. */
export function configDefects(project: Project): readonly string[] {
  const { app, files } = project;
  const pages = pagesOf(app);
  return [
    ...(app.pages.length === 0 ? ['app.json lists no page'] : []),
    ...pages.filter((page, index) => pages.indexOf(page) !== index).map((page) => `app.json lists ${page} twice`),
    ...pages.flatMap((page) => ['.js', '.wxml', '.json'].filter((ending) => files[page + ending] === undefined).map((ending) => `app.json lists ${page}, and ${page}${ending} is not there`)),
    ...app.pages.flatMap((page) => app.subPackages.filter((part) => page.startsWith(`${part.root}/`)).map((part) => `${page} is of the main package and lies in the sub-package ${part.root}`)),
    ...(app.tabBar?.list ?? []).filter(({ pagePath }) => !app.pages.includes(pagePath)).map(({ pagePath }) => `the tab bar's ${pagePath} is not a page of the main package`),
    ...Object.keys(files).filter((file) => file.endsWith('.json')).flatMap((file) => jsonDefects(project, file)),
  ];
}

function jsonDefects({ files }: Project, file: string): readonly string[] {
  try {
    const config = JSON.parse(files[file] ?? '') as { readonly usingComponents?: Readonly<Record<string, string>> };
    return Object.values(config.usingComponents ?? {})
      .map((used) => path.posix.join(used.startsWith('/') ? '' : path.posix.dirname(file), used))
      .filter((component) => files[`${component}.wxml`] === undefined || files[`${component}.js`] === undefined)
      .map((component) => `${file} uses ${component}, which is not there`);
  } catch (error) {
    return [`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}`];
  }
}

/** What WeChat's own compilers of templates (wcc) and style sheets (wcsc) refuse. They exist for three systems. */
export function compilerDefects({ root, files }: Project): readonly string[] {
  const names = Object.keys(files).sort();
  const templates = names.filter((file) => file.endsWith('.wxml'));
  const scripts = names.filter((file) => file.endsWith('.wxs'));
  const components = templates.flatMap((file) => {
    const used = usedBy(files[file.replace(/\.wxml$/, '.json')]);
    return used.length === 0 ? [] : [[file, String(used.length), ...used].join(' ')];
  });
  const sheets = names.filter((file) => file.endsWith('.wxss'));
  return [
    ...refusal('wcc', root, ['-d', '-cc', [components.length, ...components].join(' '), ...templates, ...scripts, '-gn', '$gwx']),
    ...(sheets.length === 0 ? [] : refusal('wcsc', root, ['-db', '-pc', '0', ...sheets])),
  ];
}

function usedBy(config: string | undefined): readonly string[] {
  return config === undefined ? [] : Object.keys((JSON.parse(config) as { readonly usingComponents?: object }).usingComponents ?? {});
}

const FOLDER: Readonly<Partial<Record<NodeJS.Platform, string>>> = { linux: 'linux', darwin: 'mac', win32: 'windows' };

function refusal(compiler: 'wcc' | 'wcsc', root: string, args: readonly string[]): readonly string[] {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wechat-compiler-'));
  try {
    const { status, stderr, error } = spawnSync(runnable(compiler, folder), args, { cwd: root, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
    if (error !== undefined) throw error;
    return status === 0 ? [] : [`${compiler}: ${stderr.trim()}`];
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The package ships its programs without leave to run, and nobody may write to an installed package: a copy runs. */
function runnable(compiler: string, folder: string): string {
  const file = process.platform === 'win32' ? `${compiler}.exe` : compiler;
  const shipped = path.join(path.dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', FOLDER[process.platform] ?? 'linux', file);
  const copy = path.join(folder, file);
  fs.copyFileSync(shipped, copy);
  fs.chmodSync(copy, 0o755);
  return copy;
}
