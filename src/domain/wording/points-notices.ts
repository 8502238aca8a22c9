/** The words of notices about pledges and points; whose points, how many and why stands on the page alone (PRV-15). */
import { formatDue } from '../basics/civil-time';
import type { EntryNoticeKind } from '../points/entry';
import type { NoticeTitle } from './issue-notices';

type BranchNoticeKind =
  | 'PLEDGES_WAITING' | 'PLEDGE_CONFIRMED' | 'PLEDGE_RETURNED' | 'VETO_TO_CONFIRM' | 'VETO_CONFIRMED' | 'VETO_LIFTED' | 'POINTS_DRAWN' | 'POINTS_SETTLED' | 'POINTS_PUBLISH_DUE' | 'POINTS_PUBLISHED'
  | 'POINTS_OBJECTION' | 'POINTS_OBJECTION_ANSWERED' | 'POINTS_CLOSED';
type PointNoticeKind = EntryNoticeKind | BranchNoticeKind;
type Data = Parameters<NoticeTitle['title']>[0];

const due = (data: Data, key: string, now: number): string => (typeof data[key] === 'number' ? formatDue(data[key], now) : '期限');
const desk = (title: NoticeTitle['title'] | string): NoticeTitle => ({ desk: true, title: typeof title === 'string' ? () => title : title });
const member = (title: NoticeTitle['title'] | string): NoticeTitle => ({ desk: false, title: typeof title === 'string' ? () => title : title });

export const POINT_NOTICES: Readonly<Record<PointNoticeKind, NoticeTitle>> = {
  POINTS_TO_CHECK: desk((data, now) => `有党员报了做的事，请核实，最晚${due(data, 'due', now)}`),
  POINTS_TO_APPROVE: desk((data, now) => `有党员的事核实好了，等您定，最晚${due(data, 'due', now)}`),
  POINTS_AT_75: desk((data, now) => `有一笔积分还等着，时间过了四分之三，最晚${due(data, 'due', now)}`),
  POINTS_AT_90: desk((data, now) => `有一笔积分快到期了，最晚${due(data, 'due', now)}`),
  POINTS_OVERDUE: desk('有一笔积分过了期限还没定，请尽快看一看'),
  POINTS_ASKED: member('您报的一件事，核实的人想再问一句'),
  POINTS_POSTED: member('您有一笔积分记上了，点开看理由'),
  POINTS_REVERSED: member('您有一笔积分被更正了，点开看理由'),
  POINTS_REFUSED: member('您报的一件事没有通过，里面写了为什么'),
  POINTS_RECORD_REFUSED: desk('您记的一笔没有通过，里面写了为什么'),
  POINTS_EXPIRED: member('有一笔到本年度结束还没定，已经作罢，有异议可以提'),
  POINTS_APPEALED: desk((data, now) => `有党员对一笔积分申诉，最晚${due(data, 'due', now)}答复`),
  POINTS_APPEAL_OVERDUE: desk('有一件积分申诉支部过了期限没答复，请镇里看一看'),
  POINTS_APPEAL_DECIDED: member('您的申诉有结果了'),
  PLEDGES_WAITING: desk('有党员报了承诺，等支部看一看'),
  PLEDGE_CONFIRMED: member('您的一条承诺支部确认了'),
  PLEDGE_RETURNED: member('您的一条承诺退回来了，改一改再报，里面写了为什么'),
  VETO_TO_CONFIRM: desk('有一件一票否决的事，等镇党委组织办确认'),
  VETO_CONFIRMED: member('支部记的一件事镇里确认了，点开看说明'),
  VETO_LIFTED: member('之前记的一件事已经撤销，点开看说明'),
  POINTS_DRAWN: desk('今年的党员名单列好了，请定一定每个人的分类'),
  POINTS_SETTLED: member('今年的党员分类定了，看看您的，有意见可以找支部'),
  POINTS_PUBLISH_DUE: desk((data, now) => `这一期积分该公示了，最晚${due(data, 'due', now)}`),
  POINTS_PUBLISHED: member((data, now) => `支部公示了一期积分，有意见在${due(data, 'until', now)}前提`),
  POINTS_OBJECTION: desk('有党员对公示提了意见，请答复'),
  POINTS_OBJECTION_ANSWERED: member('您对公示提的意见有答复了'),
  POINTS_CLOSED: member('今年的积分结了，点开看一看'),
};
