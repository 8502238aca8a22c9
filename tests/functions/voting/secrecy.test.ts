/**
 * Nobody can tell who chose what, given everything that is stored and logged (architecture section 5). The same attacker
 * finds every leak that is planted, so that its failure means something.
 */
import { copyFile, readFile } from 'node:fs/promises';
import { MAIN, type OptionCode } from '@/domain/voting/box';
import { contentDigest } from '@platform/ids';
import type { CollectionName, Store, Transaction } from '@platform/store';
import { loadDriver } from '@platform/sqlite/driver';
import { collections } from '../../../config/cloud/collections';
import { adapter, harness, type System } from '../harness';
import { guesses, hitRate, logHitRate, type Evidence, type StoredDoc } from './attacker';
import { accountAt, ballotId, opened, personOf, receiptFrom, seeded, withCrowd } from './kit';

const OPTIONS: readonly OptionCode[] = ['A', 'B', 'C', 'D'];
const COLLECTIONS = Object.keys(collections) as CollectionName[];

let system: System | undefined;
afterEach(() => system?.close());

interface Poll {
  readonly evidence: Evidence;
  readonly truth: readonly OptionCode[];
}

/** Everyone of a crowd votes, in random order, each option as likely as the other; then the whole store is taken away. */
async function poll(count: number, leak?: Leak): Promise<Poll> {
  system = await harness({ fixture: withCrowd(count) });
  await opened(system);
  const random = seeded(321);
  const order = shuffled(Array.from({ length: count }, (_, at) => at), random);
  const voters = order.map((at) => ({ voter: personOf(at), ballotId: ballotId(personOf(at)), receipt: receiptFrom(random), account: accountAt(at) }));
  const truth = order.map(() => OPTIONS[Math.floor(random() * 4)] ?? 'A');
  const before = system.lines.length;
  const now: Casting = { voter: '', choice: '', receipt: '', turn: 0 };
  // The server's own randomness too, so that a run that finds something finds it again.
  const changed = system.platform as { store: Store; randomHex: (bytes: number) => string };
  changed.randomHex = (bytes) => Array.from({ length: bytes }, () => Math.floor(random() * 256).toString(16).padStart(2, '0')).join('');
  if (leak !== undefined) changed.store = leaking(system.store, leak, now);
  for (const [turn, { voter, account, ballotId: row, receipt }] of voters.entries()) {
    const choice = truth[turn] ?? 'A';
    Object.assign(now, { voter, choice, receipt, turn });
    // They read that the box is open, and vote: when they looked into the inbox stands beside their account.
    await system.phone(account).notices.seen({ upTo: system.now() });
    await system.phone(account).voting.cast({ ballotId: row, receipt, choices: { [MAIN]: choice } });
    system.pass(1_000);
  }
  const lines = system.lines.slice(before).filter(({ action }) => action === 'voting.cast');
  const evidence = { ...(adapter === 'sqlite' ? await takeFile(system) : takeDocuments(system)), lines, voters, options: OPTIONS };
  return { evidence, truth };
}

/** The file as it lies there, and what its tables give up in their own order. */
async function takeFile({ path, store }: System): Promise<Pick<Evidence, 'collections' | 'bytes'>> {
  await store.close();
  const copy = `${path}.taken`;
  await copyFile(path, copy);
  const bytes = await readFile(copy);
  const connection = (await loadDriver())(copy);
  const read = (collection: string) => connection.prepare(`SELECT doc FROM "${collection}" NOT INDEXED`).all([]).map(({ doc }) => JSON.parse(String(doc)) as StoredDoc);
  const taken = Object.fromEntries(COLLECTIONS.map((collection) => [collection, read(collection)]));
  connection.close();
  return { collections: taken, bytes };
}

function takeDocuments({ emulator }: System): Pick<Evidence, 'collections' | 'bytes'> {
  const taken = Object.fromEntries(COLLECTIONS.map((collection) => [collection, (emulator?.all(collection) ?? []) as readonly StoredDoc[]]));
  return { collections: taken, bytes: Buffer.alloc(0) };
}

/** What a guess with nothing to go on gets of four options: a quarter, and five standard deviations for the many signals tried. */
function byChance(count: number): number {
  return 0.25 + 5 * Math.sqrt((0.25 * 0.75) / count);
}

function best({ evidence, truth }: Poll): { readonly by: string; readonly rate: number } {
  return guesses(evidence).map((guess) => ({ by: guess.by, rate: hitRate(guess, truth) })).reduce((one, other) => (other.rate > one.rate ? other : one));
}

describe('after a thousand casts, whoever has everything does no better than chance', () => {
  it('by id, order, row position, time, size, digest and count', async () => {
    const count = 1_000;
    const taken = await poll(count);
    const found = best(taken);
    expect(guesses(taken.evidence).length).toBeGreaterThan(adapter === 'sqlite' ? 100 : 20);
    expect([found.by, found.rate <= byChance(count)]).toEqual([found.by, true]);
    expect(taken.evidence.lines).toHaveLength(count);
    // No former version of a list is left in the file.
    expect(taken.evidence.voters.filter(({ receipt }) => taken.evidence.bytes.indexOf(receipt) !== taken.evidence.bytes.lastIndexOf(receipt))).toEqual([]);
    expect(logHitRate(taken.evidence.lines, taken.truth)).toBeLessThanOrEqual(byChance(count / 2));
    expect(new Set(taken.evidence.lines.flatMap((line) => Object.keys(line)))).toEqual(new Set(['action', 'outcome', 'ms', 'reads', 'writes']));
    expect(JSON.stringify(taken.evidence.lines)).not.toMatch(/person-|wx:|[A-Z0-9]{28}/);
  }, 120_000);
});

