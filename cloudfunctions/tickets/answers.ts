import { addCivilMonths, formatDateTime, formatLimit, isCivilDate, startOfDay } from '@/domain/basics/civil-time';
import type { Issue } from '@/domain/issues/issue';
import { answerOf } from '@/domain/issues/tickets';
import { categoryWords } from '@/domain/wording/issues';
import { ANSWER_HEADER, handlerWords, resultWords, stageOf } from '@/domain/wording/tickets';
import { auditRow } from '@platform/audit';
import type { HotlineTicket } from '@platform/records';
import { invalidField } from '@platform/refuse';
import { csvOf } from '@/domain/basics/csv';
import { MAX_PAGE } from '@platform/store';
import { tickets } from './os';
import { withMatters } from './with-matters';

/**
 * The answers to the tickets that the hotline took in a month, for its platform. Who called is not in it, nor where: the
 * hotline has that (PRV-05). Every export leaves an audit row (PRV-11).
 */
export const answers = tickets.answers.handler(async ({ input, context }) => {
  const { town, month, after } = input;
  context.permit('tickets.answers', { area: town });
  const from = `${month}-01`;
  if (!isCivilDate(from)) throw invalidField('month', 'FORMAT');
  const page = await context.store.find('tickets', {
    where: { town, receivedAt: { gte: startOfDay(from), lt: startOfDay(addCivilMonths(from, 1)) } },
    orderBy: [{ field: 'receivedAt', direction: 'desc' }],
    limit: MAX_PAGE,
    ...(after === undefined ? {} : { after }),
  });
  const rows = (await withMatters(context, page.items)).flatMap(({ ticket, issue }) => (issue === undefined ? [] : [rowOf(ticket, issue)]));
  if (after === undefined) await context.store.insert('audit', auditRow(context, 'tickets.answers', { target: `area:${town}`, area: town, detail: { month } }));
  return { name: `${town}-${month}-12345答复.csv`, csv: csvOf(rows, ANSWER_HEADER, after === undefined), ...(page.next === undefined ? {} : { next: page.next }) };
});

function rowOf({ number, receivedAt, answerBy }: HotlineTicket, issue: Issue): readonly string[] {
  const answer = answerOf(issue);
  return [
    number, formatDateTime(receivedAt), formatLimit(answerBy), issue.villageName, categoryWords(issue.category), issue.number, stageOf(issue),
    ...(answer === undefined ? ['', '', '', ''] : [resultWords(answer), handlerWords(answer), formatDateTime(answer.at), answer.at < answerBy ? '是' : '否']),
  ];
}
