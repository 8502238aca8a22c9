/** The demo's branch: whoever opens it finds a year with something at every step. */
import { ensureDemoCounty } from '../../../local/demo/county';
import { personaIds } from '../../../local/demo/people';
import { demoAccountOf } from '../../../local/demo/phones';
import { TOWN, VILLAGE } from '../../../local/demo/personas';
import { harness, type System } from '../harness';

let system: System;
beforeAll(async () => {
  system = await harness({ fixture: (fixture) => Object.fromEntries(Object.keys(fixture).map((name) => [name, []])) as unknown as typeof fixture });
  await ensureDemoCounty(system.platform, 'village', 0);
}, 240_000);
afterAll(() => system.close());

const as = (persona: string) => system.phone(demoAccountOf(personaIds(system.platform).get(persona) ?? ''));

describe('the demo', () => {
  it('shows 李国平 a year: pledges kept in part, points with reasons, one claim that waits, the household of 王秀兰', async () => {
    const year = await as('li-guoping').points.mine({});
    expect(year).toMatchObject({ cycle: 2026, cycles: [2026, 2025], settled: true, group: '第二党小组', score: { base: 600, bonus: 85, total: 685 } });
    expect(year.pledges.map(({ text, done }) => `${text} ${done}`)).toEqual(['每月走访联系的人家 3', '带头清三组的排水沟 1']);
    expect(year.entries.map(({ state }) => state)).toEqual(['CHECK', 'POSTED', 'POSTED', 'POSTED']);
    expect(year.households.map(({ head }) => head)).toContain('王秀兰');
    expect(await as('li-guoping').points.mine({ cycle: 2025 })).toMatchObject({ closed: true, score: { total: 650 } });
  });

  it('shows 田小雨 a deduction, a refusal with its reason, and an appeal', async () => {
    const { entries, score } = await as('tian-xiaoyu').points.mine({});
    expect(score).toMatchObject({ deducted: 10, total: 610 });
    expect(entries.find(({ state }) => state === 'REFUSED')).toMatchObject({ refused: { name: '邓明珠' }, appeal: { state: 'OPEN' } });
  });

  it('gives the verifier, the committee, the secretary and the town something to do', async () => {
    expect((await as('deng-mingzhu').points.queue({ village: VILLAGE, step: 'CHECK' })).items).toHaveLength(1);
    expect((await as('liu-chunlin').points.queue({ village: VILLAGE, step: 'APPROVE' })).items).toMatchObject([{ name: '田小雨', may: expect.arrayContaining(['APPROVE']) as unknown }]);
    expect((await as('tang-min').points.queueAbove({ town: TOWN, step: 'ABOVE' })).items).toMatchObject([{ name: '张文德' }]);
    const { items, due } = await as('zhang-wende').points.publications({ village: VILLAGE });
    expect(items.map(({ n, objections }) => `${n} ${objections.length}`)).toEqual(['3 1', '2 0', '1 0']);
    expect(due).toBeUndefined();
  });
});
