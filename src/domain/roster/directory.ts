/** The county's towns and villages by code (CODE-01..03), and how a sheet's own words for them are understood. */
import { isWithin, townOf, type AreaCode, type TownCode, type VillageCode } from '../areas/code';
import { tidyCell } from '../basics/text';
import { ok, refused, type Result } from '../basics/result';

export interface NamedArea {
  readonly code: AreaCode;
  readonly name: string;
}

export interface Directory {
  readonly county: NamedArea;
  readonly towns: readonly NamedArea[];
  readonly villages: readonly NamedArea[];
}

export type VillageProblem =
  | { readonly code: 'VILLAGE_EMPTY' }
  | { readonly code: 'VILLAGE_UNKNOWN' }
  /** The name is given to several villages: the code is the key, never the name (CODE-03). */
  | { readonly code: 'VILLAGE_AMBIGUOUS'; readonly count: number }
  | { readonly code: 'TOWN_DIFFERS'; readonly town: string }
  | { readonly code: 'AREA_OUTSIDE'; readonly area: string };

/** Looks villages up by code and by name. Made once an import. */
export interface Villages {
  readonly find: (village: string, town: string) => Result<VillageCode, VillageProblem>;
  readonly nameOf: (code: AreaCode) => string;
  readonly areaNamed: (text: string) => readonly AreaCode[];
  readonly spokenOf: (text: string) => Spoken;
}

/** What a title or a file's name speaks of. */
export interface Spoken {
  /** Of all the county's villages; within the towns that it speaks of, if any. */
  readonly villages: readonly VillageCode[];
  /** One of them stands in a list, whose others the county may not know. */
  readonly listed: boolean;
}

/** What a village's name may follow: its town or county, another village, a date, whatever is no Han character, nothing. 上三塘村 is not 三塘村. */
const BEFORE_A_NAME = /(?:^|[^\p{Script=Han}]|[县镇乡办处市道年月日村区和与及跟同])$/u;
/** 石门、三塘村, 石门村三塘村 and 永和三塘村, of which the county knows 三塘村 alone: it may be one of several there, or another. */
const LISTED_BEFORE = /(?:[、和与及跟同村]|社区)$/;
/** 三塘村和堰坪村, not 三塘村和谐家庭. */
const LISTED_AFTER = /^(?:、|[和与及跟同]\p{Script=Han}{1,5}(?:村|社区))/u;

/** More than the longest name with a mark; what stands around a name is looked at no further. */
const AROUND = 24;

interface Place {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Where a text speaks of these villages by their whole names. */
function placesIn(text: string, names: readonly string[]): readonly Place[] {
  return names.flatMap((name) => {
    const longer = names.filter((other) => other.length > name.length && other.includes(name));
    const places: Place[] = [];
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const end = at + name.length;
      const place = { name, before: text.slice(Math.max(0, at - AROUND), at), after: text.slice(end, end + AROUND) };
      const isPartOfAnother = longer.some((other) => text.startsWith(other, at - other.indexOf(name)));
      // 三塘村民小组 is a group of some village.
      if (!isPartOfAnother && !place.after.startsWith('民') && (BEFORE_A_NAME.test(place.before) || names.some((other) => endsShort(place.before, other)))) places.push(place);
    }
    return places;
  });
}

/** 堰坪 of 堰坪村; nothing where a single character would be left. */
function bareName(name: string): string | undefined {
  const bare = name.replace(/(?:村|社区)$/, '');
  return bare.length > 1 && bare !== name ? bare : undefined;
}

function endsShort(text: string, name: string): boolean {
  const bare = bareName(name);
  return bare !== undefined && text.replace(/[、和与及跟同]$/, '').endsWith(bare);
}

/** 三塘村堰坪组 is a group of 三塘村, 三塘村中心户长 are its heads. */
function beginsShort(text: string, name: string): boolean {
  const bare = bareName(name);
  return bare !== undefined && [text, text.replace(/^[、和与及跟同]/, '')].some((rest) => rest.startsWith(bare) && !/^[组户]/.test(rest.slice(bare.length)));
}

