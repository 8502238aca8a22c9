/** WXML and WXS turned into one script by glass-easel's own compiler. */
import { TmplGroup } from 'glass-easel-template-compiler';
import type { Project } from './project';

export interface CompiledTemplates {
  /** A JavaScript expression: an object from a template's path to its functions. */
  readonly code: string;
  /** What the compiler did not like; the compiler carries on, WeChat's would not. */
  readonly complaints: readonly string[];
}

/** Compiles all templates of a project. */
export function compileTemplates({ files }: Project): CompiledTemplates {
  return compile(Object.entries(files));
}

/** The templates of built-in components: one that shows its children, one that draws itself. */
export function builtInTemplates(): CompiledTemplates {
  return compile([['slot.wxml', '<slot />'], ['empty.wxml', '']]);
}

function compile(files: readonly (readonly [string, string])[]): CompiledTemplates {
  const group = new TmplGroup();
  const complaints: string[] = [];
  for (const [path, text] of files) {
    if (path.endsWith('.wxs')) group.addScript(path.slice(0, -'.wxs'.length), text);
    if (!path.endsWith('.wxml')) continue;
    const found: unknown = group.addTmpl(path.slice(0, -'.wxml'.length), text);
    if (Array.isArray(found)) complaints.push(...found.map((complaint: unknown) => `${path}: ${String(JSON.stringify(complaint))}`));
  }
  const code = group.getTmplGenObjectGroups();
  group.free();
  return { code, complaints };
}
