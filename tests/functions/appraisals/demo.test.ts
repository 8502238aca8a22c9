/** The demo's two appraisals, in the town: the branch of 三塘村 has last year's, reported, and this year's, under way. */
import { ensureDemoCounty } from '../../../local/demo/county';
import { personaIds } from '../../../local/demo/people';
import { TOWN } from '../../../local/demo/personas';
import { harness, type System } from '../harness';

const SANTANG = '610921107200';
let system: System;
beforeAll(async () => {
  system = await harness({ fixture: (fixture) => Object.fromEntries(Object.keys(fixture).map((name) => [name, []])) as unknown as typeof fixture });
  await ensureDemoCounty(system.platform, 'town', 0);
}, 300_000);
afterAll(() => system.close());

it('last year’s is reported with its grades and a plan that was kept', async () => {
  expect(personaIds(system.platform).size).toBeGreaterThan(20);
  const last = await system.store.get('appraisals', `${SANTANG}:2025`);
  expect(last).toMatchObject({ stage: 'REPORTED', branch: '三塘村党支部', town: TOWN });
  expect(last?.items.filter(({ decided }) => decided?.grade === 'EXCELLENT')).toHaveLength(3);
  expect(last?.items.filter(({ plan }) => plan?.doneAt !== undefined)).toHaveLength(1);
});

it('this year’s waits for self-appraisals', async () => {
  const now = await system.store.get('appraisals', `${SANTANG}:2026`);
  expect(now).toMatchObject({ stage: 'SELF', measure: 'PAPER' });
  expect(now?.items.filter(({ self }) => self !== undefined)).toHaveLength(2);
  expect(now?.items.reduce((sum, { remarks }) => sum + remarks, 0)).toBe(1);
});
