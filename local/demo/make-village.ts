/** One made-up village as the rows of its sheets. */
import { ageOn } from '../../src/domain/people/id-number';
import type { Role } from '../../src/domain/people/roles';
import { roleWord } from '../../src/domain/roster/role-words';
import { surname } from './names';
import { peopleMaker, type MadeUp } from './people-maker';
import { PERSONAS, VILLAGE, type Persona } from './personas';
import { randomFrom, type Random } from './random';
import { COUNTY_SIZES, planVillage, share, type PlannedCell } from './village-plan';

export interface VillageInCounty {
  readonly code: string;
  readonly name: string;
  readonly town: string;
  readonly townName: string;
  /** Its place among the county's villages. */
  readonly index: number;
  /** The first of its town, where the town's officers live. */
  readonly isSeat: boolean;
}

interface Home {
  readonly number: string;
  readonly cell: PlannedCell;
  readonly address: string;
  readonly people: readonly MadeUp[];
}

/** Rows of cells in the order of the template's columns. */
export type Rows = readonly (readonly string[])[];

export interface VillageRows {
  readonly grids: Rows;
  readonly heads: Rows;
  readonly households: Rows;
  readonly residents: Rows;
  readonly roles: Rows;
}

/** The county is of this day; birthdays and terms hang on it, so that it is the same whenever it is made. */
const MADE_ON = '2026-11-01';
const TERM_BEGAN = '2024-03-01';
const PHONES_A_VILLAGE = 60;
/** People of a centre household's grid, between 70 and 120 (GRD-06). */
const PEOPLE_A_GRID = 78;
const PARTY_MEMBERS = 13;
const DEPUTIES = 4;
/** Households of one liaison. */
const LINKED = { party: 3, deputy: 20 } as const;

/** Makes a village up; the same for the same place in the county. */
export function makeVillage(village: VillageInCounty): VillageRows {
  const random = randomFrom(`cunlishi ${village.code}`);
  const maker = peopleMaker(random, village.index, MADE_ON);
  const cells = planVillage(village.index);
  const personas = village.code === VILLAGE ? PERSONAS.filter(({ resident }) => resident !== undefined) : [];
  const named = village.code === VILLAGE ? namedPersonas(maker) : new Map<string, MadeUp>();
  const homes = makeHomes(village, cells, personas, named, random, maker);
  const phones = phoneBook(village.index);
  const heads = pickHeads(village, cells, homes, personas, named, random);
  const taken = new Set([...heads.values()].map((head) => head?.idNumber));
  const roles = pickRoles(village, homes, personas, named, random, taken);
  const liaisons = pickLiaisons(homes, roles, named);
  const code = village.code;
  return {
    grids: cells.map((cell) => [code, village.townName, cell.number, cell.name, ['一级', '二级', '三级'][cell.level - 1] ?? '', '', '']),
    heads: cells.map((cell) => {
      const head = heads.get(cell.number);
      if (head === undefined) return [code, village.townName, cell.number, '空缺', '', '', '', '', ''];
      return [code, village.townName, cell.number, head.name, head.idNumber, phones(head.idNumber), '是', TERM_BEGAN, cell.level === 1 ? '兼任' : '推选'];
    }),
    households: homes.map((home) => {
      const [first] = home.people;
      const { party = '', deputy = '' } = liaisons.get(home.number) ?? {};
      return [code, village.townName, home.number, first?.name ?? '', first?.idNumber ?? '', '', home.cell.number, home.address, party, deputy];
    }),
    residents: homes.flatMap((home) => home.people.map((person, nth) => [code, village.townName, home.number, person.name, person.idNumber, person.sex === 'M' ? '男' : '女', person.bornOn, '', nth === 0 ? '户主' : '家人', '', ''])),
    roles: roles.map(({ person, role, area, unit }) => [area, person.name, person.idNumber, roleWord(role), unit ?? '', TERM_BEGAN, '', phones(person.idNumber), '是']),
  };
}

/** The personas as residents. They are made before anybody else of their village, so their numbers hang on nothing else. */
function namedPersonas(maker: ReturnType<typeof peopleMaker>): ReadonlyMap<string, MadeUp> {
  return new Map(PERSONAS.flatMap(({ id, name, resident }) => (resident === undefined ? [] : [[id, maker.named(name, resident.sex, resident.bornOn)] as const])));
}

