/**
 * Whatever people and the clock do, in whatever order: no matter is lost, no owner skipped, no limit left in the past, and
 * nobody barred ever answers for it or sees it.
 */
import { addCivilDays, civilDateOf, DAY_MS, HOUR_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import type { Village } from '@/domain/grid/grid';
import type { Act, Actor } from '@/domain/issues/acts';
import type { Category, Issue, Urgency } from '@/domain/issues/issue';
import { deskPostOf, isDepartment } from '@/domain/grid/posts';
import { isAbove, isBarred, isVacant, ladder } from '@/domain/issues/ladder';
import { apply } from '@/domain/issues/machine';
import { runDue } from '@/domain/issues/clock-acts';
import { countedOf, NO_COUNTS, ratesOf, sumOf, counted } from '@/domain/issues/rates';
import { targetOf } from '@/domain/issues/target';
import { openActs } from '@/domain/issues/transitions';
import { decide } from '@/domain/people/access';
import { actor, ofPost, reported, REPORTER, settings, villageDoc } from '../../fixtures/issues';
import { fc } from '../../fixtures/properties';
import { COUNTY, FAR_GRID, GRID, people, TOWN, VACANT_GRID, VILLAGE, WEDNESDAY_9, type Somebody } from '../../fixtures/village';

const WORDS = { text: '写几个字', photos: [] };
const POSTS = ['head', 'groupHead', 'partHead', 'duty', 'secondDuty', 'town', 'department', 'county', 'police', 'legal', 'partyMember', 'otherHead'] as const;
const WATER = { post: `${COUNTY}/WATER`, name: '县水利局', since: 0 };

const what: fc.Arbitrary<Act> = fc.oneof(
  fc.constantFrom<Act>(
    { act: 'ADD', ...WORDS }, { act: 'REMIND' }, { act: 'WITHDRAW' }, { act: 'ANSWER', ...WORDS }, { act: 'SUPPORT' }, { act: 'ACCEPT' }, { act: 'ACCEPT' },
    { act: 'REJECT', channel: '法院', text: '在打官司' }, { act: 'ASK', ...WORDS }, { act: 'PROGRESS', ...WORDS }, { act: 'HAND_UP', ...WORDS }, { act: 'RESUME' },
    { act: 'FINISH', ...WORDS }, { act: 'FINISH', ...WORDS }, { act: 'URGE', text: '快办' }, { act: 'OBJECT', text: '不归我', basis: '三定' },
    { act: 'DISPATCH', to: WATER, assistants: [VILLAGE], text: '' }, { act: 'DISPATCH', to: { post: VILLAGE, name: '值班室', since: 0 }, assistants: [], text: '' },
    { act: 'RATE', solved: 'NO', satisfaction: 'UNSATISFIED' }, { act: 'RATE', solved: 'YES', satisfaction: 'SATISFIED' },
  ),
  fc.boolean().map((approve): Act => ({ act: 'DECIDE_EXTENSION', approve, text: '定' })),
  fc.boolean().map((uphold): Act => ({ act: 'DECIDE_OBJECTION', uphold, text: '定' })),
  fc.integer({ min: 1, max: 9 }).map((workdays): Act => ({ act: 'ASK_EXTENSION', workdays, text: '等' })),
  fc.integer({ min: 0, max: 20 }).map((days): Act => ({ act: 'SUSPEND', until: addCivilDays('2026-11-25', days), text: '等' })),
);

type Move = { readonly kind: 'ACT'; readonly act: Act; readonly by: 'OWNER' | 'REPORTER' | 'DECIDER' | Somebody } | { readonly kind: 'CLOCK' } | { readonly kind: 'LEAVE'; readonly cell: number };
interface Turn {
  readonly after: number;
  readonly move: Move;
}

const turn: fc.Arbitrary<Turn> = fc.record({
  after: fc.oneof(fc.integer({ min: 0, max: 2 * HOUR_MS }), fc.integer({ min: 0, max: 6 * DAY_MS }), fc.constant(40 * MINUTE_MS)),
  move: fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('ACT' as const), act: what, by: fc.oneof({ weight: 5, arbitrary: fc.constantFrom('OWNER' as const, 'REPORTER' as const, 'DECIDER' as const) }, { weight: 2, arbitrary: fc.constantFrom(...POSTS) }) }) },
    { weight: 2, arbitrary: fc.constant<Move>({ kind: 'CLOCK' }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('LEAVE' as const), cell: fc.integer({ min: 0, max: 5 }) }) },
  ),
});

const opening = fc.record({
  place: fc.constantFrom(GRID, VACANT_GRID, FAR_GRID, VILLAGE),
  category: fc.constantFrom<Category>('DISPUTE', 'SANITATION', 'EMERGENCY', 'ERRAND', 'COMPLAINT', 'CONSULT'),
  urgency: fc.constantFrom<Urgency>('URGENT', 'MAJOR', 'NORMAL'),
  restricted: fc.boolean(),
  about: fc.option(fc.constantFrom<Somebody>('head', 'groupHead', 'duty', 'town', 'partyMember'), { nil: undefined }),
});

