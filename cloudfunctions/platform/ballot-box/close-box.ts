/** Closes a box and counts it: seal the lists, count who has cast, count the ballots, publish (VOTE-12). */
import { createHash } from 'node:crypto';
import { addCivilMonths, civilDateOf, DAY_MS, endOfDay, startOfDay } from '@/domain/basics/civil-time';
import type { EpochMs } from '@/domain/basics/ids';
import { BALLOTS_READ } from './read-box';
import { merkleRoot } from '@/domain/voting/merkle';
import { MAIN } from '@/domain/voting/box';
import { countChoices, outcomeOf, shownCounts, total, type Counts } from '@/domain/voting/tally';
import { systemAuditRow } from '../audit';
import { notice } from '../notices';
import { BEGINNING, into, moveOn, type StepContext } from './batches';
import type { Box, BoxResult } from './records';
import { officersOf } from './officers';
import { choicesIn, receiptsIn } from './shards';
import { matterOf, toTell } from './tell-roll';

const PAGE = 100;

export async function beginCounting(context: StepContext, box: Box): Promise<void> {
  await moveOn(context, box, into('COUNTING', context.now));
}

/** One batch. Nothing is counted before every list is sealed: a cast under way then fails or was in time. */
export async function countBox(context: StepContext, box: Box): Promise<void> {
  const { store } = context;
  const progress = box.progress ?? BEGINNING;
  if (progress.rows === 0) await sealShards(context, box);
  const page = await store.find('boxRolls', { where: { box: box._id }, limit: PAGE, after: progress.after });
  const rows = progress.rows + page.items.length;
  const cast = progress.cast + page.items.filter(({ state }) => state === 'CAST').length;
  if (page.next !== undefined) await moveOn(context, box, { set: { progress: { ...progress, after: page.next, rows, cast } } });
  else await publish(context, box, rows, cast);
}

async function sealShards({ store }: StepContext, box: Box): Promise<void> {
  const query = { where: { box: box._id }, limit: BALLOTS_READ };
  const receipts = (await store.find('boxReceipts', query)).items.filter(({ sealed }) => !sealed);
  const choices = (await store.find('boxChoices', query)).items.filter(({ sealed }) => !sealed);
  await Promise.all([
    ...receipts.map(({ _id }) => store.update('boxReceipts', _id, { set: { sealed: true } })),
    ...choices.map(({ _id }) => store.update('boxChoices', _id, { set: { sealed: true } })),
  ]);
}

async function publish(context: StepContext, box: Box, rows: number, cast: number): Promise<void> {
  const { store, now } = context;
  const query = { where: { box: box._id }, limit: BALLOTS_READ };
  const receipts = receiptsIn((await store.find('boxReceipts', query)).items);
  const shards = (await store.find('boxChoices', query)).items;
  const byQuestion = Object.fromEntries(box.questions.map((question) => [question.id, countChoices(question, choicesIn(shards, question.id))]));
  const ballots = total(byQuestion[MAIN] ?? {});
  const adds = rows === box.eligible && cast === receipts.length && cast === ballots && new Set(receipts).size === cast;
  const counts: Counts = { eligible: rows, present: ballots, invalid: 0, byQuestion };
  const shown = shownCounts(box.rule, counts);
  const audited = { target: `box:${box._id}`, area: box.area };
  if (!adds) {
    // Nothing is published that does not add up, and nothing is thrown away: people have to look.
    await moveOn(context, box, { set: { state: 'HELD' }, unset: ['dueAt', 'progress'] }, async (tx) => {
      await tx.insert('audit', systemAuditRow('clock', 'box.held', now, { ...audited, detail: { rows, cast, ballots, receipts: receipts.length } }));
      const to = officersOf(box, false);
      if (to !== undefined) await tx.insert('notices', notice({ to, kind: 'BOX_HELD', at: now, ...matterOf(box), data: { title: box.title, boxId: box._id }, cause: box._id }));
    });
    return;
  }
  const ends = endsOf(context);
  const result: BoxResult = {
    publishedAt: now,
    outcome: outcomeOf(box.rule, counts),
    ...(shown === undefined ? {} : { counts: shown, receiptsRoot: merkleRoot(receipts, sha256) }),
    ...ends,
  };
  await moveOn(context, box, into('PUBLISHED', ends.ballotsUntil, { result, ...toTell(box, 'PUBLISHED', now) }), async (tx) => {
    await tx.insert('audit', systemAuditRow('clock', 'box.published', now, audited));
  });
}

/** How long one may object, how long ballots and roll are kept: whole days, from the day of publication (PUB-04, PRV-10). */
function endsOf(context: StepContext): Pick<BoxResult, 'objectionsUntil' | 'ballotsUntil' | 'rollUntil'> {
  const { now, settings } = context;
  const objectionsUntil = endOfDay(civilDateOf(now)) + settings.consult.publishDays * DAY_MS;
  return {
    objectionsUntil,
    ballotsUntil: objectionsUntil + settings.privacy.ballotDays * DAY_MS,
    rollUntil: rollUntilOf(context),
  };
}

/** A roll is kept for one term (PRV-10). */
export function rollUntilOf({ now, settings }: Pick<StepContext, 'now' | 'settings'>): EpochMs {
  return startOfDay(addCivilMonths(civilDateOf(now), 12 * settings.head.termYears));
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
