/** What surrounds the lines of a workbook's sheet: the columns that it hides, and cells that it merges down over several lines. */
import { attribute } from '@platform/sheets/read-xml';
import { columnOf, isHidden, MAX_COLUMNS, tagsOf } from '@platform/sheets/read-xlsx';
import { Unreadable } from '@platform/sheets/unreadable';
import type { OpenSheet } from '@platform/sheets/open-sheet';

export interface Layout {
  readonly hiddenColumns: ReadonlySet<number>;
  /** By column: the line a merged cell begins in, and the last one it covers. Cells merged across columns are not among them. */
  readonly mergedDown: ReadonlyMap<number, ReadonlyMap<number, number>>;
}

/** Longer than what stands before the lines, or after them, in any sheet. */
const MOST_CHARACTERS = 10_000_000;

/** One pass over the sheet; none where it has no markup. */
export async function layoutOf({ markup }: OpenSheet): Promise<Layout> {
  const { head, tail } = markup === undefined ? { head: '', tail: '' } : await aroundLines(markup());
  return { hiddenColumns: hiddenColumns(head), mergedDown: mergedDown(tail) };
}

/** What comes before the lines, and what comes after them from the merged cells on. */
async function aroundLines(chunks: AsyncIterable<Uint8Array>): Promise<{ readonly head: string; readonly tail: string }> {
  const decoder = new TextDecoder();
  let head = '';
  let before = true;
  let tail = '';
  // The last characters of the piece before, so that a word that was cut in two is found.
  let end = '';
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (before) head += text;
    before = before && !head.includes('sheetData');
    if (tail !== '') tail += text;
    else {
      const from = (end + text).indexOf('mergeCells');
      if (from >= 0) tail = (end + text).slice(from);
    }
    end = text.slice(-'mergeCells'.length);
    if (head.length > MOST_CHARACTERS || tail.length > MOST_CHARACTERS) throw new Unreadable('TOO_LARGE');
  }
  return { head, tail };
}

/** Spans of columns, counted from 1. */
function hiddenColumns(head: string): ReadonlySet<number> {
  return new Set(tagsOf(head, 'col').filter(isHidden).flatMap((tag) => {
    const first = Number(attribute(tag, 'min'));
    const last = Math.min(Number(attribute(tag, 'max')), MAX_COLUMNS);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first - 1 + n);
  }));
}

function mergedDown(tail: string): Layout['mergedDown'] {
  const merged = new Map<number, Map<number, number>>();
  for (const tag of tagsOf(tail, 'mergeCell')) {
    const [, column = '', first = '', lastColumn = '', last = ''] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(attribute(tag, 'ref')) ?? [];
    if (column === '' || column !== lastColumn || first === last) continue;
    const at = columnOf(column);
    merged.set(at, (merged.get(at) ?? new Map<number, number>()).set(Number(first), Number(last)));
  }
  return merged;
}
