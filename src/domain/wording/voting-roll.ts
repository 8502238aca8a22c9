/** What a person reads about the public roll, what is wrong with it, and the answers (VOTE-11). */
import { civilDateOf, formatDayFromNow, formatDue } from '../basics/civil-time';
import { exhaustive } from '../basics/exhaustive';
import type { BallotUnit, BoxState } from '../voting/box';
import type { NotOnRoll } from '../voting/electorate';

export const ROLL_WORDS = {
  title: '投票名单',
  on: '您在名单上',
  off: '您不在名单上',
  names: (unit: BallotUnit): string => (unit === 'HOUSEHOLD' ? '本村各户由谁投' : '本村谁能投'),
  notYours: '这份名单是别的村的，本村的人看不到名字。',
  public: '这份名单本村人都看得到，投没投、投了谁，上面没有。',
  wrong: '有人不该在？',
  wrongTitle: '名单上有人不该在',
  whose: '名单上谁不该在',
  why: '为什么',
  mine: '我提的，回了没有',
} as const;

interface Standing {
  readonly state: BoxState;
  readonly rollFrozenAt: number;
}

/** Until when the roll can be put right, or that it is settled. */
export function correctionWords({ state, rollFrozenAt }: Standing, now: number): string {
  if (state === 'CANCELLED') return '这次投票取消了，投过的都不算';
  return state === 'SHOWN' ? `写错了、写漏了，${formatDue(rollFrozenAt, now)}前可以提，村里三天内回` : '名单已经定下来，改不了了';
}

/** How a box stands, for whoever answers for its roll: never how many have voted. */
export function stateWords({ state, rollFrozenAt, opensAt, closesAt }: Standing & { readonly opensAt: number; readonly closesAt: number }, now: number): string {
  switch (state) {
    case 'DRAWING':
      return '名单正在排';
    case 'SHOWN':
      return `名单贴着，${formatDue(rollFrozenAt, now)}定下来`;
    case 'PUBLISHED':
      return '结果出来了';
    case 'HELD':
      return '票数对不上，先不公布，要找县里一起看';
    case 'CANCELLED':
      return '不投了';
    case 'FREEZING':
    case 'OPEN':
    case 'COUNTING':
      if (now < opensAt) return `名单定了，${formatDayFromNow(civilDateOf(opensAt), now)}开始投`;
      return now >= closesAt ? '截止了，正在数票' : `正在投，${formatDue(closesAt, now)}截止`;
    default:
      return exhaustive(state);
  }
}

/** What somebody may ask for who is not on the roll: undefined where asking cannot help. */
export function askFor(why: NotOnRoll | undefined): { readonly about: 'ADD' | 'REPRESENTATIVE'; readonly text: string } | undefined {
  switch (why) {
    case 'NOT_REPRESENTATIVE':
      return { about: 'REPRESENTATIVE', text: '请村里改成由我投' };
    case 'EXCEPTED':
    case 'ELSEWHERE':
      return undefined;
    default:
      return { about: 'ADD', text: '请把我补上' };
  }
}

const ABOUT: Readonly<Record<string, (person: string) => string>> = {
  ADD: (person) => `把${person}补上名单`,
  REMOVE: (person) => `${person}不该在名单上`,
  REPRESENTATIVE: (person) => `改成由${person}替家里投`,
  CAST_NOT_BY_ME: () => '写着投了，本人说没投',
  NOT_COUNTED: () => '写着没投，本人说投了',
  OTHER: () => '对结果有话说',
};

/** What an objection asks, in one line. */
export function objectionTitle({ about, person }: { readonly about: string; readonly person: string }): string {
  return Object.hasOwn(ABOUT, about) ? (ABOUT[about]?.(person) ?? '') : '';
}

/** How an objection stands, for whoever made it. */
export function answerLine({ open, accepted, answerBy }: { readonly open: boolean; readonly accepted?: boolean | undefined; readonly answerBy: number }, now: number): string {
  if (open) return now >= answerBy ? '过了三天还没回，已经报到上一级' : `${formatDue(answerBy, now)}前回您`;
  return accepted === true ? '照您说的办了' : '没有照办';
}

/** What an answer means, under the officer's two buttons. */
export const ANSWER_WORDS = {
  yes: '照办',
  no: '不照办',
  rollHint: '照办以后名单自动改好；答复本人看得到',
  resultHint: '结果不会变；答复本人看得到，要重新数就照公布的文件数',
  reply: '回他的话',
  notYours: '这一件是您提的，或者说的就是您，要另一位来回。',
  waiting: (count: number): string => `${count} 件等着回`,
} as const;

/** Comments beside a ballot, as the presidium reads them (DEP-21, docs/decisions/0013). */
export const COMMENT_WORDS = {
  look: '大家写的话',
  title: '大家写的话',
  unchecked: '这些话没有经过内容检查：要查，就得把写的人报出去，票就不保密了。只给主席团看，不公布、不转发；也不要去猜是谁写的。',
  none: '没有人写',
  noneLine: '写了的会在这里，没有名字，没有先后。',
} as const;
