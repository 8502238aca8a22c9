/** A list of 12345 tickets as the hotline hands it over, and what is wrong with a cell of it (EVT-19). */
import type { VillageCode } from '../areas/code';
import { atTime, endOfDay, startOfDay } from '../basics/civil-time';
import type { EpochMs } from '../basics/ids';
import { CellReader, type CellProblem, type ReadRow } from '../roster/cell-reader';
import { parseMoment } from '../roster/day';
import type { Category } from './issue';
import { categorySaid } from './ticket-category';
import { MOST_TICKET_TEXT, parseCallerPhone, parseTicketNumber, ticketText } from './ticket-cells';

/** More tickets than a town gets in a week; each is a transaction of its own. */
export const MOST_TICKETS = 100;

export interface TicketSaid {
  /** As the spreadsheet counts. */
  readonly row: number;
  readonly number: string;
  readonly receivedAt: EpochMs;
  readonly answerBy: EpochMs;
  readonly category: Category;
  readonly text: string;
  readonly village: VillageCode;
  readonly placeText?: string;
  readonly callerName?: string;
  readonly phone?: string;
  /** The hotline was asked not to say who called (EVT-16). */
  readonly hidden: boolean;
  /** The hotline says that it is for the two restricted roles alone (EVT-14). */
  readonly restricted: boolean;
}

interface Around {
  readonly villages: readonly { readonly code: VillageCode; readonly name: string }[];
  readonly now: EpochMs;
}

interface Place {
  readonly sheet: string;
}
export type TicketProblemAt = CellProblem & Place;

const LONGEST = { place: 200, name: 20, title: 100 } as const;

/** Of a caller nothing is shown where something is wrong, but the end of the number (PRV-12). */
class TicketCells extends CellReader<Place> {
  protected override shown(field: string, text: string): string {
    if (field === 'phone') return text.slice(-4);
    return field === 'name' || field === 'text' ? '' : text;
  }
}

/** Reads the rows; whatever is wrong is a problem of its cell, and with one anywhere nothing is loaded. */
export function ticketsFrom(sheet: string, rows: readonly ReadRow[], around: Around): { readonly tickets: readonly TicketSaid[]; readonly problems: readonly TicketProblemAt[] } {
  const problems: TicketProblemAt[] = [];
  const seen = new Set<string>();
  const tickets = rows.flatMap((row): readonly TicketSaid[] => {
    const cells = new TicketCells({ sheet }, row, problems);
    const said = ticketFrom(cells, row.row, around);
    if (said !== undefined && seen.has(said.number)) cells.fail('number', 'TWICE');
    if (said === undefined || cells.failed) return [];
    seen.add(said.number);
    return [said];
  });
  if (rows.length > MOST_TICKETS) problems.push({ sheet, problem: 'TOO_MANY_TICKETS' });
  if (rows.length === 0) problems.push({ sheet, problem: 'NO_ROWS' });
  return { tickets, problems };
}

function ticketFrom(cells: TicketCells, row: number, around: Around): TicketSaid | undefined {
  const numberText = cells.needed('number');
  const number = numberText === '' ? undefined : parseTicketNumber(numberText) ?? cells.fail('number', 'TICKET_NUMBER');
  // A day alone begins with its first moment, and ends with its last.
  const receivedAt = momentOf(cells, 'received', startOfDay);
  const answerBy = momentOf(cells, 'answerBy', endOfDay);
  if (receivedAt !== undefined && receivedAt > around.now) cells.fail('received', 'TIME_AHEAD');
  if (receivedAt !== undefined && answerBy !== undefined && answerBy <= receivedAt) cells.fail('answerBy', 'ANSWER_BEFORE_CALL');
  const text = ticketText(cells.optional('title', LONGEST.title), cells.needed('text', MOST_TICKET_TEXT));
  const placeText = cells.optional('place', LONGEST.place);
  const village = villageOf(cells, `${placeText}${text}`, around.villages);
  const callerName = cells.optional('name', LONGEST.name);
  const phoneText = cells.text('phone');
  const phone = phoneText === '' ? undefined : parseCallerPhone(phoneText) ?? cells.fail('phone', 'PHONE_UNREADABLE');
  const hidden = cells.yes('hidden', '保密');
  const restricted = cells.yes('restricted', '敏感');
  const category = categorySaid(cells.optional('category'));
  if (number === undefined || receivedAt === undefined || answerBy === undefined || village === undefined) return undefined;
  return {
    row, number, receivedAt, answerBy, category, text, village, hidden, restricted,
    ...(placeText === '' ? {} : { placeText }), ...(callerName === '' ? {} : { callerName }), ...(phone === undefined ? {} : { phone }),
  };
}

function momentOf(cells: TicketCells, field: 'received' | 'answerBy', ofDay: (day: string) => EpochMs): EpochMs | undefined {
  const text = cells.needed(field);
  if (text === '') return undefined;
  const moment = parseMoment(text);
  if (moment === undefined) return cells.fail(field, 'MOMENT_UNREADABLE');
  return moment.time === undefined ? ofDay(moment.day) : atTime(moment.day, moment.time);
}

/** The village its column names; without that, the only one of the town that the place or the content names. */
function villageOf(cells: TicketCells, text: string, villages: Around['villages']): VillageCode | undefined {
  const word = cells.optional('village').replaceAll(' ', '');
  if (word !== '') return villages.find(({ code, name }) => code === word || name === word || word.endsWith(name) || shortOf(name) === word)?.code ?? cells.fail('village', 'VILLAGE_NOT_HERE');
  const named = villages.filter(({ name }) => text.includes(name));
  return named.length === 1 ? named[0]?.code : cells.fail(cells.has('village') ? 'village' : 'text', 'VILLAGE_NOT_SAID');
}

/** 堰坪 of 堰坪村. */
function shortOf(name: string): string {
  return name.replace(/(村|社区)$/, '');
}