/** The personas' ID numbers, by what the demo calls them; `index` is the place of their village in the county. */
export function personaNumbers(index: number): ReadonlyMap<string, string> {
  const maker = peopleMaker(randomFrom('personas'), index, MADE_ON);
  return new Map([...namedPersonas(maker)].map(([id, { idNumber }]) => [id, idNumber]));
}

interface Granting {
  readonly person: MadeUp;
  readonly role: Role;
  readonly area: string;
  readonly unit?: string;
}

/** Fills every innermost cell with households until it has its people; the unsplit groups take what is left. */
function makeHomes(village: VillageInCounty, cells: readonly PlannedCell[], personas: readonly Persona[], named: ReadonlyMap<string, MadeUp>, random: Random, maker: ReturnType<typeof peopleMaker>): readonly Home[] {
  const innermost = cells.filter((cell) => cell.isInnermost);
  const unsplit = innermost.filter(({ level }) => level === 2);
  const rest = share(COUNTY_SIZES.people, COUNTY_SIZES.villages, village.index) - (innermost.length - unsplit.length) * PEOPLE_A_GRID;
  const homes: Home[] = [];
  const counts = new Map<number, number>();
  for (const cell of innermost) {
    const wanted = cell.level === 3 ? PEOPLE_A_GRID : share(rest, unsplit.length, unsplit.indexOf(cell));
    const group = Number(cell.number.split('.')[1]);
    let people = 0;
    const add = (members: readonly MadeUp[]) => {
      const nth = (counts.get(group) ?? 0) + 1;
      counts.set(group, nth);
      homes.push({ number: `${String(group).padStart(2, '0')}${String(nth).padStart(3, '0')}`, cell, address: `${cell.name}${nth}号`, people: members });
      people += members.length;
    };
    const here = personas.filter(({ resident }) => resident?.grid === cell.number);
    for (const home of new Set(here.map(({ resident }) => resident?.home))) {
      add(here.filter(({ resident }) => resident?.home === home).flatMap(({ id }) => named.get(id) ?? []));
    }
    while (people < wanted) add(makeFamily(random, maker).slice(0, wanted - people));
  }
  return homes;
}

function makeFamily(random: Random, maker: ReturnType<typeof peopleMaker>): readonly MadeUp[] {
  const family = surname(random);
  if (random.chance(12)) return [maker.make(family, random.chance(50) ? 'M' : 'F', 62, 88)];
  const age = random.int(30, 70);
  const people = [maker.make(family, 'M', age, age + 3), maker.make(surname(random), 'F', age - 3, age)];
  const children = random.pick([0, 1, 1, 2, 2, 3]);
  for (let child = 0; child < children; child += 1) {
    const oldest = age - 22;
    people.push(maker.make(family, random.chance(50) ? 'M' : 'F', Math.max(0, oldest - 8), Math.max(1, oldest)));
  }
  if (age < 55 && random.chance(35)) people.push(maker.make(random.chance(60) ? family : surname(random), random.chance(45) ? 'M' : 'F', Math.min(age + 22, 84), Math.min(age + 28, 92)));
  return people;
}

/** A head for most cells; some posts are vacant, as anywhere. */
function pickHeads(village: VillageInCounty, cells: readonly PlannedCell[], homes: readonly Home[], personas: readonly Persona[], named: ReadonlyMap<string, MadeUp>, random: Random): ReadonlyMap<string, MadeUp | undefined> {
  const heads = new Map<string, MadeUp | undefined>();
  const taken = new Set<MadeUp>(named.values());
  cells.forEach((cell, at) => {
    const persona = personas.find(({ roles }) => roles.some(({ area }) => area === `${village.code}-${cell.number}`));
    const isVacant = cell.level > 1 && (at + village.index) % 9 === 4;
    const isKeptVacant = village.code === VILLAGE && (cell.number === '1.3.3' || cell.number === '1.4');
    if (persona !== undefined) heads.set(cell.number, named.get(persona.id));
    else if (isVacant || isKeptVacant) heads.set(cell.number, undefined);
    else heads.set(cell.number, take(homes.filter((home) => home.cell.number === cell.number || home.cell.number.startsWith(`${cell.number}.`)), random, taken));
  });
  return heads;
}

