/** What a person reads when something was refused or failed: what happened, and what to do. One table, by code. */
import { formatMoment } from '../basics/civil-time';
import { STEPS, type FourStep } from '../consultations/consultation';
import type { NotHere } from '../voting/not-here';
import { LEGAL_WAY_WORDS, STEP_WORDS, stepsWords } from './consultations';
import { directoryProblemWords } from './deputies';
import { fieldProblemWords } from './field-problems';
import { BALLOT_WORDS, notOnRollWords } from './voting';

type Data = Readonly<Record<string, unknown>>;
type Words = string | ((data: Data, now: number) => string);

const number = (value: unknown): string => (typeof value === 'number' ? String(value) : '');
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const moment = (value: unknown, now: number): string => (typeof value === 'number' ? formatMoment(value, now) : '以后');

/** What was written is kept on the phone; what cannot wait has another way, and it is said. */
function sentEnough({ what, next, phone }: Data, now: number): string {
  const then = moment(next, now);
  const call = text(phone) === '' ? '打村里的电话' : `打 ${text(phone)}`;
  switch (what) {
    case 'REPORT':
    case 'ON_BEHALF':
      return `已经报了好多件，都收到了。这件存在手机里，${then}再报。等不得就${call}，有危险的选“很急”，随时能报。`;
    case 'SUPPORT':
      return `点了好多件，都记下了，${then}再点。急事请${call}。`;
    case 'REMARK':
      return `这件事今天补充了好多，都看得到，${then}再补充。等不得就打经办人的电话。`;
    case 'BRANCH_WORD':
      return `您说的支部都收到了，${then}再说。等不得就直接找书记。`;
    case 'APPLICATION':
      return `今天申请的次数够了，${then}再申请，或者${call}。`;
    default:
      return `您提的都收到了，会一条条答复，${then}再提。等不得就${call}。`;
  }
}

