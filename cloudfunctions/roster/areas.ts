/** The county's towns and villages as published (CODE-02, CODE-03), kept in the documents of the county and its towns. */
import { countyOf, type AreaCode, type CountyCode } from '@/domain/areas/code';
import type { Office } from '@/domain/grid/grid';
import { shortVillageName, type Directory, type NamedArea } from '@/domain/roster/directory';
import type { Store } from '@platform/store';

/** One line of the published codes. */
export interface PublishedVillage {
  readonly village: NamedArea;
  readonly town: NamedArea;
  readonly county: NamedArea;
}

/** Writes the published areas; officers and versions that are there stay. Doing it twice changes nothing more. */
export async function registerAreas(store: Store, published: readonly PublishedVillage[]): Promise<void> {
  const parts = new Map<AreaCode, { readonly area: NamedArea; readonly parts: Map<AreaCode, NamedArea> }>();
  const add = (area: NamedArea, part: NamedArea) => {
    const known = parts.get(area.code) ?? { area, parts: new Map<AreaCode, NamedArea>() };
    known.parts.set(part.code, part);
    parts.set(area.code, known);
  };
  for (const { village, town, county } of published) {
    add(county, town);
    add(town, { code: village.code, name: shortVillageName(village.name) });
  }
  for (const { area, parts: within } of parts.values()) {
    await store.transaction(async (tx) => {
      const before = await tx.get('offices', area.code);
      const office: Office = { officers: [], version: 0, ...before, _id: area.code, name: area.name, parts: [...within.values()] };
      await tx.replace('offices', office);
    });
  }
}

/** The towns and villages of a county; undefined until they are registered. */
export async function loadDirectory(store: Pick<Store, 'get'>, area: AreaCode): Promise<Directory | undefined> {
  const code: CountyCode = countyOf(area);
  const county = await store.get('offices', code);
  if (county?.parts === undefined) return undefined;
  const towns = await Promise.all(county.parts.map((town) => store.get('offices', town.code)));
  return { county: { code, name: county.name }, towns: county.parts, villages: towns.flatMap((town) => town?.parts ?? []) };
}

/** Reads the lines `village_code,village,town_code,town,county_code,county` of a county. */
export function parsePublished(csv: string, county: CountyCode): readonly PublishedVillage[] {
  return csv
    .split(/\r?\n/)
    .map((line) => line.split(','))
    .flatMap(([villageCode = '', village = '', townCode = '', town = '', countyCode = '', countyName = '']): readonly PublishedVillage[] =>
      countyCode === county && /^\d{12}$/.test(villageCode)
        ? [{ village: { code: villageCode, name: village }, town: { code: townCode, name: town }, county: { code: countyCode, name: countyName } }]
        : [],
    );
}
