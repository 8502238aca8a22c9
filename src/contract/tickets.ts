/** 12345 tickets: a town's desk takes them in, from the hotline's list or one by one, and gives the answers back (EVT-19). */
import * as z from 'zod';
import { CATEGORIES, STAGES, URGENCIES } from '@/domain/issues/issue';
import { areaCode, attachments, base, civilDate, cursor, epochMs, freeText, id, point, requestId, villageCode } from './common';
import { sheetLoad, sheetProblem, sheetRefused, uploadedSheet } from './sheets';

const town = z.string().regex(/^\d{9}$/);
const category = z.enum(CATEGORIES);
const number = z.string().max(60);

/** Where it is; who takes a ticket in has no home there. */
const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('GRID'), grid: areaCode }),
  z.object({ kind: z.literal('POINT'), village: villageCode, point }),
  z.object({ kind: z.literal('VILLAGE'), village: villageCode }),
]);

/** What the hotline's platform shows of a ticket beside what happened. Days: the ticket is to be answered before the second is over. */
const ticket = z.object({ number, receivedOn: civilDate, answerOn: civilDate, callerName: z.string().max(20).optional(), phone: z.string().max(30).optional() });
export type TicketInput = z.infer<typeof ticket>;

/** A matter that may be the same; the desk decides. */
const alike = z.object({ issueId: id, number: z.string(), title: z.string(), place: z.string(), stage: z.enum(STAGES), createdAt: epochMs });
export type AlikeView = z.infer<typeof alike>;

const filed = z.object({ issueId: id, number: z.string() });
/** What a ticket became that is there already; without the matter where the desk must not know of it. */
const became = filed.partial();

/** A row of a list as it would be taken in. */
const row = z.object({
  row: z.int(),
  number,
  category,
  title: z.string(),
  village: z.string(),
  answerBy: epochMs,
  /** EVT-14: it becomes a matter for the two restricted roles alone, which the desk does not see. */
  restricted: z.boolean(),
  /** The list says so of one that is known, whose matter is not: a list restricts nothing that others have read (EVT-14). */
  unrestricted: z.boolean(),
  /** Taken in before: nothing comes of it a second time, but for another limit. */
  known: became.optional(),
  /** Of one that is known: the limit it has, where the list brings another. */
  was: epochMs.optional(),
  alike: z.array(alike),
});
export type TicketRow = z.infer<typeof row>;

const item = z.object({
  ticketId: id,
  number,
  receivedAt: epochMs,
  answerBy: epochMs,
  linked: z.boolean(),
  /** Absent where the matter must not be known to the desk. */
  issue: z.object({ issueId: id, number: z.string(), category, title: z.string(), village: z.string(), stage: z.enum(STAGES), owner: z.string(), open: z.boolean() }).optional(),
  /** Ready to be pasted into the platform. */
  answer: z.string().optional(),
});
export type TicketItem = z.infer<typeof item>;

const takesIn = base.errors({
  /** The town has a ticket of this number; this is the matter it became or came to. */
  TICKET_KNOWN: { status: 409, data: became },
});

export const ticketsContract = {
  /** Dry run of a list: every wrong cell, and what each row would be. Nothing is written. */
  check: sheetRefused.input(z.object({ town, file: uploadedSheet })).output(z.object({ problems: z.array(sheetProblem), rows: z.array(row), digest: z.string() })),
  /**
   * Loads what was checked. A row named in `links` is put to that matter instead of making a second. A later limit is taken
   * over; an earlier one only of a ticket that is named in `sooner`.
   */
  load: sheetLoad
    .input(z.object({ requestId, town, file: uploadedSheet, digest: z.string().max(80), links: z.array(z.object({ number, issueId: id })).max(100), sooner: z.array(number).max(100).optional() }))
    .output(z.object({ filed: z.int(), linked: z.int(), moved: z.int(), known: z.int() })),
  /** One ticket, written down on the form every report is written on. */
  take: takesIn
    .input(z.object({
      requestId, town, ticket, category, urgency: z.enum(URGENCIES), text: freeText, place,
      placeText: z.string().max(200).optional(), nameHidden: z.boolean(), attachments: attachments.optional(),
    }))
    .output(filed),
  /** One ticket about a matter that is there already. */
  link: takesIn.errors({ ISSUE_STAGE: { status: 409, data: z.object({ stage: z.enum(STAGES) }) } }).input(z.object({ requestId, issueId: id, ticket })).output(filed),
  /** Matters of the place that may be the same. */
  similar: base.input(z.object({ town, place, text: freeText })).output(z.object({ items: z.array(alike) })),
  /** The town's tickets, the latest first. */
  list: base.input(z.object({ town, after: cursor })).output(z.object({ items: z.array(item), next: z.string().optional() })),
  /** The answers to the tickets of a month as CSV, without who called. */
  answers: base.input(z.object({ town, month: z.string().regex(/^\d{4}-\d{2}$/), after: cursor })).output(z.object({ name: z.string(), csv: z.string(), next: z.string().optional() })),
};
