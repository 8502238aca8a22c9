/** The directory's own rules: constituencies, seats, mandates (DEP-01; 选举法 art. 25). */
import { isInForceOn, isSuspendedOn, mandatesOf, problemOfConstituency, problemOfMandate, type Congress, type Constituency, type Mandate } from '@/domain/deputies/congress';
import { GROUP, OTHER_VILLAGE, PART, people, TOWN, VILLAGE } from '../../fixtures/village';

const third: Constituency = { id: 'third', name: '第 3 选区', level: 'TOWN', areas: [VILLAGE], roll: 'REGISTERED', seats: 2, from: '2021-09-01' };
const zhou: Mandate = { id: 'zhou', personId: people.deputy, name: '周桂芳', level: 'TOWN', term: '第十九届', constituencyId: 'third', stationId: 'station', job: '小学教师', from: '2021-09-01', suspensions: [] };
const li: Mandate = { ...zhou, id: 'li', personId: people.partyMember, name: '李国平' };
const wu: Mandate = { ...zhou, id: 'wu', personId: people.villager, name: '王秀兰' };
const congress: Congress = { _id: TOWN, name: '漩涡镇', stations: [{ id: 'station', name: '联络站', address: '街上', hours: '周三' }], constituencies: [third], mandates: [zhou], version: 1, changedAt: 0 };

describe('a constituency', () => {
  it.each<[string, Partial<Constituency>, ReturnType<typeof problemOfConstituency>]>([
    ['of one village', {}, undefined],
    ['of several whole villages, its roll drawn from who lives there', { areas: [VILLAGE, OTHER_VILLAGE], roll: 'RESIDENTS' }, undefined],
    ['of several whole villages has no roll of its registered voters', { areas: [VILLAGE, OTHER_VILLAGE] }, 'REGISTERED_ONE_AREA'],
    ['of one part of a village', { areas: [GROUP] }, undefined],
    ['of parts of a village has no roll that one draws', { areas: [PART, GROUP], roll: 'RESIDENTS' }, 'AREAS'],
    ['of a village and a part', { areas: [OTHER_VILLAGE, GROUP], roll: 'RESIDENTS' }, 'AREAS'],
    ['of a whole town', { areas: [TOWN] }, 'AREAS'],
    ['of nowhere', { areas: [] }, 'AREAS'],
    ['of another town’s village', { areas: ['610921999201'] }, 'AREAS'],
    ['elects one', { seats: 1 }, undefined],
    ['elects three', { seats: 3 }, undefined],
    ['cannot elect none', { seats: 0 }, 'SEATS'],
    ['cannot elect four', { seats: 4 }, 'SEATS'],
  ])('%s', (_what, more, problem) => {
    expect(problemOfConstituency({ ...third, ...more }, TOWN)).toBe(problem);
  });
});

describe('a mandate', () => {
  it('that begins before others of its constituency counts them too: seats are taken over all its days', () => {
    const later = { ...congress, mandates: [{ ...zhou, from: '2024-01-01' }, { ...li, from: '2025-01-01' }] };
    expect(problemOfMandate(wu, later)).toBe('SEATS_TAKEN');
    expect(problemOfMandate({ ...wu, to: '2023-12-31' }, later)).toBeUndefined();
    expect(problemOfMandate({ ...wu, to: '2025-01-01' }, later)).toBe('SEATS_TAKEN');
  });

  it.each<[string, Partial<Mandate>, Partial<Congress>, ReturnType<typeof problemOfMandate>]>([
    ['takes a free seat', {}, {}, undefined],
    ['finds no free seat', {}, { mandates: [zhou, wu] }, 'SEATS_TAKEN'],
    ['takes the seat of who left the day before', { from: '2026-03-02' }, { mandates: [zhou, { ...wu, to: '2026-03-01' }] }, undefined],
    ['does not take it on the last day itself', { from: '2026-03-01' }, { mandates: [zhou, { ...wu, to: '2026-03-01' }] }, 'SEATS_TAKEN'],
    ['is not in the way of its own renewal', { id: 'wu' }, { mandates: [zhou, wu] }, undefined],
    ['needs a station of the town', { stationId: 'elsewhere' }, {}, 'NO_STATION'],
    ['needs a constituency where voters elect', { constituencyId: undefined }, {}, 'NO_CONSTITUENCY'],
    ['needs one of its own level', { level: 'COUNTY' }, {}, 'NO_CONSTITUENCY'],
    ['needs one that exists on its first day', { from: '2021-08-31' }, {}, 'NO_CONSTITUENCY'],
    ['has none where a congress elects', { level: 'CITY' }, {}, 'NO_CONSTITUENCY'],
    ['is held once a level', { personId: people.deputy }, {}, 'HAS_MANDATE'],
    ['of another level beside it', { personId: people.deputy, level: 'CITY', constituencyId: undefined }, {}, undefined],
  ])('%s', (_what, more, of, problem) => {
    const { constituencyId, ...rest } = { ...li, ...more };
    expect(problemOfMandate({ ...rest, ...(constituencyId === undefined ? {} : { constituencyId }) }, { ...congress, ...of })).toBe(problem);
  });

  it('lasts from its first day through its last', () => {
    const mandate = { from: '2021-09-01', to: '2026-09-01' };
    expect(['2021-08-31', '2021-09-01', '2026-09-01', '2026-09-02'].map((day) => isInForceOn(mandate, day))).toEqual([false, true, true, false]);
    expect(isInForceOn({ from: '2021-09-01' }, '2099-01-01')).toBe(true);
  });

  it('is suspended from a day through a day, and is then still held', () => {
    const away: Mandate = { ...zhou, suspensions: [{ from: '2026-02-01', to: '2026-02-10' }] };
    expect(['2026-01-31', '2026-02-01', '2026-02-10', '2026-02-11'].map((day) => isSuspendedOn(away, day))).toEqual([false, true, true, false]);
    expect(mandatesOf({ ...congress, mandates: [away, li] }, people.deputy, '2026-02-05')).toEqual([away]);
  });
});
