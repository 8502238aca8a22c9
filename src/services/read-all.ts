/** More pages than any list of a village has; a stop for a server that never ends one. */
const MOST_PAGES = 60;

/** Reads a list to its end, for what is printed whole or counted. Fails as its first failing page does. */
export async function readAll<T>(load: (after: string | undefined) => Promise<{ readonly items: readonly T[]; readonly next?: string | undefined }>): Promise<readonly T[]> {
  const all: T[] = [];
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, next } = await load(after);
    all.push(...items);
    if (next === undefined) break;
    after = next;
  }
  return all;
}
