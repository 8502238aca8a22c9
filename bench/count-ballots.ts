/** Counts what lies in the file once the server is gone: rows that are cast, receipts, ballots; none may be one too many. */
import { MAIN } from '@/domain/voting/box';
import type { RollRow } from '@platform/ballot-box/records';
import { openSqliteStore } from '@platform/sqlite/store';
import type { Store } from '@platform/store';
import { collections } from '../config/cloud/collections';
import { boxId } from './electorate';

const PAGE = 100;

/** @param sent the rows of the roll for which a ballot was sent; all of them were answered. */
export async function countBallots(path: string, boxes: number, sent: readonly string[]): Promise<{ readonly boxes: number; readonly values: Readonly<Record<string, number>> }> {
  const store: Store = await openSqliteStore({ path, collections });
  let [published, rows, receipts, ballots, distinct] = [0, 0, 0, 0, 0];
  const cast = new Set<string>();
  for (let at = 0; at < boxes; at += 1) {
    const box = boxId(at);
    if ((await store.get('boxes', box))?.state === 'PUBLISHED') published += 1;
    for (let after: string | undefined, more = true; more; more = after !== undefined) {
      const page: { readonly items: readonly RollRow[]; readonly next?: string } = await store.find('boxRolls', { where: { box }, limit: PAGE, after });
      rows += page.items.length;
      for (const { _id, state } of page.items) if (state === 'CAST') cast.add(_id);
      after = page.next;
    }
    const listed = (await store.find('boxReceipts', { where: { box }, limit: PAGE })).items.flatMap((list) => list.receipts);
    receipts += listed.length;
    distinct += new Set(listed).size;
    ballots += (await store.find('boxChoices', { where: { box }, limit: PAGE })).items.reduce((sum, { choices }) => sum + (choices[MAIN]?.length ?? 0), 0);
  }
  await store.close();
  const lost = sent.filter((row) => !cast.has(row)).length;
  return { boxes: published, values: { 'roll rows': rows, cast: cast.size, receipts, ballots, 'taken twice': ballots - cast.size + (receipts - cast.size) + (receipts - distinct), lost } };
}
