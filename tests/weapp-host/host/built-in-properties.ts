import type { Project } from './project';

/** Handled by the framework itself, not handed to the component as a property. */
const OF_THE_FRAMEWORK = /^(bind|catch|mut-|capture-|data-|mark:|wx:|class$|style$|id$|slot$|hidden$|is$)/;

/**
 * Which properties the templates hand to each tag, so that a built-in component accepts exactly those.
 * Keys are tags, values camelCase property names.
 */
export function builtInPropertiesOf({ files }: Project): Readonly<Record<string, readonly string[]>> {
  const used = new Map<string, Set<string>>();
  for (const [path, text] of Object.entries(files)) {
    if (!path.endsWith('.wxml')) continue;
    for (const [tag = '', name = ''] of openTags(text)) {
      const properties = used.get(name) ?? new Set<string>();
      used.set(name, properties);
      for (const [, attribute = ''] of tag.matchAll(/\s([a-z][\w:-]*)(?==)/g)) {
        if (!OF_THE_FRAMEWORK.test(attribute)) properties.add(attribute.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
      }
    }
  }
  return Object.fromEntries([...used].map(([tag, properties]) => [tag, [...properties].sort()]));
}

function openTags(wxml: string): IterableIterator<RegExpMatchArray> {
  return wxml.matchAll(/<([a-z][\w-]*)\s[^<]*?>/g);
}
