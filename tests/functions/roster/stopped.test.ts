/** Loads that are stopped, raced or too old: nothing lost, nothing half done, nothing written over. */
import type { RosterLoad } from '@platform/records';
import { personIdOf } from '@platform/person-keys';
import type { CollectionName, Store } from '@platform/store';
import { rosterJobs } from '../../../cloudfunctions/clock/roster-jobs';
import { runClock } from '../../../cloudfunctions/clock/run-clock';
import { allFindings, checkFiles, loadChecked } from '../../../local/import-run';
import type { Tools } from '../../../cloudfunctions/roster/tools';
import { cellOf, COUNTY, filesOf, QUNYING, SANTANG, tablesOf, together, withCell, withoutRow } from '../../fixtures/roster/sheets';
import { tap } from '../harness';
import { office, partOf, type Office } from './office';

let desk: Office;
beforeEach(async () => {
  desk = await office();
});
afterEach(() => desk.close());

const santang = tablesOf(SANTANG);
const qunying = tablesOf(QUNYING);
const MINUTE = 60_000;

class Killed extends Error {}

/** A process that dies at its `nth` write; from then on nothing of it reaches the store. */
function dyingAt(store: Store, nth: number): Store {
  let left = nth;
  const die = () => {
    left -= 1;
    if (left < 0) throw new Killed();
  };
  return {
    ...bound(store),
    replace: async (collection, doc) => {
      die();
      return store.replace(collection, doc);
    },
    update: async (collection, id, change) => {
      die();
      return store.update(collection, id, change);
    },
    insertMany: async (collection, docs) => {
      for (const doc of docs) {
        die();
        await store.insert(collection, doc);
      }
    },
    transaction: async (body) => {
      die();
      return store.transaction(body);
    },
  };
}

function bound(store: Store): Store {
  return {
    get: (...args) => store.get(...args),
    insert: (...args) => store.insert(...args),
    replace: (...args) => store.replace(...args),
    update: (...args) => store.update(...args),
    remove: (...args) => store.remove(...args),
    insertMany: (...args) => store.insertMany(...args),
    find: (...args) => store.find(...args),
    count: (...args) => store.count(...args),
    transaction: (...args) => store.transaction(...args),
    close: () => store.close(),
  };
}

function tools(store: Store): Tools {
  const { sealer, settings } = desk.platform;
  return { store, sealer, settings, clock: desk.now };
}

/** What the store holds of a village, without times and seals, which differ from run to run. */
async function contentOf(village: string): Promise<unknown> {
  const plain = (doc: object) => JSON.parse(JSON.stringify(doc, (key, value: unknown) => (/Sealed$|^changedAt$|^talkDueAt$|^rosterLoad$/.test(key) ? undefined : value))) as unknown;
  const all = async (collection: CollectionName, field: string) => (await desk.store.find(collection, { where: { village }, orderBy: [{ field, direction: 'asc' }], limit: 100 })).items.map(plain);
  const doc = await desk.store.get('villages', village);
  return { village: doc && plain(doc), people: await all('people', 'name'), households: await all('households', 'number') };
}

describe('a check that is killed', () => {
  it('at any write after its files were read finds the same, in the same order, once the clock has run', async () => {
    const bad = filesOf(withCell(withCell(together(santang, qunying), 'RESIDENTS', 9, 'sex', '不详'), 'HOUSEHOLDS', 2, 'grid', '没有'));
    const found = async (loadId: string) => {
      const load = await desk.store.get('rosterLoads', loadId);
      return load === undefined ? undefined : { state: load.state, kinds: load.kinds, found: (await allFindings(tools(desk.store), load)).map(({ problem, row }) => [problem, row]) };
    };
    await checkFiles(tools(desk.store), { loadId: 'whole', area: COUNTY, files: bad });
    const whole = await found('whole');
    expect(whole).toMatchObject({ state: 'CHECKED', found: [['GRID_UNKNOWN', 3], ['SEX_UNKNOWN', 10]] });

    let resumed = 0;
    for (let nth = 0; nth < 40; nth += 1) {
      const loadId = `check-${nth}`;
      const died = await checkFiles(tools(dyingAt(desk.store, nth)), { loadId, area: COUNTY, files: bad }).then(() => false, (error: unknown) => error instanceof Killed);
      const staged = (await desk.store.get('rosterLoads', loadId))?.staged === true;
      desk.pass(2 * MINUTE);
      await runClock(desk.platform, rosterJobs);
      if (staged) expect(await found(loadId)).toEqual(whole);
      if (!died) break;
      resumed += Number(staged);
    }
    expect(resumed).toBeGreaterThan(5);
  }, 120_000);
});

