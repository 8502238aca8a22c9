import { townOf } from '@/domain/areas/code';
import { assert } from '@/domain/basics/assert';
import { MOST_TICKET_TEXT } from '@/domain/issues/ticket-cells';
import { CLAIM_OPERATIONS, claim } from '@platform/attachments';
import { once } from '@platform/once';
import { MOST_OPERATIONS } from '@platform/operations';
import { locate } from '@platform/place-of';
import { invalidField } from '@platform/refuse';
import { readLine, readText } from '@platform/texts';
import { unlessKnown } from './known';
import { tickets } from './os';
import { fileTicket, issueIdOf, ticketIdOf } from './put-ticket';
import { readTicket } from './read-ticket';

/** Account, person, village; audit row, ticket and matter. */
const OPERATIONS = 6;

/** One ticket, written down by the desk it was sent to (EVT-19): once, whoever writes it down again. */
export const take = tickets.take.handler(async ({ input, context, errors }) => {
  const { town, category, urgency, nameHidden } = input;
  context.permit('tickets.take', { area: town });
  const ticket = readTicket(input.ticket, context);
  const text = readText('text', input.text, MOST_TICKET_TEXT, 'NEEDED');
  const { village, area } = await locate(input.place, undefined, context);
  if (townOf(village._id) !== town) throw invalidField('place', 'UNKNOWN');
  const point = input.place.kind === 'POINT' ? input.place.point : undefined;
  const issueId = issueIdOf(ticketIdOf(town, ticket.number));
  const used = OPERATIONS + (input.attachments === undefined ? 0 : CLAIM_OPERATIONS);
  try {
    return await once(context, 'tickets.take', input, { target: `issue:${issueId}`, area, detail: { category } }, async (tx) => {
      const files = await claim(tx, context, input.attachments, `issue:${issueId}`);
      const matter = { village, place: area, category, urgency, text, placeText: readLine(input.placeText), point, nameHidden, files };
      const filed = await fileTicket(tx, context, ticket, matter, input.requestId, MOST_OPERATIONS - used);
      return { issueId: filed._id, number: filed.number };
    }, async () => {
      const filed = await context.store.get('issues', issueId);
      assert(filed !== undefined, 'what was filed is there');
      return { issueId, number: filed.number };
    });
  } catch (error) {
    throw await unlessKnown(error, context, errors);
  }
});
