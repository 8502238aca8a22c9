/** Who hears of an entry and when somebody is reminded, at the edges of the limit (PTY-06, 14). */
import { claimed, checked, recorded, type Facts } from '@/domain/points/entry-acts';
import { clockPassed, holderOf, toStore } from '@/domain/points/entry-news';
import type { Entry, Eyes } from '@/domain/points/entry';
import { countySettings } from '../../../config/county/settings';

const settings = countySettings();
const NOW = 1_000_000;
const FACTS: Facts = {
  _id: 'entry-1', kind: 'CLAIM', year: 'person-li:2026', personId: 'person-li', name: '李国平', cycle: 2026, branch: '610921107202', town: '610921107', on: '2026-03-01',
  item: 'mediate', itemName: '调解好一起纠纷', tenths: 30, text: '调解', photos: [], uploads: [], at: NOW, by: 'person-li', above: false,
};
const EYES: Eyes = { by: 'person-group', name: '周福林', as: 'GROUP', at: NOW + 1 };
/** As it waits, with a limit of 1000 ms and its news told. */
const waiting = (more: Partial<Entry> = {}): Entry => clockPassed(toStore(undefined, { ...claimed(FACTS, settings), dueAt: NOW + 1000, ...more }, NOW), NOW).entry;

describe('news', () => {
  it('of a claim goes to the group leaders, of a record to whoever approves it, of the secretary’s to the town', () => {
    expect(toStore(undefined, claimed(FACTS, settings), NOW)).toMatchObject({ clockAt: NOW, untold: [{ to: 'GROUP', kind: 'POINTS_TO_CHECK' }] });
    expect(toStore(undefined, recorded({ ...FACTS, kind: 'RECORD' }, EYES, settings), NOW).untold).toEqual([{ to: 'COMMITTEE', kind: 'POINTS_TO_APPROVE' }]);
    expect(toStore(undefined, recorded({ ...FACTS, kind: 'RECORD', above: true }, EYES, settings), NOW).untold).toEqual([{ to: 'TOWN', kind: 'POINTS_TO_APPROVE' }]);
  });

  it('of a refusal goes to who brought it: the member’s claim to the member, the branch’s record to the recorder', () => {
    const before = waiting();
    const after = checked(before, { kind: 'REFUSE', reason: '没有' }, EYES, settings);
    if (!after.ok) throw new Error('it is at this step');
    expect(toStore(before, after.value, NOW + 1)).toMatchObject({ untold: [{ to: 'MEMBER', kind: 'POINTS_REFUSED' }] });
    expect(toStore({ ...before, kind: 'RECORD' }, { ...after.value, kind: 'RECORD' }, NOW + 1)).toMatchObject({ untold: [{ to: 'RECORDER', kind: 'POINTS_RECORD_REFUSED' }] });
  });

  it('that nobody was told yet is kept when more comes', () => {
    const before = toStore(undefined, claimed(FACTS, settings), NOW);
    const after = checked(before, { kind: 'RIGHT' }, EYES, settings);
    if (!after.ok) throw new Error('it is at this step');
    expect(toStore(before, after.value, NOW + 1).untold?.map(({ kind }) => kind)).toEqual(['POINTS_TO_CHECK', 'POINTS_TO_APPROVE']);
  });
});

describe('reminders', () => {
  it.each([[749, [], 0], [750, ['POINTS_AT_75'], 1], [899, ['POINTS_AT_75'], 1], [900, ['POINTS_AT_90'], 2], [1000, ['POINTS_OVERDUE', 'POINTS_OVERDUE'], 3]])('after %d of 1000: %j', (passed, kinds, told) => {
    const { entry, tell } = clockPassed(waiting(), NOW + passed);
    expect(tell.map(({ kind }) => kind)).toEqual(kinds);
    expect(entry.limit).toEqual({ from: NOW, told });
  });

  it('each come once, and the entry goes on waiting after the last', () => {
    const over = clockPassed(waiting(), NOW + 1000).entry;
    expect(over.clockAt).toBeUndefined();
    expect(over).toMatchObject({ state: 'CHECK', queue: 'CHECK', dueAt: NOW + 1000 });
    expect(clockPassed(over, NOW + 5000).tell).toEqual([]);
  });

  it('of an appeal that the branch leaves lying go to the town too', () => {
    const appeal = waiting({ state: 'POSTED', queue: 'APPEAL', appeal: { text: '不对', at: NOW, decideBy: NOW + 1000, state: 'OPEN' } });
    expect(clockPassed(appeal, NOW + 1000).tell).toEqual([{ to: 'COMMITTEE', kind: 'POINTS_OVERDUE' }, { to: 'TOWN', kind: 'POINTS_APPEAL_OVERDUE' }]);
  });

  it('begin anew with the next pair of eyes', () => {
    const before = waiting();
    const after = checked(before, { kind: 'RIGHT' }, { ...EYES, at: NOW + 900 }, settings);
    if (!after.ok) throw new Error('it is at this step');
    expect(toStore(before, after.value, NOW + 900).limit).toEqual({ from: NOW + 900, told: 0 });
  });
});

it.each([['CHECK', 'CHECK', false, 'GROUP'], ['APPROVE', 'APPROVE', false, 'COMMITTEE'], ['APPROVE', 'ABOVE', true, 'TOWN'], ['POSTED', 'APPEAL', false, 'COMMITTEE'], ['POSTED', 'APPEAL', true, 'TOWN']] as const)('%s in %s, above %s: %s has it', (state, queue, above, holder) => {
  expect(holderOf({ state, queue, above })).toBe(holder);
});

it('nobody has what is asked of the member but the member, and nobody what is decided', () => {
  expect(holderOf({ state: 'ASKED', above: false })).toBe('MEMBER');
  expect(holderOf({ state: 'POSTED', above: false })).toBeUndefined();
});
