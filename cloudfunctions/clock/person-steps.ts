/** The steps after a person moved or a holder's details changed: households, the village they came from, posts elsewhere. */
import { villageOf } from '@/domain/areas/code';
import { followedBy, type CameFromFollowUp, type HolderFollowUp, type HouseholdFollowUp } from '@/domain/grid/follow-ups';
import type { Village } from '@/domain/grid/grid';
import { withDetailsInOffice, withDetailsInVillage } from '@/domain/grid/holders';
import { withCounts } from '@/domain/grid/tree';
import type { Transaction } from '@platform/store';
import { settled, waitingIn, type Place } from './guards';
import type { JobContext } from './job';

/** Brings the member lists in line. A household whose last member left is closed and counts no more. */
export function settleHousehold({ store, now }: JobContext, place: Place, one: HouseholdFollowUp): Promise<void> {
  return store.transaction(async (tx) => {
    const guard = await waitingIn(tx, place, one.id);
    if (guard?.name !== 'villages') return;
    const village = one.leaves === undefined ? guard.doc : await withoutMember(tx, guard.doc, one, now);
    if (one.joins !== undefined) {
      const person = await tx.get('people', one.personId);
      // A roster load may have put them somewhere else since.
      if (person?.householdId === one.joins) await tx.update('households', one.joins, { addToSet: { memberIds: one.personId }, set: { changedAt: now } });
    }
    await settled(tx, { name: 'villages', doc: village }, one.id, undefined);
  });
}

async function withoutMember(tx: Transaction, village: Village, one: HouseholdFollowUp, now: number): Promise<Village> {
  const household = one.leaves === undefined ? undefined : await tx.get('households', one.leaves);
  // A roster load counts anew whom it writes; what it took out already is not taken out again.
  if (household === undefined || !household.memberIds.includes(one.personId)) return village;
  const memberIds = household.memberIds.filter((id) => id !== one.personId);
  const expected = (village.followUps ?? []).some((other) => other.kind === 'HOUSEHOLD' && other.joins === household._id);
  if (memberIds.length === 0 && !expected) {
    await tx.remove('households', household._id);
    return withCounts(village, household.grid, { households: -1 });
  }
  const headId = household.headId === one.personId ? undefined : household.headId;
  await tx.replace('households', { ...household, memberIds, headId, changedAt: now });
  return village;
}

/** Takes a person who moved to another village out of the old one's count, and lets the old household follow there. */
export function takeFromVillage({ store, now }: JobContext, place: Place, one: CameFromFollowUp): Promise<void> {
  return store.transaction(async (tx) => {
    const guard = await waitingIn(tx, place, one.id);
    if (guard === undefined) return;
    const household = await tx.get('households', one.household);
    const old = await tx.get('villages', villageOf(one.grid));
    if (old !== undefined && household?.memberIds.includes(one.personId)) {
      const follow = { kind: 'HOUSEHOLD' as const, id: `${one.id}:household`, personId: one.personId, leaves: one.household };
      await tx.replace('villages', followedBy({ ...withCounts(old, one.grid, { people: -1 }), changedAt: now }, now, follow));
    }
    await settled(tx, guard, one.id, undefined);
  });
}

/** Copies a holder's details to the posts of another area. */
export function copyHolder({ store, now }: JobContext, place: Place, one: HolderFollowUp): Promise<void> {
  return store.transaction(async (tx) => {
    const guard = await waitingIn(tx, place, one.id);
    const person = guard && (await tx.get('people', one.personId));
    if (guard === undefined) return;
    if (person !== undefined && one.area !== place.id) {
      if (one.area.length === 12) {
        const village = await tx.get('villages', one.area);
        if (village) await tx.replace('villages', withDetailsInVillage(village, person._id, person, now));
      } else {
        const office = await tx.get('offices', one.area);
        if (office) await tx.replace('offices', withDetailsInOffice(office, person._id, person));
      }
    }
    await settled(tx, guard, one.id, undefined);
  });
}
