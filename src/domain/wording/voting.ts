/** What a person reads about a ballot, its secrecy, its result and their receipt. */
import { civilDateOf, DAY_MS, formatDayFromNow, formatDue } from '../basics/civil-time';
import { formatPercent, shareOf } from '../basics/ratio';
import type { BallotUnit, BoxKind, BoxState, LegalEffect, Option } from '../voting/box';
import type { NotOnRoll } from '../voting/electorate';
import { LEGAL_WAYS, type NotHere } from '../voting/not-here';
import type { PlanRefusal } from '../voting/plan';
import type { Grade, Interval, RatingOutcome } from '../voting/rating';

/** DEP-13, in this order; the same weight and size for each. */
export const RATING_OPTIONS: readonly Option[] = [
  { code: 'S', text: '满意' },
  { code: 'B', text: '基本满意' },
  { code: 'N', text: '不满意' },
  { code: 'U', text: '不了解' },
];
export const MOTION_OPTIONS: readonly Option[] = [
  { code: 'Y', text: '同意' },
  { code: 'N', text: '不同意' },
  { code: 'A', text: '弃权' },
];
export const ABSTENTION: Option = { code: 'A', text: '弃权' };

/** DEP-13: the five aspects, each a ballot of its own that can be left out. */
export const RATING_ASPECTS: readonly { readonly id: string; readonly text: string }[] = [
  { id: 'meetings', text: '出席会议' },
  { id: 'visits', text: '联系走访' },
  { id: 'proposals', text: '反映意见、提建议' },
  { id: 'deeds', text: '为大家办实事' },
  { id: 'conduct', text: '守法廉洁' },
];

/** VOTE-09, before the voter votes: what it is worth. */
const EFFECT_WORDS: Readonly<Record<LegalEffect, string>> = {
  ADVISORY: '听大家的意见，最后由会议定',
  RECORD: '这是会上投的票，照会议记录登的',
  BINDING_ONLINE: '投票结果就是决定',
};

/** Before the voter votes: what becomes of the count. A deputy's grade is the presidium's to confirm (DEP-17), a member's the branch's (PTY-11). */
export function effectWords({ kind, legalEffect }: { readonly kind: BoxKind; readonly legalEffect: LegalEffect }): string {
  if (kind === 'DEPUTY') return '镇人大主席团照票数确认，再公布';
  return kind === 'MEMBER' ? '测评是参考，等次由支部定' : EFFECT_WORDS[legalEffect];
}

/** On top of a ballot. */
export const BOX_KIND_WORDS: Readonly<Record<BoxKind, string>> = { CONSULT: '投票', DEPUTY: '评代表', HEAD: '评中心户长', MEMBER: '民主测评' };

export const UNIT_WORDS: Readonly<Record<BallotUnit, string>> = { PERSON: '一人一票，选一个', HOUSEHOLD: '一户一票，选一个' };

/** On the ballot itself. */
export function secrecyWords(k: number): string {
  return k > 1 ? `不记名。不满 ${k} 票，一个数也不公布` : '没人看得到您投了哪个，截止前不露票数';
}

/** What the box protects against and what it does not, in one plain paragraph (docs/decisions/0020). */
export const PROTECTION_WORDS =
  '您投的票不记名：名单、查票码、票三样分开放，没有时间，没有先后，谁投了哪个对不上。截止前谁也看不到票数，也看不到谁投了。' +
  '开票后，查票码能证明您的票数进去了，但证明不了您投的是哪个，所以别人没法逼您、买您。' +
  '它也有挡不住的：有人站在旁边看着您点；手机被人动了手脚；管机房的人一边盯着数据、一边盯着网络记录，在您投的那一刻对时间；' +
  '要是大家都投了一样的，结果一公布，谁投的什么也就知道了。放心不下，就到村里投纸票。';

export const BALLOT_WORDS = {
  pickOne: '选一个，就能投',
  lookOver: '看一遍再投',
  final: '投出去就不能改了',
  offline: '有网了再投，选的不留在手机上',
  send: '投出去',
  sending: '正在投…',
  change: '改一改',
  yours: '您选的是',
  more: '再评细一点',
  optional: '可以不填',
  leftOut: '没填',
  comment: '还有什么想说的',
  commentHint: '只给主席团看，不和您的票放在一起。写得太细，熟人可能猜得出是您。',
  cast: '票投进去了',
  castBefore: '这张票已经投过了',
  removed: '一张张的票按规定已经删掉了，票数还在。',
  refused: '您刚才选的没有交上去，手机上也没有留。',
  phoneFull: '手机存满了，查票码存不下。请先清一清手机再投。',
  handOver: (name: string): string => `请把手机交给${name}本人`,
  handOverLine: '帮忙的人请转过身去，等本人点完再接手机。',
  handOverStart: '我是本人，开始投',
  handBack: '投好了，屏幕已经清干净',
  handBackLine: '可以把手机还回去了。查票码存在手机里，以后在“我的票”里看。',
} as const;

