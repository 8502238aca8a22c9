/** HHL-07: who fills a post sees how much goes over with it; nobody else does. */
import { GRID, OTHER_VILLAGE, VILLAGE } from '../../fixtures/village';
import { harness, tap, type System } from '../harness';

let system: System;
beforeEach(async () => {
  system = await harness();
  await system.as('villager').issues.submit({
    requestId: tap(), category: 'SANITATION', urgency: 'NORMAL', text: '垃圾没人收', place: { kind: 'HOME' }, visibility: 'HANDLERS', nameHidden: false, sensitive: false,
  });
});
afterEach(() => system.close());

describe('the open matters of a post', () => {
  it('are counted for the duty officer who fills it', async () => {
    await expect(system.as('duty').grids.village({ village: VILLAGE, openOf: GRID })).resolves.toMatchObject({ open: 1 });
    const { reads, writes } = system.lastLine();
    expect(reads + writes).toBeLessThanOrEqual(8);
  });

  it('are not told to a head, who only sees who holds which post', async () => {
    const view = await system.as('groupHead').grids.village({ village: VILLAGE, openOf: GRID });
    expect(view.open).toBeUndefined();
  });

  it('are not told of a post of another village', async () => {
    const view = await system.as('duty').grids.village({ village: VILLAGE, openOf: OTHER_VILLAGE });
    expect(view.open).toBeUndefined();
  });
});
