/** The access table of the code against the one written by hand: every action, every role, every way to stand to it. */
import { contract } from '@/contract';
import { postOf, postsOf } from '@/domain/grid/posts';
import { decide, type AccessCaller, type Action, type Decision, type Target } from '@/domain/people/access';
import { ACCESS } from '@/domain/people/access-table';
import type { Account, Person } from '@/domain/people/person';
import { ROLES, type Role, type RoleGrant } from '@/domain/people/roles';
import { standingOf } from '@/domain/people/standing';
import { GOLDEN, type Golden, type Kept, type Who } from './access-golden';

const TODAY = '2026-11-25';
const COUNTY = '610921';
const TOWN = '610921107';
const VILLAGE = '610921107202';
const PART = `${VILLAGE}-1`;
const GROUP = `${VILLAGE}-1.1`;
const GRID = `${VILLAGE}-1.1.1`;
/** Everybody lives in another county, so that an office's area and the own village never overlap. */
const HOME = '610923101201';
const OTHER_UNIT = `${COUNTY}/ROADS`;

const AREA: Readonly<Record<Role, string>> = {
  HOUSEHOLD_REP: VILLAGE, VOTER: TOWN, PARTY_MEMBER: VILLAGE, BRANCH_SECRETARY: VILLAGE, BRANCH_VERIFIER: VILLAGE, BRANCH_COMMITTEE: VILLAGE, TOWN_PARTY: TOWN, DEPUTY: TOWN,
  STATION_OFFICER: TOWN, PRESIDIUM: TOWN, HEAD: GRID, LEVEL2_HEAD: GROUP, LEVEL1_HEAD: PART, VILLAGE_DUTY: VILLAGE, SUPERVISION: VILLAGE,
  TOWN_DESK: TOWN, TOWN_LEGAL: TOWN, POLICE_LIAISON: TOWN, JUSTICE_OFFICE: TOWN, DEPARTMENT: COUNTY, COUNTY_OFFICE: COUNTY,
  COUNTY_CLERK: COUNTY, AUDITOR: COUNTY,
};
/** Areas around a place, outermost first. */
const CHAIN = [COUNTY, TOWN, VILLAGE, PART, GROUP, GRID];
/** The neighbour of each, with a code that begins alike where that can be. */
const BESIDE: Readonly<Record<string, string>> = {
  [COUNTY]: '610922', [TOWN]: '610921108', [VILLAGE]: '610921107203', [PART]: `${VILLAGE}-10`, [GROUP]: `${VILLAGE}-1.10`, [GRID]: `${VILLAGE}-1.1.10`,
};

/** A visitor; somebody bound weakly or surely; and a holder of each role, surely bound. */
const CALLERS = ['VISITOR', 'WEAK', 'VILLAGER', ...ROLES] as const;
type CallerName = (typeof CALLERS)[number];

function grantFor(role: Role, more: Partial<RoleGrant> = {}): RoleGrant {
  return { role, area: AREA[role], from: '2024-03-01', ...(role === 'DEPARTMENT' ? { unit: 'WATER' } : {}), ...more };
}

function callerWith(roles: readonly RoleGrant[], level: 'WEAK' | 'VERIFIED' = 'VERIFIED'): AccessCaller {
  return { account: 'wx:me', phoneOf: 'person-me', person: { id: 'person-me', level, own: true, village: HOME, householdId: 'house-me', roles, posts: postsOf(roles, TODAY) } };
}

function callerFor(name: CallerName): AccessCaller {
  if (name === 'VISITOR') return { account: 'wx:me' };
  // Whatever office a weakly bound person has: it must not count, even were it handed over.
  if (name === 'WEAK') return callerWith(ROLES.map((role) => grantFor(role)), 'WEAK');
  return callerWith(name === 'VILLAGER' ? [] : [grantFor(name)]);
}

