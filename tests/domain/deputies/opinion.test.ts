import { DAY_MS, HOUR_MS, startOfDay, endOfDay } from '@/domain/basics/civil-time';
import { assigned, declined, endedUnsatisfied, forgotten, heard, judged, keptUntil, reminded, replied, sorted, type Opinion } from '@/domain/deputies/opinion';
import type { Result } from '@/domain/basics/result';
import { countySettings } from '../../../config/county/settings';

const settings = countySettings().deputy;
const NOW = startOfDay('2025-11-30') + 9 * HOUR_MS;
const UNIT = { post: '610921/WATER', unitName: '县水利局', complex: false };

function taken<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error('refused');
  return result.value;
}

const fresh = (): Opinion => heard({ _id: 'o1', town: '610921107', mandate: 'm1', deputyId: 'person-gui', deputyName: '周桂芳', text: '水池漏水', at: NOW }, 24);
const proposed = (): Opinion => taken(sorted(fresh(), { kind: 'SUGGESTION', title: '二组蓄水池防渗' }, NOW));
const given = (complex = false): Opinion => taken(assigned(proposed(), { ...UNIT, complex }, settings, NOW));
const answer = (opinion: Opinion, at = NOW): Opinion => taken(replied(opinion, { at, kind: 'PLANNED', text: '明年开春做', by: '县水利局' }));
const told = (opinion: Opinion): readonly string[] => (opinion.untold ?? []).map(({ to, kind }) => `${to} ${kind}`);

/** As the clock leaves it once the notices are written. */
function quiet(opinion: Opinion): Opinion {
  const { untold: _untold, tellAt: _tellAt, ...rest } = opinion;
  return rest;
}

describe('an opinion that was heard (DEP-06, LNS-04)', () => {
  it('waits a day to be sorted, and is then called to mind once', () => {
    expect(reminded(fresh(), NOW + 24 * HOUR_MS - 1)).toEqual(fresh());
    const late = reminded(fresh(), NOW + 24 * HOUR_MS);
    expect(told(late)).toEqual(['DEPUTY OPINION_UNSORTED', 'STATION OPINION_UNSORTED']);
    expect(late.dueAt).toBeUndefined();
  });

  it('is sorted once, whichever way', () => {
    const done = taken(sorted(fresh(), { kind: 'EXPLAINED', answer: '医保交到年底' }, NOW));
    expect(done).toMatchObject({ state: 'EXPLAINED', open: false });
    expect(done.dueAt).toBeUndefined();
    expect(sorted(done, { kind: 'ISSUE', issueId: 'i1' }, NOW)).toEqual({ ok: false, reason: 'OPINION_STAGE' });
  });

  it('becomes a suggestion, which the presidium may return with the reason', () => {
    expect(told(proposed())).toEqual(['PRESIDIUM SUGGESTION_NEW']);
    expect(declined(proposed(), '去年提过，正在办', NOW)).toMatchObject({ ok: true, value: { state: 'DECLINED', open: false } });
    expect(declined(fresh(), '…', NOW).ok).toBe(false);
  });
});