describe('a load that is killed', () => {
  it('at any write leaves the village untouched or, once the clock has run, wholly loaded', async () => {
    const whole = await office();
    await whole.bring(santang);
    const expected = await (async () => {
      const mine = desk;
      desk = whole;
      const content = await contentOf(SANTANG);
      desk = mine;
      return content;
    })();
    await whole.close();
    // Keys differ from installation to installation, and ids with them; the counts and names tell.
    const shape = (content: unknown) => JSON.stringify(content).replace(/person-[0-9a-f]+|"(weakKey|phoneKey)":"[0-9a-f]+"/g, '·');

    let outcomes = 0;
    for (let nth = 0; nth < 40; nth += 1) {
      const checked = await checkFiles(tools(desk.store), { loadId: `kill-${nth}`, area: COUNTY, files: filesOf(santang) });
      const died = await loadChecked(tools(dyingAt(desk.store, nth)), checked).then(() => false, (error: unknown) => error instanceof Killed);
      const village = await desk.store.get('villages', SANTANG);
      const people = await desk.store.find('people', { where: { village: SANTANG }, orderBy: [{ field: 'name', direction: 'asc' }], limit: 100 });
      if (village === undefined) expect(people.items).toEqual([]);
      desk.pass(2 * MINUTE);
      await runClock(desk.platform, rosterJobs);
      const load = await desk.store.get('rosterLoads', `kill-${nth}`);
      if (load?.state === 'LOADED') {
        expect(shape(await contentOf(SANTANG))).toBe(shape(expected));
        outcomes += 1;
      } else {
        expect(load?.state).toBe('CHECKED');
        expect(await desk.store.get('villages', SANTANG)).toBeUndefined();
      }
      await clear();
      if (!died) break;
    }
    expect(outcomes).toBeGreaterThan(10);
  }, 120_000);

  it('is gone on with by the clerk’s next tap as well', async () => {
    const checked = await desk.check(filesOf(santang));
    const stuck = await desk.store.get('rosterLoads', checked.loadId);
    const waiting: RosterLoad = { ...(stuck as RosterLoad), state: 'LOADING', villages: (stuck as RosterLoad).villages.map((part) => ({ ...part, state: 'WAITING' })), workUntil: desk.now() + MINUTE };
    await desk.store.replace('rosterLoads', waiting);
    expect(await desk.load(checked)).toMatchObject({ state: 'LOADING' });
    desk.pass(MINUTE);
    expect(await desk.load(checked)).toMatchObject({ state: 'LOADED' });
  });
});

/** Takes the village out again, for the next round. */
async function clear(): Promise<void> {
  for (const collection of ['people', 'households'] as const) {
    const field = collection === 'people' ? 'name' : 'number';
    const page = await desk.store.find(collection, { where: { village: SANTANG }, orderBy: [{ field, direction: 'asc' }], limit: 100 });
    for (const { _id } of page.items) await desk.store.remove(collection, _id);
  }
  await desk.store.remove('villages', SANTANG);
}

describe('two clerks at once', () => {
  it('the second to load is told that the village changed, and nothing of the first is written over', async () => {
    const one = await desk.check(filesOf(santang));
    const other = await desk.check(filesOf(withCell(santang, 'HOUSEHOLDS', 1, 'address', '一组99号')));
    expect(await desk.load(one)).toMatchObject({ state: 'LOADED' });
    await expect(desk.load(other)).rejects.toMatchObject({ code: 'ROSTER_CHANGED' });
    expect(JSON.stringify(await contentOf(SANTANG))).not.toContain('一组99号');
  });

  it('in the same moment: one is loaded whole, the other not at all', async () => {
    const one = await desk.check(filesOf(santang));
    const other = await desk.check(filesOf(withCell(santang, 'HOUSEHOLDS', 1, 'address', '一组99号')));
    const outcomes = await Promise.allSettled([desk.load(one), desk.load(other)]);
    const states = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.state : (outcome.reason as { code: string }).code));
    expect(states.filter((state) => state === 'LOADED')).toHaveLength(1);
    expect(states.filter((state) => state === 'FAILED' || state === 'ROSTER_CHANGED')).toHaveLength(1);
    const winner = states[0] === 'LOADED' ? '一组1号' : '一组99号';
    expect((await contentOf(SANTANG)) as { households: readonly { address: string }[] }).toMatchObject({ households: [{ address: winner }, {}, {}, {}] });
  });

  it('the same tap twice makes one load, and other content under it is refused', async () => {
    const requestId = tap();
    const first = await desk.check(filesOf(santang), { requestId });
    await expect(desk.check(filesOf(santang), { requestId })).rejects.toMatchObject({ code: 'REQUEST_REUSED' });
    expect((await desk.as('clerk').roster.loads()).items.map(({ loadId }) => loadId)).toEqual([first.loadId]);
    await Promise.all([desk.load(first), desk.load(first)]);
    expect(await desk.load(first)).toMatchObject({ state: 'LOADED' });
  });
});

