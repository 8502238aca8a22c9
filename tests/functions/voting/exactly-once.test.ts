/** One ballot a row of the roll, whatever happens on the way: receipts = ballots = cast rows, always. */
import { MAIN, type OptionCode } from '@/domain/voting/box';
import type { Store } from '@platform/store';
import { fc } from '../../fixtures/properties';
import { adapter, harness, type System } from '../harness';
import { stopping } from '../stopping-store';
import { accountAt, castAs, closed, insides, opened, personOf, plan, receiptFrom, seeded, withCrowd } from './kit';

const OPTIONS: readonly OptionCode[] = ['A', 'B', 'C', 'D'];

let system: System;
afterEach(() => system.close());

/** What must hold at any moment. */
async function sound(): Promise<{ readonly cast: readonly string[]; readonly receipts: readonly string[]; readonly ballots: readonly string[] }> {
  const { cast, receipts, ballots } = await insides(system);
  expect([receipts.length, ballots.length]).toEqual([cast.length, cast.length]);
  expect(new Set(receipts).size).toBe(receipts.length);
  return { cast, receipts, ballots };
}

describe('whatever happens on the way', () => {
  it('16 clients that repeat a fifth of what they send, at once: each voter once', async () => {
    const voters = adapter === 'sqlite' ? 160 : 48;
    system = await harness({ fixture: withCrowd(voters) });
    await opened(system);
    const random = seeded(7);
    const ballots = Array.from({ length: voters }, (_, at) => ({ at, receipt: receiptFrom(random), choice: OPTIONS[at % 4] ?? 'A' }));
    const sent = ballots.flatMap((ballot) => (random() < 0.2 ? [ballot, ballot] : [ballot]));
    const queue = [...sent];
    const answers: string[] = [];
    await Promise.all(Array.from({ length: 16 }, async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        // Whoever is told that it is too busy tries again, as the phone does.
        for (let tries = 0; tries < 20; tries += 1) {
          const answer = await castAs(system, accountAt(next.at), personOf(next.at), next.receipt, { [MAIN]: next.choice });
          if (answer !== 'CHANGED_MEANWHILE' && answer !== 'UNAVAILABLE') {
            answers.push(answer);
            break;
          }
        }
      }
    }));
    expect(answers).toEqual(sent.map(() => 'OK'));
    const { receipts, ballots: kept } = await sound();
    expect([...receipts].sort()).toEqual(ballots.map(({ receipt }) => receipt).sort());
    expect([...kept].sort()).toEqual(ballots.map(({ choice }) => choice).sort());
    expect((await closed(system)).result?.counts).toMatchObject({ present: voters, eligible: voters + 12 });
  }, 60_000);

  it('two devices of one voter at once: one ballot, and the other hears of it', async () => {
    system = await harness({ fixture: withCrowd(8) });
    await opened(system);
    const random = seeded(8);
    for (let at = 0; at < 8; at += 1) {
      const answers = await Promise.all(['B', 'C'].map((choice) => castAs(system, accountAt(at), personOf(at), receiptFrom(random), { [MAIN]: choice })));
      expect(answers.sort()).toEqual(['ALREADY_CAST', 'OK']);
    }
    expect((await sound()).cast).toHaveLength(8);
  });

  it('stopped at every single operation, then sent again: nothing half, and once in the end', async () => {
    system = await harness({ fixture: withCrowd(8) });
    await opened(system);
    const random = seeded(9);
    const whole = system.store;
    for (let stop = 0; stop < 7; stop += 1) {
      const receipt = receiptFrom(random);
      const send = () => castAs(system, accountAt(stop), personOf(stop), receipt, { [MAIN]: 'B' });
      (system.platform as { store: Store }).store = stopping(whole, stop);
      const answer = await send();
      expect(answer).toBe(stop < 6 ? 'UNAVAILABLE' : 'OK');
      expect((await sound()).cast).toHaveLength(stop < 6 ? stop : 7);
      (system.platform as { store: Store }).store = whole;
      expect(await send()).toBe('OK');
      expect((await sound()).cast).toHaveLength(stop + 1);
    }
  });

  it('any history of casts, repeats, other receipts, stolen receipts and clocks keeps receipts, ballots and rows equal', async () => {
    system = await harness({ fixture: withCrowd(6) });
    const random = seeded(10);
    const receipts = Array.from({ length: 8 }, () => receiptFrom(random));
    const step = fc.record({ who: fc.nat(5), receipt: fc.nat(7), choice: fc.constantFrom('A', 'B', 'C', 'D', '-', 'Z'), also: fc.boolean() });
    let round = 0;
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: adapter === 'sqlite' ? 24 : 10 }), async (steps) => {
      round += 1;
      const id = `box-history-${round}`;
      const from = system.now();
      const moved = plan({ id, rollShownAt: from, opensAt: from + 6 * 86_400_000, closesAt: from + 7 * 86_400_000 });
      await opened(system, moved);
      const first = new Map<number, { readonly receipt: string; readonly choice: string }>();
      for (const { who, receipt, choice, also } of steps) {
        const code = receipts[receipt] ?? '';
        const send = () => castAs(system, accountAt(who), personOf(who), code, { [MAIN]: choice }, id);
        const answers = also ? await Promise.all([send(), send()]) : [await send()];
        const before = first.get(who);
        const taken = [...first.values()].some((one) => one.receipt === code);
        const wanted = before !== undefined ? (taken ? 'OK' : 'ALREADY_CAST') : taken ? 'RECEIPT_TAKEN' : OPTIONS.includes(choice) ? 'OK' : 'INVALID_INPUT';
        expect(answers).toEqual(answers.map(() => wanted));
        if (before === undefined && wanted === 'OK') first.set(who, { receipt: code, choice });
      }
      const kept = await insides(system, id);
      expect([...kept.cast].sort()).toEqual([...first.keys()].map(personOf).sort());
      expect([...kept.receipts].sort()).toEqual([...first.values()].map(({ receipt }) => receipt).sort());
      expect([...kept.ballots].sort()).toEqual([...first.values()].map(({ choice }) => choice).sort());
      expect(await closed(system, id)).toMatchObject({ state: 'PUBLISHED', result: { outcome: { kind: first.size === 0 ? 'HIDDEN' : 'OPINION' } } });
    }), { numRuns: adapter === 'sqlite' ? 25 : 6, seed: 11 });
  }, 120_000);
});

// Only the cloud is asked over a line.
if (adapter === 'cloudbase') describe('over an unsteady line to the cloud', () => {
  it.each(['drop', 'lose', 'error', 'conflict'] as const)('a commit that ends in "%s" and is sent again: once', async (kind) => {
    system = await harness({ fixture: withCrowd(3) });
    await opened(system);
    const random = seeded(12);
    for (const [at, action] of ['database.commitTransaction', 'database.commitTransaction', 'database.updateDocument'].entries()) {
      const receipt = receiptFrom(random);
      const send = () => castAs(system, accountAt(at), personOf(at), receipt, { [MAIN]: 'C' });
      system.emulator?.inject({ action, kind });
      const answer = await send();
      expect(['OK', 'UNAVAILABLE', 'CHANGED_MEANWHILE']).toContain(answer);
      await sound();
      expect(await send()).toBe('OK');
      expect((await sound()).cast).toHaveLength(at + 1);
    }
    expect((await sound()).ballots).toEqual(['C', 'C', 'C']);
  }, 60_000);
});
