/** The demo county as an office would hand it in: a set of CSV files a town. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePublished, type PublishedVillage } from '../../cloudfunctions/roster/areas';
import type { RosterFile } from '../../cloudfunctions/roster/open-roster';
import { COLUMNS } from '../../src/domain/roster/columns';
import { SHEET_KINDS, type SheetKind } from '../../src/domain/roster/sheet';
import { kindName } from '../../src/domain/wording/roster';
import type { DemoSize } from '../environment';
import { makeVillage, type VillageInCounty, type VillageRows } from './make-village';
import { COUNTY, TOWN, VILLAGE } from './personas';


/** The published codes of Hanyin (CODE-02, CODE-03). */
export function publishedAreas(): readonly PublishedVillage[] {
  return parsePublished(readFileSync(join(process.cwd(), 'config/county/hanyin-areas.csv'), 'utf8'), COUNTY);
}

/** The villages of a size, by town. */
export function villagesOfSize(size: DemoSize): readonly (readonly VillageInCounty[])[] {
  const seats = new Set<string>();
  const all = publishedAreas().map(({ village, town }, index): VillageInCounty => {
    const isSeat = !seats.has(town.code);
    seats.add(town.code);
    return { code: village.code, name: village.name, town: town.code, townName: town.name, index, isSeat };
  });
  const some = all.filter(({ code, town }) => size === 'county' || (size === 'town' ? town === TOWN : code === VILLAGE));
  return [...new Set(some.map(({ town }) => town))].map((town) => some.filter((village) => village.town === town));
}

const ROWS: Readonly<Record<SheetKind, keyof VillageRows>> = { GRIDS: 'grids', HEADS: 'heads', HOUSEHOLDS: 'households', RESIDENTS: 'residents', ROLES: 'roles' };

/** The five sheets of a town's villages. */
export function sheetsOf(villages: readonly VillageInCounty[]): readonly RosterFile[] {
  const parts = new Map<SheetKind, string[]>(SHEET_KINDS.map((kind) => [kind, [`\uFEFF${COLUMNS[kind].map(({ names }) => names[0] ?? '').join(',')}\r\n`]]));
  for (const village of villages) {
    const rows = makeVillage(village);
    for (const kind of SHEET_KINDS) parts.get(kind)?.push(rows[ROWS[kind]].map((cells) => `${cells.join(',')}\r\n`).join(''));
  }
  const town = villages[0]?.townName ?? '';
  return SHEET_KINDS.map((kind) => ({ name: `${town}${kindName(kind)}.csv`, bytes: Buffer.from((parts.get(kind) ?? []).join(''), 'utf8') }));
}
