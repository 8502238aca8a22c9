import type { Entry } from '@/domain/points/entry';
import { claimed, reversalOf } from '@/domain/points/entry-acts';
import { foldEntries, scoreOf } from '@/domain/points/sums';
import type { MemberYear } from '@/domain/points/year';
import { checkLedger, type LedgerChecked } from '../../../local/ledger-check';
import { ACT, facts, must, NOW, posted, SCHEME, SECRETARY } from '../../domain/points/kit';
import { harness, type System } from '../harness';

const YEAR = 'person-li:2026';

let system: System;
beforeEach(async () => {
  system = await harness();
});
afterEach(() => system.close());

/** A year as its entries make it. */
async function keep(entries: readonly Entry[], change: Partial<MemberYear> = {}): Promise<void> {
  const sums = foldEntries(entries);
  await system.store.insert('pointYears', {
    _id: YEAR, personId: 'person-li', name: '李国平', cycle: 2026, branch: '610921107202', branches: [{ branch: '610921107202', from: '2026-01-01' }],
    category: 'B', categories: [], pledges: [], sums, total: scoreOf(SCHEME, 'B', sums).total, vetoes: [], changedAt: NOW, ...change,
  });
  if (entries.length > 0) await system.store.insertMany('pointEntries', entries);
}

async function checked(): Promise<LedgerChecked & { readonly said: readonly string[] }> {
  const said: string[] = [];
  return { ...(await checkLedger(system.store, system.platform, (line) => said.push(line))), said };
}

const mediate = (): readonly Entry[] => [posted('mediate'), posted('rescue'), posted('late'), claimed(facts('deed'), ACT)];

describe('the check of all balances', () => {
  it('finds nothing in an empty ledger, nor in one that is right, of more entries than a page', async () => {
    await expect(checked()).resolves.toEqual({ years: 0, entries: 0, differences: 0, said: [] });
    await keep([...mediate(), ...Array.from({ length: 120 }, () => posted('visit'))]);
    await expect(checked()).resolves.toEqual({ years: 1, entries: 124, differences: 0, said: [] });
  });

  it('says a lost posting by its item, the count and the total', async () => {
    await keep(mediate());
    await system.store.update('pointYears', YEAR, { inc: { 'sums.items.mediate': -30, 'sums.posted': -1 } });
    const { differences, said } = await checked();
    expect(said).toEqual([`${YEAR}：“调解好一起纠纷”存的是 0.0，重新算是 3.0`, `${YEAR}：记了分的笔数存的是 2，重新算是 3`]);
    expect(differences).toBe(2);
  });

  it('says a total that its sums do not come to', async () => {
    await keep(mediate(), { total: 680 });
    expect((await checked()).said).toEqual([`${YEAR}：总分存的是 68.0，重新算是 67.5`]);
  });

  it('says a claim that the year forgot to wait for', async () => {
    await keep(mediate());
    await system.store.update('pointYears', YEAR, { set: { 'sums.pending': { count: 0, tenths: 0 } } });
    expect((await checked()).said).toEqual([`${YEAR}：还没定的笔数存的是 0，重新算是 1`, `${YEAR}：还没定的分存的是 0.0，重新算是 5.0`]);
  });

  it('says a reversal that takes back something else than it names', async () => {
    const original = posted('mediate');
    const back: Entry = { ...claimed(must(reversalOf(original, { _id: 'back', by: SECRETARY.by, at: NOW, reason: '录错了' })), ACT), state: 'POSTED' };
    await keep([{ ...original, reversedBy: 'back' }, { ...back, tenths: -20 }]);
    expect((await checked()).said).toEqual([`${YEAR}：back 冲销的 ${original._id} 对不上`]);
  });

  it('says entries that stand in no year', async () => {
    await keep(mediate());
    await system.store.insert('pointEntries', { ...posted('mediate'), _id: 'stray', year: 'person-nobody:2026' });
    expect((await checked()).said).toEqual(['一共存了 5 笔，各人名下数出来 4 笔：有的不在任何人的年度里']);
  });
});
