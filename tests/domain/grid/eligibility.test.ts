import { countySettings } from '../../../config/county/settings';
import { checkGroups, checkHead, type Candidate, type HeadPost, type Standing } from '@/domain/grid/eligibility';

const { grid: settings } = countySettings();
const today = '2026-11-23';
const village = '610921107203';
const level1: HeadPost = { grid: `${village}-1`, level: 1 };
const level2: HeadPost = { grid: `${village}-1.2`, level: 2 };
const level3: HeadPost = { grid: `${village}-1.2.3`, level: 3 };

function adultOfTheGrid(...standings: readonly (readonly [Standing, string])[]): Candidate {
  return {
    id: 'person-1',
    bornOn: '1970-05-01',
    home: level3.grid,
    standings: standings.map(([kind, area]) => ({ kind, area })),
  };
}

function codesOf(candidate: Candidate, post: HeadPost, held: readonly HeadPost[] = []): readonly string[] {
  return checkHead(candidate, post, held, settings, today).map((finding) => finding.code);
}

describe('the head of a level-1 grid (GRD-03)', () => {
  it.each<[Standing, string, readonly string[]]>([
    ['TWO_COMMITTEES', village, []],
    ['SUPERVISION', village, []],
    ['TWO_COMMITTEES', '610921107204', ['HEAD_NOT_OF_COMMITTEES']],
    ['GROUP_LEADER', level2.grid, ['HEAD_NOT_OF_COMMITTEES']],
    ['PARTY_MEMBER', village, ['HEAD_NOT_OF_COMMITTEES']],
  ])('who is %s of %s: %j', (kind, area, codes) => {
    expect(codesOf(adultOfTheGrid([kind, area]), level1)).toEqual(codes);
  });
});

describe('the head of a level-2 grid (GRD-04)', () => {
  it.each<[Standing, string, readonly string[]]>([
    ['GROUP_LEADER', level2.grid, []],
    ['GROUP_LEADER', `${village}-1.20`, ['HEAD_NOT_GROUP_LEADER']],
    ['TWO_COMMITTEES', village, ['HEAD_NOT_GROUP_LEADER']],
  ])('who is %s of %s: %j', (kind, area, codes) => {
    expect(codesOf(adultOfTheGrid([kind, area]), level2)).toEqual(codes);
  });
});

describe('the head of a level-3 grid (GRD-07)', () => {
  it.each<[string, readonly (readonly [Standing, string])[], readonly string[]]>([
    ['elected by the households', [['ELECTED_HEAD', level3.grid]], []],
    ['a party member', [['PARTY_MEMBER', village]], []],
    ['a deputy', [['DEPUTY', '610921107']], []],
    ['none of these', [], ['HEAD_NOT_ENTITLED']],
    ['elected in another grid', [['ELECTED_HEAD', `${village}-1.2.4`]], ['HEAD_NOT_ENTITLED']],
    ['in the two committees only', [['TWO_COMMITTEES', village]], ['HEAD_NOT_ENTITLED']],
  ])('who is %s: %j', (_, standings, codes) => {
    expect(codesOf(adultOfTheGrid(...standings), level3)).toEqual(codes);
  });

  it('is an adult on the day (HHL-02)', () => {
    const elected = adultOfTheGrid(['ELECTED_HEAD', level3.grid]);
    expect(codesOf({ ...elected, bornOn: '2008-11-23' }, level3)).toEqual([]);
    expect(checkHead({ ...elected, bornOn: '2008-11-24' }, level3, [], settings, today)).toEqual([
      { severity: 'WARN', code: 'HEAD_NOT_ADULT', grid: level3.grid, age: 17 },
    ]);
  });

  it('lives in the grid when elected (HHL-02), in the village when appointed (HHL-03)', () => {
    const neighbour = `${village}-1.2.4`;
    const elected = { ...adultOfTheGrid(['ELECTED_HEAD', level3.grid]), home: neighbour };
    const appointed = { ...adultOfTheGrid(['PARTY_MEMBER', village]), home: neighbour };
    expect(checkHead(elected, level3, [], settings, today)).toEqual([
      { severity: 'WARN', code: 'HEAD_NOT_RESIDENT', grid: level3.grid, home: neighbour, expected: level3.grid },
    ]);
    expect(codesOf(appointed, level3)).toEqual([]);
    expect(codesOf({ ...appointed, home: '610921107204-1.1' }, level3)).toEqual(['HEAD_NOT_RESIDENT']);
  });
});

describe('one head, many grids (GRD-09)', () => {
  const leader = adultOfTheGrid(['GROUP_LEADER', level2.grid], ['ELECTED_HEAD', level3.grid]);
  const otherGroup: HeadPost = { grid: `${village}-1.5`, level: 2 };

  it('warns at the second grid of a level', () => {
    expect(checkHead(leader, level2, [otherGroup], settings, today)).toEqual([
      { severity: 'WARN', code: 'HEADS_TOO_MANY', grid: level2.grid, level: 2, others: [otherGroup.grid] },
    ]);
  });

  it('does not count the post itself', () => {
    expect(codesOf(leader, level2, [level2])).toEqual([]);
  });

  it('flags level 2 and level 3 together, from either side', () => {
    expect(codesOf(leader, level2, [level3])).toEqual(['HEADS_LEVELS_2_AND_3']);
    expect(codesOf(leader, level3, [level2])).toEqual(['HEADS_LEVELS_2_AND_3']);
  });

  it('lets a county allow more', () => {
    expect(checkHead(leader, level2, [otherGroup], { ...settings, headPerLevel: 2 }, today)).toEqual([]);
  });
});

describe('the level-2 grids of a village (GRD-04)', () => {
  it('are its groups, one each', () => {
    expect(checkGroups([{ grid: `${village}-1.1`, groups: ['一组'] }, { grid: `${village}-1.2`, groups: ['二组'] }])).toEqual([]);
  });
  it('are warned about when they are not', () => {
    expect(
      checkGroups([
        { grid: `${village}-1.1`, groups: ['一组', '二组'] },
        { grid: `${village}-1.2`, groups: ['二组'] },
        { grid: `${village}-1.3`, groups: [] },
      ]),
    ).toEqual([
      { severity: 'WARN', code: 'GRID_OF_SEVERAL_GROUPS', grid: `${village}-1.1`, groups: ['一组', '二组'] },
      { severity: 'WARN', code: 'GRID_WITHOUT_GROUP', grid: `${village}-1.3` },
      { severity: 'WARN', code: 'GROUP_IN_SEVERAL_GRIDS', group: '二组', grids: [`${village}-1.1`, `${village}-1.2`] },
    ]);
  });
});
