/** The words of notices about ballot boxes, and where they lead; none of them says who voted, or how. */
import { formatDue } from '../basics/civil-time';
import type { BoxNews } from '../voting/news';
import type { NoticeTitle } from './issue-notices';

type Kind = 'BOX_HELD' | 'BOX_OBJECTION' | 'BOX_OBJECTION_LATE' | 'BOX_ANSWERED' | 'BOX_TAKEN_OFF' | `BOX_${BoxNews}`;
type Data = Readonly<Record<string, string | number>>;

export const VOTING_NOTICES: Readonly<Record<Kind, NoticeTitle>> = {
  BOX_OBJECTION: { desk: true, title: ({ title = '' }) => `有人对“${title}”的投票名单或结果有话说，三天内要回` },
  BOX_OBJECTION_LATE: { desk: true, title: ({ title = '' }) => `“${title}”的异议过了三天还没回，投票因此开不了` },
  BOX_HELD: { desk: true, title: ({ title = '' }) => `“${title}”的票数对不上，先不公布，要查清楚` },
  BOX_ANSWERED: { desk: false, title: ({ title = '' }) => `您对“${title}”提的异议，有回音了` },
  BOX_TAKEN_OFF: { desk: false, title: ({ title = '' }) => `“${title}”的投票名单改了，现在没有您，改错了请说一声` },
  BOX_SHOWN: { desk: false, title: ({ title = '' }) => `“${title}”的投票名单贴出来了，看看写对没有` },
  BOX_OPEN: { desk: false, title: ({ title = '', closesAt }, now) => `“${title}”开始投票了${until(closesAt, now)}` },
  // To everybody on the roll alike, whether they have voted or not.
  BOX_CLOSING: { desk: false, title: ({ title = '', closesAt }, now) => `“${title}”的投票快截止了${until(closesAt, now)}。投过的不用管` },
  BOX_CANCELLED: { desk: false, title: ({ title = '' }) => `“${title}”的投票取消了，投过的都不算` },
  BOX_PUBLISHED: { desk: false, title: ({ title = '' }) => `“${title}”的投票结果出来了` },
};

function until(closesAt: string | number | undefined, now: number): string {
  return typeof closesAt === 'number' ? `，${formatDue(closesAt, now)}截止` : '';
}

/** The page that a notice leads to; undefined where it leads nowhere. */
export function votingPageOf(kind: string, { boxId }: Data): string | undefined {
  if (typeof boxId !== 'string') return undefined;
  const box = `id=${encodeURIComponent(boxId)}`;
  switch (kind) {
    case 'BOX_OBJECTION':
    case 'BOX_OBJECTION_LATE':
      return `/packages/desk/objections/index?${box}`;
    case 'BOX_HELD':
      return '/packages/desk/rolls/index';
    case 'BOX_ANSWERED':
      return '/packages/voting/objections/index';
    case 'BOX_TAKEN_OFF':
    case 'BOX_SHOWN':
      return `/packages/voting/roll/index?${box}`;
    case 'BOX_OPEN':
    case 'BOX_CLOSING':
      return '/packages/voting/mine/index';
    case 'BOX_PUBLISHED':
      return `/packages/voting/result/index?${box}`;
    default:
      return undefined;
  }
}