/** Another person's, elsewhere. */
const STRANGERS: Target = { personId: 'person-other', account: 'wx:other', householdId: 'house-other', reporterId: 'person-other', reporterAccount: 'wx:other', workOf: ['person-other'] };

const STANDINGS = ['outside', 'self', 'household', 'reporter', 'reporterByAccount', 'neighbour', 'elsewherePublished', 'village', 'ownArea', 'inside', 'branch', 'otherBranch', 'owner', 'former', 'called', 'assistant', 'next', 'far', 'unit', 'decider'] as const;
type Standing = (typeof STANDINGS)[number];

/** What is asked for, so that the caller stands to it in this way and in no other; undefined where there is no such way. */
function targetFor(standing: Standing, name: CallerName): Target | undefined {
  const role = name === 'VISITOR' || name === 'WEAK' || name === 'VILLAGER' ? undefined : name;
  const area = role === undefined ? VILLAGE : AREA[role];
  const beside = BESIDE[area] ?? '';
  const elsewhere: Target = { ...STRANGERS, area: beside, ownerPost: beside };
  const post = (role === undefined ? undefined : postOf(grantFor(role))) ?? area;
  const below = CHAIN.slice(CHAIN.indexOf(area) + 1);
  const [next, ...further] = below;
  const bound = name !== 'VISITOR';
  switch (standing) {
    case 'outside':
      return elsewhere;
    case 'self':
      return { ...elsewhere, account: 'wx:me', ...(bound ? { personId: 'person-me' } : {}) };
    case 'household':
      return { ...elsewhere, householdId: 'house-me' };
    case 'reporter':
      return bound ? { ...elsewhere, reporterId: 'person-me' } : undefined;
    case 'reporterByAccount':
      return { ...elsewhere, reporterAccount: 'wx:me' };
    case 'neighbour':
      return { ...elsewhere, area: `${HOME}-1.1`, published: true };
    case 'elsewherePublished':
      return { ...elsewhere, published: true };
    case 'village':
      return { ...elsewhere, area: HOME };
    case 'ownArea':
      return { ...elsewhere, area };
    case 'inside':
      return next === undefined ? undefined : { ...elsewhere, area: next };
    case 'branch':
      return { ...STRANGERS, branch: area };
    case 'otherBranch':
      return { ...STRANGERS, branch: beside };
    case 'owner':
      return { ...elsewhere, ownerPost: post };
    case 'former':
      return { ...elsewhere, formerPosts: [OTHER_UNIT, post] };
    case 'called':
      return { ...elsewhere, ownerPost: OTHER_UNIT, formerPosts: [post] };
    case 'assistant':
      return { ...elsewhere, assistants: [OTHER_UNIT, post] };
    case 'next':
      return next === undefined ? undefined : { ...elsewhere, area: GRID, ownerPost: next };
    case 'far':
      return further.length === 0 ? undefined : { ...elsewhere, area: GRID, ownerPost: further.at(-1) ?? '' };
    case 'unit':
      return area === GRID ? undefined : { ...elsewhere, area: GRID, ownerPost: OTHER_UNIT };
    case 'decider':
      return { ...elsewhere, deciderPost: post };
  }
}

/** Who of the golden table may, in this standing. */
function named(golden: Golden, standing: Standing, name: CallerName): readonly Who[] {
  const { any = [], self = [], reporter = [], neighbour = [], village = [], area = [], branch = [], below = [], owner = [], former = [], called = [], assistant = [], above = [], next = [], decider = [] } = golden;
  const within = [...area, ...below];
  switch (standing) {
    case 'outside':
    case 'household':
    case 'elsewherePublished':
      return any;
    case 'self':
      return [...any, ...self];
    case 'reporter':
    case 'reporterByAccount':
      return [...any, ...reporter];
    case 'neighbour':
      return [...any, ...neighbour, ...village];
    case 'village':
      return [...any, ...village];
    case 'ownArea':
      return [...any, ...area];
    case 'inside':
      return [...any, ...within];
    case 'branch':
      return [...any, ...branch];
    case 'otherBranch':
      return any;
    case 'owner':
      return [...any, ...owner];
    case 'former':
      return [...any, ...former];
    case 'called':
      return [...any, ...former, ...called];
    case 'assistant':
      return [...any, ...assistant];
    case 'next':
      return [...any, ...within, ...above, ...next];
    case 'far':
      return [...any, ...within, ...above];
    case 'unit':
      return [...any, ...within, ...(name === 'COUNTY_OFFICE' ? next : [])];
    case 'decider':
      return [...any, ...decider];
  }
}

