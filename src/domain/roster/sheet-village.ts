/** Whose a sheet is that has no column for it: a village's own, which says so in its title, or whose clerk says so. */
import type { AreaCode, VillageCode } from '../areas/code';
import { isWithin } from '../areas/code';
import { ok, refused, type Result } from '../basics/result';
import type { Villages } from './directory';

/** What a sheet says of itself, outside its rows. */
export interface SheetTexts {
  /** The lines above the heading. */
  readonly title: readonly string[];
  readonly sheet: string;
  readonly file: string;
}

export interface SheetVillage {
  readonly village: VillageCode;
  /** Who says so: the one who loads it, or a text of it. */
  readonly why: 'SAID' | 'TITLE' | 'SHEET' | 'FILE';
  /** That text; empty for what was said. */
  readonly words: string;
}

export type SheetVillageProblem =
  /** Nothing of it names a village of this import. */
  | { readonly code: 'VILLAGE_NOT_SAID' }
  | { readonly code: 'VILLAGE_SEVERAL'; readonly names: readonly string[] }
  /** It names another than who loads it says. */
  | { readonly code: 'VILLAGE_DIFFERS'; readonly names: readonly string[] };

/**
 * The village of a sheet without a column for it. `area` is what is imported: a single village is what the clerk said. Texts
 * that name several, or another one, decide nothing (CODE-03).
 */
export function villageOfSheet({ title, sheet, file }: SheetTexts, villages: Villages, area: AreaCode): Result<SheetVillage, SheetVillageProblem> {
  const texts = [...title.map((words) => ({ why: 'TITLE' as const, words })), { why: 'SHEET' as const, words: sheet }, { why: 'FILE' as const, words: file }];
  // Read as one, since a title names the town above the line that names the village.
  const { villages: named, listed } = villages.spokenOf(texts.map(({ words }) => words).join('\n'));
  const names = named.map((code) => villages.nameOf(code));
  if (area.length === 12) {
    // A name that several towns give is settled by what the clerk said; a second name is not.
    const isOnlyOne = named.length === 0 || (named.includes(area) && names.every((name) => name === villages.nameOf(area)));
    return isOnlyOne ? ok({ village: area, why: 'SAID', words: '' }) : refused({ code: 'VILLAGE_DIFFERS', names });
  }
  const [village] = named;
  if (named.length > 1 || (village !== undefined && listed)) return refused({ code: 'VILLAGE_SEVERAL', names });
  if (village === undefined || !isWithin(village, area)) return refused({ code: 'VILLAGE_NOT_SAID' });
  const by = texts.find(({ words }) => villages.spokenOf(words).villages.includes(village));
  return ok({ village, why: by?.why ?? 'TITLE', words: by?.words ?? '' });
}
