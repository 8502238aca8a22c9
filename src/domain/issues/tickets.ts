/**
 * 12345 tickets (EVT-19): what a matter owes the hotline, and how a ticket comes to a matter that is there already.
 *
 * How a ticket counts (EVT-15): not at all. What is counted is the matter, once, whoever spoke of it: the one filed from a
 * ticket as any other, and one that a ticket was linked to as before.
 */
import { ok, refused, type Result } from '../basics/result';
import type { EpochMs } from '../basics/ids';
import { deskPostOf } from '../grid/posts';
import type { Actor, Circumstances, Outcome, Refusal } from './acts';
import type { Issue, IssueTicket, Step } from './issue';
import { settled, signature, telling, withLimit, withStep, withTimers } from './moves';

/**
 * Puts a ticket to a matter that is about the same thing, so that it is done, and counted, once. While that is open, its
 * limit is no later than the ticket's own. What was withdrawn or sent elsewhere takes none.
 */
export function linkTicket(issue: Issue, ticket: IssueTicket, at: Pick<Circumstances, 'settings' | 'now' | 'cause'> & { readonly by: Actor }): Result<Outcome, Refusal> {
  if (issue.stage === 'WITHDRAWN' || issue.stage === 'REJECTED') return refused({ code: 'ISSUE_STAGE', stage: issue.stage });
  const tickets = [...(issue.tickets ?? []), { ...ticket, linked: true }];
  const owed = issue.open ? withAnswerBy({ ...issue, tickets }, Math.min(ticket.answerBy, issue.answerBy ?? ticket.answerBy), at) : { ...issue, tickets };
  const next = withStep(owed, at.now, { kind: 'TICKET', by: signature(at.by, deskPostOf(issue.town)) });
  const tell = issue.open ? [telling(issue, { post: issue.owner.post }, 'ISSUE_TICKET', at, { answerBy: ticket.answerBy })] : [];
  return ok({ issue: settled(next, at.now), tell });
}

/**
 * The hotline gave a ticket another limit: it bounds the matter in place of the old one, as far as that is still owed. The
 * owner hears of it whichever way it went, and the timeline says so. A ticket that has this limit already is left alone.
 */
export function moveTicket(issue: Issue, ticketId: string, answerBy: EpochMs, at: Pick<Circumstances, 'settings' | 'now' | 'cause'> & { readonly by: Actor }): Outcome {
  const { tickets = [] } = issue;
  const before = tickets.find(({ id }) => id === ticketId);
  if (before === undefined || before.answerBy === answerBy) return { issue, tell: [] };
  const sooner = answerBy < before.answerBy;
  const moved: Issue = { ...issue, tickets: tickets.map((ticket) => (ticket.id === ticketId ? { ...ticket, answerBy } : ticket)) };
  const owed = owedTickets(moved);
  const bounded = issue.open && owed.some(({ id }) => id === ticketId) ? notLate(issue, withAnswerBy(moved, Math.min(...owed.map((ticket) => ticket.answerBy)), at), at.now) : moved;
  const next = withStep(bounded, at.now, { kind: sooner ? 'TICKET_SOONER' : 'TICKET_LATER', by: signature(at.by, deskPostOf(issue.town)), dueAt: answerBy });
  const tell = issue.open ? [telling(issue, { post: issue.owner.post }, 'ISSUE_TICKET_LIMIT', at, { answerBy, sooner: sooner ? 1 : 0 })] : [];
  return { issue: settled(next, at.now), tell };
}

/** The tickets that were not answered yet: what was done once answered those from before it was done again. */
function owedTickets({ tickets = [], steps }: Issue): readonly IssueTicket[] {
  const again = steps.map(({ kind }) => kind).lastIndexOf('REOPENED');
  return again < 0 ? tickets : tickets.slice(tickets.length - steps.slice(again).filter(({ kind }) => kind === 'TICKET').length);
}

/** What was late by the hotline's limit alone is not, once the hotline itself gave more time. What was late before a reopening is over with. */
function notLate(before: Issue, issue: Issue, now: EpochMs): Issue {
  const { dueAt, limit, overdueCount } = issue;
  const { answerBy = 0 } = before;
  if (overdueCount === 0 || limit === undefined || dueAt === undefined || dueAt <= now) return issue;
  const again = before.steps.map(({ kind }) => kind).lastIndexOf('REOPENED');
  return before.steps.slice(again + 1).some(({ kind, at }) => kind === 'OVERDUE' && at < answerBy) ? issue : { ...issue, overdueCount: 0, tallyStale: true };
}

function withAnswerBy(issue: Issue, answerBy: EpochMs, at: Pick<Circumstances, 'settings' | 'now'>): Issue {
  const owed: Issue = { ...issue, answerBy };
  if (issue.side === 'SUSPENDED') {
    // The hotline's limit knows no pause.
    const until = Math.min(issue.suspendedUntil ?? answerBy, answerBy);
    return withTimers({ ...owed, suspendedUntil: until }, { RESUME: until });
  }
  if (issue.limit === undefined) return { ...owed, dueAt: answerBy };
  const again = withLimit(owed, issue.limit, at);
  // A limit that has passed, and was counted, is looked at again when it would have been.
  return issue.overdueCount > 0 && (again.dueAt ?? 0) <= at.now ? withTimers(again, { HANDLE: issue.timers.HANDLE }) : again;
}

/** What can be answered to the hotline: the result, whose it is, and when it was. */
export interface TicketAnswer {
  readonly outcome: 'DONE' | 'REJECTED';
  readonly text: string;
  readonly by: NonNullable<Step['by']>;
  readonly at: EpochMs;
}

/** The answer that stands now; none while somebody still has to do something, nor for what was withdrawn. */
export function answerOf(issue: Pick<Issue, 'open' | 'stage' | 'steps'>): TicketAnswer | undefined {
  if (issue.open || issue.stage === 'WITHDRAWN') return undefined;
  const last = issue.steps.filter(({ kind }) => kind === 'DONE' || kind === 'REJECTED').at(-1);
  if (last?.by === undefined) return undefined;
  return { outcome: last.kind === 'REJECTED' ? 'REJECTED' : 'DONE', text: last.text ?? '', by: last.by, at: last.at };
}
