/** People's names as the roster keeps them. */
import { ok, refused, type Result } from '../basics/result';
import { lengthOf, tidyCell } from '../basics/text';

export type NameProblem =
  | { readonly code: 'NAME_MISSING' }
  | { readonly code: 'NAME_LENGTH'; readonly length: number }
  | { readonly code: 'NAME_CHARACTER'; readonly character: string };

const SHORTEST = 2;
const LONGEST = 20;
/** The dots people type for the one between the parts of a name. */
const DOTS = /[•‧∙⋅・･．.●]/g;
/**
 * Han of every plane and 〇; characters that only a registry's own font draws (private use) stay as they are, because a
 * name that is refused or changed finds nobody.
 */
const HAN = '\\p{Script=Han}\\p{Co}〇';
/** Without a look-behind, which phones before iOS 16.4 cannot read. */
const SPACE_BETWEEN_HAN = new RegExp(`([${HAN}]) (?=[${HAN}])`, 'gu');
const NOT_IN_A_NAME = new RegExp(`[^${HAN}\\p{Script=Latin}· ]`, 'u');

/**
 * A name of 2 to 20 characters. Spaces that only align it (王　芳) go, every kind of middle dot becomes `·`; letters of
 * people from elsewhere may have spaces between them.
 */
export function parseName(text: string): Result<string, NameProblem> {
  const name = tidyCell(text)
    .replace(DOTS, '·')
    .replace(/ ?· ?/g, '·')
    .replace(SPACE_BETWEEN_HAN, '$1');
  if (name === '') return refused({ code: 'NAME_MISSING' });
  const stranger = NOT_IN_A_NAME.exec(name)?.[0] ?? (/^·|·$|··/.test(name) ? '·' : undefined);
  if (stranger !== undefined) return refused({ code: 'NAME_CHARACTER', character: stranger });
  const length = lengthOf(name);
  return length >= SHORTEST && length <= LONGEST ? ok(name) : refused({ code: 'NAME_LENGTH', length });
}
