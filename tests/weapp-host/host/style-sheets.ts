/** WXSS as a browser reads it: imports drawn in, rpx as px, built-in tags under their name in the document. */
import path from 'node:path';
import postcss, { type Container } from 'postcss';
import { BUILT_IN_TAGS } from '../page/built-ins/tags';
import { VIEWPORT } from './viewport';
import type { Project } from './project';

const PX_PER_RPX = VIEWPORT.width / 750;
const TYPE_SELECTOR = new RegExp(`(^|[\\s>+~,(])(${BUILT_IN_TAGS.join('|')})(?![\\w-])`, 'g');

/** Style sheets by path without `.wxss`. A sheet that cannot be parsed throws: WeChat would refuse the build. */
export function styleSheetsOf(project: Project): Readonly<Record<string, string>> {
  const sheets = Object.keys(project.files).filter((file) => file.endsWith('.wxss'));
  return Object.fromEntries(sheets.map((file) => [file.slice(0, -'.wxss'.length), styleSheet(project, file).toString()]));
}

function styleSheet(project: Project, file: string): Container {
  const text = project.files[file];
  if (text === undefined) throw new Error(`${file} is imported and not there`);
  const root = postcss.parse(text, { from: file });
  root.walkAtRules('import', (rule) => {
    const imported = path.posix.join(path.posix.dirname(file), rule.params.replace(/^['"]|['"]$/g, ''));
    rule.replaceWith(styleSheet(project, imported).nodes ?? []);
  });
  root.walkDecls((declaration) => {
    declaration.value = declaration.value.replace(/(-?[\d.]+)rpx/g, (_, figure: string) => `${Number(figure) * PX_PER_RPX}px`);
  });
  root.walkRules((rule) => {
    rule.selector = rule.selector.replace(TYPE_SELECTOR, '$1wx-$2');
  });
  return root;
}
