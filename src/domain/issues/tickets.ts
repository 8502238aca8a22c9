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

function withAnswerBy(issue: Issue, answerBy: EpochMs, at: Pick<Circumstances, 'settings' | 'now'>): Issue {
  const owed: Issue = { ...issue, answerBy };
  if (issue.side === 'SUSPENDED') {
    // The hotline's limit knows no pause.
    const until = Math.min(issue.suspendedUntil ?? answerBy, answerBy);
    return withTimers({ ...owed, suspendedUntil: until }, { RESUME: until });
  }
  if (issue.limit === undefined) return { ...owed, dueAt: answerBy };
  const again = withLimit(owed, issue.limit, at);
  // A limit that was counted as passed stays passed.
  return issue.overdueCount > 0 ? withTimers(again, { HANDLE: issue.timers.HANDLE }) : again;
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
