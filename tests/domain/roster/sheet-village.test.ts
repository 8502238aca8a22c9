/** Whose a sheet is that has no column for it: taken only from what leaves no doubt (CODE-03). */
import { villagesOf } from '@/domain/roster/directory';
import { villageOfSheet } from '@/domain/roster/sheet-village';

const directory = {
  county: { code: '610921', name: '汉阴县' },
  towns: [{ code: '610921107', name: '漩涡镇' }, { code: '610921108', name: '汉阳镇' }],
  villages: [
    { code: '610921107200', name: '三塘村' },
    { code: '610921107201', name: '群英村' },
    { code: '610921107202', name: '堰坪村' },
    { code: '610921107203', name: '茨沟村' },
    { code: '610921107204', name: '中心村' },
    { code: '610921107205', name: '太和村' },
    { code: '610921107206', name: '和兴村' },
    { code: '610921107207', name: '兴村' },
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
    ['its title, which names a district', ['安康市汉滨区三塘村户表'], {}, ['610921107200', 'TITLE', '安康市汉滨区三塘村户表']],
    ['a name with 和 in it', ['漩涡镇太和村居民花名册'], {}, ['610921107205', 'TITLE', '漩涡镇太和村居民花名册']],
    ['a name that ends in another village’s', ['漩涡镇和兴村居民花名册'], {}, ['610921107206', 'TITLE', '漩涡镇和兴村居民花名册']],
    ['its title, which goes on with 和', ['漩涡镇三塘村和谐家庭花名册'], {}, ['610921107200', 'TITLE', '漩涡镇三塘村和谐家庭花名册']],
    ['its title, of its heads', ['漩涡镇三塘村中心户长名单'], {}, ['610921107200', 'TITLE', '漩涡镇三塘村中心户长名单']],
    ['its title, of a group with another village’s name', ['漩涡镇三塘村茨沟组居民'], {}, ['610921107200', 'TITLE', '漩涡镇三塘村茨沟组居民']],
    ['its title, the sheet and the file too', ['三塘村居民'], { sheet: '三塘村', file: '三塘村.xlsx' }, ['610921107200', 'TITLE', '三塘村居民']],
    ['who loads it, where two towns have the name', ['群英村户表'], { area: '610921108200' }, ['610921108200', 'SAID', '']],
    ['who loads it', ['户表'], { area: '610921107200' }, ['610921107200', 'SAID', '']],
  ] as const)('is taken for the one named by %s', (_what, title, place, village) => {
    expect(taken(title, place)).toEqual(village);
  });

  it.each([
    ['no title says it', ['户表'], {}, { code: 'VILLAGE_NOT_SAID' }],
    ['two towns have a village of the name', ['群英村户表'], {}, { code: 'VILLAGE_SEVERAL', names: ['群英村', '群英村'] }],
    ['the title and the file name two', ['三塘村户表'], { file: '漩涡镇群英村.xlsx' }, { code: 'VILLAGE_SEVERAL', names: ['三塘村', '群英村'] }],
    ['the first is named without 村', ['漩涡镇三塘、堰坪村居民花名册'], {}, { code: 'VILLAGE_SEVERAL', names: ['三塘村', '堰坪村'] }],
    ['the first is named without 村 and without a mark', ['漩涡镇三塘堰坪村居民花名册'], { file: '堰坪村.xlsx' }, { code: 'VILLAGE_SEVERAL', names: ['三塘村', '堰坪村'] }],
    ['the second is named without 村', ['漩涡镇三塘村和堰坪居民花名册'], {}, { code: 'VILLAGE_SEVERAL', names: ['三塘村', '堰坪村'] }],
    ['two are joined by 和', ['漩涡镇堰坪村和茨沟村'], {}, { code: 'VILLAGE_SEVERAL', names: ['堰坪村', '茨沟村'] }],
    ['two are joined by nothing', ['堰坪村茨沟村'], {}, { code: 'VILLAGE_SEVERAL', names: ['堰坪村', '茨沟村'] }],
    ['a community and a village are joined by nothing', ['南街社区三塘村'], {}, { code: 'VILLAGE_SEVERAL', names: ['三塘村', '南街社区'] }],
    ['the county does not know the first of two', ['漩涡镇石门、堰坪村花名册'], {}, { code: 'VILLAGE_SEVERAL', names: ['堰坪村'] }],
    ['the county does not know the village that it is joined to', ['石门村三塘村花名册'], {}, { code: 'VILLAGE_SEVERAL', names: ['三塘村'] }],
    ['the county does not know the second of two', ['漩涡镇堰坪村及石门村花名册'], {}, { code: 'VILLAGE_SEVERAL', names: ['堰坪村'] }],
    ['who loads it says one of two', ['漩涡镇堰坪村和茨沟村'], { area: '610921107202' }, { code: 'VILLAGE_DIFFERS', names: ['堰坪村', '茨沟村'] }],
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
