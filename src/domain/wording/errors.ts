/** What a person reads when something was refused or failed: what happened, and what to do. One table, by code. */
import { formatMoment } from '../basics/civil-time';
import { fieldProblemWords } from './field-problems';

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
  EXTENSION_TOO_LONG: ({ maxWorkdays }) => `最多延 ${number(maxWorkdays)} 个工作日。`,
  ALREADY_OBJECTED: '已经提过一次异议，不能再退。',
  DEPARTMENT_DUTY: ({ unit }) => `这是${text(unit) || '部门'}自己的事，不能派给村里主办。`,
  NO_HIGHER_LEVEL: '上面没有可交的了。',
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
  // files
  FILE_TOO_LARGE: ({ maxBytes }) => `太大了，一张最多 ${Math.floor(Number(maxBytes) / 1_000_000)} 兆。`,
  FILE_TOO_LONG: ({ maxSeconds }) => `录音太长，最多 ${number(maxSeconds)} 秒。`,
  FILE_TYPE: '这个文件打不开，请换一张照片或者重新录。',
  FILE_MISSING: '没有传完，请再试一次。',
  TOO_MANY_FILES: ({ max }) => `最多 ${number(max)} 个。`,
  // roster
  SHEET_UNREADABLE: ({ file }) => `《${text(file)}》打不开，请另存为 xlsx 或 csv 再传。`,
  HAS_PROBLEMS: ({ problems }) => `还有 ${number(problems)} 处要改，改好再传。`,
  ROSTER_CHANGED: '核对以后名册又变了，请重新核对一遍。',
};

/** The words for an error's code; a code without words reads as INTERNAL, with nothing of its own text shown. */
export function errorWords(code: string, data: unknown, now: number): string {
  const words = Object.hasOwn(WORDS, code) ? WORDS[code] : WORDS['INTERNAL'];
  if (typeof words === 'function') return words(isData(data) ? data : {}, now);
  return words ?? '';
}

/** The codes that have words; a test holds the contract's codes to this list. */
export const WORDED_CODES: readonly string[] = Object.keys(WORDS);

function isData(data: unknown): data is Data {
  return typeof data === 'object' && data !== null;
}
