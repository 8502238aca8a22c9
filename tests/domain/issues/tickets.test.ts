/** 12345 tickets: the hotline's own limit, one matter whoever spoke of it, the answer that goes back (EVT-15, EVT-19). */
import { atTime, DAY_MS, endOfDay, startOfDay } from '@/domain/basics/civil-time';
import type { Category, Issue, IssueTicket } from '@/domain/issues/issue';
import { countedOf } from '@/domain/issues/rates';
import { parseCallerPhone, parseTicketNumber, ticketText } from '@/domain/issues/ticket-cells';
import { answerOf, linkTicket, moveTicket } from '@/domain/issues/tickets';
import { openActs } from '@/domain/issues/transitions';
import { errorWords } from '@/domain/wording/errors';
import { ISSUE_NOTICE_TITLES } from '@/domain/wording/issue-notices';
import { stepsFor } from '@/domain/issues/view';
import { answerWords } from '@/domain/wording/tickets';
import { accepted, act, actor, clock, does, done, handling, reported, REPORTER, settings } from '../../fixtures/issues';
import { GRID, TOWN, WEDNESDAY_9 } from '../../fixtures/village';

const T = WEDNESDAY_9;
/** SANITATION accepted on this Wednesday is due with 2026-11-30. */
const OWN = endOfDay('2026-11-30');
const ticket = (answerBy: number, more: Partial<IssueTicket> = {}): IssueTicket => ({ id: 'ticket-1', number: 'AK20261125001', receivedAt: T - DAY_MS, answerBy, linked: false, ...more });
const TOWN_DESK = { ...actor('town'), posts: [TOWN] };
const linked = (issue: Issue, answerBy: number, now = T + 10): ReturnType<typeof linkTicket> => linkTicket(issue, ticket(answerBy, { id: 'ticket-2', number: 'AK20261125002' }), { now, settings, cause: 'tap', by: TOWN_DESK });
function joined(issue: Issue, answerBy: number, now?: number): Issue {
  const outcome = linked(issue, answerBy, now);
  if (!outcome.ok) throw new Error(outcome.reason.code);
  return outcome.value.issue;
}
const hotline = (answerBy: number, category: Category = 'SANITATION'): Issue => reported({ reporter: { reporterId: undefined as never, reporterAccount: 'ticket:ticket-1', reporterName: '张先生' }, report: { visibility: 'HANDLERS', category }, ticket: { of: ticket(answerBy), takenBy: { name: '何敏', post: TOWN } } });

