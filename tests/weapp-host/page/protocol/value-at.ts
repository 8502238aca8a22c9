/** The value at a path such as `root.cn[0].v`; undefined when the way ends early. */
export function valueAt(value: unknown, path: string | undefined): unknown {
  if (path === undefined || path === '') return value;
  return path.replace(/\[(\w+)\]/g, '.$1').split('.').reduce<unknown>((at, key) => (at === null || at === undefined ? undefined : (at as Record<string, unknown>)[key]), value);
}