function actorFor(by: 'OWNER' | 'REPORTER' | 'DECIDER' | Somebody, issue: Issue): Actor {
  if (by === 'REPORTER') return REPORTER;
  if (by === 'OWNER') return ofPost(issue.owner.post);
  if (by === 'DECIDER') return ofPost(issue.decider ?? deskPostOf(issue.town));
  return actor(by);
}

/** Plays the turns and calls `look` after each with the matter before and after, and the moment. */
function play(start: Issue, turns: readonly Turn[], look: (before: Issue, after: Issue, now: number, move: Move) => void): Issue {
  let issue = start;
  let village: Village = villageDoc();
  let now = start.createdAt;
  for (const { after, move } of turns) {
    now += after;
    const before = issue;
    const at = { now, today: civilDateOf(now), settings, village, cause: `turn-${now}` };
    if (move.kind === 'LEAVE') village = { ...village, grids: village.grids.map((cell, index) => (index === move.cell ? { ...cell, head: undefined } : cell)) };
    else if (move.kind === 'CLOCK') issue = runDue(issue, at).issue;
    else {
      const outcome = apply(issue, move.act, { ...at, by: actorFor(move.by, issue) });
      if (outcome.ok) issue = outcome.value.issue;
    }
    look(before, issue, now, move);
  }
  return issue;
}

function open({ place, category, urgency, restricted, about }: { place: string; category: Category; urgency: Urgency; restricted: boolean; about: Somebody | undefined }): Issue {
  const posts = about === 'town' ? [TOWN] : [];
  return reported({ place, report: { category, urgency, restricted }, ...(about === undefined ? {} : { about: { personId: people[about], posts } }) });
}

const RUNS = { numRuns: 300 };

it('no sequence of acts loses a matter: while it is open somebody owns it and the clock will look at it', () => {
  fc.assert(fc.property(opening, fc.array(turn, { maxLength: 25 }), (how, turns) => {
    play(open(how), turns, (_before, issue) => {
      expect(issue.owner.post).not.toBe('');
      expect(issue.open).toBe(['REPORTED', 'ACCEPTED', 'ASSIGNED', 'HANDLING'].includes(issue.stage));
      if (!issue.open) return;
      const { ACCEPT, HANDLE, RESUME, OBJECTION } = issue.timers;
      expect([ACCEPT, HANDLE, RESUME, OBJECTION].some((at) => at !== undefined)).toBe(true);
      if (issue.side === 'SUSPENDED') expect(RESUME).toBeDefined();
      else if (issue.limit !== undefined) expect(HANDLE).toBeDefined();
      if (issue.acceptBy !== undefined) expect(ACCEPT).toBeDefined();
      expect(issue.nextDueAt).toBe(Math.min(...Object.values(issue.timers)));
    });
  }), RUNS);
});

it('after the clock ran no limit is left in the past, and running it again changes nothing', () => {
  fc.assert(fc.property(opening, fc.array(turn, { maxLength: 20 }), fc.integer({ min: 0, max: 60 * DAY_MS }), (how, turns, later) => {
    const issue = play(open(how), turns, () => undefined);
    const now = Math.max(...issue.steps.map(({ at }) => at), issue.changedAt) + later;
    const at = { now, today: civilDateOf(now), settings, village: villageDoc(), cause: 'clock' };
    const first = runDue(issue, at).issue;
    for (const [name, when] of Object.entries(first.timers)) if (name !== 'PUBLISH' && name !== 'TELL') expect(when).toBeGreaterThan(now);
    expect(runDue(first, at)).toEqual({ issue: first, tell: [] });
    if (first.open && first.dueAt !== undefined && first.dueAt <= now) expect(first.overdueCount).toBeGreaterThan(0);
  }), RUNS);
});

it('steps are only ever added, and it never passes over a filled post on its way up', () => {
  fc.assert(fc.property(opening, fc.array(turn, { maxLength: 25 }), (how, turns) => {
    let village = villageDoc();
    play(open(how), turns, (before, issue, now, move) => {
      expect(issue.steps.slice(0, before.steps.length).map(({ at, kind }) => [at, kind])).toEqual(before.steps.map(({ at, kind }) => [at, kind]));
      if (move.kind === 'LEAVE') village = { ...village, grids: village.grids.map((cell, index) => (index === move.cell ? { ...cell, head: undefined } : cell)) };
      for (const step of issue.steps.slice(before.steps.length)) {
        if ((step.kind !== 'HANDED_UP' && step.kind !== 'ESCALATED') || step.from === undefined || step.to === undefined) continue;
        const { from, to } = step;
        const rungs = ladder(village, issue.grid, settings, civilDateOf(now));
        const between = rungs.filter(({ post }) => isAbove(post, from.post) && isAbove(to.post, post) && !isBarred(issue, post));
        for (const rung of between) expect(rung.holders).toEqual([]);
        expect(rungs.filter(({ post }) => post === to.post).map(isVacant)).toEqual([false]);
      }
    });
  }), RUNS);
});

