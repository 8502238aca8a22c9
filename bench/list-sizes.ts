/**
 * What a cast costs by how many ballots share a list: the transaction alone, in this process, 16 at a time. A box of 3,200
 * voters that all vote, with lists that grow from empty to full.
 */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { castBallot } from '@platform/ballot-box/cast-ballot';
import { shardId } from '@platform/ballot-box/freeze-roll';
import { rollRow } from '@platform/ballot-box/roll-row';
import { createPlatform } from '@platform/runtime';
import { openSqliteStore } from '@platform/sqlite/store';
import type { Store } from '@platform/store';
import { answerCodes } from '@/domain/voting/plan';
import { collections } from '../config/cloud/collections';
import { countySettings } from '../config/county/settings';
import { ballotOf, CLOSES, madeUp, OPENS, planOf } from './electorate';
import { median, type Row } from './table';

const VOTERS = 3_200;
const AT_ONCE = 16;
const SIZES = [16, 32, 64, 128, 320] as const;
const ROUNDS = 5;

/** The sizes take turns; figures are medians, the ratio is of the same round to lists of 32. */
export async function listSizeRows(): Promise<readonly Row[]> {
  const rounds: (readonly Cost[])[] = [];
  // The first is for warming up.
  for (let round = 0; round <= ROUNDS; round += 1) {
    const costs: Cost[] = [];
    for (const size of SIZES) costs.push(await costOf(size));
    if (round > 0) rounds.push(costs);
  }
  return SIZES.map((size, at) => {
    const of = (pick: (cost: Cost) => number) => median(rounds.map((costs) => pick(costs[at] ?? NO_COST)));
    const ratio = median(rounds.map((costs) => (costs[at] ?? NO_COST).cpuMicros / (costs[SIZES.indexOf(32)] ?? NO_COST).cpuMicros));
    return { what: `${size} ballots a list`, values: { 'CPU µs': Math.round(of(({ cpuMicros }) => cpuMicros)), 'ratio to 32': ratio, 'log KB': of(({ logBytes }) => logBytes / 1000) } };
  });
}

interface Cost {
  readonly cpuMicros: number;
  readonly logBytes: number;
}

const NO_COST: Cost = { cpuMicros: Number.NaN, logBytes: Number.NaN };

async function costOf(size: number): Promise<Cost> {
  const folder = mkdtempSync(join(tmpdir(), 'cunlishi-bench-'));
  const path = join(folder, 'store.sqlite');
  const store: Store = await openSqliteStore({ path, collections });
  try {
    const { randomHex } = createPlatform({ store, settings: countySettings(), sealer: undefined as never, files: undefined as never, wechat: undefined as never });
    await makeBox(store, Math.ceil(VOTERS / size));
    const logBefore = statSync(`${path}-wal`).size;
    const cpuBefore = process.cpuUsage();
    let next = 0;
    await Promise.all(Array.from({ length: AT_ONCE }, async () => {
      for (let nth = next++; nth < VOTERS; nth = next++) {
        const { ballotId: rowId, receipt, choices } = ballotOf(nth, 1);
        const cast = await castBallot({ store, now: OPENS, randomHex, permit: () => undefined }, { rowId, receipt, choices });
        if (cast.kind !== 'CAST') throw new Error(`a ballot was not cast: ${cast.kind}`);
      }
    }));
    const { user, system } = process.cpuUsage(cpuBefore);
    return { cpuMicros: (user + system) / VOTERS, logBytes: (statSync(`${path}-wal`).size - logBefore) / VOTERS };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function makeBox(store: Store, shards: number): Promise<void> {
  const plan = planOf(0, countySettings());
  const ballot = { kind: plan.kind, opensAt: OPENS, shards, questions: answerCodes(plan.questions), commentMax: 0 };
  await store.insertMany('boxRolls', Array.from({ length: VOTERS }, (_, nth) => ({ ...rollRow({ _id: plan.id, closesAt: CLOSES }, madeUp(nth, 1).person), ballot })));
  for (let at = 0; at < shards; at += 1) {
    await store.insert('boxReceipts', { _id: shardId(plan.id, at), box: plan.id, receipts: [], sealed: false });
    await store.insert('boxChoices', { _id: shardId(plan.id, at), box: plan.id, choices: {}, comments: [], sealed: false });
  }
}