describe('the limit of a matter from a ticket (EVT-19)', () => {
  it('is the hotline’s from its first moment, while accepting goes by EVT-05', () => {
    const soon = atTime('2026-11-27', '17:30');
    expect(hotline(soon)).toMatchObject({ answerBy: soon, dueAt: soon, acceptBy: T + DAY_MS, stage: 'REPORTED', owner: { post: GRID } });
    expect(clock(hotline(soon), T + DAY_MS).issue).toMatchObject({ side: 'ESCALATED', dueAt: soon });
  });

  it.each([
    ['the hotline’s, when that is earlier', atTime('2026-11-27', '17:30'), atTime('2026-11-27', '17:30')],
    ['the hotline’s, an instant before the county’s', OWN - 1, OWN - 1],
    ['the same', OWN, OWN],
    ['the county’s, when that is earlier', OWN + 1, OWN],
  ])('once accepted: %s', (_, answerBy, due) => {
    const taken = does(hotline(answerBy), { act: 'ACCEPT' }, actor('head'), T + 1);
    expect([taken.dueAt, taken.timers.HANDLE]).toEqual([due, due]);
  });

  it('counts as late when it passes, and what is done an instant before is in time', () => {
    const answerBy = atTime('2026-11-27', '17:30');
    const taken = does(hotline(answerBy), { act: 'ACCEPT' }, actor('head'), T + 1);
    expect(done(taken, answerBy - 1)).toMatchObject({ doneInTime: true });
    expect(clock(taken, answerBy - 1).issue.overdueCount).toBe(0);
    expect(clock(taken, answerBy).issue.overdueCount).toBe(1);
  });

  it('is overdue at once for who accepts what came too late', () => {
    const taken = does(hotline(T - 1), { act: 'ACCEPT' }, actor('head'), T + 1);
    expect(taken.dueAt).toBe(T - 1);
    expect(clock(taken, T + 2).issue.overdueCount).toBe(1);
  });

  it('lets an extension and a pause reach no further; with no room left they are not offered', () => {
    const wide = does(hotline(endOfDay('2026-12-02')), { act: 'ACCEPT' }, actor('head'), T + 1);
    expect(act(wide, { act: 'ASK_EXTENSION', workdays: 3, text: '等挖机' }, actor('head'), T + 2)).toMatchObject({ ok: false, reason: { code: 'EXTENSION_TOO_LONG', maxWorkdays: 2 } });
    expect(does(wide, { act: 'ASK_EXTENSION', workdays: 2, text: '等挖机' }, actor('head'), T + 2).extension).toMatchObject({ workdays: 2 });
    // Its own limit of a month leaves room; the hotline's does not.
    const slow = does(hotline(endOfDay('2026-12-02'), 'DISPUTE'), { act: 'ACCEPT' }, actor('head'), T + 1);
    expect(act(slow, { act: 'SUSPEND', until: '2026-12-03', text: '等天晴' }, actor('head'), T + 2)).toMatchObject({ ok: false, reason: { problem: 'TOO_BIG', limit: 7 } });
    expect(does(slow, { act: 'SUSPEND', until: '2026-12-02', text: '等天晴' }, actor('head'), T + 2).suspendedUntil).toBe(startOfDay('2026-12-02'));
    const tight = does(hotline(endOfDay('2026-11-25')), { act: 'ACCEPT' }, actor('head'), T + 1);
    expect(openActs(tight, T + 2, settings)).not.toEqual(expect.arrayContaining(['ASK_EXTENSION']));
    expect(openActs(tight, T + 2, settings)).not.toEqual(expect.arrayContaining(['SUSPEND']));
    for (const until of ['2026-11-25', '2026-11-26'] as const) expect(act(tight, { act: 'SUSPEND', until, text: '等天晴' }, actor('head'), T + 2)).toMatchObject({ ok: false, reason: { code: 'PAUSED_ENOUGH' } });
    expect(errorWords('PAUSED_ENOUGH', { times: 2 }, T)).toContain('不能停过 12345 要答复的那天');
  });

  it('is over with the first answer: what is done again has the county’s limit', () => {
    const again = does(done(joined(handling(accepted(), T + 1), T + 2 * DAY_MS), T + 20), { act: 'RATE', solved: 'NO', satisfaction: 'UNSATISFIED' }, REPORTER, T + DAY_MS);
    expect(again.answerBy).toBeUndefined();
    expect(again.dueAt).toBeUndefined();
    expect(again.tickets).toHaveLength(1);
  });
});

describe('who called 12345', () => {
  it('is asked nothing here, for nobody could answer', () => {
    const taken = does(hotline(OWN), { act: 'ACCEPT' }, actor('head'), T + 1);
    expect(openActs(taken, T + 2, settings)).not.toContain('ASK');
    expect(act(taken, { act: 'ASK', text: '在哪里', photos: [] }, actor('head'), T + 2)).toMatchObject({ ok: false, reason: { code: 'ISSUE_STAGE' } });
  });
});