function pickRoles(village: VillageInCounty, homes: readonly Home[], personas: readonly Persona[], named: ReadonlyMap<string, MadeUp>, random: Random, heads: ReadonlySet<string | undefined>): readonly Granting[] {
  const taken = new Set<MadeUp>(named.values());
  for (const home of homes) for (const person of home.people) if (heads.has(person.idNumber)) taken.add(person);
  const some = (role: Role, count: number, area = village.code): readonly Granting[] => Array.from({ length: count }, () => ({ person: take(homes, random, taken), role, area }));
  const given = personas.flatMap(({ id, roles }) => {
    const person = named.get(id);
    return person === undefined ? [] : roles.filter(({ role }) => !['HEAD', 'LEVEL2_HEAD', 'LEVEL1_HEAD'].includes(role)).map((role) => ({ person, ...role }));
  });
  const left = (role: Role, count: number) => Math.max(0, count - given.filter((one) => one.role === role).length);
  const isOwn = village.code === VILLAGE;
  return [
    ...given,
    ...some('VILLAGE_DUTY', left('VILLAGE_DUTY', 2)),
    ...some('BRANCH_SECRETARY', left('BRANCH_SECRETARY', 1)),
    ...some('SUPERVISION', left('SUPERVISION', 2)),
    ...some('PARTY_MEMBER', left('PARTY_MEMBER', PARTY_MEMBERS)),
    ...some('DEPUTY', left('DEPUTY', DEPUTIES)),
    ...(village.isSeat && !isOwn && !village.code.startsWith(VILLAGE.slice(0, 9)) ? (['TOWN_DESK', 'TOWN_LEGAL', 'POLICE_LIAISON'] as const).flatMap((role) => some(role, 1, village.town)) : []),
  ];
}

/** Party members have about three households each, deputies about twenty (LNS-02); 王秀兰's are known by name. */
function pickLiaisons(homes: readonly Home[], roles: readonly Granting[], named: ReadonlyMap<string, MadeUp>): ReadonlyMap<string, { readonly party?: string; readonly deputy?: string }> {
  const liaisons = new Map<string, { party?: string; deputy?: string }>();
  const party = roles.filter(({ role }) => role === 'PARTY_MEMBER');
  const deputies = roles.filter(({ role }) => role === 'DEPUTY');
  homes.forEach((home, at) => {
    const member = at % 7 === 0 ? party[Math.floor(at / 7 / LINKED.party) % Math.max(1, party.length)] : undefined;
    const deputy = at % 5 === 0 ? deputies[Math.floor(at / 5 / LINKED.deputy) % Math.max(1, deputies.length)] : undefined;
    const own = home.people.some((person) => person === named.get('wang-xiulan'));
    const partyId = own ? named.get('li-guoping')?.idNumber : member?.person.idNumber;
    const deputyId = own ? named.get('zhou-guifang')?.idNumber : deputy?.person.idNumber;
    liaisons.set(home.number, { ...(partyId !== undefined && { party: partyId }), ...(deputyId !== undefined && { deputy: deputyId }) });
  });
  return liaisons;
}

/** Somebody between 28 and 66 whom nobody has asked yet. */
function take(homes: readonly Home[], random: Random, taken: Set<MadeUp>): MadeUp {
  for (;;) {
    const person = random.pick(random.pick(homes).people);
    const age = ageOn(person.bornOn, MADE_ON);
    if (taken.has(person) || age < 28 || age > 66) continue;
    taken.add(person);
    return person;
  }
}

/** Numbers nobody has, each once in the county: only who answers for others is given one. */
function phoneBook(index: number): (idNumber: string) => string {
  const known = new Map<string, string>();
  return (idNumber) => {
    const phone = known.get(idNumber) ?? `1390000${String(index * PHONES_A_VILLAGE + known.size).padStart(4, '0')}`;
    known.set(idNumber, phone);
    return phone;
  };
}
