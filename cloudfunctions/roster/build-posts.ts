/** The village's or office's own document after a load: its grids, counts and the holders of its posts. */
import { townOf, type AreaCode } from '@/domain/areas/code';
import { civilDateOf } from '@/domain/basics/civil-time';
import type { EpochMs, PersonId } from '@/domain/basics/ids';
import { followedBy, type PostFollowUp } from '@/domain/grid/follow-ups';
import type { GridCell, Office, PostHolder, Village } from '@/domain/grid/grid';
import { headRoleOf } from '@/domain/grid/holders';
import { grantKey } from '@/domain/people/roles';
import type { Stored } from '@/domain/roster/judge';
import type { HolderTarget, UnitTarget } from '@/domain/roster/target';
import { derivedId } from '@platform/ids';
import type { Sealer } from '@platform/seal';

export interface PostsMaking {
  readonly now: EpochMs;
  readonly loadId: string;
  readonly sealer: Pick<Sealer, 'seal'>;
  readonly nameOf: (area: AreaCode) => string;
  readonly phoneKey: (mobile: string) => string;
}

/** The village as it will be; the same object when nothing of it changes. */
export function villageOf(target: UnitTarget, stored: Stored, making: PostsMaking): Village {
  const { village: before } = stored;
  const holder = holderMaker(target, stored, making);
  const grids = target.cells.map((cell) => withHeadOf(cell, target, holder));
  const desk = target.desk.map((officer) => holder(officer, before?.desk.find(({ personId }) => personId === officer.personId)));
  const now: Village = {
    ...before,
    _id: target.unit,
    name: making.nameOf(target.unit),
    town: townOf(target.unit),
    townName: making.nameOf(townOf(target.unit)),
    grids,
    desk,
    version: (before?.version ?? 0) + 1,
    changedAt: making.now,
    rosterLoad: making.loadId,
  };
  if (before === undefined) return now;
  if (sameContent(now, before)) return before;
  return followedBy(now, making.now, ...handOvers(before, now, making));
}

/** A town or the county as it will be; the same object when nothing of it changes. */
export function officeOf(target: UnitTarget, stored: Stored, making: PostsMaking): Office {
  const { office: before } = stored;
  const holder = holderMaker(target, stored, making);
  const officers = target.officers.map((officer) => ({
    ...officer,
    ...holder(officer, before?.officers.find((old) => old.personId === officer.personId && old.role === officer.role && old.unit === officer.unit)),
  }));
  const now: Office = { ...before, _id: target.unit, name: making.nameOf(target.unit), officers, version: (before?.version ?? 0) + 1 };
  return before !== undefined && sameContent(now, before) ? before : now;
}

type HolderMaker = (holder: HolderTarget, before: PostHolder | undefined) => PostHolder;

/** A holder's phone is there only with consent (LNS-05), and is sealed anew only when it is another one. */
function holderMaker(target: UnitTarget, stored: Stored, { sealer, phoneKey }: PostsMaking): HolderMaker {
  const people = new Map([...stored.people, ...stored.elsewhere.values()].map((person) => [person._id, person]));
  const targets = new Map(target.people.map((person) => [person.id, person]));
  const phoneOf = (id: PersonId, before: PostHolder | undefined): string | undefined => {
    const person = people.get(id);
    const granted = target.granted.get(id);
    if (!(granted?.phoneShown ?? person?.phoneShown ?? false)) return undefined;
    const mobile = granted?.mobile ?? targets.get(id)?.mobile;
    if (mobile === undefined || person?.phoneKey === phoneKey(mobile)) return before?.phoneSealed ?? person?.phoneSealed;
    return sealer.seal(mobile);
  };
  return (holder, before) => {
    const phoneSealed = phoneOf(holder.personId, before);
    return { ...holder, ...(phoneSealed !== undefined && { phoneSealed }) };
  };
}

function withHeadOf(cell: GridCell, target: UnitTarget, holder: HolderMaker): GridCell {
  const { head: before, standIn, ...rest } = cell;
  const wanted = target.heads.has(cell.code) ? target.heads.get(cell.code) : renamed(before, target);
  if (wanted === undefined) return rest;
  // Who stands in for a head that stays goes on standing in.
  const head = holder(wanted, before);
  return { ...rest, head, ...(standIn !== undefined && before?.personId === head.personId && { standIn }) };
}

/** A head no line of the heads' sheet names stays, by the name that the residents' sheet has. */
function renamed(head: PostHolder | undefined, target: UnitTarget): HolderTarget | undefined {
  if (head === undefined) return undefined;
  const { phoneSealed: _sealed, ...holder } = head;
  return { ...holder, name: target.people.find(({ id }) => id === head.personId)?.name ?? head.name };
}

/** A post that changes hands is handed over by the clock as after any appointment (HHL-07). */
function handOvers(before: Village, now: Village, { now: at, loadId }: PostsMaking): readonly PostFollowUp[] {
  return before.grids.flatMap((old): readonly PostFollowUp[] => {
    const cell = now.grids.find(({ code }) => code === old.code);
    const to = cell?.head?.personId;
    if (old.head === undefined || cell === undefined || old.head.personId === to) return [];
    const grant = grantKey({ role: headRoleOf(old), area: old.code });
    return [{
      kind: 'POST',
      id: derivedId('follow', loadId, old.code),
      post: `${old.code}`,
      at,
      closes: { personId: old.head.personId, grant, end: cell.head?.since ?? civilDateOf(at) },
      ...(to !== undefined && { to }),
    }];
  });
}

function sameContent(now: Village | Office, before: Village | Office): boolean {
  const text = (one: object) => JSON.stringify({ ...one, version: 0, changedAt: 0, rosterLoad: '' }, sortedKeys);
  return text(now) === text(before);
}

function sortedKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}
