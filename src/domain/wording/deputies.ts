/** The words for everything about deputies that has a code. */
import type { Heading } from '../deputies/archive';
import type { CompositePart } from '../deputies/composite';
import type { DeputyLevel, DirectoryProblem, MandateEnd } from '../deputies/congress';
import type { ContactMode, ContactPurpose } from '../liaisons/contact';
import type { Channel, OpinionState, ReplyKind, Verdict } from '../deputies/opinion';
import type { Measure, NotRated } from '../deputies/round';

/** Above the opinions of a deputy who is suspended (代表法 art. 61). */
export const DEPUTY_SUSPENDED = '您现在暂停执行代表职务，只能看。等着的由联络站来分、主席团来评。';

export const LEVEL_WORDS: Readonly<Record<DeputyLevel, string>> = { TOWN: '镇人大代表', COUNTY: '县人大代表', CITY: '市人大代表', PROVINCE: '省人大代表', NATION: '全国人大代表' };
export const HEADING_WORDS: Readonly<Record<Heading, string>> = { CONTACT: '联系走访', MEETING: '出席会议', INSPECTION: '视察调研', TRAINING: '学习培训', GROUP: '小组活动', SUGGESTION: '提建议', REPORT: '向选民述职', HONOUR: '荣誉' };
export const MODE_WORDS: Readonly<Record<ContactMode, string>> = { VISIT: '走访', RECEIVE: '接待', APPOINTMENT: '约见', REMOTE: '电话微信' };
export const PURPOSE_WORDS: Readonly<Record<ContactPurpose, string>> = { POLICY: '讲政策', LISTEN: '听意见', HELP: '帮着跑', SERVICE: '专门看望', RETURN: '回访' };
export const STATE_WORDS: Readonly<Record<OpinionState, string>> = {
  HEARD: '等着分', EXPLAINED: '当面说清了', ISSUE: '交给村里办', CHANNEL: '告诉了该找谁', PROPOSED: '等主席团交办', DECLINED: '退回了', ASSIGNED: '承办单位在办', REPLIED: '答复了，等代表评', AGAIN: '代表不满意，再办一次', SETTLED: '办结了',
};
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { SATISFIED: '满意', FAIR: '基本满意', UNSATISFIED: '不满意' };
export const REPLY_WORDS: Readonly<Record<ReplyKind, string>> = { DONE: '办成了', PLANNED: '列入计划', CANNOT: '办不了，说明原因' };
export const CHANNEL_WORDS: Readonly<Record<Channel, string>> = {
  PETITION: '信访：打 12345，或者去县信访局', COURT: '打官司：找法院，可以先问司法所', RECONSIDERATION: '不服政府的处理：申请行政复议', DISCIPLINE: '党员干部违纪：打 12388', POLICE: '报警：打 110',
};
export const COMPOSITE_WORDS: Readonly<Record<CompositePart, string>> = { VOTERS: '选民评分', PERFORMANCE: '履职得分', PRESIDIUM: '主席团评分' };
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = { TALK: '提醒谈话', RECTIFY: '限期书面整改', CIRCULATE: '通报，不评先进' };
export const NOT_RATED_WORDS: Readonly<Record<NotRated, string>> = {
  HIGHER_LEVEL: '不是选民直接选的，由选他的人大监督', SUSPENDED: '正暂停执行代表职务', SERVED_TOO_SHORT: '今年任职不到六个月', NOT_YET: '评议开始时还没上任',
  ELECTED_AGAIN: '换届连任，按新一届评', DIED: '已经去世', NOT_COUNTABLE: '票数对不上，没有作数',
};
export const MANDATE_END_WORDS: Readonly<Record<MandateEnd, string>> = { RESIGNED: '辞职', TERMINATED: '终止资格', TERM_OVER: '任期届满', MOVED: '迁出', DIED: '去世' };

export const DIRECTORY_PROBLEM_WORDS: Readonly<Record<DirectoryProblem, string>> = {
  NO_STATION: '先选一个联络站。',
  NO_CONSTITUENCY: '先选对他的选区。',
  SEATS: '一个选区选一到三名代表。',
  SEATS_TAKEN: '这个选区的名额满了，先把离任的写上。',
  AREAS: '选区要么是几个整村，要么是一个村里的一片，都在本镇。',
  REGISTERED_ONE_AREA: '几个村合成的选区，名单从名册里出，公示时再改。',
  HAS_MANDATE: '他已经是这一级的代表。',
};

export function directoryProblemWords(problem: string): string {
  return Object.hasOwn(DIRECTORY_PROBLEM_WORDS, problem) ? DIRECTORY_PROBLEM_WORDS[problem as DirectoryProblem] : '有地方没填对，改一下再交。';
}
