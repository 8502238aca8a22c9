import { titleOf } from '@/domain/issues/title';
import { answerWords } from '@/domain/wording/tickets';
import { tickets } from './os';
import { withMatters } from './with-matters';

const PAGE = 20;

/** The town's tickets with how far each is, and the answer where there is one. */
export const list = tickets.list.handler(async ({ input, context }) => {
  const { town, after } = input;
  context.permit('tickets.list', { area: town });
  const page = await context.store.find('tickets', { where: { town }, orderBy: [{ field: 'receivedAt', direction: 'desc' }], limit: PAGE, ...(after === undefined ? {} : { after }) });
  const items = (await withMatters(context, page.items)).map(({ ticket, issue }) => {
    const answer = issue === undefined ? undefined : answerWords(ticket.number, issue);
    return {
      ticketId: ticket._id, number: ticket.number, receivedAt: ticket.receivedAt, answerBy: ticket.answerBy, linked: ticket.linked,
      ...(issue === undefined ? {} : { issue: { issueId: issue._id, number: issue.number, category: issue.category, title: titleOf(issue), village: issue.villageName, stage: issue.stage, owner: issue.owner.name, open: issue.open } }),
      ...(answer === undefined ? {} : { answer }),
    };
  });
  return { items, ...(page.next === undefined ? {} : { next: page.next }) };
});
