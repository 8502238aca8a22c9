/** A hotline's list, read and judged: what a dry run and a load have in common. */
import type { AreaCode } from '@/domain/areas/code';
import type { Village } from '@/domain/grid/grid';
import { TICKET_COLUMNS } from '@/domain/issues/ticket-columns';
import { ticketsFrom, type TicketProblemAt, type TicketSaid } from '@/domain/issues/ticket-sheet';
import type { Context } from '@platform/context';
import { isTable, linesOf, tableOf } from '@platform/sheets/table';
import type { UploadedSheets } from '@platform/sheets/uploaded';
import { MAX_PAGE } from '@platform/store';

export interface Judged {
  readonly tickets: readonly TicketSaid[];
  readonly problems: readonly TicketProblemAt[];
  readonly villages: readonly Village[];
}

/** What an unreadable file is called that was sent without a name. */
export const TICKETS_FILE = '工单表';

/** One read. A workbook's first sheet is the list; the others are the hotline's own affair. */
export async function judgeList({ store, now }: Context, town: AreaCode, { sheets }: UploadedSheets): Promise<Judged> {
  const { items: villages } = await store.find('villages', { where: { town }, limit: MAX_PAGE });
  const [first] = sheets;
  const sheet = first?.name ?? TICKETS_FILE;
  const table = first === undefined ? [{ sheet, problem: 'HEADING_NOT_FOUND' as const }] : tableOf(sheet, await linesOf(first), TICKET_COLUMNS);
  if (!isTable(table)) return { tickets: [], problems: table, villages };
  return { ...ticketsFrom(sheet, table.rows, { villages: villages.map(({ _id, name }) => ({ code: _id, name })), now }), villages };
}
