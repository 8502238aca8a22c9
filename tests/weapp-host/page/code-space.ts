/** glass-easel told what the mini-program consists of; afterwards it can make any page. */
import * as glassEasel from 'glass-easel';
import { MiniProgramEnv, type AssociatedBackend, type CodeSpace } from 'glass-easel-miniprogram-adapter';
import { WeappDocument } from './document';
import { defineBuiltIns } from './built-ins/define';
import { reportFault } from './faults';
import { configOf, type ComponentTemplate, type Project } from './project';

export interface Components {
  readonly space: CodeSpace;
  readonly backend: AssociatedBackend;
}

/** Registers built-in components, templates and settings. Code and styles come later, page by page. */
export function openCodeSpace(project: Project): Components {
  glassEasel.globalOptions.throwGlobalError = false;
  glassEasel.addGlobalErrorListener((error) => {
    reportFault(error);
    return false;
  });
  const env = new MiniProgramEnv();
  const builtIns = defineBuiltIns(env.getGlobalCodeSpace(), project);
  const space = env.createCodeSpace('', true);
  for (const [tag, definition] of builtIns) space.getComponentSpace().setGlobalUsingComponent(tag, definition);
  for (const file of Object.keys(project.files)) {
    const [, path = '', ending] = /^(.*)\.(wxml|json)$/.exec(file) ?? [];
    if (ending === 'wxml') space.addCompiledTemplate(path, { groupList: project.templates, content: project.templates[path] } as unknown as ComponentTemplate);
    if (ending === 'json' && `${path}.wxml` in project.files) space.addComponentStaticConfig(path, configOf(project, path) as Parameters<CodeSpace['addComponentStaticConfig']>[1]);
  }
  return { space, backend: env.associateBackend(new WeappDocument()) };
}
