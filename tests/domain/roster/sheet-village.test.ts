/** Whose a sheet is that has no column for it: taken only from what leaves no doubt (CODE-03). */
import { villagesOf } from '@/domain/roster/directory';
import { villageOfSheet } from '@/domain/roster/sheet-village';

const directory = {
  county: { code: '610921', name: '汉阴县' },
  towns: [{ code: '610921107', name: '漩涡镇' }, { code: '610921108', name: '汉阳镇' }],
  villages: [
    { code: '610921107200', name: '三塘村' },
    { code: '610921107201', name: '群英村' },
    { code: '610921107001', name: '南街社区' },
    { code: '610921108200', name: '群英村' },
  ],
};

function taken(title: readonly string[], { area = '610921', sheet = 'Sheet1', file = '户.xlsx' } = {}): unknown {
  const found = villageOfSheet({ title, sheet, file }, villagesOf(directory, area), area);
  return found.ok ? [found.value.village, found.value.why, found.value.words] : found.reason;
}

describe('a sheet without a column for the village', () => {
  it.each([
    ['its title', ['汉阴县漩涡镇三塘村户表'], {}, ['610921107200', 'TITLE', '汉阴县漩涡镇三塘村户表']],
    ['the name of the committee', ['漩涡镇三塘村村民委员会'], {}, ['610921107200', 'TITLE', '漩涡镇三塘村村民委员会']],
    ['the office of a community', ['2026年南街居委会花名册'], {}, ['610921107001', 'TITLE', '2026年南街居委会花名册']],
    ['a line of its own below the title', ['户表', '村名： 三塘村', '填表时间：2026年3月'], {}, ['610921107200', 'TITLE', '村名： 三塘村']],
    ['a code', ['村代码：610921107200'], {}, ['610921107200', 'TITLE', '村代码：610921107200']],
    ['the name of the sheet', ['户表'], { sheet: '三塘村' }, ['610921107200', 'SHEET', '三塘村']],
    ['the name of the file', [], { file: '漩涡镇三塘村户表.xlsx' }, ['610921107200', 'FILE', '漩涡镇三塘村户表.xlsx']],
    ['the town, where two have a village of the name', ['汉阳镇', '群英村户表'], {}, ['610921108200', 'TITLE', '群英村户表']],
    ['who loads it', ['户表'], { area: '610921107200' }, ['610921107200', 'SAID', '']],
  ] as const)('is taken for the one named by %s', (_what, title, place, village) => {
    expect(taken(title, place)).toEqual(village);
  });

  it.each([
    ['no title says it', ['户表'], {}, { code: 'VILLAGE_NOT_SAID' }],
    ['two towns have a village of the name', ['群英村户表'], {}, { code: 'VILLAGE_SEVERAL', names: ['群英村', '群英村'] }],
    ['the title and the file name two', ['三塘村户表'], { file: '漩涡镇群英村.xlsx' }, { code: 'VILLAGE_SEVERAL', names: ['三塘村', '群英村'] }],
    // A village that the county does not know, and a group of one.
    ['a longer name only ends in the village’s', ['上三塘村户表'], {}, { code: 'VILLAGE_NOT_SAID' }],
    ['it is the name of a group', ['三塘村民小组'], {}, { code: 'VILLAGE_NOT_SAID' }],
    ['the town named has no such village', ['汉阳镇三塘村户表'], {}, { code: 'VILLAGE_NOT_SAID' }],
    ['it is of another town than is imported', ['漩涡镇三塘村户表'], { area: '610921108' }, { code: 'VILLAGE_NOT_SAID' }],
    ['who loads it says another', ['漩涡镇群英村户表'], { area: '610921107200' }, { code: 'VILLAGE_DIFFERS', names: ['群英村'] }],
  ] as const)('is nobody’s where %s', (_what, title, place, reason) => {
    expect(taken(title, place)).toEqual(reason);
  });
});
