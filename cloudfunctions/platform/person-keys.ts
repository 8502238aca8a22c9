/**
 * The ids and look-up keys of persons and households. They derive from what the roster says, so that an import, a clerk's
 * single entry and a binding all mean the same person; the ID number itself is in none of them (PRV-12).
 */
import { countyOf, type CountyCode, type VillageCode } from '@/domain/areas/code';
import type { HouseholdId, PersonId } from '@/domain/basics/ids';
import { lastFourOf } from '@/domain/people/id-number';
import { derivedId } from './ids';
import type { Sealer } from './seal';

/** Of a parsed ID number. A person is one person within a county, whichever village they live in. */
export function personIdOf(sealer: Sealer, area: CountyCode, idNumber: string): PersonId {
  return `person-${sealer.key('person', countyOf(area), idNumber).slice(0, ID_DIGITS)}`;
}

/** What weak binding looks up: a parsed name and the last four characters of an ID number. */
export function weakKeyOf(sealer: Sealer, area: CountyCode, name: string, lastFour: string): string {
  return sealer.key('weak', countyOf(area), name, lastFourOf(lastFour)).slice(0, ID_DIGITS);
}

/** What binding by phone looks up: a parsed mobile number. */
export function phoneKeyOf(sealer: Sealer, mobile: string): string {
  return sealer.key('phone', mobile).slice(0, ID_DIGITS);
}

/**
 * Of a household's number in its village's book. The village stands first, so that the households of a village lie beside
 * each other in every index; a number is anything an office writes, so it goes in as a digest.
 */
export function householdIdOf(village: VillageCode, number: string): HouseholdId {
  return derivedId('house', village, number).replace('-', `-${village}-`);
}

/** 128 bits in hex. */
const ID_DIGITS = 32;
