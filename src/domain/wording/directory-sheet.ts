/** Words for what a sheet makes of a town's directory. */
import type { DirectoryChange, TableCounts } from '../deputies/directory-load';
import { DIRECTORY_COLUMNS, DIRECTORY_TABLE_NAMES } from '../deputies/directory-sheet';

/** `添 3，改 1，不变 20`. */
export function tableCountWords({ added, changed, same }: TableCounts): string {
  const parts = [added > 0 ? `添 ${added}` : '', changed > 0 ? `改 ${changed}` : '', same > 0 ? `不变 ${same}` : ''].filter((part) => part !== '');
  return parts.length === 0 ? '表里没有' : parts.join('，');
}

type Changed = { readonly [K in keyof DirectoryChange]: DirectoryChange[K] | undefined } & Pick<DirectoryChange, 'table' | 'name'>;

/** A change in two lines: who or what, and from what to what. */
export function directoryChangeWords({ table, name, field, before, after }: Changed): { readonly title: string; readonly line: string } {
  const kind = DIRECTORY_TABLE_NAMES[table];
  if (field === undefined) return { title: name, line: `新的${kind}` };
  const column = DIRECTORY_COLUMNS[table].find((one) => one.field === field)?.names[0] ?? field;
  return { title: `${name}的${column}`, line: `${before ?? '没有'} → ${after ?? '去掉'}` };
}