function isAmong(name: CallerName, who: readonly Who[]): boolean {
  if (who.includes('VISITOR')) return true;
  if (name === 'VISITOR') return false;
  return who.includes('VILLAGER') || (name !== 'WEAK' && (who.includes('VERIFIED') || who.includes(name)));
}

/** How a refusal sounds. */
function refusalOf(golden: Golden, name: CallerName): Decision {
  if (golden.silent) return 'NOT_FOUND';
  if (name === 'VISITOR') return 'NOT_BOUND';
  const forAll = STANDINGS.some((standing) => named(golden, standing, name).some((who) => who === 'VISITOR' || who === 'VILLAGER'));
  return name === 'WEAK' && !forAll ? 'NOT_VERIFIED' : 'FORBIDDEN';
}

function expected(golden: Golden, standing: Standing, name: CallerName): Decision {
  return isAmong(name, named(golden, standing, name)) ? 'ALLOWED' : refusalOf(golden, name);
}

/** Every cell that comes out otherwise than written. */
function differences(action: Action, golden: Golden): readonly string[] {
  return CALLERS.flatMap((name) => STANDINGS.flatMap((standing) => {
    const target = targetFor(standing, name);
    if (target === undefined) return [];
    const found = decide(callerFor(name), action, target);
    const should = expected(golden, standing, name);
    return found === should ? [] : [`${name} ${standing}: ${found}, should be ${should}`];
  }));
}

const ACTIONS = Object.keys(GOLDEN) as Action[];
const goldenOf = (action: Action): Golden => GOLDEN[action] ?? {};

describe('the list of actions', () => {
  const procedures = Object.entries(contract).flatMap(([context, procedures_]) => Object.keys(procedures_).map((procedure) => `${context}.${procedure}`)).sort();

  it('has an entry for every procedure of the contract, and none besides', () => {
    expect(Object.keys(ACCESS).sort()).toEqual(procedures);
    expect(Object.keys(GOLDEN).sort()).toEqual(procedures);
  });

  it.each(['issues.nothing', 'toString', '__proto__', 'constructor', ''])('refuses %j, which is none', (action) => {
    for (const name of CALLERS) expect(decide(callerFor(name), action as Action, { account: 'wx:me', reporterId: 'person-me' })).toBe('FORBIDDEN');
  });
});

describe('who may, and from where', () => {
  it.each(ACTIONS)('%s', (action) => expect(differences(action, goldenOf(action))).toEqual([]));

  it.each(ACTIONS)('%s: what is left out of the target gives nobody anything', (action) => {
    for (const name of CALLERS) {
      const should = expected(goldenOf(action), 'outside', name);
      expect([name, decide(callerFor(name), action)]).toEqual([name, should]);
    }
  });
});

/** What keeps somebody off who may: said of the target. `barredPosts` without an own post says nothing of the caller. */
function keeping(kept: Kept, target: Target, caller: AccessCaller): readonly Target[] {
  switch (kept) {
    case 'COMPLAINED_OF': {
      const [post] = caller.person?.posts ?? [];
      return [{ ...target, aboutId: caller.person?.id ?? 'person-nobody' }, ...(post === undefined ? [] : [{ ...target, aboutId: 'person-other', barredPosts: ['x', post] }])];
    }
    case 'RESTRICTED':
      return [{ ...target, restricted: true }];
    case 'OWN_WORK':
      return [{ ...target, workOf: ['person-other', caller.person?.id ?? 'person-nobody'] }];
    case 'OWN_RECORD':
      return [{ ...target, personId: caller.person?.id ?? 'person-nobody' }];
  }
}

