/** What follows from an objection, done by the clock: its officers hear of it, the roll is put right, who objected is told. */
import { exhaustive } from '@/domain/basics/exhaustive';
import { levelOf, townOf, villageOf } from '@/domain/areas/code';
import { isOfBranch } from '@/domain/voting/box';
import { REPRESENTATIVE_CLOSES_MS } from '@/domain/voting/plan';
import { notice, toPerson, toPost, toRole, type NoticeContent } from '../notices';
import type { Transaction } from '../store';
import type { StepContext } from './batches';
import type { Box, BoxObjection } from './records';
import { rollRow, rollRowId } from './roll-row';

/** One step of one objection; reads it again inside the transaction, so that two clocks do nothing twice. */
export function followObjection({ store, now }: StepContext, id: string): Promise<void> {
  return store.transaction(async (tx) => {
    const objection = await tx.get('boxObjections', id);
    if (objection?.dueAt === undefined || objection.dueAt > now) return;
    const box = await tx.get('boxes', objection.box);
    if (box === undefined) return tx.update('boxObjections', id, { unset: ['dueAt'] });
    return objection.open ? tellOfficers(tx, box, objection, now) : settle(tx, box, objection, now);
  });
}

/** At first the desk of the village, of a branch's box its secretary; once the answer is late, the town's (VOTE-11). The presidium has no desk: it looks at its boxes. */
async function tellOfficers(tx: Transaction, box: Box, objection: BoxObjection, now: number): Promise<void> {
  const late = now >= objection.answerBy;
  const level = levelOf(box.area);
  const village = level !== 'COUNTY' && level !== 'TOWN';
  if (late) await tx.update('boxObjections', objection._id, { unset: ['dueAt'] });
  else await tx.update('boxObjections', objection._id, { set: { dueAt: objection.answerBy } });
  const kind = late ? 'BOX_OBJECTION_LATE' : 'BOX_OBJECTION';
  if (isOfBranch(box)) await tx.insert('notices', notice(told(late ? toRole('TOWN_PARTY', townOf(box.area)) : toRole('BRANCH_SECRETARY', box.area), kind, box, objection, now)));
  else if (village) await tx.insert('notices', notice(told(late ? toPost(`${townOf(box.area)}`) : toPost(`${villageOf(box.area)}`), kind, box, objection, now)));
}

async function settle(tx: Transaction, box: Box, objection: BoxObjection, now: number): Promise<void> {
  if (objection.stage === 'ROLL') {
    if (objection.accepted === true && box.state === 'SHOWN') await putRight(tx, box, objection);
    // The box waits for the last of them; it is looked at again at once.
    const last = box.rollObjections <= 1 && box.state === 'SHOWN';
    const wakes = last && now >= box.opensAt - REPRESENTATIVE_CLOSES_MS;
    await tx.update('boxes', box._id, { inc: { rollObjections: -1 }, ...(wakes ? { set: { dueAt: now } } : {}) });
  }
  await tx.update('boxObjections', objection._id, { unset: ['dueAt'] });
  await tx.insert('notices', notice(told(toPerson(objection.by), 'BOX_ANSWERED', box, objection, now)));
}

async function putRight(tx: Transaction, box: Box, { about, personId }: BoxObjection): Promise<void> {
  const person = await tx.get('people', personId);
  if (person === undefined) return;
  const household = box.unit === 'HOUSEHOLD' ? { _id: person.householdId } : undefined;
  switch (about) {
    case 'ADD':
    case 'REPRESENTATIVE':
      return tx.replace('boxRolls', rollRow(box, person, household));
    case 'REMOVE':
      await tx.remove('boxRolls', rollRowId(box._id, household?._id ?? person._id));
      return;
    case 'CAST_NOT_BY_ME':
    case 'NOT_COUNTED':
    case 'OTHER':
      return;
    default:
      return exhaustive(about);
  }
}

function told(to: string, kind: string, box: Box, objection: BoxObjection, at: number): NoticeContent {
  return { to, kind, at, data: { title: box.title, boxId: box._id }, cause: `${objection._id}:${kind}` };
}
