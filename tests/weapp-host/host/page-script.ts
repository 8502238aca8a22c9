/** The two scripts a page of the host runs: what the mini-program is, then the host that runs it. */
import path from 'node:path';
import { buildSync } from 'esbuild';
import { builtInPropertiesOf } from './built-in-properties';
import { pagesOf, type Project } from './project';
import { styleSheetsOf } from './style-sheets';
import { builtInTemplates, compileTemplates } from './templates';

export interface PageScript {
  readonly text: string;
  /** Defects seen while the scripts were made, as a DevTools build would report them. */
  readonly complaints: readonly string[];
}

/** Bundles a project and the host into the text of one classic script. */
export function pageScript(project: Project): PageScript {
  const templates = compileTemplates(project);
  const data = {
    app: project.app,
    pages: pagesOf(project.app),
    files: project.files,
    styles: styleSheetsOf(project),
    builtInProperties: builtInPropertiesOf(project),
  };
  const text = [
    `window.weappProject = ${JSON.stringify(data)};`,
    `window.weappProject.templates = ${templates.code};`,
    `window.weappProject.builtInTemplates = ${builtInTemplates().code};`,
    hostBundle(),
  ].join('\n');
  return { text, complaints: [...templates.complaints, ...missingFiles(project)] };
}

function hostBundle(): string {
  const { outputFiles: [bundle] } = buildSync({
    entryPoints: [path.join(__dirname, 'page/main.ts')],
    bundle: true, platform: 'browser', format: 'iife', target: 'es2020', loader: { '.css': 'text' }, write: false, logLevel: 'error',
  });
  if (bundle === undefined) throw new Error('the bundler wrote nothing');
  return bundle.text;
}

/** A page that app.json lists must have its code and its template. */
function missingFiles({ app, files }: Project): readonly string[] {
  return pagesOf(app).flatMap((page) => ['.js', '.wxml'].map((ending) => page + ending).filter((file) => files[file] === undefined))
    .map((file) => `app.json lists a page whose ${file} is not there`);
}
