/** The words of notices about deputies, suggestions and ratings; nothing of what was said stands in them (PRV-15). */
import { formatDay, formatDue } from '../basics/civil-time';
import type { OpinionNoticeKind } from '../deputies/opinion';
import type { NoticeTitle } from './issue-notices';

type DeputyNoticeKind = OpinionNoticeKind | 'RATING_RESULT' | 'RATING_SET_ASIDE' | 'RATING_CLOSED' | 'FORUM_DUE' | 'PORTRAIT_REFUSED';
type Data = Parameters<NoticeTitle['title']>[0];

const due = (data: Data, now: number): string => (typeof data['due'] === 'number' ? formatDue(data['due'], now) : '期限');
const unit = (data: Data): string => String(data['unit'] || '承办单位');
const desk = (title: NoticeTitle['title']): NoticeTitle => ({ desk: true, title });
const villager = (title: NoticeTitle['title']): NoticeTitle => ({ desk: false, title });

export const DEPUTY_NOTICES: Readonly<Record<DeputyNoticeKind, NoticeTitle>> = {
  OPINION_NEW: desk(() => '有人向您反映了一条意见，一天内分一分'),
  OPINION_UNSORTED: desk(() => '有一条意见过了一天还没分，请看一看'),
  OPINION_ANSWERED: villager(() => '您向代表反映的意见有回话了'),
  OPINION_PASSED_ON: villager(() => '您向代表反映的意见已经交出去办了'),
  SUGGESTION_NEW: desk((data) => `${String(data['deputy'] || '联络站')}提了一条建议，等主席团交办`),
  SUGGESTION_RETURNED: desk(() => '您提的一条建议退回来了，里面写了为什么'),
  SUGGESTION_ASSIGNED: desk((data, now) => `您提的建议交给${unit(data)}办，最晚${due(data, now)}答复`),
  SUGGESTION_GIVEN_TO_YOU: desk((data, now) => `有一条代表建议交给您单位办，最晚${due(data, now)}答复`),
  SUGGESTION_AT_75: desk((data, now) => `代表建议的期限过了四分之三，最晚${due(data, now)}答复`),
  SUGGESTION_AT_90: desk((data, now) => `代表建议快到期了，${unit(data)}最晚${due(data, now)}答复`),
  SUGGESTION_OVERDUE: desk((data) => `代表建议超期了，${unit(data)}还没答复`),
  SUGGESTION_REPLIED: desk((data) => `${unit(data)}答复了一条代表建议`),
  SUGGESTION_AGAIN: desk((data, now) => `代表对答复不满意，${unit(data)}再办一次，最晚${due(data, now)}答复`),
  SUGGESTION_SETTLED: desk(() => '代表评了一条建议的答复'),
  RATING_RESULT: desk((data) => `${String(data['year'])}年选民评议的结果公布了，请看您自己的`),
  RATING_SET_ASIDE: desk((data) => `${String(data['year'])}年对您的选民评议票数对不上，没有作数`),
  RATING_CLOSED: desk((data) => `${String(data['year'])}年的代表评议结束了，数完票请主席团确认`),
  FORUM_DUE: desk((data) => `这一期的选民座谈会还没有记，${formatDay(String(data['day']))}前开一次`),
  PORTRAIT_REFUSED: desk((data) => `${String(data['deputy'] || '一位代表')}的照片没通过核对，请换一张`),
};

/** The page a notice of these kinds leads to. */
export function deputyPageOf(kind: string, data: Data): string | undefined {
  if (!Object.hasOwn(DEPUTY_NOTICES, kind)) return undefined;
  const query = (params: Data): string => Object.entries(params).map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  const { town = '', mandate = '', year = '' } = data;
  if (kind === 'RATING_RESULT' || kind === 'RATING_SET_ASIDE') return `/packages/deputies/deputy/index?${query({ town, id: mandate })}`;
  if (kind === 'RATING_CLOSED') return `/packages/deputies/round/index?${query({ town, year })}`;
  if (kind === 'PORTRAIT_REFUSED') return `/packages/deputies/enter/index?${query({ town, what: 'photo' })}`;
  return '/packages/deputies/directory/index';
}
