/** What a sheet makes of a town's directory: everything in it or nothing, and nothing new the second time (DEP-01..03). */
import { addCivilDays } from '../basics/civil-time';
import type { CivilDate, PersonId } from '../basics/ids';
import { isDirectlyElected, isInForceOn, problemOfConstituency, problemOfMandate, withItem, withoutPhone, type Congress, type Constituency, type Mandate, type Station } from './congress';
import { HIDDEN, type ConstituencySaid, type DeputySaid, type DirectorySaid, type DirectoryTable, type Said, type StationSaid } from './directory-sheet';

export interface DirectoryChange {
  readonly table: DirectoryTable;
  readonly name: string;
  /** Absent where all of it is new. */
  readonly field?: string;
  readonly before?: string;
  readonly after?: string;
}

export type TableCounts = Readonly<Record<'added' | 'changed' | 'same', number>>;

export interface DirectoryLoad {
  readonly stations: readonly Station[];
  readonly constituencies: readonly Constituency[];
  readonly mandates: readonly Mandate[];
  /** The mandates that are new. */
  readonly entered: readonly Mandate[];
  readonly changes: readonly DirectoryChange[];
  readonly counts: Readonly<Record<DirectoryTable, TableCounts>>;
}

export interface Candidate {
  readonly personId: PersonId;
  readonly name: string;
}

export interface LoadCircumstances {
  readonly today: CivilDate;
  /** The id of what is new: the same for the same words, so that a load that was cut off makes nothing twice. */
  readonly idOf: (kind: 'station' | 'constituency' | 'mandate', ...parts: readonly string[]) => string;
  /** The persons of the roster that the name and the number mean; only those who can be entered. */
  readonly candidatesOf: (said: DeputySaid) => readonly Candidate[];
  /** Nobody enters their own. */
  readonly mayEnter: (personId: PersonId) => boolean;
}

/** Judges the rows against the directory as it is, and says what it would be. Problems are put down with the rows. */
export function directoryLoad(before: Congress, { stations, constituencies, deputies }: DirectorySaid, at: LoadCircumstances): DirectoryLoad {
  const loading = new Loading(before, at);
  for (const one of stations) loading.station(one);
  for (const one of constituencies) loading.constituency(one);
  for (const one of deputies) loading.deputy(one);
  return loading.result();
}

class Loading {
  private congress: Congress;
  private readonly entered: Mandate[] = [];
  private readonly changes: DirectoryChange[] = [];
  private readonly counts: Record<DirectoryTable, { added: number; changed: number; same: number }> = {
    STATIONS: { added: 0, changed: 0, same: 0 }, CONSTITUENCIES: { added: 0, changed: 0, same: 0 }, DEPUTIES: { added: 0, changed: 0, same: 0 },
  };

  constructor(
    before: Congress,
    private readonly at: LoadCircumstances,
  ) {
    this.congress = before;
  }

  station({ value }: Said<StationSaid>): void {
    const old = this.congress.stations.find(({ name }) => name === value.name);
    if (old === undefined) this.isNew('STATIONS', value.name);
    else this.compared('STATIONS', value.name, [['address', old.address, value.address], ['open', old.hours, value.hours], ['stationPhone', old.phone, value.phone ?? old.phone], ['duty', old.duty, value.duty ?? old.duty]]);
    // An empty cell leaves what is there.
    this.congress = { ...this.congress, stations: withItem(this.congress.stations, { ...old, ...value, id: old?.id ?? this.at.idOf('station', value.name) }) };
  }

  /** Never rewritten: with a later first day it takes the place of the one of its name (DEP-01). */
  constituency({ value, fail }: Said<ConstituencySaid>): void {
    const named = this.congress.constituencies.filter(({ name, level }) => name === value.name && level === value.level);
    const known = named.find(({ from }) => from === value.from);
    if (known !== undefined) {
      if (sameConstituency(known, value)) this.counts.CONSTITUENCIES.same += 1;
      else fail('from', 'CONSTITUENCY_DIFFERS');
      return;
    }
    const current = named.find(({ to }) => to === undefined);
    if (current !== undefined && value.from <= current.from) return fail('from', 'BEFORE_CURRENT');
    const one: Constituency = { ...value, id: this.at.idOf('constituency', value.name, value.level, value.from) };
    const problem = problemOfConstituency(one, this.congress._id);
    if (problem !== undefined) return fail(problem === 'SEATS' ? 'seats' : problem === 'AREAS' ? 'areas' : 'roll', problem);
    const kept = this.congress.constituencies.map((other) => (other === current ? { ...other, to: addCivilDays(value.from, -1) } : other));
    if (current === undefined) this.isNew('CONSTITUENCIES', value.name);
    else this.compared('CONSTITUENCIES', value.name, [['from', current.from, value.from]]);
    this.congress = { ...this.congress, constituencies: [...kept, one] };
  }

