/** Lines among the rows of a sheet that are nobody's row: sums, notes, signatures, the heading once more on the next page. */
import { tidyCell } from '../basics/text';
import type { Heading } from './header';
import { plainHeading } from './plain-heading';
import type { SheetLine } from './sheet';

export type BesideRow = 'TOTAL' | 'NOTE' | 'HEADING';

const TOTAL = /^(?:本页|全村|全组|全镇)?(?:合计|总计|小计|共计|累计)(?:$|[:：(（\d])/;
const NOTE = /^(?:(?:填表|填报)?说明|备注|附注|注|(?:填表|填报|制表)(?:人|单位|日期|时间)?|(?:审核|复核|经办|负责|单位负责|联系)人|审核|签字|签名|盖章|联系电话)[:：(（]/;
/** What nobody's sum or signature has: an ID number, or what became of one. */
const ID_LIKE = /^\d{15,18}[Xx]?$|^\d\.\d+[Ee]\+?\d+$/;

/** What a line is, if it is plainly no row; undefined for every other, whatever is wrong with it. */
export function besideRow({ cells }: SheetLine, { columns }: Heading): BesideRow | undefined {
  const read = columns.filter(({ at }) => (cells[at]?.text ?? '').trim() !== '');
  // In the line's first cell, or in the first that is read: the line may be numbered.
  const leftmost = Math.min(...read.map(({ at }) => at));
  const starts = [cells.find(({ text }) => text.trim() !== ''), cells[leftmost]].map((cell) => tidyCell(cell?.text ?? '').replace(/ /g, ''));
  const what = starts.some((start) => TOTAL.test(start)) ? 'TOTAL' : starts.some((start) => NOTE.test(start)) ? 'NOTE' : undefined;
  // Most lines are rows, and most rows begin with a code or a name.
  if (what !== undefined) return cells.some(({ text }) => ID_LIKE.test(tidyCell(text).replace(/ /g, ''))) ? undefined : what;
  return read.length > 1 && read.every(({ at, heading }) => plainHeading(cells[at]?.text ?? '') === heading) ? 'HEADING' : undefined;
}
