/** The app's modules: CommonJS files, each run once, in the sandbox. */
import { configOf, resolvePath, type Project } from './project';
import { compileInSandbox } from './sandbox';

/** What every module sees besides its own `require`, `module` and `exports`. */
export interface AppScope {
  readonly wx: object;
  readonly App: (definition: object) => void;
  readonly getApp: () => unknown;
  readonly getCurrentPages: () => readonly unknown[];
  /** `Page`, `Component` and `Behavior` register under the file that is being run: they are made anew for each. */
  readonly definersFor: (path: string) => Readonly<Record<'Page' | 'Component' | 'Behavior', unknown>>;
}

export interface Modules {
  /** Runs a file, unless it was, and answers its exports. */
  load(path: string): unknown;
  /** Runs a page or component and, before it, the components it uses. */
  loadWithComponents(path: string): void;
}

/** Opens the modules of a project. */
export function openModules(project: Project, { definersFor, ...scope }: AppScope): Modules {
  const loaded = new Map<string, { exports: unknown }>();
  /** The page or component being run; what it requires registers nothing of its own. */
  let entry = 'app';

  function load(path: string): unknown {
    const name = path.replace(/\.js$/, '');
    const before = loaded.get(name);
    if (before !== undefined) return before.exports;
    const source = project.files[`${name}.js`];
    if (source === undefined) throw new Error(`module "${name}.js" is not defined`);
    const module = { exports: {} as unknown };
    loaded.set(name, module);

    const outer = entry;
    if (configOf(project, name) !== undefined) entry = name;
    try {
      const run = compileInSandbox(source, ['require', 'module', 'exports'], { ...scope, ...lateDefiners() }, `${name}.js`);
      run((wanted: string) => load(resolvePath(name, wanted)), module, module.exports);
    } finally {
      entry = outer;
    }
    return module.exports;
  }

  /** A chunk holds the code of several pages and is run by whichever comes first: the entry is looked up when called. */
  function lateDefiners(): Readonly<Record<string, unknown>> {
    const late = (name: 'Page' | 'Component' | 'Behavior') => (...args: readonly unknown[]) => (definersFor(entry)[name] as (...given: readonly unknown[]) => unknown)(...args);
    return { Page: late('Page'), Component: late('Component'), Behavior: late('Behavior') };
  }

  function loadWithComponents(path: string): void {
    for (const used of Object.values(configOf(project, path)?.usingComponents ?? {})) {
      const component = resolvePath(path, used);
      if (!loaded.has(component)) {
        load(component);
        loadWithComponents(component);
      }
    }
    load(path);
  }

  return { load, loadWithComponents };
}