const WORDS: Readonly<Record<string, Words>> = {
  // every context
  INVALID_INPUT: ({ fields }) => fieldProblemWords(fields) ?? '有地方没填对，改一下再交。',
  NOT_SIGNED_IN: '还没登录，请退出去重新打开。',
  NOT_BOUND: '先告诉我们您是哪一家，才能办这件事。',
  NOT_VERIFIED: '这件事要先核实身份，请找村里值班员。',
  FORBIDDEN: '这件事不归您办。',
  OWN_WORK: '这件事是您自己经手的，不能由您来定。自家的事请家里别的人用自己的手机办，公家的事请另一位来办。',
  PHONE_ONLY: '这件事要在您自己的手机上办。',
  MODULE_OFF: '县里现在没开这一项。报事、找人照常能用。',
  NOT_FOUND: '没找到，可能已经撤了，或者不是给您看的。',
  REQUEST_REUSED: '刚才那次已经交上去了，请回去看看。',
  CHANGED_MEANWHILE: '别人刚刚改过，请重新打开再试。',
  CONTENT_REFUSED: '有些话不能公开，请改一改，或者选“只给办事的人看”。',
  SENT_ENOUGH: sentEnough,
  UNAVAILABLE: '现在忙不过来，等一会儿再试，您写的没有丢。',
  INTERNAL: '出错了，不是您的问题。',
  OFFLINE: '现在没有网，您写的存在手机里，网好了再试。',
  TIMEOUT: '等得太久没有回音，请再试一次，不会重复。',
  // issues
  ISSUE_STAGE: '这件事已经往下走了，请重新打开看看。',
  ISSUE_ALREADY_ACCEPTED: ({ by }) => `${text(by) || '别人'}已经接了。`,
  REMINDED_TODAY: ({ next }, now) => `今天催过了，${moment(next, now)}能再催。`,
  ALREADY_REOPENED: '这件事已经重新办过一次，还不满意请打镇上电话。',
  RATING_CLOSED: '评价的时间过了。还没解决，请再报一次。',
  ALREADY_EXTENDED: '这件事已经延过一次，不能再延。',
  PAUSED_ENOUGH: ({ times }) => (times === 0 ? '这里办事不能停一停。到期办不完的，申请延期或者往上交。' : `一件事最多停 ${number(times)} 次，加起来不能比原来的期限还长，也不能停过 12345 要答复的那天，不能再停了。到期办不完的，申请延期或者往上交。`),
  EXTENSION_TOO_LONG: ({ maxWorkdays }) => `最多延 ${number(maxWorkdays)} 个工作日。`,
  ALREADY_OBJECTED: '已经提过一次异议，不能再退。',
  DEPARTMENT_DUTY: ({ unit }) => `这是${text(unit) || '部门'}自己的事，不能派给村里主办。`,
  NO_HIGHER_LEVEL: '上面没有可交的了。',
  TICKET_KNOWN: ({ number: of }) => `这张工单已经录过了，不用再录。${of === undefined ? '' : `事情的编号是 ${text(of)}。`}`,
  // consultations
  CONSULT_STAGE: '这件事已经往下走了，请重新打开看看。',
  NOT_STUDIED: '这是大事，要先有村党组织研究的记录，才能开会、投票。',
  STEP_OUT_OF_ORDER: ({ next }) => (isStep(next) ? `次序不对：先要${STEP_WORDS[next]}，日子也不能在它前面。` : '这几步都走完了，不用再记。'),
  STEPS_MISSING: ({ missing }) => `大事还差：${Array.isArray(missing) ? stepsWords(missing.filter(isStep)) : '四议'}。走完才能定。`,
  COUNTS_DO_NOT_ADD_UP: '票数对不上：赞成、反对、弃权、无效加起来要等于到会人数。',
  TWO_TELLERS: '要写两位不同的计票人。',
  NO_QUORUM: ({ present, needed }) => `到会 ${number(present)} 人，最少要 ${number(needed)} 人，这次会议不算数。`,
  NOT_REPRESENTATIVE: '村民代表要占组成人员的五分之四以上，妇女代表要占三分之一以上。',
  MINUTES_PHOTO: '要附会议记录的照片。',
  NOT_ANNOUNCED: '这次会没有提前通知大家，先发通知。',
  NOTICE_TOO_SHORT: ({ earliest }, now) => `要提前通知，最早${moment(earliest, now)}才能开。`,
  MEETING_NOT_HELD: '会还没开，开完再记。',
  NOT_CONSULTED: '还没有开会商量的记录。',
  BALLOT_OPEN: ({ closesAt }, now) => `投票还没结束，${moment(closesAt, now)}截止。`,
  BALLOT_OVER: '这次投票已经有结果，或者取消过了，请重新打开看看。',
  CANCEL_ASKED: '已经提过了，等村务监督委员会同意。',
  CANCEL_NOT_ASKED: '村里没有提出取消这次投票。',
  SUPERVISION_OPEN: '村务监督委员会的意见还没回复，回复了才能办结。',
  ISSUES_ALREADY: '这些事已经各自在办了，请选商量、上会或者不采纳。',
  TITLE_NEEDED: '这件事只说给村干部听，拿出来商量要另写一个标题。',
  CANNOT_MERGE: '不能并到那一件：它办完了、不公开，或者这件已经开过会。',
  STEPS_BEGUN: '党组织已经按大事研究了，不能再改成小事。',
  OPINIONS_FULL: '您说的已经记下了，还有话请到会上说。',
  HAS_SUPPORT: '已经有邻居跟您一起说这件事，不能撤了。',
  NOT_VOTED_HERE: ({ what }) => (typeof what === 'string' && Object.hasOwn(LEGAL_WAY_WORDS, what) ? `${LEGAL_WAY_WORDS[what as NotHere]}。` : '选举和罢免不能在这里投票。'),
  // people
  NO_MATCH: ({ triesLeft }) => `没对上，请看看名字和证件后四位。今天还能试 ${number(triesLeft)} 次，也可以找村里值班员。`,
  TOO_MANY_TRIES: ({ next }, now) => `今天试的次数够了，${moment(next, now)}再试，或者找村里值班员。`,
  ALREADY_BOUND: '这个人已经在另一部手机上了。已经告诉那边，等他同意；手机丢了请找村里值班员。',
  CODE_EXPIRED: '这个码过期了或者用过了，请村里再发一个。',
  PERSON_EXISTS: ({ village }) => `这个证件号已经在${text(village) || '别的村'}的名册里。`,
  HOLDS_POSTS: '他还担着岗位，先换人再办。',
  NOT_ELIGIBLE: '按规定他不太合适，看看下面的说明，再决定。',
  LAST_OF_DESK: '值班的只剩这一位了，先加一位再换。',
  // desk
  CODE_UNKNOWN: '没有这个码，请对着再写一遍，看看有没有写错。',
  ASKING_OVER: '电脑上的码过期了或者用过了，请在电脑上换一个。',
  CODE_MISMATCH: '和电脑上的数字对不上，这次登录已经作废。是您自己的电脑，就在电脑上换一个码再来。',
  TOO_MANY_WAITING: '现在等着登录的电脑太多，过一会儿再试。',
  ON_A_PHONE: '您已经绑了手机，请用手机扫码登录。',
  // deputies
  DIRECTORY_PROBLEM: ({ problem }) => directoryProblemWords(text(problem)),
  PHOTO_REFUSED: '这张照片没通过核对，不能公开，请换一张。',
  SUSPENDED: '您现在暂停执行代表职务，这件事由联络站和主席团来办。',
  OPINION_STAGE: '这件事已经往下走了，请重新打开看看。',
  ROUND_EXISTS: '今年的评议已经开了。',
  ROLL_TOO_SHORT: ({ earliest }) => `名单要先公示五天，最早 ${text(earliest)} 开始评。`,
  NOBODY_TO_RATE: '今年没有要评的代表。',
  NOT_COUNTED_YET: '票还没数完，数好了才能定。',
  COUNT_STANDS: '票数对得上，照常定就行。',
  NOT_ALL_CONFIRMED: ({ left }) => `还有 ${number(left)} 位没定，都定了才能公布。`,
  ROUND_PUBLISHED: '已经公布了，不能再改。',
  // appraisals
  APPRAISAL_STAGE: '民主评议已经往下走了，请重新打开看看。',
  APPRAISAL_EXISTS: '这一年的民主评议已经开了。',
  TOO_FEW_MEMBERS: ({ least }) => `党员不满 ${number(least)} 人，这样办不了。人少的支部请选纸票。`,
  REASON_NEEDED: '评定的等次和积分建议的不一样，请写一句为什么。',
  MEETING_NEEDED: '先记下党员大会的记录，再上报。',
  NOT_ALL_DECIDED: ({ left }) => `还有 ${number(left)} 位没评定，都定了才能上报。`,
  // points
  NOT_IN_CYCLE: ({ from, to }) => `这一天不在能记的年度里，${text(from)} 到 ${text(to)} 的事才能记，年度结了的也不能再记。`,
  PLEDGE_NOT_CONFIRMED: '这条承诺支部还没确认，确认了再报。',
  PHOTO_REUSED: '这张照片已经用在另一件事上了，换一张，或者不放照片也行。',
  ENTRY_STAGE: '这一笔已经往下走了，请重新打开看看。',
  TOO_LATE: ({ until }, now) => `时间过了，${moment(until, now)}前才能提。有事请直接找支部。`,
  PLEDGE_WINDOW: ({ from, to }) => `现在不是报承诺的时候，${text(from)} 到 ${text(to)} 可以报。`,
  PLEDGE_COUNT: ({ max }) => `承诺最多 ${number(max)} 条，先去掉一条再加。`,
  PLEDGE_STAGE: '这条承诺已经定过了，请重新打开看看。',
  CYCLE_STAGE: '本年度现在还不能这样办，请重新打开看看。',
  NOT_PUBLISHED: '先把这一年公示完，再结账。',
  OBJECTIONS_OPEN: ({ until, unanswered }, now) => (Number(unanswered) > 0 ? `还有 ${number(unanswered)} 条异议没答复，答复了再结账。` : `公示还没完，${moment(until, now)}以后再结账。`),
  TOO_EARLY: ({ from }) => `还没到时候，${text(from)} 起可以公示。`,
  // voting
  ALREADY_CAST: '这张票已经投过了，一张票只能投一次。',
  NOT_OPEN_YET: ({ opensAt }, now) => `还没到投票的时候，${moment(opensAt, now)}开始。`,
  BOX_CLOSED: '投票已经截止了，这张票没有投进去。',
  NAME_NOT_CLEAR: ({ several }) => (several === true ? '名单上叫这个名字的不止一个，请直接找村里值班员说。' : '名单上没有这个名字，看看字写对没有。'),
  OWN_PHONE_ONLY: '投票要本人用自己的手机，谁也不能替别人投。没有手机的，请到村里投纸票。',
  RECEIPT_TAKEN: '查票码重了，换一个再投就行。',
  ROLL_FROZEN: '名单已经定了，不能再改。',
  NOT_ELIGIBLE_FOR_ROLL: ({ why }) => `不能加进名单：${notOnRollWords(why)}`,
  TOO_FEW_TO_SHOW: '投的人太少，为了不让人猜出谁投了什么，一个数也不公布。',
  BALLOTS_REMOVED: BALLOT_WORDS.removed,
  OBJECTIONS_OVER: '提异议的时间过了，有事请找村里。',
  // files
  FILE_TOO_LARGE: ({ maxBytes }) => `太大了，一张最多 ${sizeWords(Number(maxBytes))}。`,
  FILE_TOO_LONG: ({ maxSeconds }) => `录音太长，最多 ${number(maxSeconds)} 秒。`,
  FILE_TYPE: '这个文件打不开，请换一个。',
  FILE_MISSING: '没有传完，请再试一次。',
  TOO_MANY_FILES: ({ max }) => `最多 ${number(max)} 个。`,
  // roster
  SHEET_UNREADABLE: ({ file }) => `《${text(file)}》打不开，请另存为 xlsx 或 csv 再传。`,
  SHEET_PROBLEMS: '表里还有要改的地方，请先改好再载入。',
  HAS_PROBLEMS: ({ problems }) => `还有 ${number(problems)} 处要改，改好再传。`,
  ROSTER_CHANGED: '核对以后名册又变了，请重新核对一遍。',
};

/** Of a photo that could not be sent: nothing of it is kept on the phone as words are. */
export const PHOTO_OFFLINE = '现在没有网，照片没传上，网好了点它再传。';

/** The words for an error's code; a code without words reads as INTERNAL, with nothing of its own text shown. */
export function errorWords(code: string, data: unknown, now: number): string {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : WORDS['INTERNAL'];
  if (typeof words === 'function') return words(isData(data) ? data : {}, now);
  return words ?? '';
}

/** The codes that have words; a test holds the contract's codes to this list. */
export const WORDED_CODES: readonly string[] = Object.keys(WORDS);

/** 5 兆, or 200 K where it is less than one. */
function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.floor(bytes / 1000)} K` : `${Math.floor(bytes / 1_000_000)} 兆`;
}

function isStep(value: unknown): value is FourStep {
  return (STEPS as readonly unknown[]).includes(value);
}

function isData(data: unknown): data is Data {
  return typeof data === 'object' && data !== null;
}
