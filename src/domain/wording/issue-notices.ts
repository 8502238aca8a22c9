/**
 * The words of notices about issues, by kind. Nothing of what was reported stands in them (PRV-15): a notice may light up
 * on a locked screen; who opens it reads the matter.
 */
import { formatDue } from '../basics/civil-time';
import type { IssueNoticeKind } from '../issues/issue';

type Data = Readonly<Record<string, string | number>>;

export interface NoticeTitle {
  /** It waits at a desk rather than with a villager. */
  readonly desk: boolean;
  readonly title: (data: Data, now: number) => string;
}

const by = (data: Data, key: string, otherwise: string): string => (data[key] === undefined || data[key] === '' ? otherwise : String(data[key]));
const due = (data: Data, key: string, now: number): string => (typeof data[key] === 'number' ? formatDue(data[key], now) : '期限');
const desk = (title: NoticeTitle['title'] | string): NoticeTitle => ({ desk: true, title: typeof title === 'string' ? () => title : title });
const villager = (title: NoticeTitle['title'] | string): NoticeTitle => ({ desk: false, title: typeof title === 'string' ? () => title : title });

export const ISSUE_NOTICE_TITLES: Readonly<Record<IssueNoticeKind, NoticeTitle>> = {
  ISSUE_NEW: desk((data, now) => `${data['urgent'] === 1 ? '急事：' : ''}有一件新的事交给您，最晚${due(data, 'acceptBy', now)}签收`),
  ISSUE_HANDED_UP_TO_YOU: desk((data, now) => `${by(data, 'from', '下一级')}往上交了一件事，最晚${due(data, 'acceptBy', now)}签收`),
  ISSUE_ESCALATED_TO_YOU: desk((data, now) => `${by(data, 'from', '下一级')}没按时签收，这件事到您这里了，最晚${due(data, 'acceptBy', now)}签收`),
  ISSUE_DISPATCHED_TO_YOU: desk((data, now) => `派给您一件事，最晚${due(data, 'acceptBy', now)}签收`),
  ISSUE_ASSIST: desk((data) => `请您协助办一件事，主办是${by(data, 'to', '别的岗位')}`),
  ISSUE_BACK_TO_YOU: desk('有一件事回到您这里'),
  ISSUE_REMINDED: desk('村民催了一件事'),
  ISSUE_ADDED: desk('村民给一件事补充了几句'),
  ISSUE_ANSWERED: desk('村民回了您问的话'),
  ISSUE_WITHDRAWN: desk('村民撤回了一件事，不用办了'),
  ISSUE_GROWN: desk((data) => `有一件事涉及的人多了，已经 ${by(data, 'people', '好几')} 户`),
  ISSUE_URGED: desk((data) => `${by(data, 'by', '上级')}督办了一件事`),
  ISSUE_RESUMED: desk((data, now) => `停着的一件事该接着办了，最晚${due(data, 'dueAt', now)}办好`),
  ISSUE_DUE_SOON: desk((data, now) => `有一件事快到期，最晚${due(data, 'dueAt', now)}办好`),
  ISSUE_FIRST_STEP_LATE: desk((data) => `${by(data, 'from', '承办人')}还没写到场情况或者办法`),
  ISSUE_OVERDUE: desk('有一件事超期了'),
  ISSUE_OVERDUE_BELOW: desk((data) => `${by(data, 'from', '下一级')}有一件事超期了`),
  ISSUE_UNACCEPTED: desk('有一件事过了时间没签收'),
  ISSUE_UNACCEPTED_BELOW: desk((data) => `${by(data, 'from', '下一级')}有一件事过了时间没签收`),
  ISSUE_SUSPENDED_BELOW: desk((data) => `${by(data, 'from', '下一级')}把一件事先停一停`),
  ISSUE_EXTENSION_ASKED: desk((data) => `${by(data, 'from', '下一级')}有一件事想延期，等您定`),
  ISSUE_EXTENSION_DECIDED: desk((data) => (data['approved'] === 1 ? '同意您延期' : '没有同意您延期，请按原来的日子办')),
  ISSUE_OBJECTED: desk((data) => `${by(data, 'from', '承办单位')}对派单有异议，等您定`),
  ISSUE_OBJECTION_DECIDED: desk((data) => (data['upheld'] === 1 ? '您的异议成立，已经改派' : '您的异议没有成立，请继续办')),
  ISSUE_RATED: desk('村民评了您办的一件事'),
  ISSUE_REOPENED_TO_YOU: desk((data, now) => `村民说没解决，请您重新办，最晚${due(data, 'acceptBy', now)}签收`),
  ISSUE_REOPENED_ABOVE: desk((data) => `村民说没解决，换${by(data, 'to', '上一级')}重新办`),
  ISSUE_HANDED_OVER: desk((data) => `${by(data, 'from', '前任')}没办完的一件事交给${by(data, 'to', '您')}`),
  ISSUE_UNCHECKED: desk('有一件公开的事等人看过内容'),
  ISSUE_TICKET: desk((data, now) => `12345 也转来您在办的一件事，最晚${due(data, 'answerBy', now)}要答复`),
  ISSUE_TICKET_LIMIT: desk((data, now) => `12345 把您在办的一件事的答复时限${data['sooner'] === 1 ? '提前到' : '放宽到'}${due(data, 'answerBy', now)}`),
  ISSUE_TICKET_ANSWER: desk((data, now) => `一件 12345 工单有结果了，最晚${due(data, 'answerBy', now)}答复平台`),

  ISSUE_FILED_FOR_YOU: villager((data) => `${by(data, 'by', '网格长')}替您报了一件事`),
  ISSUE_ACCEPTED: villager((data, now) => `${by(data, 'by', '村里')}接了您的事${data['dueAt'] === undefined ? '' : `，最晚${due(data, 'dueAt', now)}办好`}`),
  ISSUE_REJECTED: villager('您报的事不归村里办，里面写了该找谁'),
  ISSUE_ASKED: villager((data) => `${by(data, 'by', '村里')}想再问清楚，等您回话`),
  ISSUE_PROGRESS: villager((data) => `${by(data, 'by', '村里')}写了新的进展`),
  ISSUE_HANDED_UP: villager((data) => `您的事交给了${by(data, 'to', '上一级')}`),
  ISSUE_ESCALATED: villager((data) => `过了时间没人接，您的事交给了${by(data, 'to', '上一级')}`),
  ISSUE_DISPATCHED: villager((data) => `您的事交给${by(data, 'to', '有关单位')}办`),
  ISSUE_LATE: villager((data) => `您的事没按时办好，已经告诉${by(data, 'to', '上一级')}`),
  ISSUE_EXTENDED: villager((data, now) => `您的事要多用几天，最晚${due(data, 'dueAt', now)}办好`),
  ISSUE_SUSPENDED: villager('您的事先停一停，里面写了为什么'),
  ISSUE_DONE: villager((data) => `${by(data, 'by', '村里')}说办好了，请您评一评`),
  ISSUE_CLOSED: villager('您的事结了。没评的不会算成满意'),
  ISSUE_DONE_NEARBY: villager('您也遇到的那件事办好了'),
  ISSUE_NOT_PUBLISHED: villager('您的事没有公开给村里人看，照样会办'),
};
