/** EVT-02: who may do what at which stage, against a table written by hand. */
import type { Act, ActName, Actor } from '@/domain/issues/acts';
import { STAGES, type Issue, type Stage } from '@/domain/issues/issue';
import { TRANSITIONS } from '@/domain/issues/transitions';
import { accepted, act, actor, does, done, handling, ofPost, reported, REPORTER, settings, villageDoc } from '../../fixtures/issues';
import { COUNTY, GRID, GROUP, people, TOWN, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

const WORDS = { text: '写几个字', photos: [] };
const WATER = { post: `${COUNTY}/WATER`, name: '县水利局', area: '汉阴县', since: 0 };
const ACTS: Readonly<Record<ActName, Act>> = {
  ADD: { act: 'ADD', ...WORDS }, REMIND: { act: 'REMIND' }, WITHDRAW: { act: 'WITHDRAW' }, ANSWER: { act: 'ANSWER', ...WORDS },
  RATE: { act: 'RATE', solved: 'YES', satisfaction: 'SATISFIED' }, SUPPORT: { act: 'SUPPORT' }, ACCEPT: { act: 'ACCEPT' },
  REJECT: { act: 'REJECT', channel: '法院', text: '正在打官司' }, ASK: { act: 'ASK', ...WORDS }, PROGRESS: { act: 'PROGRESS', ...WORDS },
  HAND_UP: { act: 'HAND_UP', ...WORDS }, ASK_EXTENSION: { act: 'ASK_EXTENSION', workdays: 2, text: '等天晴' },
  DECIDE_EXTENSION: { act: 'DECIDE_EXTENSION', approve: true, text: '同意' }, SUSPEND: { act: 'SUSPEND', until: '2026-11-30', text: '等材料' }, RESUME: { act: 'RESUME' },
  FINISH: { act: 'FINISH', ...WORDS }, DISPATCH: { act: 'DISPATCH', to: WATER, assistants: [], text: '' }, OBJECT: { act: 'OBJECT', text: '不归我', basis: '三定方案' },
  DECIDE_OBJECTION: { act: 'DECIDE_OBJECTION', uphold: false, text: '还是你办' }, URGE: { act: 'URGE', text: '请快办' },
};

const asked = does(accepted(), ACTS.ASK_EXTENSION, actor('head'));
const dispatched = does(accepted(), ACTS.DISPATCH, actor('town'));
const objected = does(dispatched, ACTS.OBJECT, actor('department'));
const suspended = does(accepted(), ACTS.SUSPEND, actor('head'));
const atDesk = reported({ place: VILLAGE });
const askedBack = does(accepted(), ACTS.ASK, actor('head'));

/** Act, a state in which it works, who does it, whose act it must not be, where it leads. */
const TABLE: readonly (readonly [ActName, Issue, Actor, Actor, Stage])[] = [
  ['ADD', accepted(), REPORTER, actor('head'), 'ACCEPTED'],
  ['REMIND', reported(), REPORTER, actor('head'), 'REPORTED'],
  ['WITHDRAW', accepted(), REPORTER, actor('head'), 'WITHDRAWN'],
  ['ANSWER', askedBack, REPORTER, actor('head'), 'ACCEPTED'],
  ['RATE', done(), REPORTER, actor('head'), 'RATED'],
  ['SUPPORT', reported(), actor('partyMember'), { name: '访客', posts: [], reporter: false }, 'REPORTED'],
  ['ACCEPT', reported(), actor('head'), actor('groupHead'), 'ACCEPTED'],
  ['REJECT', atDesk, actor('duty'), actor('head'), 'REJECTED'],
  ['ASK', accepted(), actor('head'), actor('groupHead'), 'ACCEPTED'],
  ['PROGRESS', accepted(), actor('head'), actor('groupHead'), 'HANDLING'],
  ['HAND_UP', accepted(), actor('head'), actor('groupHead'), 'ASSIGNED'],
  ['ASK_EXTENSION', accepted(), actor('head'), actor('groupHead'), 'ACCEPTED'],
  ['DECIDE_EXTENSION', asked, actor('groupHead'), actor('head'), 'ACCEPTED'],
  ['SUSPEND', accepted(), actor('head'), REPORTER, 'ACCEPTED'],
  ['RESUME', suspended, actor('head'), actor('groupHead'), 'ACCEPTED'],
  ['FINISH', handling(), actor('head'), actor('duty'), 'DONE'],
  ['DISPATCH', accepted(), actor('town'), actor('duty'), 'ASSIGNED'],
  ['OBJECT', dispatched, actor('department'), actor('town'), 'ASSIGNED'],
  ['DECIDE_OBJECTION', objected, actor('town'), actor('department'), 'ASSIGNED'],
  ['URGE', accepted(), actor('duty'), actor('head'), 'ACCEPTED'],
];

it('has a row for every act', () => {
  expect(TABLE.map(([name]) => name).sort()).toEqual(Object.keys(TRANSITIONS).sort());
});

describe.each(TABLE)('%s', (name, issue, who, notWho, stage) => {
  it(`is done by who it belongs to and leads to ${stage}`, () => {
    expect(does(issue, ACTS[name], who).stage).toBe(stage);
  });

  it('is refused to somebody else', () => {
    expect(act(issue, ACTS[name], notWho)).toMatchObject({ ok: false, reason: { code: 'FORBIDDEN' } });
  });

  it('is refused at every stage the table does not name, and leaves the matter as it was', () => {
    for (const other of STAGES.filter((one) => !TRANSITIONS[name].at.includes(one))) {
      const elsewhere = { ...issue, stage: other };
      const outcome = act(elsewhere, ACTS[name], who);
      if (name === 'ACCEPT' && (other === 'ACCEPTED' || other === 'HANDLING')) continue;
      expect(outcome.ok).toBe(false);
    }
  });

  it('leaves what is running with an owner and a limit in the clock\'s hands', () => {
    const next = does(issue, ACTS[name], who);
    expect(next.owner.post).not.toBe('');
    if (next.open) expect(Math.min(next.timers.ACCEPT ?? Infinity, next.timers.HANDLE ?? Infinity, next.timers.RESUME ?? Infinity)).toBeGreaterThan(next.changedAt);
    if (next.open) expect(next.nextDueAt).toBeDefined();
    expect(next.changedAt).toBeGreaterThan(issue.changedAt);
  });
});

/** The stages each act is done at, once more by hand, so that changing one cell of the code fails here. */
it.each<[ActName, string]>([
  ['ADD', 'REPORTED ACCEPTED ASSIGNED HANDLING'], ['REMIND', 'REPORTED ACCEPTED ASSIGNED HANDLING'], ['WITHDRAW', 'REPORTED ACCEPTED ASSIGNED'],
  ['ANSWER', 'REPORTED ACCEPTED ASSIGNED HANDLING'], ['RATE', 'DONE ARCHIVED'], ['SUPPORT', 'REPORTED ACCEPTED ASSIGNED HANDLING'], ['ACCEPT', 'REPORTED ASSIGNED'],
  ['REJECT', 'REPORTED'], ['ASK', 'ACCEPTED HANDLING'], ['PROGRESS', 'ACCEPTED ASSIGNED HANDLING'], ['HAND_UP', 'REPORTED ACCEPTED ASSIGNED HANDLING'],
  ['ASK_EXTENSION', 'ACCEPTED HANDLING'], ['DECIDE_EXTENSION', 'ACCEPTED HANDLING'], ['SUSPEND', 'ACCEPTED HANDLING'], ['RESUME', 'ACCEPTED HANDLING'],
  ['FINISH', 'ACCEPTED HANDLING'], ['DISPATCH', 'REPORTED ACCEPTED ASSIGNED HANDLING'], ['OBJECT', 'ASSIGNED ACCEPTED'], ['DECIDE_OBJECTION', 'ASSIGNED'],
  ['URGE', 'REPORTED ACCEPTED ASSIGNED HANDLING'],
])('%s belongs to %s', (name, stages) => {
  expect(TRANSITIONS[name].at.join(' ')).toBe(stages);
});

describe('two heads at once', () => {
  it('the second hears who has it', () => {
    const taken = does(atDesk, { act: 'ACCEPT' }, actor('duty'));
    expect(act(taken, { act: 'ACCEPT' }, actor('secondDuty'))).toEqual({ ok: false, reason: { code: 'ISSUE_ALREADY_ACCEPTED', by: '马建业' } });
    expect(taken.owner).toMatchObject({ post: VILLAGE, personId: people.duty, name: '马建业' });
  });

  it('the same one again changes nothing', () => {
    const taken = does(atDesk, { act: 'ACCEPT' }, actor('duty'));
    expect(does(taken, { act: 'ACCEPT' }, actor('duty'))).toBe(taken);
  });
});

describe('首接负责 (EVT-03)', () => {
  it('lets no grid head refuse, only hand up', () => {
    expect(act(reported(), ACTS.REJECT, actor('head'))).toMatchObject({ ok: false, reason: { code: 'FORBIDDEN' } });
  });

  it('hands up before acceptance to the next filled post, which gets its own accept limit', () => {
    const up = does(reported(), ACTS.HAND_UP, actor('head'), WEDNESDAY_9 + 1000);
    expect(up).toMatchObject({ stage: 'REPORTED', side: 'ESCALATED', owner: { post: GROUP, name: '刘长根' }, acceptBy: WEDNESDAY_9 + 1000 + 86_400_000 });
    expect(up.dueAt).toBeUndefined();
  });

  it('keeps the promised limit when it goes up after acceptance', () => {
    const up = does(handling(), ACTS.HAND_UP, actor('head'));
    expect(up).toMatchObject({ stage: 'ASSIGNED', dueAt: handling().dueAt });
    expect(does(up, { act: 'ACCEPT' }, actor('groupHead'))).toMatchObject({ stage: 'HANDLING', dueAt: handling().dueAt });
  });

  it('passes over a vacant post on the way up', () => {
    const village = villageDoc();
    const gap = { ...village, grids: village.grids.map((cell) => (cell.code === GROUP ? { ...cell, head: undefined } : cell)) };
    expect(does(reported(), ACTS.HAND_UP, actor('head'), WEDNESDAY_9, { village: gap }).owner).toMatchObject({ post: `${VILLAGE}-1`, name: '周福林' });
  });

  it('ends at the county office, and for the restricted post at once', () => {
    const county = { ...accepted(), owner: { post: COUNTY, name: '汉阴县321专班', since: 0 } };
    expect(act(county, ACTS.HAND_UP, actor('county'))).toMatchObject({ ok: false, reason: { code: 'NO_HIGHER_LEVEL' } });
    const restricted = does(reported({ report: { restricted: true } }), { act: 'ACCEPT' }, actor('police'));
    expect(act(restricted, ACTS.HAND_UP, actor('police'))).toMatchObject({ ok: false, reason: { code: 'NO_HIGHER_LEVEL' } });
    expect(act(restricted, ACTS.DISPATCH, actor('town'))).toMatchObject({ ok: false, reason: { code: 'FORBIDDEN' } });
  });
});

describe('withdrawing (EVT-16)', () => {
  it('is over with the first step of work, also after it went up', () => {
    expect(act(handling(), ACTS.WITHDRAW, REPORTER)).toMatchObject({ ok: false, reason: { code: 'ISSUE_STAGE', stage: 'HANDLING' } });
    expect(act(does(handling(), ACTS.HAND_UP, actor('head')), ACTS.WITHDRAW, REPORTER)).toMatchObject({ ok: false });
  });

  it('takes it from the village\'s eyes and from every clock', () => {
    expect(does(accepted(), ACTS.WITHDRAW, REPORTER)).toMatchObject({ stage: 'WITHDRAWN', open: false, published: false, timers: {} });
  });
});

it.each([[undefined, 'NORMAL'], [9, 'NORMAL'], [10, 'MAJOR']] as const)('that touches %s people is %s (EVT-04)', (peopleAffected, urgency) => {
  expect(reported({ report: { peopleAffected } }).urgency).toBe(urgency);
  expect(reported({ report: { peopleAffected, urgency: 'URGENT' } }).urgency).toBe('URGENT');
});

it('belongs to the grid it is in: a neighbour\'s support makes it major from ten people on (EVT-04)', () => {
  let issue = reported();
  for (let n = 0; n < settings.event.majorPeople - 2; n += 1) issue = does(issue, ACTS.SUPPORT, { name: '邻居', personId: `neighbour-${n}`, posts: [], reporter: false });
  expect(issue.urgency).toBe('NORMAL');
  issue = does(issue, ACTS.SUPPORT, actor('partyMember'));
  expect(issue).toMatchObject({ urgency: 'MAJOR', grid: GRID });
  expect(does(issue, ACTS.SUPPORT, actor('partyMember'))).toBe(issue);
});

describe('a complaint', () => {
  const about = reported({ about: { personId: people.groupHead, posts: [] } });
  it.each(['head', 'groupHead'] as const)('is nobody\'s work below or at %s', (who) => {
    for (const name of Object.keys(ACTS) as ActName[]) expect(act({ ...about, owner: { ...about.owner, post: GRID } }, ACTS[name], actor(who)).ok).toBe(false);
  });

  it('is dispatched to no barred post', () => {
    const duty = reported({ about: { personId: people.duty, posts: [] } });
    expect(act(duty, { act: 'DISPATCH', to: { post: VILLAGE, name: '堰坪村值班室', since: 0 }, assistants: [], text: '' }, actor('town'))).toMatchObject({ ok: false, reason: { code: 'INVALID_INPUT', path: 'to' } });
    expect(act(duty, { act: 'DISPATCH', to: WATER, assistants: [VILLAGE], text: '' }, actor('town'))).toMatchObject({ ok: false, reason: { path: 'assistants' } });
  });
});

it('knows every post of the ladder', () => {
  expect([GRID, GROUP, VILLAGE, TOWN, COUNTY].map((post) => ofPost(post).posts.includes(post))).toEqual([true, true, true, true, true]);
});