/** Who is not kept off by what keeps others off. */
function isSpared(kept: Kept, name: CallerName, standing: Standing): boolean {
  if (name === 'VISITOR' && kept !== 'RESTRICTED') return true;
  const reports = standing === 'reporter' || standing === 'reporterByAccount';
  switch (kept) {
    case 'COMPLAINED_OF':
      return reports;
    case 'RESTRICTED':
      return reports || ((name === 'TOWN_LEGAL' || name === 'POLICE_LIAISON') && standing !== 'neighbour');
    case 'OWN_WORK':
    case 'OWN_RECORD':
      return false;
  }
}

describe('who is kept off', () => {
  const ALL_KEPT: readonly Kept[] = ['COMPLAINED_OF', 'RESTRICTED', 'OWN_WORK', 'OWN_RECORD'];

  it.each(ACTIONS)('%s', (action) => {
    const golden = goldenOf(action);
    const wrong = ALL_KEPT.flatMap((kept) => CALLERS.flatMap((name) => STANDINGS.flatMap((standing) => {
      const target = targetFor(standing, name);
      const before = expected(golden, standing, name);
      // One's own record is what `self` is about.
      if (target === undefined || before !== 'ALLOWED' || (kept === 'OWN_RECORD' && golden.self !== undefined)) return [];
      const should = (golden.kept ?? []).includes(kept) && !isSpared(kept, name, standing) ? (kept === 'OWN_WORK' ? 'OWN_WORK' : refusalOf(golden, name)) : 'ALLOWED';
      return keeping(kept, target, callerFor(name)).flatMap((one) => {
        const found = decide(callerFor(name), action, one);
        return found === should ? [] : [`${kept} ${name} ${standing}: ${found}, should be ${should}`];
      });
    })));
    expect(wrong).toEqual([]);
  });
});

describe('what was confided (EVT-11, EVT-14)', () => {
  const confided: Target = { ...STRANGERS, area: GRID, reporterId: 'person-me', sentFrom: 'wx:other' };
  const me = callerWith([]).person;
  const mine = Object.entries(GOLDEN).flatMap(([action, { reporter }]) => (action.startsWith('issues.') && reporter !== undefined ? [action as Action] : []));

  it.each(mine)('%s: stays with the phone it came from and with one that surely is the reporter', (action) => {
    expect(decide(callerWith([]), action, confided)).toBe('ALLOWED');
    expect(decide(callerWith([], 'WEAK'), action, confided)).toBe('NOT_FOUND');
    expect(decide(callerWith([], 'WEAK'), action, { ...confided, sentFrom: 'wx:me' })).toBe('ALLOWED');
    const relative = { account: 'wx:me', phoneOf: 'person-husband', ...(me && { person: { ...me, own: false } }) };
    expect(decide(relative, action, confided)).toBe('NOT_FOUND');
    expect(decide(relative, action, { ...confided, sentFrom: 'wx:me' })).toBe('ALLOWED');
  });
});

