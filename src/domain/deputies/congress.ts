/**
 * A town's congress (镇人大) as the public may know it: stations, constituencies, deputies (DEP-01..03). One document a town:
 * the directory reads it whole, and every change touches it, so that two changes at once cannot both win.
 */
import { isWithin, type AreaCode, type TownCode } from '../areas/code';
import type { CivilDate, EpochMs, FileId, PersonId } from '../basics/ids';

/** Where a deputy sits. Only the first two are elected by voters themselves (选举法 art. 3). */
export const DEPUTY_LEVELS = ['TOWN', 'COUNTY', 'CITY', 'PROVINCE', 'NATION'] as const;
export type DeputyLevel = (typeof DEPUTY_LEVELS)[number];

/** 代表联络站 (DEP-02). */
export interface Station {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** When it is open, as the door says it. */
  readonly hours: string;
  readonly phone?: string;
  /** Who is on duty when, in the station's own words (值班安排). */
  readonly duty?: string;
}

/**
 * 选区 (DEP-01). It is never rewritten: one whose borders change ends, and its successor begins, so that last year's roll
 * stays the roll of last year's constituency.
 */
export interface Constituency {
  readonly id: string;
  readonly name: string;
  readonly level: 'TOWN' | 'COUNTY';
  /** Whole villages, or one part of a village. */
  readonly areas: readonly AreaCode[];
  /**
   * Who is on its roll: those registered as its voters (role 选民 over the area), or everyone of age who lives there, put
   * right while the roll is shown.
   */
  readonly roll: 'REGISTERED' | 'RESIDENTS';
  /** How many deputies it elects, 1 to 3 (选举法 art. 25). */
  readonly seats: number;
  readonly from: CivilDate;
  /** Last day; absent while it exists. */
  readonly to?: CivilDate;
}

/** Why a deputy's mandate ended (代表法 art. 62). */
export const MANDATE_ENDS = ['RESIGNED', 'TERMINATED', 'TERM_OVER', 'MOVED', 'DIED'] as const;
export type MandateEnd = (typeof MANDATE_ENDS)[number];

/** A deputy's picture (DEP-03). */
export interface Portrait {
  readonly file: FileId;
  /** The draft that brought it. */
  readonly upload: string;
  /** Everybody may see it. */
  readonly shown: boolean;
  readonly at: EpochMs;
}

/** One person's mandate in one term. Whoever is elected again has another. */
export interface Mandate {
  readonly id: string;
  readonly personId: PersonId;
  readonly name: string;
  readonly level: DeputyLevel;
  /** 第几届, as people say it: 第十九届. */
  readonly term: string;
  /** Absent for who was not elected by voters. */
  readonly constituencyId?: string;
  /** 代表小组 */
  readonly group?: string;
  readonly stationId: string;
  /** What the deputy does for a living: 堰坪村小学教师. */
  readonly job: string;
  /** When to meet them, in their own words. */
  readonly hours?: string;
  readonly from: CivilDate;
  readonly to?: CivilDate;
  readonly ended?: MandateEnd;
  /** 暂停执行职务 (代表法 art. 61). */
  readonly suspensions: readonly { readonly from: CivilDate; readonly to?: CivilDate }[];
  /** Published with the deputy's own consent (LNS-05); gone with the mandate. */
  readonly phone?: string;
  /** 照片 (DEP-03); without one the surname stands there. */
  readonly photo?: Portrait;
}

export interface Congress {
  readonly _id: TownCode;
  /** 漩涡镇 */
  readonly name: string;
  readonly stations: readonly Station[];
  readonly constituencies: readonly Constituency[];
  readonly mandates: readonly Mandate[];
  /** When the clock looks next whether the forum was held (DEP-02). */
  readonly forumDueAt?: EpochMs;
  /** When the clock looks next: at pictures that wait for their check or are no longer needed, and for `entered`. */
  readonly lookAt?: EpochMs;
  /** Mandates that a sheet has brought, whose persons have not been given the role yet. */
  readonly entered?: readonly string[];
  readonly version: number;
  readonly changedAt: EpochMs;
}

