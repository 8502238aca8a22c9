/** A ticket becomes a matter, or comes to one: what a list and the form have in common. */
import type { AreaCode } from '@/domain/areas/code';
import { assert } from '@/domain/basics/assert';
import type { EpochMs, IssueId, RequestId } from '@/domain/basics/ids';
import type { Point, Village } from '@/domain/grid/grid';
import { deskPostOf } from '@/domain/grid/posts';
import type { Actor } from '@/domain/issues/acts';
import type { Category, Issue, IssueTicket, Urgency } from '@/domain/issues/issue';
import { openIssue } from '@/domain/issues/opening';
import { routeIssue } from '@/domain/issues/routing';
import { targetOf } from '@/domain/issues/target';
import { linkTicket, moveTicket } from '@/domain/issues/tickets';
import { NO_FILES, type Claimed } from '@platform/attachments';
import type { Context } from '@platform/context';
import { contentDigest, derivedId } from '@platform/ids';
import { toldNowOrSoon } from '@platform/issue-outcome';
import type { HotlineTicket } from '@platform/records';
import { refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';

export interface Ticket {
  readonly number: string;
  readonly receivedAt: EpochMs;
  readonly answerBy: EpochMs;
  readonly callerName?: string | undefined;
  readonly phone?: string | undefined;
}

export interface Matter {
  readonly village: Village;
  readonly place: AreaCode;
  readonly category: Category;
  readonly urgency: Urgency;
  readonly text: string;
  readonly placeText?: string | undefined;
  readonly point?: Point | undefined;
  readonly nameHidden: boolean;
  /** For the two restricted roles alone (EVT-14). */
  readonly restricted?: boolean;
  readonly files?: Claimed;
}

/** One a number in the town: taken in twice it is taken. What another town has is not known here, for its matter may not be. */
export function ticketIdOf(town: AreaCode, number: string): string {
  return derivedId('ticket', town, number);
}

/** The matter filed from a ticket; its id derives from the ticket's. */
export function issueIdOf(ticketId: string): IssueId {
  return derivedId('issue', ticketId);
}

/**
 * Files the matter of a ticket: it goes the way of every matter, with the hotline's limit over it. Whoever called is no
 * account here, and hears from the hotline. Writes the ticket, the matter, and as many notices as there is room for; fails
 * with the store's `Duplicate` for a number that is there.
 */
export async function fileTicket(tx: Transaction, context: Context, ticket: Ticket, matter: Matter, tap: RequestId, room: number): Promise<Issue> {
  const { settings, now, today } = context;
  const { village, place, category, urgency, text, placeText, point, nameHidden, restricted = false, files = NO_FILES } = matter;
  const id = ticketIdOf(village.town, ticket.number);
  const { issue, tell } = openIssue({
    id: issueIdOf(id),
    report: { category, urgency, text, placeText, point, visibility: 'HANDLERS', checked: false, nameHidden, restricted, ...files },
    reporter: { reporterAccount: id, reporterName: ticket.callerName ?? NOBODY },
    ticket: { of: issueTicket(id, ticket, false), takenBy: { ...desk(context), post: deskPostOf(village.town) } },
    route: routeIssue({ village, place, restricted }, settings, { now, today }),
    village,
    place,
    tap: { requestId: tap, digest: contentDigest({ ...ticket, category, text, place }) },
    now,
    settings,
  });
  const { issue: filed, notices } = toldNowOrSoon(issue, tell, room, now);
  await tx.insert('tickets', record(context, id, ticket, village.town, filed._id, false, tap));
  await tx.insert('issues', filed);
  for (const one of notices) await tx.insert('notices', one);
  return filed;
}

/** Puts a ticket to a matter that is there; the same failures, and `NOT_FOUND` or `ISSUE_STAGE` where it cannot be. One read, two writes, and a notice. */
export async function putToMatter(tx: Transaction, context: Context, ticket: Ticket, issueId: IssueId, tap: RequestId): Promise<Issue> {
  const { settings, now } = context;
  const issue = await tx.get('issues', issueId);
  if (issue === undefined) throw refusal('NOT_FOUND');
  context.permit('tickets.link', targetOf(issue));
  const id = ticketIdOf(issue.town, ticket.number);
  const linked = linkTicket(issue, issueTicket(id, ticket, true), { now, settings, cause: causeOf(tap, ticket), by: officer(context) });
  if (!linked.ok) throw refusal('CHANGED_MEANWHILE');
  const { issue: next, notices } = toldNowOrSoon(linked.value.issue, linked.value.tell, MOST_NOTICES, now);
  await tx.insert('tickets', record(context, id, ticket, issue.town, issueId, true, tap));
  await tx.replace('issues', next);
  for (const one of notices) await tx.insert('notices', one);
  return next;
}

/**
 * Takes over the limit that the hotline gives a ticket now, where that is another, and answers whether it did. A sooner one
 * only where the desk has `agreed`: an old list would bring a limit back that the hotline has prolonged since. The desk need
 * not know the matter. Two reads, two writes, and a notice.
 */
export async function moveLimit(tx: Transaction, context: Context, town: AreaCode, { number, answerBy }: Pick<Ticket, 'number' | 'answerBy'>, agreed: boolean, tap: RequestId): Promise<HotlineTicket | undefined> {
  const { settings, now } = context;
  const before = await tx.get('tickets', ticketIdOf(town, number));
  if (before === undefined || !isOtherLimit(before, answerBy, agreed)) return undefined;
  const issue = await tx.get('issues', before.issueId);
  if (issue === undefined) return undefined;
  const moved = moveTicket(issue, before._id, answerBy, { now, settings, cause: causeOf(tap, before), by: officer(context) });
  const { issue: next, notices } = toldNowOrSoon(moved.issue, moved.tell, MOST_NOTICES, now);
  await tx.replace('tickets', { ...before, answerBy, limitTap: tap });
  await tx.replace('issues', next);
  for (const one of notices) await tx.insert('notices', one);
  return before;
}

/** What caused a change of a matter: a list's tap may touch one matter by several of its tickets (EVT-19). */
export function causeOf(tap: RequestId, { number }: Pick<Ticket, 'number'>): RequestId {
  return `${tap}:${number}`;
}

/** Whether a list brings another limit for a ticket that is to be taken over. */
export function isOtherLimit(before: Pick<HotlineTicket, 'answerBy'>, answerBy: EpochMs, agreed: boolean): boolean {
  return answerBy > before.answerBy || (agreed && answerBy < before.answerBy);
}

/** Whoever has the matter hears of it. */
const MOST_NOTICES = 1;
/** What somebody is called who did not say. */
const NOBODY = '12345来电人';

function issueTicket(id: string, { number, receivedAt, answerBy }: Ticket, linked: boolean): IssueTicket {
  return { id, number, receivedAt, answerBy, linked };
}

/** Of a ticket that came to another's matter nobody here needs to ring who called: the number is not kept (PRV-05). */
function record({ caller, sealer, now }: Context, _id: string, { number, receivedAt, answerBy, phone }: Ticket, town: AreaCode, issueId: IssueId, linked: boolean, tap: RequestId): HotlineTicket {
  const takenBy = caller.person?.id;
  assert(takenBy !== undefined, 'only a person is at a desk');
  return { _id, number, town, issueId, linked, receivedAt, answerBy, ...(phone === undefined || linked ? {} : { phoneSealed: sealer.seal(phone) }), takenAt: now, takenBy, tap };
}

/** Whoever sits at the desk, as the rules of a matter know them. */
function officer(context: Context): Actor {
  return { ...desk(context), posts: [], reporter: false };
}

function desk({ caller }: Context): { readonly personId: string; readonly name: string } {
  assert(caller.person !== undefined, 'only a person is at a desk');
  return { personId: caller.person.id, name: caller.person.name };
}
