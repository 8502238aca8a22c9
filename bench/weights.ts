/**
 * What a phone must load: WeChat's main package and the browser's first page, beside those of a Taro app with one empty
 * page, built by the same configuration.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Row } from './table';

const KB = 1024;

/** Rows for both targets; builds the empty app, and expects ours in `dist/`. */
export function weightRows(): readonly Row[] {
  const empty = emptyApp();
  try {
    return [
      { what: 'weapp main package', values: { KB: mainPackageKb('dist/weapp'), 'empty app KB': mainPackageKb(join(empty, 'dist/weapp')), 'limit KB': 600 } },
      ...subPackages('dist/weapp').map(({ root, kb }) => ({ what: `weapp ${root}`, values: { KB: kb, 'limit KB': 2048 } })),
      { what: 'H5 first load, gzip', values: { KB: firstLoadKb('dist/h5'), 'empty app KB': firstLoadKb(join(empty, 'dist/h5')), 'limit KB': 220 } },
    ];
  } finally {
    rmSync(empty, { recursive: true, force: true });
  }
}

interface SubPackage {
  readonly root: string;
  readonly kb: number;
}

function subPackages(dist: string): readonly SubPackage[] {
  const app = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as { readonly subPackages?: readonly { readonly root: string }[] };
  return (app.subPackages ?? []).map(({ root }) => ({ root, kb: sizeOf(join(dist, root)) / KB }));
}

function mainPackageKb(dist: string): number {
  const roots = subPackages(dist).map(({ root }) => root);
  const files = filesBelow(dist).filter((file) => !roots.some((root) => relative(dist, file).startsWith(`${root}/`)));
  return files.reduce((sum, file) => sum + statSync(file).size, 0) / KB;
}

/**
 * The page itself, every script and style it names, and the chunks of the first route, which it asks for next: what must be
 * there before a villager sees the first screen. What is fetched beforehand for later is not in it.
 */
function firstLoadKb(dist: string): number {
  const html = readFileSync(join(dist, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map((match) => join(dist, match[1] ?? ''));
  const chunks = firstRouteChunks(named.filter((file) => file.endsWith('.js')).map((file) => readFileSync(file, 'utf8')).join('\n'));
  const fetched = filesBelow(dist).filter((file) => chunks.some((chunk) => new RegExp(`^${chunk}(\\.[0-9a-f]+)?\\.(js|css)$`).test(basename(file))));
  const files = new Set([join(dist, 'index.html'), ...named, ...fetched]);
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) / KB;
}

/** The names of the chunks that the first route's `load` asks webpack for: numbers, but for those that have a name. */
function firstRouteChunks(script: string): readonly string[] {
  const load = /"?path"?:\s*"pages\/[^"]+",\s*"?load"?:.{0,80}?\[(?:Promise\.all\(\[)?((?:\w+\.e\("?\d+"?\),?)+)/.exec(script)?.[1];
  if (load === undefined) throw new Error('the first route of the H5 build is not where it was');
  return [...load.matchAll(/e\("?(\d+)"?\)/g)].map(([, id = '']) => new RegExp(`(?:[{,]"?${id}"?:|${id}===\\w\\?)"([a-z]+)"`).exec(script)?.[1] ?? id);
}

function sizeOf(folder: string): number {
  return filesBelow(folder).reduce((sum, file) => sum + statSync(file).size, 0);
}

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesBelow(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** A Taro app of one empty page in a folder of its own, built for both targets. */
function emptyApp(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cunlishi-empty-'));
  for (const file of ['package.json', 'babel.config.js', 'tsconfig.json']) cpSync(file, join(folder, file));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  mkdirSync(join(folder, 'src/pages/index'), { recursive: true });
  mkdirSync(join(folder, 'config'));
  cpSync('src/index.html', join(folder, 'src/index.html'));
  writeFileSync(join(folder, 'project.config.json'), '{"miniprogramRoot":"dist/weapp/","appid":"touristappid"}');
  writeFileSync(join(folder, 'config/index.ts'), EMPTY_CONFIG);
  writeFileSync(join(folder, 'src/app.config.ts'), "export default defineAppConfig({ pages: ['pages/index/index'], window: { navigationBarTitleText: '' } });\n");
  writeFileSync(join(folder, 'src/app.ts'), 'export default function App({ children }: { children: unknown }) { return children; }\n');
  writeFileSync(join(folder, 'src/pages/index/index.tsx'), "import { View } from '@tarojs/components';\nexport default function Index() { return <View>空</View>; }\n");
  for (const target of ['weapp', 'h5']) {
    const { status, stderr } = spawnSync('npx', ['taro', 'build', '--type', target], { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the empty app did not build for ${target}: ${stderr}`);
  }
  return folder;
}

const EMPTY_CONFIG = `import { defineConfig } from '@tarojs/cli';
export default defineConfig({
  projectName: 'empty', date: '2026-1-1', designWidth: 375, deviceRatio: { 375: 2, 750: 1 }, sourceRoot: 'src',
  outputRoot: \`dist/\${process.env.TARO_ENV}\`, plugins: [], framework: 'react', cache: { enable: false },
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  mini: {}, h5: { publicPath: '/', staticDirectory: 'static', router: { mode: 'hash' } },
});
`;
