/** What the process around the page handed in: the mini-program's files and what was compiled from them. */
import type { template } from 'glass-easel';

export interface Project {
  readonly app: {
    readonly tabBar?: { readonly list: readonly { readonly pagePath: string }[] };
    readonly usingComponents?: Readonly<Record<string, string>>;
    readonly requiredPrivateInfos?: readonly string[];
  };
  /** Every page app.json lists. */
  readonly pages: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly styles: Readonly<Record<string, string>>;
  readonly builtInProperties: Readonly<Record<string, readonly string[]>>;
  readonly templates: Readonly<Record<string, unknown>>;
  readonly builtInTemplates: Readonly<Record<string, unknown>>;
}

export type ComponentTemplate = template.ComponentTemplate;

export interface ComponentConfig {
  readonly component?: boolean;
  readonly usingComponents?: Readonly<Record<string, string>>;
}

declare global {
  interface Window {
    readonly weappProject: Project;
    readonly weappBridge: (method: string, params: string) => Promise<string>;
  }
}

/** The settings of a page or component, those of the app drawn in; undefined if the path has none. */
export function configOf({ files, app }: Project, path: string): ComponentConfig | undefined {
  const text = files[`${path}.json`];
  if (text === undefined) return undefined;
  const config = JSON.parse(text) as ComponentConfig;
  return { ...config, usingComponents: { ...app.usingComponents, ...config.usingComponents } };
}

/** A path as code at `from` writes it, made absolute inside the mini-program, without a slash in front. */
export function resolvePath(from: string, path: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