describe('a suggestion with a unit (DEP-07)', () => {
  it('has three calendar months, to the month’s end where that is shorter (example 9 of the rulebook)', () => {
    expect(given().suggestion?.replyBy).toBe(endOfDay('2026-02-28'));
  });

  it('has six where it is wide or complex', () => {
    expect(given(true).suggestion?.replyBy).toBe(endOfDay('2026-05-30'));
  });

  it('is called to mind at 75 %, at 90 % and when its time is over, each once', () => {
    const one = quiet(given());
    const whole = (one.suggestion?.replyBy ?? 0) - NOW;
    const at75 = NOW + Math.floor(whole * 75 / 100);
    expect(reminded(one, at75 - 1)).toEqual(one);
    const first = reminded(one, at75);
    expect(told(first)).toEqual(['UNIT SUGGESTION_AT_75']);
    const second = reminded(quiet(first), NOW + Math.floor(whole * 90 / 100));
    expect(told(second)).toEqual(['UNIT SUGGESTION_AT_90', 'PRESIDIUM SUGGESTION_AT_90']);
    const third = reminded(quiet(second), NOW + whole);
    expect(told(third)).toEqual(['UNIT SUGGESTION_OVERDUE', 'PRESIDIUM SUGGESTION_OVERDUE']);
    expect(reminded(quiet(third), NOW + whole + 400 * DAY_MS)).toEqual(quiet(third));
  });

  it('is called to mind once after the clock stood still for a year', () => {
    expect(told(reminded(quiet(given()), NOW + 400 * DAY_MS))).toEqual(['UNIT SUGGESTION_OVERDUE', 'PRESIDIUM SUGGESTION_OVERDUE']);
  });

  it('rests once it is answered, late or not', () => {
    const late = answer(given(), NOW + 200 * DAY_MS);
    expect(late.dueAt).toBeUndefined();
    expect(reminded(quiet(late), NOW + 900 * DAY_MS)).toEqual(quiet(late));
  });
});

describe('what the deputy thinks of the reply (DEP-08)', () => {
  it.each(['SATISFIED', 'FAIR'] as const)('%s settles it', (verdict) => {
    expect(taken(judged(answer(given()), verdict, NOW))).toMatchObject({ state: 'SETTLED', open: false, suggestion: { verdicts: [verdict] } });
  });

  it('不满意 sends it back once, for thirty days; after the second reply it ends and the ways of the law are left', () => {
    const again = taken(judged(answer(given()), 'UNSATISFIED', NOW));
    expect(again).toMatchObject({ state: 'AGAIN', open: true, suggestion: { replyBy: endOfDay('2025-12-30') } });
    expect(judged(again, 'FAIR', NOW)).toEqual({ ok: false, reason: 'OPINION_STAGE' });
    const ended = taken(judged(answer(again), 'UNSATISFIED', NOW));
    expect(ended).toMatchObject({ state: 'SETTLED', open: false, suggestion: { verdicts: ['UNSATISFIED', 'UNSATISFIED'] } });
    expect(endedUnsatisfied(ended)).toBe(true);
    expect(endedUnsatisfied(again)).toBe(false);
  });

  it('is not asked before there is a reply', () => {
    expect(judged(given(), 'SATISFIED', NOW)).toEqual({ ok: false, reason: 'OPINION_STAGE' });
  });
});

describe('an opinion that has ended (PRV-10)', () => {
  const explained = (): Opinion => ({ ...taken(sorted(fresh(), { kind: 'EXPLAINED', answer: '明年修' }, NOW)), from: { account: 'wx:1', personId: 'person-wang', name: '王秀兰', village: '610921107202' } });

  it('is kept for the county’s years from the day it ended, by the calendar, and one that is open without end', () => {
    expect(keptUntil(explained(), { eventYears: 3 }).forgetAt).toBe(endOfDay('2028-11-30'));
    expect(keptUntil(explained(), { eventYears: 1.5 }).forgetAt).toBe(endOfDay('2027-05-30'));
    for (const open of [fresh(), proposed(), given(), answer(given())]) expect(keptUntil(open, { eventYears: 3 })).toBe(open);
  });

  it('leaves of a suggestion that a unit was given its public part, and of anything else nothing', () => {
    expect(forgotten(explained())).toBeUndefined();
    expect(forgotten(taken(declined(proposed(), '不是公家的路', NOW)))).toBeUndefined();
    const kept = forgotten({ ...keptUntil(taken(judged(answer(given()), 'SATISFIED', NOW)), { eventYears: 3 }), from: explained().from });
    expect(kept).toMatchObject({ text: '', forgotten: true, mandate: 'm1', suggestion: { title: '二组蓄水池防渗', verdicts: ['SATISFIED'] } });
    expect(kept).not.toHaveProperty('from');
    expect(kept).not.toHaveProperty('forgetAt');
  });
});