describe('a phone that acts for a relative (ORG-08)', () => {
  const relative = { ...callerWith([]), phoneOf: 'person-head' };
  const reported: Target = { ...STRANGERS, area: GRID, reporterId: 'person-me' };

  it.each(['issues.rate', 'issues.answer'] as const)('%s: not on the work of whoever the phone belongs to', (action) => {
    expect(decide(relative, action, { ...reported, workOf: ['person-other', 'person-head'] })).toBe('OWN_WORK');
    expect(decide(relative, action, reported)).toBe('ALLOWED');
    expect(decide({ ...relative, phoneOf: 'person-daughter' }, action, { ...reported, workOf: ['person-head'] })).toBe('ALLOWED');
  });

  it.each(['issues.rate', 'issues.answer'] as const)('%s: not from an account that the work was done from, whoever is bound to it by now', (action) => {
    const former = { ...callerWith([], 'WEAK'), phoneOf: undefined };
    expect(decide(former, action, { ...reported, workOf: ['person-head'], workFrom: ['wx:other', 'wx:me'] })).toBe('OWN_WORK');
    expect(decide(former, action, { ...reported, workOf: ['person-head'], workFrom: ['wx:other'] })).toBe('ALLOWED');
    expect(decide(former, 'issues.add', { ...reported, workFrom: ['wx:me'] })).toBe('ALLOWED');
  });

  it.each(['people.familyPhones', 'people.endFamilyPhone'] as const)('%s: which phones act for the relative is not that phone\'s to say', (action) => {
    expect(decide(relative, action, { personId: 'person-me' })).toBe('FORBIDDEN');
    expect(decide(callerWith([]), action, { personId: 'person-me' })).toBe('ALLOWED');
  });

  it('who is kept off by more than that learns nothing of the matter', () => {
    expect(decide(relative, 'issues.rate', { ...STRANGERS, area: GRID, workOf: ['person-head'] })).toBe('NOT_FOUND');
    const decider: Target = { ...STRANGERS, area: GRID, deciderPost: VILLAGE, workOf: ['person-me'] };
    expect(decide(callerWith([grantFor('VILLAGE_DUTY')]), 'issues.decideExtension', { ...decider, restricted: true })).toBe('NOT_FOUND');
  });
});

describe('at a computer', () => {
  it.each(ACTIONS)('%s is done as on a phone, or not at all', (action) => {
    const wrong = CALLERS.flatMap((name) => STANDINGS.flatMap((standing) => {
      const target = targetFor(standing, name);
      if (target === undefined) return [];
      const found = decide({ ...callerFor(name), desk: 'desk-1' }, action, target);
      const should = goldenOf(action).phone === true ? 'PHONE_ONLY' : expected(goldenOf(action), standing, name);
      return found === should ? [] : [`${name} ${standing}: ${found}, should be ${should}`];
    }));
    expect(wrong).toEqual([]);
  });

  it.each(ACTIONS)('%s in a browser that nobody signed in', (action) => {
    const should = goldenOf(action).nobody === true ? 'ALLOWED' : 'NOT_SIGNED_IN';
    // Whatever else were said of it: it is nobody.
    for (const caller of [{ account: '' }, callerWith(ROLES.map((role) => grantFor(role)))]) {
      for (const target of [{}, { account: '', personId: 'person-me', area: GRID }]) expect(decide({ ...caller, nobody: true }, action, target)).toBe(should);
    }
  });
});

describe('several grants of one person', () => {
  const owned: Target = { ...STRANGERS, area: GRID, ownerPost: '610921107203' };

  it('do not lend each other their rights: a town\'s desk elsewhere dispatches nothing of the village whose desk one also has', () => {
    const both = callerWith([grantFor('VILLAGE_DUTY', { area: '610921107203' }), grantFor('TOWN_DESK', { area: '610921108' })]);
    expect(decide(both, 'issues.accept', owned)).toBe('ALLOWED');
    expect(decide(both, 'issues.dispatch', owned)).toBe('NOT_FOUND');
    expect(decide(both, 'issues.decideExtension', { ...owned, ownerPost: GRID, deciderPost: '610921108' })).toBe('ALLOWED');
  });

  it('do not turn the key to restricted matters of another town', () => {
    const both = callerWith([grantFor('TOWN_LEGAL', { area: '610921108' }), grantFor('TOWN_DESK')]);
    expect(decide(both, 'issues.get', { ...owned, ownerPost: `${TOWN}/legal`, restricted: true })).toBe('NOT_FOUND');
    expect(decide(both, 'issues.get', { ...owned, ownerPost: TOWN, restricted: true })).toBe('NOT_FOUND');
    expect(decide(both, 'issues.get', { ...owned, ownerPost: '610921108/legal', restricted: true })).toBe('ALLOWED');
  });

  it('bar as one: a post that must not have it keeps its holder off in every other office', () => {
    const both = callerWith([grantFor('HEAD'), grantFor('VILLAGE_DUTY')]);
    expect(decide(both, 'issues.get', { ...owned, ownerPost: GROUP })).toBe('ALLOWED');
    expect(decide(both, 'issues.get', { ...owned, ownerPost: GROUP, barredPosts: [GRID] })).toBe('NOT_FOUND');
  });
});

