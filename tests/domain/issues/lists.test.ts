/** Finding alike, gathering, counting, naming (EVT-12, EVT-15). */
import { DAY_MS, startOfDay } from '@/domain/basics/civil-time';
import { gatheringAround, joining, leftOver, MOST_IN_TOPIC } from '@/domain/issues/aggregate';
import type { Issue } from '@/domain/issues/issue';
import { numberOf } from '@/domain/issues/number';
import { countedOf, mondayOf, NO_COUNTS, ratesOf, sumOf } from '@/domain/issues/rates';
import { likeness, mostSimilar } from '@/domain/issues/similar';
import { countedAreas, NOTHING_COUNTED, recountMonth, recountStanding } from '@/domain/issues/tallying';
import { titleOf } from '@/domain/issues/title';
import { accepted, done, does, reported, REPORTER, settings } from '../../fixtures/issues';
import { fc } from '../../fixtures/properties';
import { COUNTY, GRID, GROUP, people, TOWN, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

const like = (more: Partial<Issue>): Issue => ({ ...reported(), ...more });

describe('likeness of two texts', () => {
  it('is whole for the same, none for nothing in common, and the same both ways', () => {
    expect(likeness('水沟堵了三天', '水沟堵了三天！')).toBe(1000);
    expect(likeness('水沟堵了', '路灯不亮')).toBe(0);
    fc.assert(fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => {
      expect(likeness(a, b)).toBe(likeness(b, a));
      expect(likeness(a, b)).toBeGreaterThanOrEqual(0);
      expect(likeness(a, b)).toBeLessThanOrEqual(1000);
    }));
  });

  it('finds the open public matter a neighbour means, and no other', () => {
    const ditch = like({ _id: 'ditch' });
    const rest = [like({ _id: 'lamp', text: '路灯不亮好几天' }), like({ _id: 'hidden', published: false }), like({ _id: 'closed', open: false }), like({ _id: 'kind', category: 'ERRAND' })];
    expect(mostSimilar([ditch, ...rest], { grid: GRID, category: 'SANITATION', text: '门口水沟堵了，臭得很' }).map(({ _id }) => _id)).toEqual(['ditch']);
  });

  it('asks for more likeness from another grid, and shows three at most', () => {
    const many = [1, 2, 3, 4].map((n) => like({ _id: `ditch-${n}` }));
    expect(mostSimilar(many, { grid: GRID, category: 'SANITATION', text: '水沟堵了三天' })).toHaveLength(3);
    expect(mostSimilar([like({ text: '家门前那条老水沟又不通了' })], { grid: GROUP, category: 'SANITATION', text: '水沟堵了三天没人管味道很大' })).toHaveLength(0);
  });
});

describe('gathering into a topic (EVT-12)', () => {
  const other = (n: number, days: number, more: Partial<Issue> = {}): Issue => like({ _id: `issue-${n}`, createdAt: WEDNESDAY_9 - days * DAY_MS, ...more });
  const around = (others: readonly Issue[]) => gatheringAround(reported(), others, WEDNESDAY_9, settings);

  it('takes three within thirty days', () => {
    expect(around([other(2, 3)])).toBeUndefined();
    expect(around([other(2, 3), other(3, 30)])?.issues.map(({ _id }) => _id)).toEqual(['issue-3', 'issue-2', 'issue-1']);
    expect(around([other(2, 3), other(3, 31)])).toBeUndefined();
  });

  it('of the same grid and category, and none that is private', () => {
    for (const more of [{ category: 'ERRAND' }, { grid: GROUP }, { restricted: true }, { aboutId: people.head }, { stage: 'WITHDRAWN' }, { stage: 'REJECTED' }] as const) {
      expect(around([other(2, 3), other(3, 4, more)])).toBeUndefined();
    }
  });

  it('joins the topic that is there already', () => {
    expect(around([other(2, 3, { topicId: 'topic-1' })])?.topicId).toBe('topic-1');
    expect(joining(['a', 'issue-1'], { issues: [reported(), other(2, 3)] }).map(({ _id }) => _id)).toEqual(['issue-2']);
  });

  it('begins the next topic when one names a hundred', () => {
    const ids = (count: number) => Array.from({ length: count }, (_, n) => `old-${n}`);
    const three = { issues: [other(2, 3), other(3, 2), other(4, 1)] };
    expect(joining(ids(MOST_IN_TOPIC - 1), three).map(({ _id }) => _id)).toEqual(['issue-2']);
    expect(joining(ids(MOST_IN_TOPIC), three)).toEqual([]);
    expect(leftOver(three, settings)?.issues).toHaveLength(3);
    expect(leftOver({ issues: [other(2, 3, { topicId: 'full' }), ...three.issues.slice(1)] }, settings)).toBeUndefined();
    // The latest topic of those around is the one that still has room.
    expect(around([other(2, 3, { topicId: 'full' }), other(3, 2, { topicId: 'next' })])?.topicId).toBe('next');
  });
});

