/** The figures of the loop at their edges: rating, reopening, reminding, extending, pausing, dispatching (EVT-06..08, 13, 17). */
import { addCivilDays, atTime, civilDaysBetween, DAY_MS, dueDay, endOfDay, startOfDay } from '@/domain/basics/civil-time';
import type { Act } from '@/domain/issues/acts';
import { latestPause } from '@/domain/issues/deadlines';
import type { Issue } from '@/domain/issues/issue';
import { openActs } from '@/domain/issues/transitions';
import type { EventSettings } from '@/domain/settings/event-settings';
import type { CountySettings } from '@/domain/settings/settings';
import { errorWords } from '@/domain/wording/errors';
import { fieldProblemWords } from '@/domain/wording/field-problems';
import { accepted, act, actor, clock, does, done, handling, reported, REPORTER, settings } from '../../fixtures/issues';
import { COUNTY, GROUP, people, TOWN, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

const WORDS = { text: '写几个字', photos: [] };
const unsolved: Act = { act: 'RATE', solved: 'NO', satisfaction: 'UNSATISFIED' };
const happy: Act = { act: 'RATE', solved: 'YES', satisfaction: 'SATISFIED' };
const doneAt = WEDNESDAY_9 + 1000;
const finished = (): Issue => done(handling(accepted(), WEDNESDAY_9 + 500), doneAt);
const ratingEnds = endOfDay('2026-12-02');
const reopenEnds = endOfDay('2026-12-10');

describe('rating (EVT-13)', () => {
  it('is taken until the end of the seventh day', () => {
    expect(does(finished(), happy, REPORTER, ratingEnds - 1).stage).toBe('RATED');
    expect(act(finished(), happy, REPORTER, ratingEnds)).toMatchObject({ ok: false, reason: { code: 'RATING_CLOSED' } });
  });

  it('left out for a week closes as not rated, not as satisfied', () => {
    const before = clock(finished(), ratingEnds - 1).issue;
    expect(before.stage).toBe('DONE');
    const closed = clock(finished(), ratingEnds);
    expect(closed.issue).toMatchObject({ stage: 'ARCHIVED', open: false });
    expect(closed.issue.rating).toBeUndefined();
    expect(closed.tell).toMatchObject([{ to: 'REPORTER', kind: 'ISSUE_CLOSED' }]);
  });

  it('is given once', () => {
    expect(act(does(finished(), happy, REPORTER, doneAt + 1), happy, REPORTER, doneAt + 2)).toMatchObject({ ok: false, reason: { code: 'RATING_CLOSED' } });
  });

  it('is put away when nothing can follow from it any more', () => {
    const rated = does(finished(), happy, REPORTER, doneAt + 1);
    expect(clock(rated, reopenEnds - 1).issue.stage).toBe('RATED');
    expect(clock(rated, reopenEnds).issue.stage).toBe('ARCHIVED');
  });
});

describe('reopening (EVT-13)', () => {
  it('goes a level higher, with every limit anew', () => {
    const again = does(finished(), unsolved, REPORTER, doneAt + DAY_MS);
    expect(again).toMatchObject({ stage: 'ASSIGNED', side: 'REOPENED', open: true, owner: { post: GROUP }, reopenedAt: doneAt + DAY_MS, overdueCount: 0, rating: { solved: 'NO' } });
    expect(again.dueAt).toBeUndefined();
    const taken = does(again, { act: 'ACCEPT' }, actor('groupHead'), doneAt + DAY_MS + 1);
    expect(taken.dueAt).toBe(endOfDay('2026-12-01'));
  });

  it('is heard until the end of the fifteenth day, also after silence closed it, and not a moment longer', () => {
    const silent = clock(finished(), ratingEnds).issue;
    expect(does(silent, unsolved, REPORTER, reopenEnds - 1).side).toBe('REOPENED');
    expect(act(silent, unsolved, REPORTER, reopenEnds)).toMatchObject({ ok: false, reason: { code: 'RATING_CLOSED' } });
    expect(openActs(silent, reopenEnds - 1, settings)).toContain('RATE');
    expect(openActs(silent, reopenEnds, settings)).not.toContain('RATE');
  });

  it('happens once: the second time the bad mark stands and it stays closed', () => {
    const again = does(finished(), unsolved, REPORTER, doneAt + 1);
    const redone = done(handling(accepted(again, doneAt + 2), doneAt + 3), doneAt + 4);
    expect(does(redone, unsolved, REPORTER, doneAt + 5)).toMatchObject({ stage: 'RATED', open: false, rating: { solved: 'NO', satisfaction: 'UNSATISFIED' } });
    expect(act(clock(redone, ratingEnds).issue, unsolved, REPORTER, ratingEnds + 1)).toMatchObject({ ok: false, reason: { code: 'ALREADY_REOPENED' } });
  });

  it('of what was not satisfying counts as well; half solved and fair does not', () => {
    expect(does(finished(), { act: 'RATE', solved: 'YES', satisfaction: 'UNSATISFIED' }, REPORTER, doneAt + 1).side).toBe('REOPENED');
    expect(does(finished(), { act: 'RATE', solved: 'PARTLY', satisfaction: 'FAIR' }, REPORTER, doneAt + 1).stage).toBe('RATED');
  });

  it('stays with the same post where nobody stands above', () => {
    const restricted = reported({ report: { restricted: true } });
    const finishedOnce = done(accepted(restricted));
    expect(does(finishedOnce, unsolved, REPORTER).owner.post).toBe(`${TOWN}/legal`);
  });
});

describe('reminding', () => {
  it('is done once a civil day', () => {
    const reminded = does(reported(), { act: 'REMIND' }, REPORTER, atTime('2026-11-25', '23:59'));
    expect(act(reminded, { act: 'REMIND' }, REPORTER, endOfDay('2026-11-25') - 1)).toEqual({ ok: false, reason: { code: 'REMINDED_TODAY', next: startOfDay('2026-11-26') } });
    expect(act(reminded, { act: 'REMIND' }, REPORTER, startOfDay('2026-11-26')).ok).toBe(true);
    expect(openActs(reminded, endOfDay('2026-11-25') - 1, settings)).not.toContain('REMIND');
  });
});

describe('an extension (EVT-06)', () => {
  const ask = (workdays: number): Act => ({ act: 'ASK_EXTENSION', workdays, text: '等天晴' });
  const yes: Act = { act: 'DECIDE_EXTENSION', approve: true, text: '' };
  const no: Act = { act: 'DECIDE_EXTENSION', approve: false, text: '按时办' };

  it('is at most as long again', () => {
    expect(act(accepted(), ask(3), actor('head')).ok).toBe(true);
    expect(act(accepted(), ask(4), actor('head'))).toEqual({ ok: false, reason: { code: 'EXTENSION_TOO_LONG', maxWorkdays: 3 } });
  });

  it('moves the limit when the next level approves, and the reporter reads why', () => {
    const asked = does(accepted(), ask(3), actor('head'));
    expect(asked).toMatchObject({ decider: GROUP, dueAt: endOfDay('2026-11-30') });
    const longer = does(asked, yes, actor('groupHead'));
    expect(longer).toMatchObject({ dueAt: endOfDay('2026-12-03'), extension: { decision: 'APPROVED' } });
    expect(longer.steps.at(-1)).toMatchObject({ kind: 'EXTENDED', text: '等天晴' });
    const withWords = does(asked, { act: 'DECIDE_EXTENSION', approve: true, text: '抓紧' }, actor('groupHead'));
    expect(withWords.steps.at(-1)).toMatchObject({ kind: 'EXTENDED', text: '等天晴（抓紧）' });
    expect(act(longer, ask(1), actor('head'))).toMatchObject({ ok: false, reason: { code: 'ALREADY_EXTENDED' } });
  });

  it('refused leaves the limit where it was', () => {
    expect(does(does(accepted(), ask(2), actor('head')), no, actor('groupHead'))).toMatchObject({ dueAt: endOfDay('2026-11-30'), extension: { decision: 'REFUSED' } });
  });

  it('that nobody decides goes a level higher, and the limit passes meanwhile', () => {
    const asked = does(accepted(), ask(2), actor('head'));
    const later = clock(asked, WEDNESDAY_9 + DAY_MS + 1);
    expect(later.issue.decider).toBe(`${VILLAGE}-1`);
    expect(later.tell).toMatchObject([{ to: { post: `${VILLAGE}-1` }, kind: 'ISSUE_EXTENSION_ASKED' }]);
  });

  it('is forgotten when the matter goes up', () => {
    const up = does(does(accepted(), ask(2), actor('head')), { act: 'HAND_UP', ...WORDS }, actor('head'));
    expect(up.extension).toBeUndefined();
    expect(up.decider).toBeUndefined();
  });
});

describe('a pause', () => {
  const pause = (until: string): Act => ({ act: 'SUSPEND', until, text: '等材料' });

  const WHOLE = { times: 2, ofLimit: [1, 1] } as const;
  const allowing = (pauses: EventSettings['pause'], cap = settings.event.cap) => ({ ...settings, event: { ...settings.event, pause: pauses, cap } });
  const under = (county: CountySettings, issue: Issue, what: Act, now?: number) => act(issue, what, actor('head'), now, { settings: county });
  const then = (county: CountySettings, issue: Issue, what: Act, now?: number): Issue => does(issue, what, actor('head'), now, { settings: county });

  it('needs an end within the cap', () => {
    // A dispute's own limit is a month, so that the cap's days come first.
    const dispute = accepted(reported({ report: { category: 'DISPUTE' } }));
    expect(act(dispute, pause('2026-11-25'), actor('head'))).toMatchObject({ ok: false, reason: { problem: 'TOO_SMALL' } });
    expect(act(dispute, pause('2026-12-10'), actor('head')).ok).toBe(true);
    expect(act(dispute, pause('2026-12-11'), actor('head'))).toMatchObject({ ok: false, reason: { problem: 'TOO_BIG', limit: 15 } });
  });

  it.each([
    ['as long as its limit, in working days', WHOLE, '2026-11-30', 5],
    ['half of it, rounded down', { times: 2, ofLimit: [1, 2] }, '2026-11-26', 1],
    ['two thirds of it', { times: 2, ofLimit: [2, 3] }, '2026-11-29', 4],
  ] as const)('lasts no longer than the county lets it: %s', (_, pauses, last, days) => {
    const county = allowing(pauses);
    expect(latestPause(accepted(), '2026-11-25', county)).toBe(last);
    expect(under(county, accepted(), pause(last)).ok).toBe(true);
    expect(under(county, accepted(), pause(addCivilDays(last, 1)))).toMatchObject({ ok: false, reason: { problem: 'TOO_BIG', limit: days } });
    expect(fieldProblemWords([{ path: 'until', problem: 'TOO_BIG', limit: days }])).toBe(`最多停 ${days} 天，往前选一天。`);
  });

  it('takes of the limit what was taken before: together no longer than the county lets all pauses be', () => {
    const county = allowing(WHOLE);
    const again = then(county, then(county, accepted(), pause('2026-11-27')), { act: 'RESUME' }, atTime('2026-11-27', '09:00'));
    expect(again).toMatchObject({ paused: { times: 1, days: 2 }, dueAt: endOfDay('2026-12-02') });
    expect(latestPause(again, '2026-11-27', county)).toBe('2026-11-30');
    expect(under(county, again, pause('2026-12-01'), atTime('2026-11-27', '09:00'))).toMatchObject({ ok: false, reason: { problem: 'TOO_BIG' } });
    expect(under(county, again, pause('2026-11-30'), atTime('2026-11-27', '09:00')).ok).toBe(true);
  });

  it('is over with when all the days are taken, whether by hand, by the clock or by a dispatch', () => {
    const county = allowing({ times: 9, ofLimit: [1, 1] });
    const used = clock(then(county, accepted(), pause('2026-11-30')), startOfDay('2026-11-30')).issue;
    expect(used.paused).toEqual({ times: 1, days: 3 });
    expect(openActs(used, startOfDay('2026-11-30'), county)).not.toContain('SUSPEND');
    expect(under(county, used, pause('2026-12-01'), startOfDay('2026-11-30'))).toMatchObject({ ok: false, reason: { code: 'PAUSED_ENOUGH', times: 9 } });
  });

  it('is taken so often at most, though it took no day', () => {
    const county = allowing(WHOLE);
    let issue = accepted();
    for (const times of [1, 2]) {
      issue = then(county, then(county, issue, pause('2026-11-30'), WEDNESDAY_9 + times * 10), { act: 'RESUME' }, WEDNESDAY_9 + times * 10 + 5);
      expect(issue.paused).toEqual({ times, days: 0 });
    }
    const third = under(county, issue, pause('2026-11-30'), WEDNESDAY_9 + 100);
    expect(third).toMatchObject({ ok: false, reason: { code: 'PAUSED_ENOUGH', times: 2 } });
    expect(openActs(issue, WEDNESDAY_9 + 100, county)).not.toContain('SUSPEND');
    expect(errorWords('PAUSED_ENOUGH', { times: 2 }, WEDNESDAY_9)).toContain('最多停 2 次');
  });

  it('does not exist where the county lets no matter be put off', () => {
    const county = allowing({ times: 0, ofLimit: [1, 1] });
    expect(openActs(accepted(), WEDNESDAY_9, county)).not.toContain('SUSPEND');
    expect(under(county, accepted(), pause('2026-11-26'))).toMatchObject({ ok: false, reason: { code: 'PAUSED_ENOUGH', times: 0 } });
    expect(errorWords('PAUSED_ENOUGH', { times: 0 }, WEDNESDAY_9)).toContain('不能停一停');
  });

  it('counts natural days where the limit does, and of one that ran before pauses were counted the one under way', () => {
    const dispute = accepted(reported({ report: { category: 'DISPUTE' } }));
    const county = allowing({ times: 2, ofLimit: [1, 3] }, 60);
    expect(latestPause(dispute, '2026-11-25', county)).toBe(addCivilDays('2026-11-25', Math.floor(civilDaysBetween('2026-11-25', dueDay(dispute.dueAt ?? 0)) / 3)));
    const old: Issue = { ...does(accepted(), pause('2026-11-30'), actor('head')), paused: undefined };
    expect(clock(old, startOfDay('2026-11-27')).issue.side).toBe('SUSPENDED');
    expect(clock(old, startOfDay('2026-11-30')).issue.paused).toEqual({ times: 1, days: 3 });
  });

  it('begins anew with the limit when it is done again (EVT-13)', () => {
    const paused = clock(does(accepted(), pause('2026-11-30'), actor('head')), startOfDay('2026-11-30')).issue;
    const again = does(does(paused, { act: 'FINISH', ...WORDS }, actor('head'), startOfDay('2026-11-30') + 1), { act: 'RATE', solved: 'NO', satisfaction: 'UNSATISFIED' }, REPORTER, startOfDay('2026-11-30') + 2);
    expect(again.paused).toBeUndefined();
  });

  it('ends by itself and moves the limit by the working days it took', () => {
    const paused = does(accepted(), pause('2026-11-30'), actor('head'));
    expect(paused.dueAt).toBeUndefined();
    const going = clock(paused, startOfDay('2026-11-30'));
    expect(going.issue).toMatchObject({ dueAt: endOfDay('2026-12-03') });
    expect(going.issue.side).toBeUndefined();
  });

  it('ended by hand on the same day changes nothing', () => {
    const paused = does(accepted(), pause('2026-11-30'), actor('head'));
    expect(does(paused, { act: 'RESUME' }, actor('head'), WEDNESDAY_9 + 3_600_000).dueAt).toBe(accepted().dueAt);
  });

  it('tells the level above', () => {
    const outcome = act(accepted(), pause('2026-11-30'), actor('head'));
    expect(outcome).toMatchObject({ ok: true, value: { tell: [{ to: 'REPORTER' }, { to: { post: GROUP }, kind: 'ISSUE_SUSPENDED_BELOW' }] } });
  });

  it('is no way out of being late: what was overdue once stays so', () => {
    const late = clock(accepted(), endOfDay('2026-11-30')).issue;
    const paused = does(late, { act: 'SUSPEND', until: '2026-12-03', text: '等' }, actor('head'), endOfDay('2026-11-30') + 1000);
    const redone = does(does(paused, { act: 'RESUME' }, actor('head'), endOfDay('2026-11-30') + 2000), { act: 'FINISH', ...WORDS }, actor('head'), endOfDay('2026-11-30') + 3000);
    expect(redone.doneInTime).toBe(false);
  });
});

describe('asking back', () => {
  it('does not stop the clock', () => {
    const asked = does(accepted(), { act: 'ASK', ...WORDS }, actor('head'));
    expect(asked).toMatchObject({ dueAt: accepted().dueAt, askedBack: { text: '写几个字' } });
    expect(does(asked, { act: 'ANSWER', ...WORDS }, REPORTER).askedBack).toBeUndefined();
    expect(act(accepted(), { act: 'ANSWER', ...WORDS }, REPORTER)).toMatchObject({ ok: false, reason: { code: 'ISSUE_STAGE' } });
  });
});

describe('dispatch and objection (EVT-07, EVT-08, EVT-17)', () => {
  const water = { post: `${COUNTY}/WATER`, name: '县水利局', area: '汉阴县', since: 0 };
  const other = { post: '610921107203', name: '谭勇', area: '联合村', since: 0 };
  const send = (to = water): Act => ({ act: 'DISPATCH', to, assistants: [VILLAGE], text: '请到现场' });
  const dispatched = (): Issue => does(accepted(), send(), actor('town'), WEDNESDAY_9);
  const object: Act = { act: 'OBJECT', text: '不归我', basis: '三定方案' };

  it('makes the unit responsible, with assistants beside it', () => {
    expect(dispatched()).toMatchObject({ stage: 'ASSIGNED', side: 'TRANSFERRED', owner: { post: water.post }, assistants: [VILLAGE], dueAt: accepted().dueAt });
    expect(does(dispatched(), { act: 'PROGRESS', ...WORDS }, actor('duty')).steps.at(-1)).toMatchObject({ by: { post: VILLAGE } });
  });

  it('of what nobody had accepted counts as the answer, in time or not', () => {
    const sent = does(reported(), send(), actor('town'), WEDNESDAY_9 + 1);
    expect(sent).toMatchObject({ acceptedAt: WEDNESDAY_9 + 1, acceptedInTime: true, stage: 'ASSIGNED' });
  });

  it('ends a pause, with the limit moved by what it took', () => {
    const paused = does(accepted(), { act: 'SUSPEND', until: '2026-11-30', text: '等材料' }, actor('head'));
    const sent = does(paused, send(), actor('town'), atTime('2026-11-27', '10:00'));
    expect(sent).toMatchObject({ side: 'TRANSFERRED', dueAt: endOfDay('2026-12-02'), paused: { times: 1, days: 2 } });
    expect(sent.suspendedUntil).toBeUndefined();
    expect(sent.timers.RESUME).toBeUndefined();
  });

  it('is objected to once, within a working day', () => {
    const limit = endOfDay('2026-11-26');
    expect(act(dispatched(), object, actor('department'), limit - 1).ok).toBe(true);
    expect(act(dispatched(), object, actor('department'), limit)).toMatchObject({ ok: false, reason: { code: 'ISSUE_STAGE' } });
    const refused = does(does(dispatched(), object, actor('department')), { act: 'DECIDE_OBJECTION', uphold: false, text: '归你' }, actor('town'));
    expect(refused).toMatchObject({ owner: { post: water.post }, objection: { decision: 'REFUSED', unit: '县水利局' } });
    expect(act(refused, object, actor('department'))).toMatchObject({ ok: false, reason: { code: 'ALREADY_OBJECTED' } });
  });

  it('upheld goes where the town says, or back to the town', () => {
    const objected = does(dispatched(), object, actor('department'));
    expect(does(objected, { act: 'DECIDE_OBJECTION', uphold: true, text: '对' }, actor('town'))).toMatchObject({ owner: { post: TOWN }, side: 'RETURNED' });
    expect(does(objected, { act: 'DECIDE_OBJECTION', uphold: true, to: other, text: '对' }, actor('town')).owner.post).toBe(other.post);
  });

  it('never makes a department\'s duty a village\'s (EVT-17)', () => {
    const taken = does(dispatched(), { act: 'ACCEPT' }, actor('department'));
    expect(act(taken, send(other), actor('town'))).toEqual({ ok: false, reason: { code: 'DEPARTMENT_DUTY', unit: '县水利局' } });
    const refused = does(does(dispatched(), object, actor('department')), { act: 'DECIDE_OBJECTION', uphold: false, text: '归你' }, actor('town'));
    expect(act(refused, send(other), actor('county'))).toMatchObject({ ok: false, reason: { code: 'DEPARTMENT_DUTY' } });
  });

  it('of a complaint about the town\'s desk is decided by the county, and the town hears nothing of it (EVT-11)', () => {
    const complaint = reported({ about: { personId: people.town, posts: [TOWN] }, report: { category: 'COMPLAINT' } });
    expect(complaint.owner.post).toBe(COUNTY);
    const sent = does(accepted(complaint), { act: 'DISPATCH', to: water, assistants: [], text: '' }, actor('county'));
    const objected = act(sent, object, actor('department'));
    if (!objected.ok) throw new Error(objected.reason.code);
    expect(objected.value.issue.decider).toBe(COUNTY);
    const silent = clock(objected.value.issue, endOfDay('2026-12-20')).tell;
    expect(silent).not.toEqual([]);
    expect([...objected.value.tell, ...silent].filter(({ to }) => typeof to === 'object' && 'post' in to && to.post === TOWN)).toEqual([]);
    const decision: Act = { act: 'DECIDE_OBJECTION', uphold: true, text: '对' };
    expect(act(objected.value.issue, decision, actor('town'))).toMatchObject({ ok: false, reason: { code: 'FORBIDDEN' } });
    expect(does(objected.value.issue, decision, actor('county'))).toMatchObject({ owner: { post: COUNTY }, side: 'RETURNED' });
  });

  it('leaves a department the way to ask the county for time (EVT-06)', () => {
    const taken = does(dispatched(), { act: 'ACCEPT' }, actor('department'));
    expect(openActs(taken, taken.changedAt, settings)).toContain('ASK_EXTENSION');
    expect(does(taken, { act: 'ASK_EXTENSION', workdays: 1, text: '等配件' }, actor('department')).decider).toBe(COUNTY);
  });

  it('cannot be dispatched on while an objection waits', () => {
    expect(act(does(dispatched(), object, actor('department')), send(other), actor('town'))).toMatchObject({ ok: false, reason: { code: 'ISSUE_STAGE' } });
  });
});

it('steps never run backwards, and each change makes changedAt greater, whatever the clock says', () => {
  const early = does(accepted(reported(), WEDNESDAY_9 + 5000), { act: 'PROGRESS', ...WORDS }, actor('head'), WEDNESDAY_9 - DAY_MS);
  expect(early.steps.map(({ at }) => at)).toEqual([...early.steps.map(({ at }) => at)].sort((a, b) => a - b));
  expect(early.changedAt).toBeGreaterThan(WEDNESDAY_9 + 5000);
});