/** Whether something that lasts from a day to a day is in force on a day, both ends included. */
export function isInForceOn({ from, to }: { readonly from: CivilDate; readonly to?: CivilDate }, day: CivilDate): boolean {
  return from <= day && (to === undefined || day <= to);
}

/** Whether a deputy may not exercise the mandate on a day (暂停执行职务). */
export function isSuspendedOn(mandate: Mandate, day: CivilDate): boolean {
  return mandate.suspensions.some((one) => isInForceOn(one, day));
}

/** Whether the deputy was elected by voters and not by a congress (选举法 art. 3). */
export function isDirectlyElected({ level }: Pick<Mandate, 'level'>): boolean {
  return level === 'TOWN' || level === 'COUNTY';
}

export function mandateOf(congress: Congress, id: string): Mandate | undefined {
  return congress.mandates.find((mandate) => mandate.id === id);
}

/** The mandates a person exercises on a day. */
export function mandatesOf(congress: Congress, personId: PersonId, day: CivilDate): readonly Mandate[] {
  return congress.mandates.filter((mandate) => mandate.personId === personId && isInForceOn(mandate, day));
}

export type DirectoryProblem =
  /** Something is entered that has no station, or a constituency that is not there. */
  | 'NO_STATION'
  | 'NO_CONSTITUENCY'
  /** A constituency elects one to three deputies (选举法 art. 25). */
  | 'SEATS'
  | 'SEATS_TAKEN'
  /** It lies outside the town, or consists of parts of several villages. */
  | 'AREAS'
  /** Voters are registered for one area; over several the roll is drawn from who lives there. */
  | 'REGISTERED_ONE_AREA'
  /** The person has such a mandate already. */
  | 'HAS_MANDATE';

/** What is wrong with a constituency as it is entered (DEP-01). */
export function problemOfConstituency(one: Constituency, town: TownCode): DirectoryProblem | undefined {
  if (one.seats < 1 || one.seats > 3) return 'SEATS';
  const partOfVillage = one.areas.length === 1 && (one.areas[0]?.length ?? 0) > 12;
  const isWhole = one.areas.length > 0 && one.areas.every((area) => area.length === 12);
  if ((!partOfVillage && !isWhole) || !one.areas.every((area) => isWithin(area, town))) return 'AREAS';
  return one.roll === 'REGISTERED' && one.areas.length > 1 ? 'REGISTERED_ONE_AREA' : undefined;
}

/** What is wrong with a mandate as it is entered (DEP-01). Seats are counted over all its days: a by-election fills one that is free for good. */
export function problemOfMandate(mandate: Mandate, congress: Congress): DirectoryProblem | undefined {
  if (!congress.stations.some(({ id }) => id === mandate.stationId)) return 'NO_STATION';
  const others = congress.mandates.filter(({ id }) => id !== mandate.id);
  const overlapping = others.filter(({ from, to }) => (to === undefined || to >= mandate.from) && (mandate.to === undefined || from <= mandate.to));
  if (overlapping.some(({ personId, level }) => personId === mandate.personId && level === mandate.level)) return 'HAS_MANDATE';
  if (!isDirectlyElected(mandate)) return mandate.constituencyId === undefined ? undefined : 'NO_CONSTITUENCY';
  const constituency = congress.constituencies.find(({ id }) => id === mandate.constituencyId);
  if (constituency === undefined || constituency.level !== mandate.level || !isInForceOn(constituency, mandate.from)) return 'NO_CONSTITUENCY';
  const taken = overlapping.filter(({ constituencyId }) => constituencyId === constituency.id).length;
  return taken >= constituency.seats ? 'SEATS_TAKEN' : undefined;
}

/** A mandate that no longer says where to ring. */
export function withoutPhone({ phone: _phone, ...rest }: Mandate): Mandate {
  return rest;
}

/** Puts one item into a list, in place of the one with its id. */
export function withItem<T extends { readonly id: string }>(items: readonly T[], item: T): readonly T[] {
  return items.some(({ id }) => id === item.id) ? items.map((one) => (one.id === item.id ? item : one)) : [...items, item];
}
