/** The words of consultation (议事): stages, lines, steps, meetings, why a matter is major. */
import type { Audience, Ending, FourStep, Line, ReservedMatter, Resolving, Stage } from '../consultations/consultation';
import type { WeightReason } from '../consultations/weight';
import type { BoxState } from '../voting/box';
import type { NotHere } from '../voting/not-here';

/** 开放说事、民主评事、科学定事、合力干事, as the stage rail says them. */
export const CONSULT_RAIL = ['说事', '评事', '定事', '干事'] as const;

const RAIL_AT: Readonly<Record<Stage, number>> = { RAISED: 0, REVIEWING: 1, DECIDED: 2, DOING: 3, DONE: 4, CLOSED: 0 };

export function consultRailAt(stage: Stage): number {
  return RAIL_AT[stage];
}

export const LINE_WORDS: Readonly<Record<Line, string>> = { DO_NOW: '马上办', CONSULT: '拿出来商量', ASSEMBLY: '提交会议', NOT_ADOPTED: '不采纳' };

export const ENDING_WORDS: Readonly<Record<Ending, string>> = { ISSUE: '转去马上办', NOT_ADOPTED: '没有采纳', MERGED: '并到另一件', WITHDRAWN: '撤回了', DROPPED: '议过，不办' };

export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = { VILLAGE: '全村看得到', CADRES: '只给村干部看' };

export const RESERVED_WORDS: Readonly<Record<ReservedMatter, string>> = {
  BUILDING: '村里的规划和建设',
  ALLOWANCES: '误工补贴给谁、给多少',
  COLLECTIVE_INCOME: '村集体的钱怎么用',
  PUBLIC_WORKS: '办公益、筹资筹劳、工程承包',
  SUPPORTED_PEOPLE: '重点帮扶哪些人、怎么帮',
  OTHER_BY_LAW: '法律规定的其他大事',
};

export const REASON_WORDS: Readonly<Record<WeightReason, string>> = {
  RESERVED: '按法律要由村民会议定',
  MONEY: '花的钱过了线',
  MANY: '要求的人超过十分之一',
  TO_ASSEMBLY: '要提交会议',
  MARKED: '村里认为是大事',
};

export const STEP_WORDS: Readonly<Record<FourStep, string>> = { PROPOSE: '党组织提议', DISCUSS: '两委商议', REVIEW: '党员大会审议', RESOLVE: '村民会议决议' };

export const RESOLVING_WORDS: Readonly<Record<Resolving, string>> = {
  ASSEMBLY_ADULTS: '村民会议（按人）',
  ASSEMBLY_HOUSEHOLDS: '村民会议（按户）',
  REPRESENTATIVES: '村民代表会议',
  COLLECTIVE: '集体经济组织成员大会',
  COLLECTIVE_REPRESENTATIVES: '集体经济组织代表大会',
  LAND_ASSEMBLY: '村民会议（土地承包）',
  LAND_REPRESENTATIVES: '村民代表会议（土地承包）',
};

/** VOTE-07: where the law has it instead. */
export const LEGAL_WAY_WORDS: Readonly<Record<NotHere, string>> = {
  ELECT_COMMITTEE: '选村委会要按《村民委员会组织法》到会场投票，请找村民选举委员会',
  RECALL_COMMITTEE: '罢免村委会成员，要五分之一以上有选举权的村民书面联名，按《村民委员会组织法》第十六条办',
  ELECT_DEPUTY: '选人大代表要按选举法到会场投票，请找镇选举委员会',
  RECALL_TOWN_DEPUTY: '罢免镇人大代表，要原选区选民三十人以上书面联名，向县人大常委会提出',
  RECALL_COUNTY_DEPUTY: '罢免县人大代表，要原选区选民五十人以上书面联名，向县人大常委会提出',
};

export function stepsWords(steps: readonly FourStep[]): string {
  return steps.map((step) => STEP_WORDS[step]).join('、');
}

const FEN_IN_WAN = 1_000_000;

/** Money as people say it: 3 万元, 4.8 万元, 360 元, 0.5 元. Integers all the way. */
export function moneyWords(fen: number): string {
  const [unit, one] = fen >= FEN_IN_WAN ? ['万元', FEN_IN_WAN] as const : ['元', 100] as const;
  const whole = Math.floor(fen / one);
  const rest = String(fen % one).padStart(String(one).length - 1, '0').replace(/0+$/, '');
  return `${whole}${rest === '' ? '' : `.${rest}`} ${unit}`;
}

/** An amount as people write it, in yuan with at most two decimals, as fen; undefined where it is none. */
export function fenOf(yuan: string): number | undefined {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(yuan.trim());
  return match === null ? undefined : Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

interface StandingBallot {
  readonly state: BoxState;
  /** Why the village called it off, or has asked for that. */
  readonly cancelReason?: string | undefined;
}

/** How a ballot stands that has no result; how many have voted nobody is told (CON-06). */
export function ballotStandingWords({ state, cancelReason }: StandingBallot, times: { readonly opensAt: number } | undefined, now: number): string {
  if (state === 'CANCELLED') return `这次投票取消了，投过的都不算，也没有人看得到投了什么。为什么：${cancelReason ?? ''}`;
  const asked = cancelReason === undefined ? '' : `村里想取消，等村务监督委员会同意：${cancelReason}`;
  return `${standing(state, times, now)}${asked}`;
}

function standing(state: BoxState, times: { readonly opensAt: number } | undefined, now: number): string {
  switch (state) {
    case 'HELD':
      return '票数对不上，先不公布，要查清楚。';
    case 'COUNTING':
      return '截止了，正在数票。';
    case 'OPEN':
      return times === undefined ? '截止了，正在数票。' : now < times.opensAt ? '名单定了，还没开始投票。' : '正在投票，截止以前谁也看不到票数。';
    default:
      return '名单公示以后开始投票。';
  }
}
