/** The demo's two years of deputies: whoever opens it finds a directory, a result of last year, and a round to vote in. */
import { ensureDemoCounty } from '../../../local/demo/county';
import { personaIds } from '../../../local/demo/people';
import { demoAccountOf } from '../../../local/demo/phones';
import { TOWN } from '../../../local/demo/personas';
import { harness, type System } from '../harness';

let system: System;
beforeAll(async () => {
  system = await harness({ fixture: (fixture) => Object.fromEntries(Object.keys(fixture).map((name) => [name, []])) as unknown as typeof fixture });
  await ensureDemoCounty(system.platform, 'village', 0);
}, 180_000);
afterAll(() => system.close());

const as = (persona: string) => system.phone(demoAccountOf(personaIds(system.platform).get(persona) ?? ''));

describe('the demo', () => {
  it('has two stations and five deputies in office, one of them after a by-election', async () => {
    const directory = await system.phone('demo:visitor').deputies.directory({ town: TOWN });
    expect(directory.stations).toHaveLength(2);
    expect(directory.deputies.map(({ name }) => name).sort()).toEqual(['周桂芳', '李国平', '田小雨', '谢长安', '邓明珠'].sort());
  });

  it('shows last year’s result with its counts, and this year’s work', async () => {
    const { deputies } = await system.phone('demo:visitor').deputies.directory({ town: TOWN });
    const mandate = deputies.find(({ name }) => name === '周桂芳')?.mandate ?? '';
    const page = await system.phone('demo:visitor').deputies.deputy({ town: TOWN, mandate });
    expect(page.ratings).toMatchObject([{ year: 2025, rating: { verdict: 'RATED' } }]);
    expect(page.year.meetings.called).toBeGreaterThan(0);
    expect(page.year.receptions).toBeGreaterThan(0);
    expect(page.suggestions.map(({ title }) => title)).toContain('小学门口划减速带');
  });

  it('lets 王秀兰 vote now, and says why the deputy cannot', async () => {
    const { items } = await as('wang-xiulan').voting.mine({});
    expect(items.filter(({ state, title }) => state === 'OPEN' && title.includes('年评')).map(({ title }) => title).sort()).toEqual(['2026年评周桂芳', '2026年评李国平', '2026年评谢长安'].sort());
    const { items: round } = await as('shen-guohua').deputies.round({ town: TOWN, year: 2026 });
    expect(round.map(({ name, why }) => `${name} ${why ?? ''}`).sort()).toEqual(['周桂芳 ', '李国平 ', '谢长安 ', '田小雨 ', '邓明珠 HIGHER_LEVEL', '龚顺发 '].sort());
  });
});