it('nobody barred ever answers for it, decides on it, or may see it; what is restricted stays with the two roles', () => {
  fc.assert(fc.property(opening, fc.array(turn, { maxLength: 25 }), (how, turns) => {
    play(open(how), turns, (_before, issue) => {
      expect(isBarred(issue, issue.owner.post)).toBe(false);
      if (issue.decider !== undefined) expect(isBarred(issue, issue.decider)).toBe(false);
      for (const post of issue.assistants) expect(isBarred(issue, post)).toBe(false);
      if (issue.restricted) expect(issue.owner.post.endsWith('/legal')).toBe(true);
      for (const who of POSTS) {
        const person = actor(who);
        const barred = person.personId === issue.aboutId || person.posts.some((post) => issue.barredPosts.includes(post));
        const shutOut = barred || (issue.restricted && who !== 'legal' && who !== 'police');
        if (!shutOut) continue;
        const caller = { account: `demo:${who}`, person: { id: people[who], level: 'VERIFIED' as const, own: true, village: VILLAGE, householdId: 'h', roles: rolesOf(who), posts: person.posts } };
        expect(decide(caller, 'issues.get', targetOf(issue))).toBe('NOT_FOUND');
      }
    });
  }), { numRuns: 100 });
});

it('a department\'s accepted duty never becomes a village\'s (EVT-17)', () => {
  fc.assert(fc.property(opening, fc.array(turn, { maxLength: 30 }), (how, turns) => {
    play(open(how), turns, (before, issue) => {
      const wasTheirs = isDepartment(before.owner.post) && before.acceptBy === undefined && before.objection?.decision === undefined && before.decider === undefined && before.open;
      if (wasTheirs) expect(issue.owner.post).not.toMatch(/^\d{12}$/);
    });
  }), RUNS);
});

it('what is offered is what would be done: an act that is not open is refused', () => {
  fc.assert(fc.property(opening, fc.array(turn, { maxLength: 15 }), what, (how, turns, next) => {
    const issue = play(open(how), turns, () => undefined);
    const now = issue.changedAt;
    if (openActs(issue, now, settings).includes(next.act) || next.act === 'ACCEPT') return;
    for (const by of [REPORTER, ofPost(issue.owner.post), ofPost(issue.decider ?? deskPostOf(issue.town))]) {
      const outcome = apply(issue, next, { by, now, today: civilDateOf(now), settings, village: villageDoc(), cause: 'c' });
      expect(outcome.ok && outcome.value.issue !== issue).toBe(false);
    }
  }), RUNS);
});

it('rates never count silence as satisfaction, and no rate exceeds its whole (EVT-15)', () => {
  fc.assert(fc.property(fc.array(fc.tuple(opening, fc.array(turn, { maxLength: 15 })), { maxLength: 8 }), (all) => {
    const issues = all.map(([how, turns]) => play(open(how), turns, () => undefined));
    const counts = sumOf(issues.flatMap((issue) => countedOf(issue) ?? []).map(({ flags }) => counted(NO_COUNTS, flags, 1)));
    const rates = ratesOf(counts);
    for (const { numerator, denominator, left } of Object.values(rates)) {
      expect(numerator).toBeGreaterThanOrEqual(0);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(numerator).toBeLessThanOrEqual(denominator);
    }
    const open_ = issues.filter(({ restricted }) => !restricted);
    expect(rates.satisfied.numerator).toBe(open_.filter(({ rating }) => rating?.satisfaction === 'SATISFIED').length);
    expect(rates.satisfied.denominator).toBe(open_.filter(({ rating }) => rating !== undefined).length);
  }), { numRuns: 100 });
});

function rolesOf(who: Somebody) {
  const roles = { head: 'HEAD', groupHead: 'LEVEL2_HEAD', partHead: 'LEVEL1_HEAD', duty: 'VILLAGE_DUTY', secondDuty: 'VILLAGE_DUTY', town: 'TOWN_DESK', county: 'COUNTY_OFFICE', department: 'DEPARTMENT', legal: 'TOWN_LEGAL', police: 'POLICE_LIAISON' } as const;
  const role = Object.hasOwn(roles, who) ? roles[who as keyof typeof roles] : undefined;
  const [post = ''] = actor(who).posts;
  return role === undefined ? [] : [{ role, area: post.split('/')[0] ?? '', from: '2024-03-01' }];
}

it('begins where it was reported', () => {
  expect(open({ place: GRID, category: 'SANITATION', urgency: 'NORMAL', restricted: false, about: undefined }).createdAt).toBe(WEDNESDAY_9);
});