describe('which grants count', () => {
  const person = (roles: readonly RoleGrant[], more: Partial<Person> = {}): Person => ({
    _id: 'person-me', name: '试用人', sex: 'F', bornOn: '1980-01-01', idSealed: '', weakKey: '', phoneShown: false, village: HOME, householdId: 'house-me',
    grid: `${HOME}-1.1`, roles, status: 'ACTIVE', account: { id: 'wx:me', level: 'VERIFIED', at: 0 }, changedAt: 0, ...more,
  });
  const own: Account = { _id: 'wx:me', bindings: [{ personId: 'person-me', level: 'VERIFIED', relation: 'SELF', at: 0 }], inboxSeenAt: 0 };
  const family: Account = { _id: 'wx:daughter', bindings: [{ personId: 'person-me', level: 'VERIFIED', relation: 'FAMILY', at: 0 }], inboxSeenAt: 0 };
  const mayAccept = (account: Account, who: Person): Decision => {
    const standing = standingOf(account, who, TODAY);
    return decide(standing === undefined ? { account: account._id } : { ...callerWith(standing.roles, standing.level), account: account._id }, 'issues.accept', { ...STRANGERS, area: GRID, ownerPost: GRID });
  };

  it.each<[string, Account, Person, Decision]>([
    ['in force', own, person([grantFor('HEAD')]), 'ALLOWED'],
    ['on its first day', own, person([grantFor('HEAD', { from: TODAY })]), 'ALLOWED'],
    ['on its last day', own, person([grantFor('HEAD', { to: TODAY })]), 'ALLOWED'],
    ['expired yesterday', own, person([grantFor('HEAD', { to: '2026-11-24' })]), 'NOT_FOUND'],
    ['beginning tomorrow', own, person([grantFor('HEAD', { from: '2026-11-26' })]), 'NOT_FOUND'],
    ['withdrawn, not closed yet (HHL-07)', own, person([grantFor('HEAD')], { withdrawn: [`HEAD@${GRID}`] }), 'NOT_FOUND'],
    ['a stand-in\'s, on the days of leave', own, person([grantFor('HEAD', { from: TODAY, to: TODAY, standInFor: 'person-other' })]), 'ALLOWED'],
    ['a stand-in\'s, after the leave', own, person([grantFor('HEAD', { from: '2026-11-20', to: '2026-11-24', standInFor: 'person-other' })]), 'NOT_FOUND'],
    ['under a weak binding', own, person([grantFor('HEAD')], { account: { id: 'wx:me', level: 'WEAK', at: 0 } }), 'NOT_FOUND'],
    ['on a lost phone, unbound since', own, person([grantFor('HEAD')], { account: { id: 'wx:new', level: 'VERIFIED', at: 0 } }), 'NOT_FOUND'],
    ['on a relative\'s phone', family, person([grantFor('HEAD')]), 'NOT_FOUND'],
    ['of somebody who moved away', own, person([grantFor('HEAD')], { status: 'MOVED_AWAY' }), 'NOT_FOUND'],
  ])('an office %s', (_case, account, who, decision) => expect(mayAccept(account, who)).toBe(decision));
});
