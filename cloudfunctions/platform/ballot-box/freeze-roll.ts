/** Freezes a roll: from 24 h before the box opens it no longer changes, and every row carries what casting must know. */
import { HOUR_MS } from '@/domain/basics/civil-time';
import { answerCodes, REPRESENTATIVE_CLOSES_MS } from '@/domain/voting/plan';
import { systemAuditRow } from '../audit';
import { StoreDuplicate } from '../store';
import { BATCH, BEGINNING, into, moveOn, type StepContext } from './batches';
import type { Box } from './records';
import { toTell } from './tell-roll';

/**
 * How many ballots share a list of choices or of receipts. Among more a single one is better hidden, and a phone that
 * fetches a list of receipts tells less; but a list is written whole with every ballot.
 */
const BALLOTS_A_SHARD = 32;
/** All lists of a box are read as one page. */
const MAX_SHARDS = 96;

/**
 * Ends the time in which the roll can be put right. Objections that nobody has answered yet put the box off: it opens
 * a day after the last answer (VOTE-11).
 */
export async function beginFreezing(context: StepContext, box: Box): Promise<void> {
  const { store, now } = context;
  if (box.rollObjections > 0) {
    await moveOn(context, box, { set: { dueAt: now + HOUR_MS } });
    return;
  }
  const eligible = await store.count('boxRolls', { box: box._id });
  const shards = Math.max(1, Math.min(MAX_SHARDS, Math.ceil(eligible / BALLOTS_A_SHARD)));
  const late = now - (box.opensAt - REPRESENTATIVE_CLOSES_MS);
  const delay = late > HOUR_MS ? late : 0;
  await moveOn(context, box, into('FREEZING', now, { shards, eligible, opensAt: box.opensAt + delay, closesAt: box.closesAt + delay }));
}

/** One batch of rows; the first makes the empty lists, all before anyone can cast, so that their order says nothing. */
export async function freezeRoll(context: StepContext, box: Box): Promise<void> {
  const { store, now } = context;
  const progress = box.progress ?? BEGINNING;
  if (progress.rows === 0) await makeShards(context, box);
  const page = await store.find('boxRolls', { where: { box: box._id }, limit: BATCH, after: progress.after });
  const ballot = { opensAt: box.opensAt, shards: box.shards, questions: answerCodes(box.questions), commentMax: box.commentMax };
  const rows = progress.rows + page.items.length;
  const last = page.next === undefined;
  await moveOn(context, box, last ? into('OPEN', box.closesAt, { eligible: rows, ...toTell(box, 'OPEN', box.opensAt) }) : { set: { progress: { ...progress, after: page.next, rows } } }, async (tx) => {
    for (const { _id } of page.items) await tx.update('boxRolls', _id, { set: { ballot, closesAt: box.closesAt } });
    if (last) await tx.insert('audit', systemAuditRow('clock', 'box.frozen', now, { target: `box:${box._id}`, area: box.area, detail: { eligible: rows } }));
  });
}

/** Inserted, never written over: a clock that comes late must not empty a list that has ballots in it. */
async function makeShards({ store }: StepContext, box: Box): Promise<void> {
  const ids = Array.from({ length: box.shards }, (_, at) => shardId(box._id, at));
  await Promise.all(ids.flatMap((_id) => [
    ifMissing(store.insert('boxReceipts', { _id, box: box._id, receipts: [], sealed: false })),
    ifMissing(store.insert('boxChoices', { _id, box: box._id, choices: {}, comments: [], sealed: false })),
  ]));
}

async function ifMissing(insert: Promise<void>): Promise<void> {
  try {
    await insert;
  } catch (error) {
    if (!(error instanceof StoreDuplicate)) throw error;
  }
}

export function shardId(box: string, at: number): string {
  return `${box}:${at}`;
}
