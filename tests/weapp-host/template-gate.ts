/** Tags in the templates that are nothing: WeChat draws them as empty boxes and only warns. */
import path from 'node:path';
import type { Project } from './host/project';
import { BUILT_IN_TAGS } from './page/built-ins/tags';

const OF_THE_LANGUAGE = new Set(['block', 'template', 'import', 'include', 'wxs', 'slot']);
const BUILT_IN = new Set<string>(BUILT_IN_TAGS);

/** A template that others import is drawn with their components. */
export function unknownTags({ app, files }: Project): readonly string[] {
  const everywhere = new Set(Object.entries(files).filter(([file]) => file.endsWith('.json')).flatMap(([, text]) => componentsIn(text)));
  return Object.entries(files).filter(([file]) => file.endsWith('.wxml')).flatMap(([file, text]) => {
    const config = files[`${file.slice(0, -path.extname(file).length)}.json`];
    const own = config === undefined ? everywhere : new Set([...componentsIn(config), ...Object.keys(app.usingComponents ?? {})]);
    const tags = new Set([...text.matchAll(/<([a-z][\w-]*)/g)].map(([, tag = '']) => tag));
    return [...tags].filter((tag) => !BUILT_IN.has(tag) && !OF_THE_LANGUAGE.has(tag) && !own.has(tag)).map((tag) => `${file}: <${tag}> is no component`);
  });
}

function componentsIn(config: string): readonly string[] {
  return Object.keys((JSON.parse(config) as { readonly usingComponents?: object }).usingComponents ?? {});
}