describe('in a village so small that all share one list', () => {
  it('whoever has everything, and knows when each looked into the inbox, does no better than chance', async () => {
    const count = 18;
    const taken = await poll(count);
    expect(taken.evidence.collections.boxChoices).toHaveLength(1);
    const found = best(taken);
    expect([found.by, found.rate <= byChance(count)]).toEqual([found.by, true]);
  });
});

/** What a careless ballot box would do beside, or instead. */
type Leak = 'rowOrder' | 'timestamp' | 'orderedReceipts' | 'inputDigest';

/** The cast that is under way. */
interface Casting {
  voter: string;
  choice: string;
  receipt: string;
  turn: number;
}

/** A store that lets something slip with every cast. */
function leaking(store: Store, leak: Leak, now: Casting): Store {
  const arrived = new Map<string, number>();
  const inOrder = (items: readonly string[]) => {
    for (const item of items) if (!arrived.has(item)) arrived.set(item, now.turn);
    return [...items].sort((one, other) => (arrived.get(one) ?? 0) - (arrived.get(other) ?? 0));
  };
  const any = <T>(doc: T) => doc as never;
  async function slip(tx: Transaction): Promise<void> {
    // Two ordinary tables that name no person and no choice together, and keep the order of both.
    if (leak !== 'rowOrder') return;
    await tx.insert('tries', any({ _id: `voted-${now.receipt}`, voter: now.voter, day: '2026-12-01', count: 0 }));
    await tx.insert('mediaChecks', any({ _id: `choice-${now.receipt.split('').reverse().join('')}`, choice: now.choice, at: 0 }));
  }
  const slipping = (tx: Transaction): Transaction => ({
    get: (collection, id) => tx.get(collection, id),
    insert: (collection, doc) => tx.insert(collection, doc),
    remove: (collection, id) => tx.remove(collection, id),
    replace: (collection, doc) => {
      const list = doc as unknown as { readonly receipts?: readonly string[]; readonly choices?: Readonly<Record<string, readonly string[]>> };
      if (collection === 'boxReceipts' && leak === 'orderedReceipts') return tx.replace(collection, any({ ...doc, receipts: inOrder(list.receipts ?? []) }));
      if (collection === 'boxChoices' && leak === 'orderedReceipts') return tx.replace(collection, any({ ...doc, choices: { [MAIN]: inOrder(list.choices?.[MAIN] ?? []) } }));
      if (collection === 'boxChoices' && leak === 'timestamp') {
        const timed = (list.choices?.[MAIN] ?? []).map((entry) => (entry.startsWith('ffff') ? entry : `ffff${String(now.turn).padStart(8, '0')}${entry.slice(12)}`));
        return tx.replace(collection, any({ ...doc, choices: { [MAIN]: timed } }));
      }
      return tx.replace(collection, doc);
    },
    update: async (collection, id, change) => {
      if (collection !== 'boxRolls') return tx.update(collection, id, change);
      await slip(tx);
      const more = leak === 'timestamp' ? { castAt: now.turn } : leak === 'inputDigest' ? { digest: contentDigest({ ballotId: id, choices: { [MAIN]: now.choice } }) } : {};
      return tx.update(collection, id, { ...change, set: { ...change.set, ...more } });
    },
  });
  return {
    ...slipping(store),
    insertMany: (collection, docs) => store.insertMany(collection, docs),
    find: (collection, query) => store.find(collection, query),
    count: (collection, where) => store.count(collection, where),
    transaction: (body) => store.transaction((tx) => body(slipping(tx))),
    close: () => store.close(),
  };
}

describe('the same attacker finds', () => {
  it.each<[string, Leak, RegExp]>([
    ['the order of rows in two tables', 'rowOrder', /^tries\/(place|file\w+) ~ mediaChecks/],
    ['a time beside the voter and one in the choice', 'timestamp', /^boxRolls\.castAt ~ choice\/id$/],
    ['receipts and choices that are kept in the order they came', 'orderedReceipts', /^receipt\/place ~ choice\/place$/],
    ['choices in the order they came, by when each voter last looked into the inbox', 'orderedReceipts', /^accounts\.inboxSeenAt ~ choice\/place$/],
    ['a digest of the input', 'inputDigest', /^digest$/],
  ])('%s', async (_what, leak, by) => {
    // One list of each, so that an order is an order of all.
    const taken = await poll(leak === 'orderedReceipts' ? 18 : 200, leak);
    const found = guesses(taken.evidence).filter((guess) => by.test(guess.by)).map((guess) => hitRate(guess, taken.truth));
    expect(Math.max(...found)).toBeGreaterThan(0.95);
    expect(best(taken).rate).toBeGreaterThan(0.95);
  }, 60_000);

  it('a size in the log', async () => {
    const { evidence, truth } = await poll(200);
    const sized = evidence.lines.map((line, at) => ({ ...line, bytes: 80 + OPTIONS.indexOf(truth[at] ?? 'A') }));
    expect(logHitRate(sized, truth)).toBeGreaterThan(0.95);
    expect(logHitRate(evidence.lines, truth)).toBeLessThan(0.5);
  }, 60_000);
});

function shuffled<T>(items: T[], random: () => number): readonly T[] {
  const all = [...items];
  for (let at = all.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [all[at], all[other]] = [all[other] as T, all[at] as T];
  }
  return all;
}
