/** What a build left on disk, read once: its files by their path inside the mini-program. */
import fs from 'node:fs';
import path from 'node:path';

export interface AppConfig {
  readonly pages: readonly string[];
  readonly subPackages: readonly SubPackage[];
  readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] };
  readonly usingComponents?: Readonly<Record<string, string>>;
  readonly window?: object;
  readonly preloadRule?: Readonly<Record<string, { readonly packages: readonly string[] }>>;
  readonly requiredPrivateInfos?: readonly string[];
  readonly __usePrivacyCheck__?: boolean;
}

export interface SubPackage {
  readonly root: string;
  readonly pages: readonly string[];
}

export interface Project {
  /** Absolute path of the folder that holds `app.json`. */
  readonly root: string;
  readonly app: AppConfig;
  /** The text of every .js, .json, .wxml, .wxs and .wxss file. */
  readonly files: Readonly<Record<string, string>>;
}

const CODE = /\.(js|json|wxml|wxs|wxss)$/;

/**
 * Reads the mini-program under `folder`, which is either the folder of `app.json` or one whose
 * `project.config.json` names it (`miniprogramRoot`). Throws when there is no readable `app.json`.
 */
export function readProject(folder: string): Project {
  const root = rootOf(path.resolve(folder));
  const files = Object.fromEntries(filesUnder(root).filter((file) => CODE.test(file)).map((file) => [file, fs.readFileSync(path.join(root, file), 'utf8')]));
  const config = files['app.json'];
  if (config === undefined) throw new Error(`no app.json in ${root}: is it built?`);
  return { root, app: appConfig(JSON.parse(config)), files };
}

/** Every page a person can be sent to, main package first. */
export function pagesOf(app: AppConfig): readonly string[] {
  return [...app.pages, ...app.subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root.replace(/\/$/, '')}/${page}`))];
}

/** Paths of all files under a folder, relative to it, with forward slashes. */
export function filesUnder(root: string): readonly string[] {
  return fs.readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

function rootOf(folder: string): string {
  const config = path.join(folder, 'project.config.json');
  if (fs.existsSync(path.join(folder, 'app.json')) || !fs.existsSync(config)) return folder;
  const { miniprogramRoot = '.' } = JSON.parse(fs.readFileSync(config, 'utf8')) as { miniprogramRoot?: string };
  return path.resolve(folder, miniprogramRoot);
}

/** WeChat accepts both spellings of the sub-packages' key. */
function appConfig(json: Partial<AppConfig> & { readonly subpackages?: readonly SubPackage[] }): AppConfig {
  return { ...json, pages: json.pages ?? [], subPackages: json.subPackages ?? json.subpackages ?? [] };
}