  deputy({ value, fail }: Said<DeputySaid>): void {
    const person = this.personOf(value, fail);
    if (person === undefined) return;
    const own = this.congress.mandates.filter(({ personId, level }) => personId === person.personId && level === value.level);
    const known = own.find(({ from }) => from === value.from);
    if (known === undefined && own.some(({ to }) => to === undefined)) return fail('name', 'HAS_MANDATE');
    const station = this.congress.stations.find(({ name }) => name === value.station);
    if (station === undefined) return fail('station', 'STATION_UNKNOWN');
    const constituency = this.constituencyOf(value, known, fail);
    if (constituency === 'FAILED') return;
    const { name: _name, idNumber: _id, station: _station, constituency: _said, phone, ...said } = value;
    const shownPhone = phone === undefined || phone === HIDDEN ? {} : { phone };
    if (known === undefined) this.enter({ ...said, ...shownPhone, id: this.at.idOf('mandate', person.personId, value.level, value.from), personId: person.personId, name: person.name, stationId: station.id, suspensions: [], ...(constituency === undefined ? {} : { constituencyId: constituency.id }) }, fail);
    else this.compare(known, { ...(phone === HIDDEN ? withoutPhone(known) : known), ...said, ...shownPhone, stationId: station.id }, constituency, fail);
  }

  private enter(mandate: Mandate, fail: Said<DeputySaid>['fail']): void {
    if (!this.at.mayEnter(mandate.personId)) return fail('name', 'OWN_RECORD');
    const problem = problemOfMandate(mandate, this.congress);
    if (problem !== undefined) return fail(problem === 'HAS_MANDATE' ? 'name' : 'constituency', problem);
    this.isNew('DEPUTIES', mandate.name);
    this.entered.push(mandate);
    this.congress = { ...this.congress, mandates: [...this.congress.mandates, mandate] };
  }

  /** What the directory says of a deputy can be put right; term and constituency are those of the election. */
  private compare(known: Mandate, next: Mandate, constituency: Constituency | undefined, fail: Said<DeputySaid>['fail']): void {
    if (known.term !== next.term) return fail('term', 'MANDATE_DIFFERS');
    if (known.constituencyId !== constituency?.id) return fail('constituency', 'MANDATE_DIFFERS');
    // One that has ended stays as it was.
    if (known.to !== undefined) {
      this.counts.DEPUTIES.same += 1;
      return;
    }
    const stationName = (id: string): string | undefined => this.congress.stations.find((one) => one.id === id)?.name;
    const fields = [['station', stationName(known.stationId), stationName(next.stationId)], ['job', known.job, next.job], ['group', known.group, next.group], ['hours', known.hours, next.hours], ['phone', known.phone, next.phone]] as const;
    const differs = fields.some(([, before, after]) => before !== after);
    if (differs && !this.at.mayEnter(known.personId)) return fail('name', 'OWN_RECORD');
    this.compared('DEPUTIES', known.name, fields);
    this.congress = { ...this.congress, mandates: this.congress.mandates.map((one) => (one.id === known.id ? next : one)) };
  }

  /** Without a number who is meant must be in the directory already, and be the only one of that name and level. */
  private personOf(value: DeputySaid, fail: Said<DeputySaid>['fail']): Candidate | undefined {
    if (value.idNumber === '') {
      const named = new Map(this.congress.mandates.filter(({ name, level, from }) => name === value.name && level === value.level && from === value.from).map(({ personId, name }) => [personId, { personId, name }]));
      const [only] = [...named.values()];
      if (named.size === 1) return only;
      fail('id', named.size === 0 ? 'ID_NEEDED' : 'SAME_NAME_HERE');
      return undefined;
    }
    const found = this.at.candidatesOf(value);
    if (found.length > 1) fail('id', 'SAME_NAME_HERE');
    if (found.length === 0) fail('name', 'NOT_ON_ROSTER');
    return found.length === 1 ? found[0] : undefined;
  }

  private constituencyOf(value: DeputySaid, known: Mandate | undefined, fail: Said<DeputySaid>['fail']): Constituency | 'FAILED' | undefined {
    if (!isDirectlyElected(value)) {
      if (value.constituency === undefined) return undefined;
      fail('constituency', 'NO_CONSTITUENCY');
      return 'FAILED';
    }
    const named = this.congress.constituencies.filter(({ name, level }) => name === value.constituency && level === value.level);
    const found = named.find(({ id }) => id === known?.constituencyId) ?? named.find((one) => isInForceOn(one, value.from));
    if (found !== undefined) return found;
    fail('constituency', value.constituency === undefined ? 'CELL_EMPTY' : 'NO_CONSTITUENCY');
    return 'FAILED';
  }

  private isNew(table: DirectoryTable, name: string): void {
    this.counts[table].added += 1;
    this.changes.push({ table, name });
  }

  private compared(table: DirectoryTable, name: string, fields: readonly (readonly [field: string, before: string | undefined, after: string | undefined])[]): void {
    const differing = fields.filter(([, before, after]) => before !== after);
    this.counts[table][differing.length === 0 ? 'same' : 'changed'] += 1;
    this.changes.push(...differing.map(([field, before, after]) => ({ table, name, field, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) })));
  }

  result(): DirectoryLoad {
    const { stations, constituencies, mandates } = this.congress;
    return { stations, constituencies, mandates, entered: this.entered, changes: this.changes, counts: this.counts };
  }
}

function sameConstituency(one: Constituency, { areas, roll, seats }: ConstituencySaid): boolean {
  return one.roll === roll && one.seats === seats && [...one.areas].sort().join() === [...areas].sort().join();
}
