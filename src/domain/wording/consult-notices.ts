/** The words of notices about consultation, by kind. Nothing of what was said stands in them (PRV-15). */
import { formatDay, formatDue, formatMoment } from '../basics/civil-time';
import type { ConsultNoticeKind, Line } from '../consultations/consultation';
import type { NoticeTitle } from './issue-notices';

type Data = Readonly<Record<string, string | number>>;

const desk = (title: string | NoticeTitle['title']): NoticeTitle => ({ desk: true, title: typeof title === 'string' ? () => title : title });
const villager = (title: string | NoticeTitle['title']): NoticeTitle => ({ desk: false, title: typeof title === 'string' ? () => title : title });
const due = (data: Data, key: string, now: number): string => (typeof data[key] === 'number' ? formatDue(data[key], now) : '期限内');
const moment = (data: Data, key: string, now: number): string => (typeof data[key] === 'number' ? formatMoment(data[key], now) : '过几天');
const from = (data: Data): string => (typeof data['from'] === 'string' ? data['from'] : '一个村');

const ANSWERED: Readonly<Record<Line, string>> = {
  DO_NOW: '您说的事村里马上办，去“报事”里看进度',
  CONSULT: '您说的事村里要拿出来大家商量',
  ASSEMBLY: '您说的事要提交村里开会定',
  NOT_ADOPTED: '您说的事村里答复了，里面写了为什么',
};

export const CONSULT_NOTICE_TITLES: Readonly<Record<ConsultNoticeKind | 'TALK_DUE', NoticeTitle>> = {
  TALK_DUE: desk((data) => `这一期还没有讲过政策，${formatDay(String(data['day']))}前讲一场`),
  CONSULT_NEW: desk((data, now) => `有一件事要拿出来议，最晚${due(data, 'replyBy', now)}答复`),
  CONSULT_REPLY_SOON: desk((data, now) => `有一件村民说的事还没答复，最晚${due(data, 'replyBy', now)}`),
  CONSULT_REPLY_LATE: desk('有一件村民说的事过了日子没答复'),
  CONSULT_REPLY_LATE_BELOW: desk((data) => `${from(data)}有一件村民说的事过了日子没答复`),
  CONSULT_WORK_LATE: desk('有一件定了的事没按时办好'),
  CONSULT_WORK_LATE_BELOW: desk((data) => `${from(data)}有一件定了的事没按时办好`),
  CONSULT_SUPERVISED: desk('村务监督委员会提了意见，等您回复'),
  CONSULT_SUPERVISION_LATE: desk('村务监督委员会的意见还没回复'),
  CONSULT_SUPERVISION_LATE_BELOW: desk((data) => `${from(data)}没有回复村务监督委员会的意见`),
  CONSULT_CANCEL_ASKED: desk('村里想取消一次投票，等您看同不同意'),
  CONSULT_CANCEL_AGREED: desk('村务监督委员会同意取消那次投票'),
  CONSULT_UNCHECKED: desk('大家商量的事里，有话等人看过再公开'),
  CONSULT_BECAME_MAJOR: desk('有一件事要求的人过了十分之一，按大事来办'),

  CONSULT_ANSWERED: villager((data) => ANSWERED[data['line'] as Line] ?? '您说的事村里答复了'),
  CONSULT_MERGED: villager('您说的事并到同样的一件里一起议了'),
  CONSULT_ANNOUNCED: villager((data, now) => `要开会商量您关心的事，${moment(data, 'heldAt', now)}`),
  CONSULT_BALLOT: villager((data, now) => `您关心的事要投票听意见，${moment(data, 'opensAt', now)}开始`),
  CONSULT_BALLOT_CANCELLED: villager('您关心的事，那次投票取消了，里面写了为什么'),
  CONSULT_DECIDED: villager((data) => `您关心的事定下来了${typeof data['dueOn'] === 'string' ? `，${formatDay(data['dueOn'])}前办好` : ''}`),
  CONSULT_PROGRESS: villager('您说的事有了新进展'),
  CONSULT_LATE: villager('您说的事没按时办好，已经告诉镇上'),
  CONSULT_DONE: villager('您关心的事办好了，去看看结果'),
  CONSULT_DROPPED: villager('您关心的事议过了，不办，里面写了为什么'),
  CONSULT_NOT_PUBLISHED: villager('您说的事没有公开给村里人看，村干部照样会答复'),
  CONSULT_SUPERVISION_ANSWERED: villager('您提的监督意见有了回复'),
};

/** The page a notice leads to that is about no single matter. */
export function consultPageOf(kind: string): string | undefined {
  return kind === 'TALK_DUE' ? '/packages/consult/talks/index' : undefined;
}
