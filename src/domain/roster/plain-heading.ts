/** Headings as any table has them; apart from the columns of rosters, which no other table needs. */
import { tidyCell } from '../basics/text';

/** Titles, notes and empty lines may stand above the heading, but not more than this. */
export const HEADING_WITHIN = 20;

/** A heading without what surrounds its name: spaces, brackets and what is in them, stars, colons. */
export function plainHeading(text: string): string {
  return tidyCell(text)
    .replace(/[(（[【].*?[)）\]】]/g, '')
    .replace(/[\s*＊:：、/／·.。“”"'-]/g, '')
    .replace(/^(请填写|必填|选填)/, '');
}
