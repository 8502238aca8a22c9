/** Posts changing hands inside their guard document (HHL-07, GRD-10): every change counts the version up. */
import type { AreaCode, GridCode } from '../areas/code';
import type { EpochMs, PersonId } from '../basics/ids';
import { grantKey } from '../people/roles';
import type { GridCell, Office, Officer, PostHolder, StandIn, Village } from './grid';

/** What is copied from a person into the posts they hold, so that routing and contacts read one document. */
export interface HolderDetails {
  readonly name: string;
  readonly phoneSealed?: string;
  readonly phoneShown: boolean;
  readonly hours?: string;
}

/** The copied part of a holder; the phone only where its owner agreed (LNS-05). */
export function shownOf(person: HolderDetails): Pick<PostHolder, 'name' | 'phoneSealed' | 'hours'> {
  return { name: person.name, phoneSealed: person.phoneShown ? person.phoneSealed : undefined, hours: person.hours };
}

/** The village with a cell's head replaced, or its post vacant. Who stood in for the head that left no longer does. */
export function withHead(village: Village, code: GridCode, head: PostHolder | undefined, now: EpochMs): Village {
  return withCell(village, code, now, (cell) => ({ ...cell, head, standIn: undefined }));
}

/** The village with someone standing in for a cell's head, or with the head back. */
export function withStandIn(village: Village, code: GridCode, standIn: StandIn | undefined, now: EpochMs): Village {
  return withCell(village, code, now, (cell) => ({ ...cell, standIn }));
}

/** The village's desk with one officer gone and one come. */
export function withDesk(village: Village, change: { readonly leaving?: PersonId; readonly joining?: PostHolder }, now: EpochMs): Village {
  const { leaving, joining } = change;
  const staying = village.desk.filter((officer) => officer.personId !== leaving && officer.personId !== joining?.personId);
  return { ...village, desk: joining ? [...staying, joining] : staying, version: village.version + 1, changedAt: now };
}

/** A town or the county with one officer gone and one come; a person may hold several of its posts. */
export function withOfficers(office: Office, change: { readonly leaving?: Officer; readonly joining?: Officer }): Office {
  const gone = [change.leaving, change.joining].flatMap((one) => (one ? [officerKey(office._id, one)] : []));
  const staying = office.officers.filter((officer) => !gone.includes(officerKey(office._id, officer)));
  return { ...office, officers: change.joining ? [...staying, change.joining] : staying, version: office.version + 1 };
}

/** The village with a holder's details copied anew wherever the person holds a post. */
export function withDetailsInVillage(village: Village, personId: PersonId, person: HolderDetails, now: EpochMs): Village {
  const fresh = <H extends PostHolder>(holder: H): H => (holder.personId === personId ? { ...holder, ...shownOf(person) } : holder);
  const grids = village.grids.map((cell) => ({
    ...cell,
    ...(cell.head && { head: fresh(cell.head) }),
    ...(cell.standIn && { standIn: fresh(cell.standIn) }),
  }));
  return { ...village, grids, desk: village.desk.map(fresh), version: village.version + 1, changedAt: now };
}

/** The same for an office. */
export function withDetailsInOffice(office: Office, personId: PersonId, person: HolderDetails): Office {
  const officers = office.officers.map((officer) => (officer.personId === personId ? { ...officer, ...shownOf(person) } : officer));
  return { ...office, officers, version: office.version + 1 };
}

/** The role that heads a cell. */
export function headRoleOf(cell: Pick<GridCell, 'level'>): 'HEAD' | 'LEVEL2_HEAD' | 'LEVEL1_HEAD' {
  return cell.level === 3 ? 'HEAD' : cell.level === 2 ? 'LEVEL2_HEAD' : 'LEVEL1_HEAD';
}

function officerKey(area: AreaCode, officer: Officer): string {
  return `${officer.personId} ${grantKey({ role: officer.role, area, unit: officer.unit })}`;
}

function withCell(village: Village, code: GridCode, now: EpochMs, change: (cell: GridCell) => GridCell): Village {
  const grids = village.grids.map((cell) => (cell.code === code ? change(cell) : cell));
  return { ...village, grids, version: village.version + 1, changedAt: now };
}
