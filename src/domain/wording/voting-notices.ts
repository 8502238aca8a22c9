/** The words of notices about ballot boxes; none of them says who voted, or how. */
import type { NoticeTitle } from './issue-notices';

export const VOTING_NOTICES: Readonly<Record<'BOX_OBJECTION' | 'BOX_OBJECTION_LATE' | 'BOX_ANSWERED', NoticeTitle>> = {
  BOX_OBJECTION: { desk: true, title: ({ title = '' }) => `有人对“${title}”的投票名单或结果有话说，三天内要回` },
  BOX_OBJECTION_LATE: { desk: true, title: ({ title = '' }) => `“${title}”的异议过了三天还没回，投票因此开不了` },
  BOX_ANSWERED: { desk: false, title: ({ title = '' }) => `您对“${title}”提的异议，有回音了` },
};