describe('a ticket about a matter that is there (EVT-15: counted once)', () => {
  it.each([
    ['is due with the ticket, where that is earlier', OWN - 1, OWN - 1],
    ['stays due as it was', OWN + 1, OWN],
  ])('%s', (_, answerBy, due) => {
    const issue = joined(accepted(), answerBy);
    expect(issue).toMatchObject({ answerBy, dueAt: due, stage: 'ACCEPTED', tickets: [{ number: 'AK20261125002', linked: true }] });
    expect(issue.timers.HANDLE).toBe(due);
  });

  it('changes nothing of what the counts hold of it', () => {
    for (const issue of [reported(), accepted(), done(accepted(), T + 20)]) {
      expect(countedOf(joined(issue, OWN - 1, T + 30))).toEqual(countedOf(issue));
      expect(joined(issue, OWN - 1, T + 30).tallyStale).toBe(issue.tallyStale);
    }
  });

  it('tells whoever has it; of one that is done nobody has anything to hear', () => {
    expect(linked(accepted(), OWN)).toMatchObject({ ok: true, value: { tell: [{ to: { post: GRID }, kind: 'ISSUE_TICKET', data: { answerBy: OWN } }] } });
    const over = linked(done(accepted(), T + 5), OWN);
    expect(over).toMatchObject({ ok: true, value: { tell: [] } });
    expect(over.ok && over.value.issue.answerBy).toBe(undefined);
  });

  it('ends a pause no later than the hotline waits', () => {
    const paused = does(accepted(), { act: 'SUSPEND', until: '2026-11-30', text: '等天晴' }, actor('head'), T + 2);
    const issue = joined(paused, endOfDay('2026-11-27'));
    expect([issue.suspendedUntil, issue.timers.RESUME]).toEqual([endOfDay('2026-11-27'), endOfDay('2026-11-27')]);
    expect(clock(issue, endOfDay('2026-11-27')).issue).toMatchObject({ dueAt: endOfDay('2026-11-27'), overdueCount: 1 });
  });

  it('leaves what was late as late as it was', () => {
    const late = clock(accepted(), OWN).issue;
    expect(joined(late, OWN + DAY_MS, OWN + 1)).toMatchObject({ overdueCount: 1, timers: { HANDLE: late.timers.HANDLE } });
  });

  it('is not put to what was withdrawn or sent elsewhere', () => {
    expect(linked(does(reported(), { act: 'WITHDRAW' }, REPORTER, T + 1), OWN)).toMatchObject({ ok: false, reason: { code: 'ISSUE_STAGE', stage: 'WITHDRAWN' } });
  });
});

