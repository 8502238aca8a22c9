/**
 * A server that is really killed, again and again, in the middle of casts and of the count (VOTE-12): in the end every voter
 * has one ballot, and what is published is what the phones were answered. Where it dies is drawn, never timed.
 */
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { WireReply } from '@/contract/wire';
import { MAIN, type OptionCode } from '@/domain/voting/box';
import { checkFile } from '@/domain/voting/published-file';
import type { Receipt } from '@/domain/voting/receipt';
import { sha256 } from '@platform/ballot-box/close-box';
import { publishedFile } from '@platform/ballot-box/read-box';
import { openSqliteStore } from '@platform/sqlite/store';
import { collections } from '../../../config/cloud/collections';
import { programOf, type Program } from '../../store/own-process';
import { harness, type System } from '../harness';
import { accountAt, ballotId, BOX, boxNow, insides, opened, personOf, plan, receiptFrom, seeded, withCrowd } from './kit';
import type { Asked, Death } from './voting-process';

const OPTIONS: readonly OptionCode[] = ['A', 'B', 'C', 'D'];
/** Each another history of casts and deaths. */
const SEEDS = [1, 2, 3, 4];
const VOTERS = 96;
const CLIENTS = 16;
const BUSY: readonly string[] = ['CHANGED_MEANWHILE', 'UNAVAILABLE'];

/** What one device of a voter has on it; a repeat sends the same. */
interface Ballot {
  readonly voter: number;
  readonly receipt: Receipt;
  readonly choice: OptionCode;
  readonly answers: string[];
}

/** Killed from inside, or from outside once it has answered so often. */
type End = Death | { readonly at: 'ANSWER'; readonly nth: number };

let program: Program;
let system: System;
beforeAll(async () => { program = await programOf(join(__dirname, 'voting-process.ts')); });
afterAll(() => program.remove());
afterEach(() => system.close());

/** One life of the server: whoever asks while it dies hears nothing. */
function born(end?: End) {
  const child = program.start(system.path, ...(end === undefined || end.at === 'ANSWER' ? [] : [JSON.stringify(end)]));
  const waiting = new Map<number, (reply: unknown) => void>();
  let isGone = false;
  let asked = 0;
  let answered = 0;
  const gone = once(child, 'exit').then(([, signal]) => {
    isGone = true;
    for (const hear of waiting.values()) hear(undefined);
    return signal as string | null;
  });
  // What could not be written any more is lost like what was.
  child.stdin?.on('error', () => undefined);
  if (child.stdout === null) throw new Error('it speaks');
  createInterface(child.stdout).on('line', (line) => {
    const { id, reply } = JSON.parse(line) as { readonly id: number; readonly reply: unknown };
    waiting.get(id)?.(reply);
    waiting.delete(id);
    answered += 1;
    if (end?.at === 'ANSWER' && answered === end.nth) child.kill('SIGKILL');
  });
  return {
    ask(request: Omit<Asked, 'id'>): Promise<unknown> {
      if (isGone) return Promise.resolve(undefined);
      asked += 1;
      const id = asked;
      return new Promise((hear) => {
        waiting.set(id, hear);
        child.stdin?.write(`${JSON.stringify({ id, ...request })}\n`);
      });
    },
    gone,
    kill(): Promise<string | null> {
      child.kill('SIGKILL');
      return gone;
    },
  };
}

/** Sixteen clients send what is queued until nothing is left or the server is gone; what got no answer is queued again. */
async function castInOneLife(queue: Ballot[], end?: End): Promise<void> {
  const server = born(end);
  await Promise.all(Array.from({ length: CLIENTS }, async () => {
    for (let ballot = queue.shift(); ballot; ballot = queue.shift()) {
      const { voter, receipt, choice, answers } = ballot;
      const reply = (await server.ask({ now: system.now(), account: accountAt(voter), input: { ballotId: ballotId(personOf(voter)), receipt, choices: { [MAIN]: choice } } })) as WireReply | undefined;
      const answer = reply === undefined ? 'LOST' : reply.ok ? 'OK' : reply.error.code;
      if (answer === 'LOST' || BUSY.includes(answer)) queue.push(ballot);
      else answers.push(answer);
      if (answer === 'LOST') return;
    }
  }));
  if (end === undefined) await server.kill();
  expect(await server.gone).toBe('SIGKILL');
}

/** The file as it is found after a death, by somebody who only looks. */
async function found<T>(look: (there: System) => Promise<T>): Promise<T> {
  const store = await openSqliteStore({ path: system.path, collections });
  try {
    return await look({ ...system, store });
  } finally {
    await store.close();
  }
}

