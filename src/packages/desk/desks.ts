/** Which desks a person sits at, and what they may do from there. The server decides; this only chooses what to offer. */
import { isAreaCode, levelOf, villageOf } from '@/domain/areas/code';
import { CONSULT_WATCHERS } from '@/domain/consultations/watchers';
import { areaOfPost } from '@/domain/grid/posts';
import { roleName } from '@/domain/wording/grid-duties';
import { branchOfficesOf, partyTownOf } from '@/services/branch-duties';
import { loadsRosters } from '@/services/roster-duties';
import type { Me } from '@/services/views';

export type Desk = NonNullable<Me['person']>['desks'][number];

export function desksOf(me: Me | undefined): readonly Desk[] {
  return me?.person?.desks ?? [];
}

/** As what somebody works here, as the side menu says it. */
export function dutiesOf(me: Me | undefined): readonly string[] {
  return [...new Set([
    ...desksOf(me).map(({ duty }) => duty),
    ...branchOfficesOf(me).map(({ duty }) => duty),
    ...(partyTownOf(me) === undefined ? [] : ['镇党委组织办']),
    ...(loadsRosters(me) ? [roleName('COUNTY_CLERK')] : []),
  ])];
}

/** The code of the area a desk stands in. */
export function areaOfDesk(desk: Desk): string {
  return areaOfPost(desk.post);
}

/** The village of a desk; undefined for a town's or the county's. */
export function villageOfDesk(desk: Desk): string | undefined {
  return desk.kind === 'GRID' || desk.kind === 'VILLAGE' ? villageOf(areaOfDesk(desk)) : undefined;
}

/** Desks that answer for households: heads of grids, and the duty officer of a village. */
export function homeDesksOf(me: Me | undefined): readonly Desk[] {
  return desksOf(me).filter(({ kind }) => kind === 'GRID' || kind === 'VILLAGE');
}

/** The village whose roster and posts this person keeps, from their desk; undefined for who keeps none. */
export function keptVillageOf(me: Me | undefined): string | undefined {
  const desk = desksOf(me).find(({ kind }) => kind === 'VILLAGE');
  return desk === undefined ? undefined : villageOfDesk(desk);
}

/** The grid a search is to stay within: a head looks among their own households, a duty officer in the whole village. */
export function gridOfDesk(desk: Desk): string | undefined {
  const area = areaOfDesk(desk);
  return desk.kind === 'GRID' && levelOf(area) !== 'VILLAGE' ? area : undefined;
}

/** Whether restricted matters reach this person (EVT-14); what they read is then never kept on the phone. */
export function seesRestricted(me: Me | undefined): boolean {
  return desksOf(me).some(({ kind }) => kind === 'LEGAL');
}

/** The widest area a person oversees from their desk; undefined for who oversees none. */
export function overseenArea(me: Me | undefined): string | undefined {
  const areas = desksOf(me).filter(({ kind }) => kind === 'VILLAGE' || kind === 'TOWN' || kind === 'COUNTY').map(areaOfDesk);
  return [...areas].sort((one, other) => one.length - other.length)[0];
}

/** The town whose desk this person sits at: it takes in what the 12345 hotline sends (EVT-19). */
export function townOfDesk(me: Me | undefined): string | undefined {
  const desk = desksOf(me).find(({ kind }) => kind === 'TOWN');
  return desk === undefined ? undefined : areaOfDesk(desk);
}

/** The county has figures of its towns and no lists of their matters (rulebook section 11). */
export function isCounty(area: string | undefined): boolean {
  return area !== undefined && isAreaCode(area) && levelOf(area) === 'COUNTY';
}

/** Where this person works, as the side menu says it: the town or county of their office, else their village. */
export function placeOf(me: Me | undefined): string {
  const office = desksOf(me).find(({ kind }) => kind === 'TOWN' || kind === 'COUNTY');
  if (office !== undefined) return office.area;
  const party = partyTownOf(me);
  if (party !== undefined) return party.name;
  return (loadsRosters(me) ? undefined : me?.person?.village.name) ?? me?.county ?? '';
}

/** Whether this person answers for what a village talks over, or watches over it. */
export function watchesConsultation(me: Me | undefined): boolean {
  return me?.modules['consultations'] !== false && (me?.person?.roles.some(({ role }) => CONSULT_WATCHERS.includes(role)) ?? false);
}
