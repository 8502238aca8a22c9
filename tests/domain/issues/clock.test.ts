/** What happens by itself (EVT-05, EVT-06, EVT-07; CAL-03): late or twice, nothing stays in the past. */
import { addCivilDays, atTime, civilDateOf, DAY_MS, endOfDay, HOUR_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import { accepted, actor, clock, does, handling, reported, settings } from '../../fixtures/issues';
import { COUNTY, GRID, GROUP, PART, people, TOWN, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

describe('not accepted in time (EVT-05)', () => {
  it('goes up one filled post, both see it, and the reporter too', () => {
    const urgent = reported({ report: { urgency: 'URGENT' } });
    expect(clock(urgent, WEDNESDAY_9 + 30 * MINUTE_MS - 1).tell).toEqual([]);
    const { issue, tell } = clock(urgent, WEDNESDAY_9 + 30 * MINUTE_MS);
    expect(issue).toMatchObject({ stage: 'REPORTED', side: 'ESCALATED', owner: { post: GROUP }, acceptBy: WEDNESDAY_9 + 60 * MINUTE_MS });
    expect(tell.map(({ to, kind }) => [kind, to])).toEqual([['ISSUE_ESCALATED_TO_YOU', { post: GROUP }], ['ISSUE_UNACCEPTED', { post: GRID }], ['ISSUE_ESCALATED', 'REPORTER']]);
  });

  it('climbs to the county, and there is pressed once a day', () => {
    let issue = reported({ report: { urgency: 'URGENT' } });
    const posts: string[] = [];
    for (let turn = 0; turn < 7; turn += 1) {
      issue = clock(issue, issue.timers.ACCEPT ?? 0).issue;
      posts.push(issue.owner.post);
    }
    expect(posts).toEqual([GROUP, PART, VILLAGE, TOWN, COUNTY, COUNTY, COUNTY]);
    expect((issue.timers.ACCEPT ?? 0) - issue.changedAt).toBeGreaterThanOrEqual(DAY_MS - 1);
  });

  it('accepted after an escalation is not accepted in time', () => {
    const up = clock(reported(), WEDNESDAY_9 + DAY_MS).issue;
    expect(does(up, { act: 'ACCEPT' }, actor('groupHead'), WEDNESDAY_9 + DAY_MS + 1).acceptedInTime).toBe(false);
    expect(does(reported(), { act: 'ACCEPT' }, actor('head'), WEDNESDAY_9 + DAY_MS - 1).acceptedInTime).toBe(true);
    expect(does(reported(), { act: 'ACCEPT' }, actor('head'), WEDNESDAY_9 + DAY_MS).acceptedInTime).toBe(false);
  });

  it('a restricted matter stays with the restricted post', () => {
    const { issue, tell } = clock(reported({ report: { restricted: true } }), endOfDay('2026-11-26'));
    expect(issue.owner.post).toBe(`${TOWN}/legal`);
    expect(tell.map(({ to }) => to)).toEqual([{ post: `${TOWN}/legal` }]);
  });

  it('a department that does not answer keeps it, and the town and the county are told (EVT-07)', () => {
    const water = { post: `${COUNTY}/WATER`, name: '县水利局', since: 0 };
    const sent = does(accepted(reported({ report: { urgency: 'URGENT' } })), { act: 'DISPATCH', to: water, assistants: [], text: '' }, actor('town'), WEDNESDAY_9 + 1000);
    const { issue, tell } = clock(sent, WEDNESDAY_9 + 1000 + HOUR_MS);
    expect(issue.owner.post).toBe(water.post);
    expect(tell.map(({ to }) => to)).toEqual([{ post: water.post }, { post: TOWN }, { post: COUNTY }]);
  });
});

describe('not done in time (EVT-06)', () => {
  const due = endOfDay('2026-11-30');

  it('reminds on the morning of the day before', () => {
    const { tell, issue } = clock(accepted(), atTime('2026-11-29', '08:00'));
    expect(tell).toMatchObject([{ to: { post: GRID }, kind: 'ISSUE_DUE_SOON' }]);
    expect(issue.nextDueAt).toBe(due);
  });

  it('tells the next level, then one more each time, and from the second time the town', () => {
    const once = clock(accepted(), due);
    expect(once.issue).toMatchObject({ overdueCount: 1, owner: { post: GRID } });
    expect(once.tell.filter(({ kind }) => kind === 'ISSUE_OVERDUE_BELOW').map(({ to }) => to)).toEqual([{ post: GROUP }]);
    expect(once.tell.at(-1)).toMatchObject({ to: 'REPORTER', kind: 'ISSUE_LATE' });
    const twice = clock(once.issue, endOfDay('2026-12-04'));
    expect(twice.issue.overdueCount).toBe(2);
    expect(twice.tell.filter(({ kind }) => kind === 'ISSUE_OVERDUE_BELOW').map(({ to }) => to)).toEqual([{ post: PART }, { post: TOWN }]);
  });

  it('says so on the timeline and once, however often the clock runs', () => {
    const once = clock(accepted(), due).issue;
    expect(clock(once, due + 1).issue).toBe(once);
    expect(once.steps.filter(({ kind }) => kind === 'OVERDUE')).toHaveLength(1);
  });

  it('catches up in one turn after the clock stood still', () => {
    const { issue } = clock(accepted(), addDays(due, 40));
    expect(issue.nextDueAt).toBeGreaterThan(addDays(due, 40));
  });
});

it('a hazard without a step of work in one working day is told to the owner and above (EVT-06)', () => {
  const hazard = accepted(reported({ report: { category: 'EMERGENCY' } }));
  const { tell } = clock(hazard, endOfDay('2026-11-26'));
  expect(tell.map(({ kind, to }) => [kind, to])).toEqual([['ISSUE_FIRST_STEP_LATE', { post: GRID }], ['ISSUE_FIRST_STEP_LATE', { post: GROUP }]]);
  expect(clock(handling(hazard), endOfDay('2026-11-26')).tell).toEqual([]);
});

describe('a department that was called (EVT-07)', () => {
  const water = { post: `${COUNTY}/WATER`, name: '县水利局', since: 0 };
  const called = (issue = handling()) => does(does(issue, { act: 'DISPATCH', to: water, assistants: [VILLAGE], text: '' }, actor('town')), { act: 'ACCEPT' }, actor('department'));
  const planBy = endOfDay('2026-11-30');

  it('owes its plan within three working days, also of what others had begun, and the town hears when there is none', () => {
    expect(called().timers.FIRST_STEP).toBe(planBy);
    const late = clock(called(), planBy).tell.filter(({ kind }) => kind === 'ISSUE_FIRST_STEP_LATE');
    expect(late.map(({ to }) => to)).toEqual([{ post: water.post }, { post: TOWN }, { post: COUNTY }]);
    expect(handling(called()).timers.FIRST_STEP).toBeUndefined();
  });

  it('is not relieved of it by the words of a post that assists', () => {
    const helped = does(called(accepted()), { act: 'PROGRESS', text: '村里去看过。', photos: [] }, actor('duty'));
    expect(helped).toMatchObject({ stage: 'ACCEPTED', timers: { FIRST_STEP: planBy } });
  });

  it('is told of to the town from the first time that it is late', () => {
    const { tell } = clock(handling(called()), planBy);
    expect(tell.filter(({ kind }) => kind === 'ISSUE_OVERDUE_BELOW').map(({ to }) => to)).toEqual([{ post: COUNTY }, { post: TOWN }]);
  });

  it('is never told of to a town that is complained of (EVT-11)', () => {
    const complaint = reported({ about: { personId: people.town, posts: [TOWN] }, report: { category: 'COMPLAINT' } });
    const sent = does(accepted(complaint), { act: 'DISPATCH', to: water, assistants: [], text: '' }, actor('county'));
    const { tell } = clock(sent, endOfDay('2027-01-30'));
    expect(tell.length).toBeGreaterThan(3);
    expect(tell.filter(({ to }) => typeof to === 'object' && 'post' in to && to.post === TOWN)).toEqual([]);
  });
});

it('counts again within a day of the calendar being filled (CAL-03)', () => {
  const now = atTime('2026-12-28', '10:00');
  const waiting = accepted(reported({ now, report: { category: 'SUGGEST' } }), now);
  expect(waiting).toMatchObject({ calendarIncomplete: true, dueAt: endOfDay('2027-01-11') });
  const still = clock(waiting, now + DAY_MS).issue;
  expect(still.calendarIncomplete).toBe(true);
  const filled = { ...settings, calendar: { holidays: ['2027-01-01'], workdays: [], coveredYears: [2027] } };
  const counted = clock(still, now + 2 * DAY_MS, { settings: filled }).issue;
  expect(counted).toMatchObject({ calendarIncomplete: false, dueAt: endOfDay('2027-01-12') });
  expect(counted.timers.CALENDAR).toBeUndefined();
});

function addDays(at: number, days: number): number {
  return endOfDay(addCivilDays(civilDateOf(at - 1), days));
}