/** How long a ballot can still be cast, as a chip. */
export function leftWords(closesAt: number, now: number): string {
  const left = closesAt - now;
  if (left <= 0) return '已经截止';
  return left >= DAY_MS ? `还剩 ${Math.floor(left / DAY_MS)} 天` : `${formatDue(closesAt, now)}截止`;
}

interface BoxTimes {
  readonly state: BoxState;
  readonly opensAt: number;
  readonly closesAt: number;
}

/** How one's own ballot stands, in a list. */
export function castWords({ state, opensAt, closesAt, cast }: BoxTimes & { readonly cast?: boolean | undefined }, now: number): string {
  if (state === 'PUBLISHED') return cast === undefined ? '结果出来了' : cast ? '您投了，结果出来了' : '您没投，结果出来了';
  if (now < opensAt) return `${formatDayFromNow(civilDateOf(opensAt), now)}开始投`;
  if (cast === true) return '已投';
  return now >= closesAt ? '已经截止，正在数票' : '等您投';
}

/** Why a ballot cannot be cast on this phone now; undefined when it can. */
export function closedWords({ state, opensAt, closesAt, canCast }: BoxTimes & { readonly canCast: boolean }, now: number): string | undefined {
  if (state === 'CANCELLED') return '这次投票取消了，投过的都不算';
  // What the server says of it stands above what a phone takes for the time.
  if (now >= closesAt || state === 'COUNTING' || state === 'PUBLISHED' || state === 'HELD') return '已经截止';
  if (now < opensAt || state !== 'OPEN') return `${formatDayFromNow(civilDateOf(opensAt), now)}才开始投`;
  return canCast ? undefined : '要本人核实身份，用自己的手机投';
}

interface Counted {
  readonly outcome: { readonly kind: 'HIDDEN'; readonly k: number } | { readonly kind: 'KEPT' } | { readonly kind: 'OPINION'; readonly first: readonly string[] }
    | { readonly kind: 'MOTION'; readonly verdict: 'PASSED' | 'NOT_PASSED' | 'NO_QUORUM'; readonly neededPresent: number; readonly neededYes: number }
    | LooseRating;
  readonly questions: readonly { readonly options: readonly Option[] }[];
}

/** A rating as it comes over the wire, where what belongs to a verdict is optional. */
interface LooseRating {
  readonly kind: 'RATING';
  readonly verdict: RatingOutcome['verdict'];
  readonly needed: number;
  readonly rate?: { readonly numerator: number; readonly denominator: number } | undefined;
  readonly scoreTenths?: number | undefined;
  readonly grade?: Grade | undefined;
  readonly interval?: Interval | undefined;
}

/** What came out, in one line. */
export function outcomeWords({ outcome, questions }: Counted): string {
  switch (outcome.kind) {
    case 'HIDDEN':
      return `投的人不满 ${outcome.k} 个，一个数也不公布`;
    case 'KEPT':
      return '票数完了，结果只给支委会和本人看';
    case 'OPINION': {
      const [main] = questions;
      const texts = outcome.first.map((code) => main?.options.find((option) => option.code === code)?.text ?? code);
      return texts.length === 0 ? '没有人选' : texts.length === 1 ? `选“${texts[0] ?? ''}”的最多` : `${texts.map((text) => `“${text}”`).join('和')}一样多`;
    }
    case 'MOTION':
      return outcome.verdict === 'PASSED' ? '通过' : outcome.verdict === 'NOT_PASSED' ? `没通过，要 ${outcome.neededYes} 票同意` : `人数不够，要 ${outcome.neededPresent} 个`;
    case 'RATING': {
      const { verdict, needed, rate, scoreTenths, grade, interval } = outcome;
      if (verdict !== 'RATED') return ratingWords({ kind: 'RATING', verdict, needed });
      if (rate === undefined || scoreTenths === undefined || grade === undefined || interval === undefined) return '';
      return ratingWords({ kind: 'RATING', verdict, needed, rate: shareOf(rate.numerator, rate.denominator), scoreTenths, grade, interval });
    }
  }
}

/** What one may object to about one's own ballot. */
export const OBJECTION_WORDS = [
  { value: 'CAST_NOT_BY_ME', title: '写着我投了，可我没投' },
  { value: 'NOT_COUNTED', title: '写着我没投，可我投了' },
  { value: 'OTHER', title: '别的' },
] as const;