describe('another limit from the hotline (EVT-19)', () => {
  const soon = atTime('2026-11-27', '17:30');
  const later = atTime('2026-11-28', '17:30');
  const taken = (answerBy = soon): Issue => does(hotline(answerBy), { act: 'ACCEPT' }, actor('head'), T + 1);
  const outcome = (issue: Issue, answerBy: number, now = T + 10, id = 'ticket-1'): ReturnType<typeof moveTicket> => moveTicket(issue, id, answerBy, { now, settings, cause: 'tap', by: TOWN_DESK });
  const moved = (issue: Issue, answerBy: number, now?: number, id?: string): Issue => outcome(issue, answerBy, now, id).issue;

  it.each([
    ['later, it is due then', later, later, 'TICKET_LATER', 0],
    ['later than the county’s own, it is due by that', OWN + 1, OWN, 'TICKET_LATER', 0],
    ['sooner, it is due sooner, and said to be', soon - 1, soon - 1, 'TICKET_SOONER', 1],
  ] as const)('%s', (_, answerBy, due, kind, sooner) => {
    const { issue, tell } = outcome(taken(), answerBy);
    expect(issue).toMatchObject({ answerBy, dueAt: due, tickets: [{ id: 'ticket-1', answerBy }], timers: { HANDLE: due } });
    expect(issue.steps.at(-1)).toMatchObject({ kind, dueAt: answerBy, by: { name: '何敏', post: TOWN } });
    expect(tell).toMatchObject([{ to: { post: GRID }, kind: 'ISSUE_TICKET_LIMIT', data: { answerBy, sooner } }]);
    expect(ISSUE_NOTICE_TITLES.ISSUE_TICKET_LIMIT.title(tell[0]?.data ?? {}, T)).toContain(sooner === 1 ? '提前到' : '放宽到');
  });

  it('the same again, or of a ticket that is another’s, changes nothing', () => {
    for (const [answerBy, id] of [[soon, 'ticket-1'], [later, 'ticket-9']] as const) {
      const issue = taken();
      expect(outcome(issue, answerBy, T + 10, id)).toEqual({ issue, tell: [] });
    }
  });

  it('bounds what nobody has accepted yet, whose limit for accepting stays', () => {
    expect(moved(hotline(soon), later)).toMatchObject({ dueAt: later, answerBy: later, acceptBy: T + DAY_MS, stage: 'REPORTED' });
  });

  it('of two tickets the first to be answered bounds the matter', () => {
    const two = joined(taken(soon), later);
    expect(moved(two, later + 1, T + 20)).toMatchObject({ answerBy: later, dueAt: later });
    expect(moved(two, later + 1, T + 20, 'ticket-2')).toMatchObject({ answerBy: soon, dueAt: soon });
  });

  it('a pause stays; one that would outlast a sooner limit ends with that', () => {
    const paused = does(taken(endOfDay('2026-11-30')), { act: 'SUSPEND', until: '2026-11-29', text: '等天晴' }, actor('head'), T + 2);
    expect(moved(paused, endOfDay('2026-12-04'))).toMatchObject({ suspendedUntil: startOfDay('2026-11-29'), timers: { RESUME: startOfDay('2026-11-29') }, answerBy: endOfDay('2026-12-04') });
    expect(moved(paused, soon)).toMatchObject({ suspendedUntil: soon, timers: { RESUME: soon } });
  });

  it('takes back the lateness that was the old limit’s alone, in the counts too', () => {
    const late = { ...clock(taken(), soon).issue, tallyStale: false };
    expect(late.overdueCount).toBe(1);
    const again = moved(late, later, soon + 1);
    expect(again).toMatchObject({ overdueCount: 0, tallyStale: true, dueAt: later, timers: { HANDLE: later } });
    expect(done(again, later - 1)).toMatchObject({ doneInTime: true });
    expect(clock(again, later).issue.overdueCount).toBe(1);
  });

  it('leaves what is late by the county’s own limit, or was before, as late as it was', () => {
    const late = clock(taken(OWN + DAY_MS), OWN).issue;
    expect(moved(late, OWN + 2 * DAY_MS, OWN + 1)).toMatchObject({ overdueCount: 1, dueAt: OWN, timers: { HANDLE: late.timers.HANDLE } });
    const still = clock(taken(), soon).issue;
    expect(moved(still, soon + 1, soon + 2)).toMatchObject({ overdueCount: 1, dueAt: soon + 1, timers: { HANDLE: still.timers.HANDLE } });
  });

  it('takes it back from what is done again too, whatever was late before that', () => {
    const first = clock(accepted(), OWN).issue;
    const again = does(done(first, OWN + 1), { act: 'RATE', solved: 'NO', satisfaction: 'UNSATISFIED' }, REPORTER, OWN + 2);
    const near = endOfDay('2026-12-01');
    const late = clock(accepted(joined(again, near, OWN + 3), OWN + 4), near).issue;
    expect([late.steps.filter(({ kind }) => kind === 'OVERDUE').length, late.overdueCount]).toEqual([2, 1]);
    expect(moved(late, endOfDay('2026-12-02'), near + 1, 'ticket-2')).toMatchObject({ overdueCount: 0, dueAt: endOfDay('2026-12-02') });
    // Late by the county's own limit since then, it stays late.
    const slow = clock(accepted(joined(again, endOfDay('2026-12-08'), OWN + 3), OWN + 4), endOfDay('2026-12-04')).issue;
    expect(slow.overdueCount).toBe(1);
    expect(moved(slow, endOfDay('2026-12-09'), endOfDay('2026-12-04') + 1, 'ticket-2')).toMatchObject({ overdueCount: 1 });
  });

  it('of what is done stands on the ticket and the timeline, and nobody has anything to hear', () => {
    const over = done(taken(), soon - 1);
    const { issue, tell } = outcome(over, later, soon);
    expect(tell).toEqual([]);
    expect(issue).toMatchObject({ stage: 'DONE', doneInTime: true, tickets: [{ answerBy: later }], timers: over.timers });
    expect(issue.dueAt).toBeUndefined();
  });

  it('binds no more what is done again; a ticket that came after that does', () => {
    const again = does(done(joined(handling(accepted(), T + 1), T + 2 * DAY_MS), T + 20), { act: 'RATE', solved: 'NO', satisfaction: 'UNSATISFIED' }, REPORTER, T + DAY_MS);
    const after = moved(again, later, T + DAY_MS + 1, 'ticket-2');
    expect([after.answerBy, after.dueAt]).toEqual([undefined, undefined]);
    const outcomeOfSecond = linkTicket(after, ticket(later, { id: 'ticket-3' }), { now: T + DAY_MS + 2, settings, cause: 'tap', by: TOWN_DESK });
    if (!outcomeOfSecond.ok) throw new Error(outcomeOfSecond.reason.code);
    expect(moved(outcomeOfSecond.value.issue, later + 5, T + DAY_MS + 3, 'ticket-3')).toMatchObject({ answerBy: later + 5 });
  });

  it('is not for the village to read', () => {
    expect(stepsFor(moved(taken(), later), 'PUBLIC').map(({ step }) => step.kind)).not.toContain('TICKET_LATER');
    expect(stepsFor(moved(taken(), later), 'HANDLER').map(({ step }) => step.kind)).toContain('TICKET_LATER');
  });
});

