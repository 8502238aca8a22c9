/** Reading a box that is over: what its result, its lists of receipts and its published file are made of. */
import { civilDateOf, dueDay } from '@/domain/basics/civil-time';
import { FILE_FORMAT, type PublishedFile } from '@/domain/voting/published-file';
import type { ById, Store } from '../store';
import type { Box } from './records';
import { choicesIn, commentsIn, receiptsIn } from './shards';

/** A box's lists are at most so many (`freeze-roll.ts`), so that one page holds them. */
export const BALLOTS_READ = 100;

/** Whether its ballots are still there. */
export function hasBallots(box: Box, now: number): boolean {
  return box.result !== undefined && now < box.result.ballotsUntil;
}

/** Whether anything of it is shown (DEP-21). */
export function isShown(box: Box): boolean {
  return box.result?.counts !== undefined;
}

/** The box of an id; undefined where there is none. */
export function boxOf(store: ById, id: string): Promise<Box | undefined> {
  return store.get('boxes', id);
}

/**
 * The published file: two reads. Undefined where nothing is shown, or where the ballots are removed already. Answers that
 * are too few to show are left out of it.
 */
export async function publishedFile(store: Store, box: Box, now: number): Promise<PublishedFile | undefined> {
  const { result } = box;
  if (result?.counts === undefined || result.receiptsRoot === undefined || !hasBallots(box, now)) return undefined;
  const query = { where: { box: box._id }, limit: BALLOTS_READ };
  const receipts = receiptsIn((await store.find('boxReceipts', query)).items);
  const shards = (await store.find('boxChoices', query)).items;
  const shown = box.questions.filter(({ id }) => result.counts?.byQuestion[id] !== undefined);
  return {
    format: FILE_FORMAT,
    box: box._id,
    kind: box.kind,
    unit: box.unit,
    legalEffect: box.legalEffect,
    title: box.title,
    openedOn: civilDateOf(box.opensAt),
    closedOn: dueDay(box.closesAt),
    rule: box.rule,
    questions: shown,
    eligible: result.counts.eligible,
    ballots: Object.fromEntries(shown.map(({ id }) => [id, choicesIn(shards, id)])),
    receipts,
    receiptsRoot: result.receiptsRoot,
    counts: result.counts,
    outcome: result.outcome,
  };
}

/** The comments of a box, in no order: one read. For the presidium alone (DEP-21). */
export async function commentsOf(store: Store, box: Box): Promise<readonly string[]> {
  return commentsIn((await store.find('boxChoices', { where: { box: box._id }, limit: BALLOTS_READ })).items);
}