describe('a change between dry run and load', () => {
  it('of the village refuses the load', async () => {
    await desk.bring(santang);
    const checked = await desk.check(filesOf(withoutRow(santang, 'RESIDENTS', 3)));
    await desk.store.update('villages', SANTANG, { inc: { version: 1 } });
    await expect(desk.load(checked)).rejects.toMatchObject({ code: 'ROSTER_CHANGED' });
  });

  it('of one village lets the clerk load the others by name', async () => {
    await desk.bring(santang);
    const checked = await desk.check(filesOf(together(withoutRow(santang, 'RESIDENTS', 3), qunying)));
    await desk.store.update('villages', SANTANG, { inc: { version: 1 } });
    const loaded = await desk.load(checked, [QUNYING]);
    expect(partOf(loaded, QUNYING).state).toBe('LOADED');
    expect(partOf(loaded, SANTANG).state).toBe('CHECKED');
  });
});

describe('a change by hand while a load is under way', () => {
  /** Something done at the clerk's desk once the load is in force and its persons are still to be written. */
  function interrupted(by: () => Promise<unknown>): Store {
    let met = 0;
    return {
      ...bound(desk.store),
      transaction: async (body) => {
        // One starts the load, one claims it, one puts it in force.
        met += 1;
        if (met === 4) await by();
        return desk.store.transaction(body);
      },
    };
  }
  const residentOf = (row: number) => personIdOf(desk.platform.sealer, COUNTY, cellOf(santang, 'RESIDENTS', row, 'idNumber'));
  const li = () => residentOf(2);
  const wang = () => residentOf(5);
  const clerk = () => desk.as('clerk').people;
  const died = () => clerk().leave({ requestId: tap(), personId: wang(), kind: 'DECEASED', on: '2026-11-01' });
  const moved = () => clerk().moveHousehold({ requestId: tap(), personId: li(), village: QUNYING, household: { kind: 'NEW', grid: `${QUNYING}-1.1.1`, number: '77', address: '' } });

  it('does not bring the dead back', async () => {
    await desk.bring(santang);
    const checked = await checkFiles(tools(desk.store), { loadId: 'hand-1', area: COUNTY, files: filesOf(withCell(santang, 'RESIDENTS', 5, 'phone', '13900000077'), ['RESIDENTS']) });
    await loadChecked(tools(interrupted(died)), checked);
    expect((await desk.store.get('people', wang()))?.status).toBe('DECEASED');
  });

  it('does not mark as gone who has come to another village', async () => {
    await desk.bring(together(santang, qunying));
    const checked = await checkFiles(tools(desk.store), { loadId: 'hand-2', area: COUNTY, files: filesOf(withoutRow(santang, 'RESIDENTS', 2), ['RESIDENTS']) });
    await loadChecked(tools(interrupted(moved)), checked);
    expect(await desk.store.get('people', li())).toMatchObject({ status: 'ACTIVE', village: QUNYING });
  });
});

describe('persons of other villages of the same import', () => {
  it('hold posts there: their own village is loaded first', async () => {
    const zhao = qunying.RESIDENTS[5] ?? [];
    const across = withCell(withCell(santang, 'HEADS', 1, 'name', zhao[3] ?? ''), 'HEADS', 1, 'idNumber', zhao[4] ?? '');
    const loaded = await desk.bring(together(across, qunying));
    expect(loaded.state).toBe('LOADED');
    expect((await desk.store.get('villages', SANTANG))?.grids[0]?.head?.name).toBe('赵样例');
    const person = await desk.store.get('people', (await desk.store.get('villages', SANTANG))?.grids[0]?.head?.personId ?? '');
    expect(person?.village).toBe(QUNYING);
    expect(person?.roles.map(({ role, area }) => [role, area])).toContainEqual(['LEVEL1_HEAD', `${SANTANG}-1`]);
  });
});

describe('rows put aside', () => {
  it('are removed a day later, and what was not loaded has then expired', async () => {
    const checked = await desk.check(filesOf(santang));
    desk.pass(25 * 60 * MINUTE);
    await runClock(desk.platform, rosterJobs);
    expect((await desk.store.find('rosterBatches', { where: { load: checked.loadId }, limit: 100 })).items).toEqual([]);
    expect((await desk.store.get('rosterLoads', checked.loadId))?.state).toBe('EXPIRED');
    await expect(desk.load(checked)).rejects.toMatchObject({ code: 'ROSTER_CHANGED' });
  });

  it('of a village with problems are listed with every finding', async () => {
    const checked = await checkFiles(tools(desk.store), { loadId: 'bad', area: COUNTY, files: filesOf(withCell(santang, 'HEADS', 3, 'idNumber', '')) });
    expect((await allFindings(tools(desk.store), checked)).map(({ problem }) => problem)).toContain('ID_NUMBER_MISSING');
  });
});