describe('a restricted matter from a ticket (EVT-14)', () => {
  it('is answered by whoever has it: the town’s desk hears nothing', () => {
    const restricted = { ...does(hotline(OWN), { act: 'ACCEPT' }, actor('head'), T + 1), restricted: true };
    const ended = act(restricted, { act: 'FINISH', text: '接到安全的地方了。', photos: [] }, actor('head'), T + DAY_MS);
    expect(ended.ok && ended.value.tell.map(({ kind }) => kind)).not.toContain('ISSUE_TICKET_ANSWER');
  });
});

describe('the answer to the hotline', () => {
  it('is there once it is done, with who and when, and the town’s desk hears', () => {
    const taken = does(hotline(OWN), { act: 'ACCEPT' }, actor('head'), T + 1);
    expect(answerOf(taken)).toBeUndefined();
    const outcome = act(taken, { act: 'FINISH', text: '沟清通了，水不漫了。', photos: [] }, actor('head'), T + DAY_MS);
    expect(outcome.ok && outcome.value.tell.filter(({ kind }) => kind === 'ISSUE_TICKET_ANSWER')).toMatchObject([{ to: { post: TOWN }, data: { answerBy: OWN } }]);
    const issue = done(taken, T + DAY_MS);
    expect(answerOf(issue)).toMatchObject({ outcome: 'DONE', by: { name: '陈守田', post: GRID }, at: T + DAY_MS });
    const words = answerWords('AK20261125001', { ...issue, steps: outcome.ok ? outcome.value.issue.steps : [] });
    expect(words).toBe('工单编号：AK20261125001\n办理结果：沟清通了，水不漫了。\n办理人：陈守田（中心户长）\n办结时间：2026-11-26 09:00');
    expect(words).not.toContain('张先生');
  });

  it('stays the same when silence has put the matter away', () => {
    const issue = done(does(hotline(OWN), { act: 'ACCEPT' }, actor('head'), T + 1), T + DAY_MS);
    const closed = clock(issue, endOfDay('2026-12-03')).issue;
    expect(closed.stage).toBe('ARCHIVED');
    expect(answerOf(closed)).toEqual(answerOf(issue));
  });

  it('says where it belongs, when the desk does not take it (EVT-10)', () => {
    const atDesk = hotline(OWN);
    const up = does(does(atDesk, { act: 'ACCEPT' }, actor('head'), T + 1), { act: 'HAND_UP', text: '办不了', photos: [] }, actor('head'), T + 2);
    expect(answerOf(up)).toBeUndefined();
    const refused = does(reported({ place: '610921107202', ticket: { of: ticket(OWN), takenBy: { name: '何敏', post: TOWN } } }), { act: 'REJECT', channel: '法院', text: '已经在打官司' }, actor('duty'), T + 2);
    expect(answerWords('A-1234', refused)).toContain('办理结果：不归本级办理。法院：已经在打官司');
  });
});

describe('what a hotline writes', () => {
  it.each([
    ['AK20261125001', 'AK20261125001'], [' ak-2026 0001 ', 'AK-20260001'], ['ＡＫ２０２６', 'AK2026'], ['2026112512345000123', '2026112512345000123'],
    ['123', undefined], ['', undefined], ['工单一', undefined], ['A'.repeat(41), undefined], ['-AK2026', undefined],
  ])('number %j is %j', (text, number) => expect(parseTicketNumber(text)).toBe(number));

  it.each([
    ['13900000001', '13900000001'], ['139 0000 0001', '13900000001'], ['0915-5550107', '0915-5550107'], ['09155550107', '0915-5550107'], ['5550107', undefined], ['没留', undefined],
  ])('phone %j is %j', (text, phone) => expect(parseCallerPhone(text)).toBe(phone));

  it.each([
    ['', '沟堵了', '沟堵了'], ['沟堵了', '沟堵了三天', '沟堵了三天'], ['反映沟堵', '三组的沟堵了三天', '反映沟堵。三组的沟堵了三天'], ['反映沟堵。', '三组', '反映沟堵。三组'], ['反映沟堵', '', '反映沟堵'],
  ])('title %j and content %j', (title, text, whole) => expect(ticketText(title, text)).toBe(whole));
});
