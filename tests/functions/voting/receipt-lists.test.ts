/** What a voter finds after the count and after the ballots are removed, box by box of every awkward size (VOTE-12, PRV-10). */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MAIN, type OptionCode } from '@/domain/voting/box';
import { merkleRoot } from '@/domain/voting/merkle';
import { checkFile, type PublishedFile } from '@/domain/voting/published-file';
import { bucketOf } from '@/domain/voting/receipt';
import { sha256 } from '@platform/ballot-box/close-box';
import { harness } from '../harness';
import { accountAt, ballotId, BOX, clock, closed, opened, personOf, receiptFrom, seeded, withCrowd } from './kit';

const OPTIONS: readonly OptionCode[] = ['A', 'B', 'C', 'D'];

it.each([1, 2, 3, 20, 21, 50])('%i ballots: lists, file, command and server say the same, and the root stays when the ballots are gone', async (count) => {
  const random = seeded(count);
  // Twelve more are on the roll: at 21 a second list begins.
  const system = await harness({ fixture: withCrowd(count) });
  const folder = await mkdtemp(join(tmpdir(), 'lists-'));
  try {
    await opened(system);
    const ballots = Array.from({ length: count }, (_, at) => ({ at, receipt: receiptFrom(random), choice: OPTIONS[Math.floor(random() * 4)] ?? 'A' }));
    for (const { at, receipt, choice } of ballots) await system.phone(accountAt(at)).voting.cast({ ballotId: ballotId(personOf(at)), receipt, choices: { [MAIN]: choice } });
    await closed(system);
    const { voting } = system.as('villager');
    const result = await voting.result({ boxId: BOX });
    expect(result.buckets).toBe(Math.ceil((count + 12) / 32));
    const lists = await Promise.all(Array.from({ length: result.buckets }, async (_, bucket) => (await voting.receipts({ boxId: BOX, bucket })).receipts));
    for (const { receipt } of ballots) expect(lists[bucketOf(receipt, result.buckets)]).toContain(receipt);
    const receipts = ballots.map(({ receipt }) => receipt).sort();
    expect(lists.flat()).toEqual(receipts);
    expect(merkleRoot(lists.flat(), sha256)).toBe(result.receiptsRoot);

    const { text } = await voting.file({ boxId: BOX });
    const file = JSON.parse(text) as PublishedFile;
    expect(checkFile(file, sha256)).toEqual([]);
    expect(file).toMatchObject({ receipts, receiptsRoot: result.receiptsRoot, counts: result.counts, outcome: result.outcome, ballots: { [MAIN]: ballots.map(({ choice }) => choice).sort() } });
    const path = join(folder, 'file.json');
    await writeFile(path, text);
    expect(execFileSync(process.execPath, [join(__dirname, '../../../local/tally.mjs'), path], { encoding: 'utf8' })).toContain('和公布的一样');

    system.moveTo(result.ballotsUntil);
    await clock(system);
    const after = await voting.result({ boxId: BOX });
    expect(after).toEqual({ ...result, buckets: 0 });
    for (let bucket = 0; bucket < result.buckets; bucket += 1) await expect(voting.receipts({ boxId: BOX, bucket })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(voting.file({ boxId: BOX })).rejects.toMatchObject({ code: 'BALLOTS_REMOVED' });
    // Whoever kept the file, or the receipts, still has what the root was of.
    expect(merkleRoot(file.receipts, sha256)).toBe(after.receiptsRoot);
  } finally {
    await system.close();
    await rm(folder, { recursive: true, force: true });
  }
});
