/** What the check of a village's grids found, in a clerk's words. */
const POSTS: Readonly<Record<string, string>> = { 1: '一级网格长', 2: '二级网格长', 3: '中心户长' };

type Data = Readonly<Record<string, string | number>>;

const WORDS: Readonly<Record<string, (data: Data) => string>> = {
  NO_LEVEL1_GRID: () => '还没有划一级网格（片区）',
  DESK_EMPTY: () => '村值班员空着，没人兜底',
  POST_VACANT: ({ level = '', households = 0 }) => `${POSTS[level] ?? '网格长'}空着，涉及 ${households} 户`,
  GRID_TOO_LARGE: ({ households = 0, people = 0 }) => `偏大：${households} 户 ${people} 人`,
  GRID_TOO_SMALL: ({ households = 0, people = 0 }) => `偏小：${households} 户 ${people} 人`,
  HOUSEHOLDS_OUTSIDE: ({ count = 0 }) => `有 ${count} 户不在下面任何一个网格里`,
  HEAD_NOT_OF_COMMITTEES: () => '一级网格长不是两委成员，也不是监委会成员',
  HEAD_NOT_GROUP_LEADER: () => '二级网格长不是本组组长',
  HEAD_NOT_ENTITLED: () => '中心户长不是推选的，也不是党员或代表',
  HEAD_NOT_ADULT: ({ age = '' }) => `还没成年，${age} 岁`,
  HEAD_NOT_RESIDENT: ({ home = '', expected = '' }) => `住在${home}，不在${expected}`,
  HEADS_TOO_MANY: ({ others = '' }) => `同一级还管着${others}`,
  HEADS_LEVELS_2_AND_3: ({ others = '' }) => `还兼着${others}`,
  TERM_ENDED: ({ since = '' }) => `任期满了（${since} 起）`,
  HEAD_GONE: () => '这个人已经不在名册上',
};

/** A finding's words; a code without words reads as itself, so that nothing found stays unseen. */
export function findingWords(code: string, data: Data): string {
  return (Object.hasOwn(WORDS, code) ? WORDS[code] : undefined)?.(data) ?? code;
}
