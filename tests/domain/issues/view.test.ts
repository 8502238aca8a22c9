/** What each reader sees (EVT-14, EVT-16, WX-08, WX-09). */
import { endOfDay, HOUR_MS } from '@/domain/basics/civil-time';
import { askAgainAt, uncheckedTexts, withChecks } from '@/domain/issues/publication';
import { dueChip, filesFor, readerOf, reporterWords, stepsFor, yourMove } from '@/domain/issues/view';
import { accepted, actor, does, done, reported, REPORTER } from '../../fixtures/issues';
import { GRID, GROUP, people, TOWN, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

const who = (posts: readonly string[], personId = 'person-x') => ({ account: `demo:${personId}`, personId, posts });

describe('how somebody reads it', () => {
  const up = does(accepted(), { act: 'HAND_UP', text: '要花钱', photos: [] }, actor('head'));
  it.each([
    ['the reporter', { account: 'other', personId: people.villager, posts: [] }, 'REPORTER'],
    ['the phone it came from, unbound since', { account: 'demo:villager', posts: [] }, 'PUBLIC'],
    ['the owner', who([GROUP]), 'HANDLER'],
    ['who had it before', who([GRID]), 'HANDLER'],
    ['who stands above', who([VILLAGE]), 'HANDLER'],
    ['the town', who([TOWN]), 'HANDLER'],
    ['a neighbour', who([]), 'PUBLIC'],
    ['a head of another grid', who([`${VILLAGE}-1.1.2`]), 'PUBLIC'],
  ])('%s', (_who, reader, as) => expect(readerOf(up, reader)).toBe(as));
});

it('hides the name from handlers where the reporter wished, and from the village always', () => {
  const hidden = reported({ report: { nameHidden: true } });
  expect([reporterWords(reported(), 'HANDLER'), reporterWords(hidden, 'HANDLER'), reporterWords(reported(), 'PUBLIC'), reporterWords(hidden, 'REPORTER')]).toEqual(['王秀兰', '一位村民', '一位村民', '您']);
  expect(stepsFor(hidden, 'HANDLER')[0]?.by).toBe('一位村民');
});

it('shows the village no words that were not checked, none between reporter and handlers, and no unchecked photo', () => {
  const added = does(accepted(), { act: 'ADD', text: '我电话没变', photos: ['photo-1'] }, REPORTER);
  const worked = does(added, { act: 'PROGRESS', text: '到现场看过了。', photos: ['photo-2'] }, actor('head'));
  const open = stepsFor(worked, 'PUBLIC');
  expect(open.map(({ step }) => step.kind)).toEqual(['REPORTED', 'ACCEPTED', 'PROGRESS']);
  expect(open.at(-1)).toMatchObject({ photos: [] });
  expect(open.at(-1)?.text).toBeUndefined();
  const at = { now: worked.changedAt, cause: 'c' };
  const checked = withChecks(worked, { passed: uncheckedTexts(worked), refused: [], shownFiles: ['photo-2'], waits: false }, at).issue;
  expect(stepsFor(checked, 'PUBLIC').at(-1)).toMatchObject({ text: '到现场看过了。', photos: ['photo-2'] });
  expect(stepsFor(checked, 'REPORTER').map(({ step }) => step.kind)).toContain('ADDED');
  expect(filesFor(checked, ['photo-1', 'photo-2'], 'HANDLER')).toHaveLength(2);
});

it('keeps what handlers write to each other from the reporter', () => {
  const urged = does(accepted(), { act: 'URGE', text: '内部的话' }, actor('duty'));
  expect(stepsFor(urged, 'REPORTER').at(-1)).toMatchObject({ by: '马建业' });
  expect(stepsFor(urged, 'REPORTER').at(-1)?.text).toBeUndefined();
  expect(stepsFor(urged, 'HANDLER').at(-1)?.text).toBe('内部的话');
});

describe('a report whose check', () => {
  const waiting = reported({ report: { checked: false } });
  const at = { now: WEDNESDAY_9 + 60_000, cause: 'c' };

  it('got no answer is filed, seen by handlers, not published, and asked for again', () => {
    expect(waiting).toMatchObject({ published: false, visibility: 'VILLAGE', nextDue: 'PUBLISH' });
    const again = withChecks(waiting, { passed: [], refused: [], shownFiles: [], waits: true, againAt: 9e12 }, at).issue;
    expect(again.published).toBe(false);
  });

  it('passed is published', () => {
    expect(withChecks(waiting, { passed: uncheckedTexts(waiting), refused: [], shownFiles: [], waits: false }, at).issue).toMatchObject({ published: true });
  });

  it('was refused stays with the handlers, and the reporter is told', () => {
    const outcome = withChecks(waiting, { passed: [], refused: uncheckedTexts(waiting), shownFiles: [], waits: false }, at);
    expect(outcome.issue).toMatchObject({ published: false, visibility: 'HANDLERS' });
    expect(outcome.tell).toMatchObject([{ kind: 'ISSUE_NOT_PUBLISHED', to: 'REPORTER' }]);
  });

  it('is asked ever more seldom, and not at all after a day', () => {
    expect(askAgainAt(0, 0)).toBe(60_000);
    expect(askAgainAt(0, 60_000)).toBe(360_000);
    expect(askAgainAt(0, 24 * HOUR_MS)).toBeUndefined();
  });
});

it('is never for the village when it is restricted or names a handler', () => {
  expect(reported({ report: { restricted: true } })).toMatchObject({ visibility: 'HANDLERS', published: false });
  expect(reported({ about: { personId: people.head, posts: [] } })).toMatchObject({ visibility: 'HANDLERS', published: false });
});

it('says what waits for the reporter, and what presses a handler', () => {
  expect([yourMove(done(), 'REPORTER'), yourMove(done(), 'HANDLER'), yourMove(accepted(), 'REPORTER')]).toEqual(['RATE', undefined, undefined]);
  expect(yourMove(does(accepted(), { act: 'ASK', text: '在哪里', photos: [] }, actor('head')), 'REPORTER')).toBe('ANSWER');
  const due = endOfDay('2026-11-30');
  expect([dueChip(accepted(), due - 1, '2026-11-30'), dueChip(accepted(), due, '2026-12-01'), dueChip(accepted(), due - 1, '2026-11-29'), dueChip(done(), due, '2026-11-30')]).toEqual(['TODAY', 'OVERDUE', 'LATER', 'NONE']);
});
