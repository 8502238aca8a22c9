import type { TicketSaid } from '@/domain/issues/ticket-sheet';
import type { AreaCode } from '@/domain/areas/code';
import { assert } from '@/domain/basics/assert';
import { auditRow } from '@platform/audit';
import type { Context } from '@platform/context';
import { isTaken, madeBefore, tapRow } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { unreadable, uploadedSheets } from '@platform/sheets/uploaded';
import { judgeList, TICKETS_FILE, type Judged } from './judge-list';
import { knownTickets } from './known';
import { tickets } from './os';
import { causeOf, fileTicket, isOtherLimit, issueIdOf, moveLimit, putToMatter, ticketIdOf } from './put-ticket';

/** Who has it hears at once: a transaction has room for it beside ticket, matter and audit row. */
const MOST_NOTICES = 1;

/**
 * Loads what was checked, a transaction a ticket: the id derives from the number, so that a load that was cut off is finished
 * by doing it again, and a list that is sent again changes nothing. Of a ticket that is there another limit is taken over, a
 * sooner one where the desk says so.
 */
export const load = tickets.load.handler(async ({ input, context, errors }) => {
  const { town, requestId } = input;
  context.permit('tickets.load', { area: town });
  // Said again when the file is gone, or a matter moved on: it was loaded.
  const before = await madeBefore(context, 'tickets.load', input);
  if (before !== undefined) return countsOf(before.detail);
  const uploaded = await uploadedSheets(context, input.file).catch((error: unknown) => {
    throw errors.SHEET_UNREADABLE({ data: unreadable(error, TICKETS_FILE) });
  });
  if (uploaded.digest !== input.digest) throw refusal('CHANGED_MEANWHILE');
  const judged = await judgeList(context, town, uploaded);
  if (judged.problems.length > 0) throw errors.SHEET_PROBLEMS();

  const { links, sooner = [] } = input;
  const restricted = new Set(judged.tickets.flatMap((said) => (said.restricted ? [said.number] : [])));
  // Beside a matter that others may read it would tell them of itself (EVT-14).
  if (links.some(({ number }) => restricted.has(number))) throw invalidField('links', 'CHOICE');

  const numbers = judged.tickets.map(({ number }) => number);
  const known = await knownTickets(context.store, town, numbers);
  for (const said of judged.tickets) {
    const before = known.get(said.number);
    const agreed = sooner.includes(said.number);
    if (before === undefined) await put(context, said, judged, requestId, links.find(({ number }) => number === said.number)?.issueId);
    else if (isOtherLimit(before, said.answerBy, agreed)) await move(context, town, said, agreed, requestId);
  }
  // What a first try of this tap took in is this load's own.
  const taken = [...(await knownTickets(context.store, town, numbers)).values()];
  const own = taken.filter(({ tap }) => tap === requestId);
  const moved = taken.filter(({ tap, limitTap }) => tap !== requestId && limitTap === requestId).length;
  const counts = { filed: own.filter(({ linked }) => !linked).length, linked: own.filter(({ linked }) => linked).length, moved, known: taken.length - own.length - moved };
  const row = tapRow(context, 'tickets.load', input, { target: `town:${town}`, area: town, detail: counts });
  await context.store.insert('audit', row).catch((error: unknown) => {
    if (!isTaken(error, 'audit', row._id)) throw error;
  });
  return counts;
});

async function put(context: Context, said: TicketSaid, { villages }: Judged, tap: string, issueId: string | undefined): Promise<void> {
  const village = villages.find(({ _id }) => _id === said.village);
  assert(village !== undefined, 'a row that was read names a village of the town');
  const id = ticketIdOf(village.town, said.number);
  const target = issueId ?? issueIdOf(id);
  try {
    await context.store.transaction(async (tx) => {
      if (issueId === undefined) {
        const { category, text, placeText, hidden, restricted } = said;
        await fileTicket(tx, context, said, { village, place: village._id, category, urgency: 'NORMAL', text, placeText, nameHidden: hidden, restricted }, tap, MOST_NOTICES);
      } else {
        await putToMatter(tx, context, said, issueId, tap);
      }
      await tx.insert('audit', auditRow(context, issueId === undefined ? 'tickets.load' : 'tickets.link', { target: `issue:${target}`, area: village._id, requestId: causeOf(tap, said) }));
    });
  } catch (error) {
    // Another desk took it in a moment ago.
    if (!isTaken(error, 'tickets', id)) throw error;
  }
}

/** A transaction a ticket too; it looks again at what there is, so that doing it twice does it once. */
async function move(context: Context, town: AreaCode, said: TicketSaid, agreed: boolean, tap: string): Promise<void> {
  await context.store.transaction(async (tx) => {
    const before = await moveLimit(tx, context, town, said, agreed, tap);
    if (before === undefined) return;
    await tx.insert('audit', auditRow(context, 'tickets.load', { target: `issue:${before.issueId}`, area: town, detail: { from: before.answerBy, to: said.answerBy }, requestId: causeOf(tap, said) }));
  });
}

function countsOf(detail: Readonly<Record<string, unknown>> | undefined): { filed: number; linked: number; moved: number; known: number } {
  return { filed: Number(detail?.['filed']), linked: Number(detail?.['linked']), moved: Number(detail?.['moved'] ?? 0), known: Number(detail?.['known']) };
}