/** A village's name without the office's long ending: 堰坪村委会 is 堰坪村, 南街社区居委会 is 南街社区. */
export function shortVillageName(name: string): string {
  return withoutOffices(tidyCell(name).replace(/ /g, ''));
}

function withoutOffices(text: string): string {
  return text.replace(/村(民委员会|委会)/g, '村').replace(/(社区)?(居民委员会|居委会)|社区委会/g, '社区');
}

/**
 * How the villages of an import are found. `area` is what is being imported: a village outside it is refused, and a
 * sheet of a single village need not name it.
 */
export function villagesOf(directory: Directory, area: AreaCode): Villages {
  const names = new Map<AreaCode, string>([directory.county, ...directory.towns, ...directory.villages].map(({ code, name }) => [code, name]));
  const byName = new Map<string, AreaCode[]>();
  for (const { code, name } of directory.villages) {
    const short = shortVillageName(name);
    byName.set(short, [...(byName.get(short) ?? []), code]);
  }
  const towns = new Map<string, TownCode>(directory.towns.map(({ code, name }) => [name, code]));
  const single = area.length === 12 ? area : undefined;
  const cache = new Map<string, Result<VillageCode, VillageProblem>>();

  function resolve(village: string, town: string): Result<VillageCode, VillageProblem> {
    const plain = tidyCell(village).replace(/ /g, '');
    const townText = tidyCell(town).replace(/ /g, '');
    if (plain === '') return single === undefined ? refused({ code: 'VILLAGE_EMPTY' }) : ok(single);
    const townCode = towns.get(townText) ?? directory.towns.find(({ code }) => code === townText)?.code;
    const found = /^\d+$/.test(plain) ? (names.has(plain) && plain.length === 12 ? [plain] : []) : (byName.get(shortVillageName(plain)) ?? []);
    const near = found.length > 1 && townCode !== undefined ? found.filter((code) => isWithin(code, townCode)) : found;
    const inside = near.length > 1 ? near.filter((code) => isWithin(code, area)) : near;
    const [code] = inside;
    if (code === undefined) return refused({ code: 'VILLAGE_UNKNOWN' });
    if (inside.length > 1) return refused({ code: 'VILLAGE_AMBIGUOUS', count: inside.length });
    if (townText !== '' && townCode !== townOf(code)) return refused({ code: 'TOWN_DIFFERS', town: names.get(townOf(code)) ?? townOf(code) });
    if (!isWithin(code, area)) return refused({ code: 'AREA_OUTSIDE', area: names.get(area) ?? area });
    return ok(code);
  }

  return {
    find(village, town) {
      const key = `${village}\n${town}`;
      const known = cache.get(key);
      if (known !== undefined) return known;
      const answer = resolve(village, town);
      // Rows of a village repeat the same words; a flood of different ones must not fill the memory.
      if (cache.size < 5000) cache.set(key, answer);
      return answer;
    },
    nameOf: (code) => names.get(code) ?? code,
    areaNamed(text) {
      const plain = tidyCell(text).replace(/ /g, '');
      if (names.has(plain)) return [plain];
      if (plain === directory.county.name) return [directory.county.code];
      const town = towns.get(plain);
      return town === undefined ? (byName.get(shortVillageName(plain)) ?? []) : [town];
    },
    spokenOf(text) {
      const plain = withoutOffices(tidyCell(text));
      const byCode = (plain.match(/\d+/g) ?? []).filter((digits) => digits.length === 12 && names.has(digits));
      const places = placesIn(plain, [...byName.keys()]);
      const isSpoken = (name: string): boolean => places.some((place) => place.name === name || endsShort(place.before, name) || beginsShort(place.after, name));
      const named = [...byName].filter(([name]) => isSpoken(name)).flatMap(([, codes]) => codes);
      const within = directory.towns.filter(({ name }) => plain.includes(name));
      return {
        villages: [...new Set([...byCode, ...named.filter((code) => within.length === 0 || within.some((one) => isWithin(code, one.code)))])],
        listed: places.some(({ before, after }) => LISTED_BEFORE.test(before) || LISTED_AFTER.test(after)),
      };
    },
  };
}