describe('rates (EVT-15)', () => {
  const counts = { ...NO_COUNTS, reported: 10, responded: 8, respondedInTime: 6, done: 5, doneInTime: 4, rated: 3, solved: 2, satisfied: 1, reopened: 1, withdrawn: 1 };

  it('are outcomes over what they are of, and say what is left out', () => {
    expect(ratesOf(counts)).toEqual({
      responded: { numerator: 6, denominator: 9, left: 1 },
      solved: { numerator: 2, denominator: 3, left: 2 },
      satisfied: { numerator: 1, denominator: 3, left: 2 },
      onTime: { numerator: 4, denominator: 5, left: 5 },
      reopened: { numerator: 1, denominator: 5, left: 0 },
    });
  });

  it('of a matter that silence closed counts neither solved nor satisfied', () => {
    const closed = { ...done(), stage: 'ARCHIVED' as const };
    expect(countedOf(closed)?.flags).toEqual(['reported', 'responded', 'respondedInTime', 'done', 'doneInTime']);
  });

  it('count half solved as not solved, and the earlier bad mark while it is done again', () => {
    expect(countedOf(does(done(), { act: 'RATE', solved: 'PARTLY', satisfaction: 'SATISFIED' }, REPORTER))?.flags).not.toContain('solved');
    expect(countedOf(does(done(), { act: 'RATE', solved: 'NO', satisfaction: 'UNSATISFIED' }, REPORTER))?.flags).toEqual(['reported', 'responded', 'respondedInTime', 'rated', 'reopened', 'open']);
  });

  it('leave restricted matters out altogether', () => {
    expect(countedOf(reported({ report: { restricted: true } }))).toBeUndefined();
  });

  it('begin a week on Monday', () => {
    expect(mondayOf(WEDNESDAY_9)).toBe('2026-11-23');
    expect(mondayOf(startOfDay('2026-11-29'))).toBe('2026-11-23');
    expect(mondayOf(startOfDay('2026-11-30'))).toBe('2026-11-30');
  });
});

describe('tallying', () => {
  it('the same history in steps or at once gives the same counts', () => {
    const states = [reported(), accepted(), done()].map(countedOf);
    const steps = states.reduce((sum, state, index) => recountMonth(sum, states[index - 1], state), NOTHING_COUNTED);
    expect(steps).toEqual(recountMonth(NOTHING_COUNTED, undefined, states[2]));
    expect(sumOf(Object.values(steps.counts)).reported).toBe(1);
    const standing = states.reduce((sum, state, index) => recountStanding(sum, states[index - 1], state), NOTHING_COUNTED);
    expect(sumOf(Object.values(standing.counts))).toMatchObject({ open: 0, overdue: 0 });
  });

  it('a complaint stands in no count of a desk it must not reach', () => {
    expect(countedAreas(reported(), settings).map(({ area }) => area)).toEqual([VILLAGE, TOWN, COUNTY]);
    expect(countedAreas(reported({ about: { personId: people.duty, posts: [] } }), settings).map(({ area }) => area)).toEqual([TOWN, COUNTY]);
  });
});

describe('what a matter is called', () => {
  it.each([
    ['水沟堵了三天，味道很大。请来看看', '水沟堵了三天，味道很大'],
    ['\n  路灯不亮\n三天了', '路灯不亮'],
    ['', '卫生环境（语音）'],
    ['一'.repeat(30), `${'一'.repeat(23)}…`],
  ])('%j reads %j', (text, title) => expect(titleOf({ text, category: 'SANITATION' })).toBe(title));

  it('and the number people quote, the same each time', () => {
    expect(numberOf('issue-1', WEDNESDAY_9)).toMatch(/^1125-\d{4}$/);
    expect(numberOf('issue-1', WEDNESDAY_9)).toBe(numberOf('issue-1', WEDNESDAY_9));
  });
});