export const RECEIPT_WORDS = {
  title: '您的查票码',
  once: '只出现这一次，请现在留下来',
  proves: (day: string): string => `${day}开票后，名单里找得到这个码，就说明您的票数进去了。`,
  provesNot: '查不出您投了哪一个。别人拿到这个码，也看不出来。',
  lost: '丢了也不要紧，您的票照样算。',
  found: '找到了，您的票数进去了。',
  missing: '名单里没有这个码。先看看抄对没有；没抄错，请在下面提异议。',
  copy: '复制查票码',
  written: '抄好了',
  canFind: '它能查什么',
  cannotFind: '它查不出什么',
  look: '查我的票',
  typeIt: '输入查票码，横杠不用管',
  misread: '这个码不对，可能抄错了一个，请再对一对。',
} as const;

const NOT_ON_ROLL_WORDS: Readonly<Record<NotOnRoll, string>> = {
  LEFT: '名册上您已经不在本村了。不对的话，请找村里值班员改名册。',
  UNDER_18: '投票开始那天还没满 18 岁。',
  ELSEWHERE: '这次是别的地方的票。',
  NO_ROLE: '您不在这个选区的选民登记里。有话可以去联络站说。',
  NOT_LISTED: '这次只请了一部分人参加。',
  EXCEPTED: '这次评的就是您，自己不能评自己。',
  NOT_REPRESENTATIVE: '一户一票，这次由您家的户代表投。要换人，请在名单定下来之前找村里。',
  MISSED: '名单漏了您，请在名单定下来之前找村里补上。',
};

/** Why somebody is not on a roll, and what to do. A code that is not known here says nothing. */
export function notOnRollWords(why: unknown): string {
  return typeof why === 'string' && Object.hasOwn(NOT_ON_ROLL_WORDS, why) ? NOT_ON_ROLL_WORDS[why as NotOnRoll] : '';
}

export const GRADE_WORDS: Readonly<Record<Grade, string>> = { EXCELLENT: '优秀', COMPETENT: '称职', BASIC: '基本称职', NOT_COMPETENT: '不称职' };

/** What a rating came to, in one line; the grade is a suggestion that the presidium decides on (DEP-17). */
export function ratingWords(outcome: RatingOutcome): string {
  switch (outcome.verdict) {
    case 'TOO_FEW':
      return `参加的人不够 ${outcome.needed} 个，这次不算数`;
    case 'NO_RESULT':
      return '大家都选了不了解，没有结果';
    case 'RATED': {
      const { rate, scoreTenths, grade, interval } = outcome;
      return `满意和基本满意占 ${formatPercent(rate)}（大致在 ${tenths(interval.fromTenths)}% 到 ${tenths(interval.toTenths)}% 之间），${tenths(scoreTenths)} 分，建议${GRADE_WORDS[grade]}`;
    }
  }
}

const WAYS: Readonly<Record<NotHere, string>> = {
  ELECT_COMMITTEE: '选村委会要按法律，由选举委员会主持，到会场无记名投票、当场唱票，不能在手机上投。',
  RECALL_COMMITTEE: '罢免村委会成员，要五分之一以上有选举权的村民或者三分之一以上村民代表书面联名提出，再开会投票，不能在手机上投。',
  ELECT_DEPUTY: '选人大代表要按选举法，到投票站投票，不能在手机上投。',
  RECALL_TOWN_DEPUTY: '罢免乡镇人大代表，要原选区 30 名以上选民书面联名，交县人大常委会，再由原选区过半数选民通过，不能在手机上投。',
  RECALL_COUNTY_DEPUTY: '罢免县人大代表，要原选区 50 名以上选民书面联名，交县人大常委会，再由原选区过半数选民通过，不能在手机上投。',
};

/** The legal way for what is never voted on here (VOTE-07, DEP-20). */
export function legalWayWords(what: NotHere): string {
  return `${WAYS[what]}（${LEGAL_WAYS[what].law}）`;
}

/** Why a box cannot be announced as planned, and what to do. */
export function planRefusalWords(refusal: PlanRefusal, now: number): string {
  switch (refusal.kind) {
    case 'NOT_HERE':
      return legalWayWords(refusal.what);
    case 'NOT_BINDING_ONLINE':
      return '只有集体经济组织成员大会，或者村民自治章程写明并在镇上备了案的，网上投票才能直接作数。请改成听意见。';
    case 'RECORDED_ON_SITE':
      return '会上投的票由两个人计票，连同会议记录照片登记，不用开票箱。';
    case 'ROLL_TOO_SHORT':
      return `名单要先公布 5 天，最早${formatDayFromNow(civilDateOf(refusal.earliestOpening), now)}才能开始投。`;
    case 'CLOSES_BEFORE_IT_OPENS':
      return '截止要在开始之后。';
    case 'NO_ELECTORATE':
      return '还没说清哪些人可以投。';
  }
}

function tenths(value: number): string {
  return value % 10 === 0 ? String(value / 10) : `${Math.floor(value / 10)}.${value % 10}`;
}
