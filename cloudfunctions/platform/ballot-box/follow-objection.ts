/** What follows from an objection, done by the clock: its officers hear of it, the roll is put right, who objected is told. */
import { exhaustive } from '@/domain/basics/exhaustive';
import type { PersonId } from '@/domain/basics/ids';
import type { Person } from '@/domain/people/person';
import { representativeOf } from '@/domain/voting/electorate';
import { REPRESENTATIVE_CLOSES_MS } from '@/domain/voting/plan';
import { notice, toPerson, type NoticeContent } from '../notices';
import type { Transaction } from '../store';
import type { StepContext } from './batches';
import { membersOf } from './draw-roll';
import { officersOf } from './officers';
import type { Box, BoxObjection, ObjectionAbout } from './records';
import { rollRow, rollRowId } from './roll-row';

/** One step of one objection; reads it again inside the transaction, so that two clocks do nothing twice. */
export async function followObjection({ store, now }: StepContext, id: string): Promise<void> {
  const successor = await successorFor(store, id);
  return store.transaction(async (tx) => {
    const objection = await tx.get('boxObjections', id);
    if (objection?.dueAt === undefined || objection.dueAt > now) return;
    const box = await tx.get('boxes', objection.box);
    // Nobody is called to answer for the roll of a ballot that was called off.
    if (box === undefined || (box.state === 'CANCELLED' && objection.open)) return tx.update('boxObjections', id, { unset: ['dueAt'] });
    return objection.open ? tellOfficers(tx, box, objection, now) : settle(tx, box, objection, now, successor);
  });
}

/** Those who answer for the roll; once the answer is late, whoever stands above them (VOTE-11). */
async function tellOfficers(tx: Transaction, box: Box, objection: BoxObjection, now: number): Promise<void> {
  const late = now >= objection.answerBy;
  if (late) await tx.update('boxObjections', objection._id, { unset: ['dueAt'] });
  else await tx.update('boxObjections', objection._id, { set: { dueAt: objection.answerBy } });
  const to = officersOf(box, late);
  if (to !== undefined) await tx.insert('notices', notice(told(to, late ? 'BOX_OBJECTION_LATE' : 'BOX_OBJECTION', box, objection, now)));
}

async function settle(tx: Transaction, box: Box, objection: BoxObjection, now: number, successor: Person | undefined): Promise<void> {
  if (objection.stage === 'ROLL') {
    if (objection.accepted === true && box.state === 'SHOWN') await putRight(tx, box, objection, successor, now);
    // The box waits for the last of them; it is looked at again at once.
    const last = box.rollObjections <= 1 && box.state === 'SHOWN';
    const wakes = last && now >= box.opensAt - REPRESENTATIVE_CLOSES_MS;
    await tx.update('boxes', box._id, { inc: { rollObjections: -1 }, ...(wakes ? { set: { dueAt: now } } : {}) });
  }
  await tx.update('boxObjections', objection._id, { unset: ['dueAt'] });
  await tx.insert('notices', notice(told(toPerson(objection.by), 'BOX_ANSWERED', box, objection, now)));
}

/** Whoever loses their vote by it is told at once, since somebody else asked for it: they can still object in their turn. */
async function putRight(tx: Transaction, box: Box, objection: BoxObjection, successor: Person | undefined, now: number): Promise<void> {
  const person = await tx.get('people', objection.personId);
  if (person === undefined) return;
  const household = box.unit === 'HOUSEHOLD' ? { _id: person.householdId } : undefined;
  const id = rollRowId(box._id, household?._id ?? person._id);
  const before = await tx.get('boxRolls', id);
  const voter = voterAfter(objection.about, before?.voter, person, household !== undefined, successor);
  if (voter === 'AS_BEFORE') return;
  if (voter === undefined) await tx.remove('boxRolls', id);
  else await tx.replace('boxRolls', rollRow(box, voter, household));
  if (before === undefined || before.voter === voter?._id || before.voter === objection.by) return;
  await tx.insert('notices', notice(told(toPerson(before.voter), 'BOX_TAKEN_OFF', box, objection, now)));
}

/** Whose vote a row is after what was asked was granted; undefined where it is nobody's any more. */
function voterAfter(about: ObjectionAbout, before: PersonId | undefined, person: Person, isHousehold: boolean, successor: Person | undefined): Person | undefined | 'AS_BEFORE' {
  switch (about) {
    case 'ADD':
      // A household that has its vote keeps who casts it: that is for its own members to change.
      return isHousehold && before !== undefined ? 'AS_BEFORE' : person;
    case 'REPRESENTATIVE':
      return person;
    case 'REMOVE':
      return before === person._id ? successor : 'AS_BEFORE';
    case 'CAST_NOT_BY_ME':
    case 'NOT_COUNTED':
    case 'OTHER':
      return 'AS_BEFORE';
    default:
      return exhaustive(about);
  }
}

/** Who votes for a household once its representative is off the roll: it does not lose its vote with them (VOTE-10). */
async function successorFor(store: StepContext['store'], id: string): Promise<Person | undefined> {
  const objection = await store.get('boxObjections', id);
  if (objection?.accepted !== true || objection.about !== 'REMOVE') return undefined;
  const box = await store.get('boxes', objection.box);
  const person = await store.get('people', objection.personId);
  const household = person && (await store.get('households', person.householdId));
  if (box?.unit !== 'HOUSEHOLD' || household === undefined) return undefined;
  const electorate = { ...box.electorate, except: [...(box.electorate.except ?? []), objection.personId] };
  return representativeOf(electorate, household, await membersOf(store, [household]), box.opensAt);
}

function told(to: string, kind: string, box: Box, objection: BoxObjection, at: number): NoticeContent {
  return { to, kind, at, data: { title: box.title, boxId: box._id }, cause: `${objection._id}:${kind}` };
}
