import { targetOf } from '@/domain/issues/target';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { unlessKnown } from './known';
import { tickets } from './os';
import { putToMatter } from './put-ticket';
import { readTicket } from './read-ticket';

/** A ticket about what somebody has reported already: one matter, done once and counted once (EVT-15, EVT-19). */
export const link = tickets.link.handler(async ({ input, context, errors }) => {
  const ticket = readTicket(input.ticket, context);
  const { issueId } = input;
  try {
    return await once(context, 'tickets.link', input, { target: `issue:${issueId}` }, async (tx) => {
      const { number } = await putToMatter(tx, context, ticket, issueId, input.requestId);
      return { issueId, number };
    }, async () => {
      const issue = await context.store.get('issues', issueId);
      if (issue === undefined) throw refusal('NOT_FOUND');
      context.permit('tickets.link', targetOf(issue));
      return { issueId, number: issue.number };
    });
  } catch (error) {
    throw await unlessKnown(error, context, errors);
  }
});