/** Nothing half, and everything that was answered. */
async function expectSound(ballots: readonly Ballot[]) {
  const inside = await found(insides);
  expect([inside.receipts.length, inside.ballots.length]).toEqual([inside.cast.length, inside.cast.length]);
  expect(new Set(inside.receipts).size).toBe(inside.receipts.length);
  for (const { receipt } of ballots.filter(({ answers }) => answers.includes('OK'))) expect(inside.receipts).toContain(receipt);
  return inside;
}

/** One death of each kind, one after the other, beginning with any. */
function endsFrom(random: () => number): readonly End[] {
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  const ends: readonly End[] = [{ at: 'OPERATION', nth: upTo(40) }, { at: 'COMMIT', nth: upTo(2) }, { at: 'ANSWER', nth: upTo(20) }];
  const first = Math.floor(random() * ends.length);
  return [...ends.slice(first), ...ends.slice(0, first)];
}

describe('a server that is killed', () => {
  it.each(SEEDS)('in the middle of casts and of the count, seed %i: one ballot each, and the count is what was answered', async (seed) => {
    system = await harness({ fixture: withCrowd(VOTERS) });
    await opened(system);
    await system.store.close();
    const random = seeded(seed);
    const ballotOf = (voter: number): Ballot => ({ voter, receipt: receiptFrom(random), choice: OPTIONS[Math.floor(random() * 4)] ?? 'A', answers: [] });
    const firsts = Array.from({ length: VOTERS }, (_, voter) => ballotOf(voter));
    // A fifth of what is sent is sent twice at once, and some vote again from another device.
    const seconds = firsts.filter(() => random() < 0.2).map(({ voter }) => ballotOf(voter));
    const ballots = [...firsts, ...seconds];
    const queue = ballots.flatMap((ballot) => (random() < 0.2 ? [ballot, ballot] : [ballot]));
    for (const end of endsFrom(random)) {
      await castInOneLife(queue, end);
      await expectSound(ballots);
    }
    await castInOneLife(queue);

    const inside = await expectSound(ballots);
    const counted = firsts.map(({ voter }) => {
      const own = ballots.filter((ballot) => ballot.voter === voter);
      const [taken, ...more] = own.filter(({ answers }) => answers.includes('OK'));
      expect(more).toEqual([]);
      for (const { answers } of own) expect(new Set(answers)).toEqual(new Set([answers === taken?.answers ? 'OK' : 'ALREADY_CAST']));
      return taken;
    });
    expect([...inside.cast].sort()).toEqual(firsts.map(({ voter }) => personOf(voter)).sort());
    expect([...inside.receipts].sort()).toEqual(counted.map((ballot) => ballot?.receipt).sort());
    expect([...inside.ballots].sort()).toEqual(counted.map((ballot) => ballot?.choice).sort());

    system.moveTo(plan().closesAt);
    for (const end of [{ at: 'OPERATION', nth: 1 + Math.floor(random() * 7) }, { at: 'COMMIT', nth: 1 + Math.floor(random() * 2) }] as const) {
      const clock = born(end);
      await clock.ask({ now: system.now() });
      expect(await clock.gone).toBe('SIGKILL');
    }
    const clock = born();
    expect(await clock.ask({ now: system.now() })).toMatchObject({ failed: [] });
    await clock.kill();
    const byHand = Object.fromEntries(OPTIONS.map((code) => [code, counted.filter((ballot) => ballot?.choice === code).length]));
    await found(async (there) => {
      const box = await boxNow(there);
      expect(box).toMatchObject({ state: 'PUBLISHED', result: { counts: { eligible: VOTERS + 12, present: VOTERS, byQuestion: { [MAIN]: byHand } } } });
      const { items } = await there.store.find('audit', { where: { target: `box:${BOX}` }, orderBy: [{ field: 'at', direction: 'desc' }], limit: 100 });
      expect(items.filter(({ action }) => action === 'box.published')).toHaveLength(1);
      const file = await publishedFile(there.store, box, there.now());
      if (file === undefined) throw new Error('it is published');
      expect(checkFile(file, sha256)).toEqual([]);
      const path = `${system.path}.published.json`;
      await writeFile(path, JSON.stringify(file));
      expect(execFileSync(process.execPath, [join(__dirname, '../../../local/tally.mjs'), path], { encoding: 'utf8' })).toContain('和公布的一样');
    });
  });
});
