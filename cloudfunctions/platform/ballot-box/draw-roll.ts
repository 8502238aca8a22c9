/** Draws a box's roll from the roster, village by village (VOTE-10, 11, DEP-11). */
import type { Household, Person } from '@/domain/people/person';
import { representativeOf, whyNot } from '@/domain/voting/electorate';
import { putOffForRoll, REPRESENTATIVE_CLOSES_MS } from '@/domain/voting/plan';
import { BATCH, BEGINNING, into, moveOn, type StepContext } from './batches';
import type { Box, RollRow } from './records';
import { rollRow } from './roll-row';
import { toTell } from './tell-roll';

interface Drawn {
  readonly rows: readonly RollRow[];
  readonly next?: string;
}

/** One batch. After the last village the roll is shown; what a clock that stood still took from its days is added (VOTE-11). */
export async function drawRoll(context: StepContext, box: Box): Promise<void> {
  const progress = box.progress ?? BEGINNING;
  const village = box.electorate.villages[progress.village];
  if (village === undefined) {
    const rollShownAt = Math.max(context.now, box.rollShownAt);
    const delay = putOffForRoll(box.opensAt, rollShownAt);
    const times = delay === 0 ? {} : { rollShownAt, opensAt: box.opensAt + delay, closesAt: box.closesAt + delay };
    await moveOn(context, box, into('SHOWN', box.opensAt + delay - REPRESENTATIVE_CLOSES_MS, { eligible: progress.rows, ...times, ...toTell(box, 'SHOWN', rollShownAt) }));
    return;
  }
  const drawn = box.unit === 'PERSON' ? await persons(context, box, village, progress.after) : await households(context, box, village, progress.after);
  const next = drawn.next === undefined
    ? { ...progress, village: progress.village + 1, after: undefined, rows: progress.rows + drawn.rows.length }
    : { ...progress, after: drawn.next, rows: progress.rows + drawn.rows.length };
  // Written over, not inserted: who moves from one village to the next meanwhile is met twice.
  await moveOn(context, box, { set: { progress: next } }, async (tx) => {
    for (const row of drawn.rows) await tx.replace('boxRolls', row);
  });
}

async function persons({ store }: StepContext, box: Box, village: string, after: string | undefined): Promise<Drawn> {
  const page = await store.find('people', { where: { village }, orderBy: [{ field: 'name', direction: 'asc' }], limit: BATCH, after });
  const rows = page.items.filter((person) => whyNot(box.electorate, person, box.opensAt) === undefined).map((person) => rollRow(box, person));
  return { rows, next: page.next };
}

async function households({ store }: StepContext, box: Box, village: string, after: string | undefined): Promise<Drawn> {
  const page = await store.find('households', { where: { village }, orderBy: [{ field: 'number', direction: 'asc' }], limit: BATCH, after });
  const members = await membersOf(store, page.items);
  const rows = page.items.flatMap((household) => {
    const voter = representativeOf(box.electorate, household, members, box.opensAt);
    return voter === undefined ? [] : [rollRow(box, voter, household)];
  });
  return { rows, next: page.next };
}

/** Everybody of some households: by their ids, a page of a hundred at a time. */
export async function membersOf(store: StepContext['store'], households: readonly Household[]): Promise<readonly Person[]> {
  const ids = households.flatMap(({ memberIds }) => memberIds);
  const found: Person[] = [];
  for (let at = 0; at < ids.length; at += 100) {
    const { items } = await store.find('people', { where: { _id: { in: ids.slice(at, at + 100) } }, limit: 100 });
    found.push(...items);
  }
  return found;
}
