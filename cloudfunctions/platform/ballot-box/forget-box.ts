/** Removes what need not be kept any longer (PRV-10): the ballots, comments and receipts first, a term later the roll, with what was objected to. The counts stay. */
import { systemAuditRow } from '../audit';
import { moveOn, type StepContext } from './batches';
import { BALLOTS_READ } from './read-box';
import type { Box } from './records';

const PAGE = 100;

/** One batch. */
export async function forgetBox(context: StepContext, box: Box): Promise<void> {
  const { store, now } = context;
  const query = { where: { box: box._id }, limit: BALLOTS_READ };
  const choices = (await store.find('boxChoices', query)).items;
  const receipts = (await store.find('boxReceipts', query)).items;
  await Promise.all([...choices.map(({ _id }) => store.remove('boxChoices', _id)), ...receipts.map(({ _id }) => store.remove('boxReceipts', _id))]);
  const rollUntil = (box.result ?? box.cancelled)?.rollUntil ?? now;
  if (now < rollUntil) {
    await moveOn(context, box, { set: { dueAt: rollUntil } }, async (tx) => {
      await tx.insert('audit', systemAuditRow('clock', 'box.ballotsRemoved', now, { target: `box:${box._id}`, area: box.area }));
    });
    return;
  }
  const rows = (await store.find('boxRolls', { where: { box: box._id }, limit: PAGE })).items;
  const objections = (await store.find('boxObjections', { where: { box: box._id }, limit: PAGE })).items;
  await Promise.all([...rows.map(({ _id }) => store.remove('boxRolls', _id)), ...objections.map(({ _id }) => store.remove('boxObjections', _id))]);
  if (rows.length < PAGE && objections.length < PAGE) await moveOn(context, box, { unset: ['dueAt'] });
}
