/** Thresholds, tallies and ratings: the rulebook's examples, every edge, and a second way of counting. */
import { MAIN, type Question } from '@/domain/voting/box';
import { isQuorate, isRepresentativeBody, MEETINGS, meetingRule, neededPresent, neededYes, passes, type Meeting } from '@/domain/voting/meetings';
import { neededBallots, rate, wilson } from '@/domain/voting/rating';
import { deputyRule, headRule, type CountingRule } from '@/domain/voting/rule';
import { countChoices, outcomeOf, shownCounts, type Counts } from '@/domain/voting/tally';
import { atMostOf } from '@/domain/basics/ratio';
import { countySettings } from '../../../config/county/settings';
import { fc } from '../../fixtures/properties';

const settings = countySettings();
const rule = (meeting: Meeting) => meetingRule(meeting, settings.quorum);
const deputies = deputyRule(settings.deputy);

describe('the rulebook\'s examples (section 9)', () => {
  it('1: an assembly of 801 adults or 240 households', () => {
    expect(neededPresent(rule('ASSEMBLY_ADULTS'), 801)).toBe(401);
    expect(neededPresent(rule('ASSEMBLY_HOUSEHOLDS'), 240)).toBe(160);
    const attendance = { members: 801, present: 401 };
    expect(passes(rule('ASSEMBLY_ADULTS'), attendance, 200)).toBe(false);
    expect(passes(rule('ASSEMBLY_ADULTS'), attendance, 201)).toBe(true);
  });

  it('2: 31 members, 26 of them representatives, 11 women', () => {
    expect(isRepresentativeBody({ members: 31, representatives: 26, women: 11 })).toBe(true);
    expect(isRepresentativeBody({ members: 31, representatives: 24, women: 11 })).toBe(false);
    expect(isRepresentativeBody({ members: 31, representatives: 26, women: 10 })).toBe(false);
    // Four fifths and a third include the figure (VOTE-02); nobody is no body.
    expect(isRepresentativeBody({ members: 30, representatives: 24, women: 10 })).toBe(true);
    expect(isRepresentativeBody({ members: 0, representatives: 0, women: 0 })).toBe(false);
    expect(neededPresent(rule('REPRESENTATIVES'), 31)).toBe(21);
    expect(neededYes(rule('REPRESENTATIVES'), { members: 31, present: 21 })).toBe(11);
  });

  it('3: a group of 90 adults or 30 households', () => {
    expect(neededPresent(rule('GROUP_ADULTS'), 90)).toBe(60);
    expect(neededPresent(rule('GROUP_HOUSEHOLDS'), 30)).toBe(20);
  });

  it('4: a collective of 300 members: two thirds of all, whoever is there', () => {
    const collective = rule('COLLECTIVE');
    expect(neededPresent(collective, 300)).toBe(200);
    expect(neededYes(collective, { members: 300, present: 200 })).toBe(200);
    expect(passes(collective, { members: 300, present: 200 }, 199)).toBe(false);
    expect(passes(collective, { members: 300, present: 200 }, 200)).toBe(true);
    expect(passes(collective, { members: 300, present: 300 }, 199)).toBe(false);
    expect(passes(collective, { members: 300, present: 199 }, 199)).toBe(false);
  });

  it('5: of 31 party members at most 10 are excellent', () => expect(atMostOf(31, settings.party.excellentShare)).toBe(10));

  it('6: a deputy with a roll of 400', () => {
    expect(neededBallots(deputies, 400)).toBe(30);
    const outcome = rate(deputies, 400, { S: 18, B: 9, N: 3, U: 5 });
    expect(outcome).toMatchObject({ verdict: 'RATED', rate: { numerator: 27, denominator: 30, percentTenths: 900 }, scoreTenths: 810, grade: 'EXCELLENT' });
    const counts: Counts = { eligible: 400, present: 35, invalid: 0, byQuestion: { [MAIN]: { S: 18, B: 9, N: 3, U: 5 } } };
    expect(shownCounts(deputies, counts)).toEqual(counts);
  });

  it('7: a small constituency of 60', () => expect(neededBallots(deputies, 60)).toBe(12));
});

describe('the edge of every threshold', () => {
  /** Members, the fewest present, the fewest yes with that many, worked out by hand. */
  it.each<[Meeting, number, number, number]>([
    ['ASSEMBLY_ADULTS', 800, 401, 201],
    ['ASSEMBLY_ADULTS', 1, 1, 1],
    ['ASSEMBLY_HOUSEHOLDS', 241, 161, 81],
    ['REPRESENTATIVES', 30, 20, 11],
    ['GROUP_ADULTS', 91, 61, 31],
    ['GROUP_HOUSEHOLDS', 31, 21, 11],
    ['COLLECTIVE', 301, 201, 201],
    ['COLLECTIVE_REPRESENTATIVES', 25, 17, 17],
    ['LAND_ASSEMBLY', 800, 534, 534],
    ['LAND_REPRESENTATIVES', 31, 21, 21],
    ['PARTY', 31, 21, 11],
  ])('%s of %i: %i there, %i agree', (meeting, members, present, yes) => {
    const one = rule(meeting);
    expect(isQuorate(one, { members, present })).toBe(true);
    expect(isQuorate(one, { members, present: present - 1 })).toBe(false);
    expect(passes(one, { members, present }, yes)).toBe(true);
    expect(passes(one, { members, present }, yes - 1)).toBe(false);
    expect(passes(one, { members, present: present - 1 }, present - 1)).toBe(false);
    expect([neededPresent(one, members), neededYes(one, { members, present })]).toEqual([present, yes]);
  });

  it('a tie fails wherever a majority of those present decides (VOTE-12)', () => {
    for (const meeting of MEETINGS) if (rule(meeting).passOf === 'PRESENT') expect(passes(rule(meeting), { members: 100, present: 100 }, 50)).toBe(false);
  });

  it('nothing passes in an empty room', () => {
    for (const meeting of MEETINGS) expect(passes(rule(meeting), { members: 0, present: 0 }, 0)).toBe(false);
  });

  it.each<[string, readonly [number, number, number], string]>([
    ['90 % and 60 %', [60, 30, 10], 'EXCELLENT'],
    ['just under 90 %', [899, 0, 101], 'COMPETENT'],
    ['90 % but fewer than 60 % wholly satisfied', [599, 301, 100], 'COMPETENT'],
    ['80 %', [80, 0, 20], 'COMPETENT'],
    ['just under 80 %', [799, 0, 201], 'BASIC'],
    ['50 %', [0, 50, 50], 'BASIC'],
    ['just under 50 %', [0, 499, 501], 'NOT_COMPETENT'],
  ])('a rating of %s', (_case, [S, B, N], grade) => expect(rate(deputies, 1000, { S, B, N, U: 0 })).toMatchObject({ verdict: 'RATED', grade }));

  it('a county’s own weight of 不满意 counts (DEP-15)', () => {
    expect(rate({ ...deputies, weights: [100, 70, 20] }, 400, { S: 18, B: 9, N: 3, U: 5 })).toMatchObject({ scoreTenths: 830 });
  });

  it('a motion says how many must agree: of all members where the law asks for that (VOTE-05)', () => {
    const counts: Counts = { eligible: 300, present: 210, invalid: 0, byQuestion: { [MAIN]: { Y: 199, N: 11, A: 0 } } };
    expect(outcomeOf({ kind: 'MOTION', k: 1, meeting: rule('COLLECTIVE') }, counts)).toEqual({ kind: 'MOTION', verdict: 'NOT_PASSED', neededPresent: 200, neededYes: 200 });
    expect(outcomeOf({ kind: 'MOTION', k: 1, meeting: rule('ASSEMBLY_ADULTS') }, counts)).toMatchObject({ verdict: 'PASSED', neededPresent: 151, neededYes: 106 });
  });

  it('opinions that stand level are named in the order of their letters, whatever the order they were asked in', () => {
    const asked: Question = { id: MAIN, text: '?', options: ['D', 'C', 'B', 'A'].map((code) => ({ code, text: code })) };
    expect(outcomeOf({ kind: 'OPINION', k: 1 }, { eligible: 9, present: 5, invalid: 0, byQuestion: { [MAIN]: countChoices(asked, [...'DDBBA']) } })).toEqual({ kind: 'OPINION', first: ['B', 'D'] });
  });

  it('a rating counts from its last needed ballot on, 不了解 included, and has no result when nobody knows', () => {
    expect(rate(deputies, 400, { S: 29, B: 0, N: 0, U: 0 })).toEqual({ kind: 'RATING', verdict: 'TOO_FEW', needed: 30 });
    expect(rate(deputies, 400, { S: 1, B: 0, N: 0, U: 29 })).toMatchObject({ verdict: 'RATED', rate: { percentTenths: 1000 } });
    expect(rate(deputies, 400, { S: 0, B: 0, N: 0, U: 30 })).toEqual({ kind: 'RATING', verdict: 'NO_RESULT', needed: 30 });
  });

  it('a head\'s appraisal counts with half of the households (HHL-05)', () => {
    const heads = headRule(settings.head, settings.deputy);
    expect([neededBallots(heads, 25), neededBallots(heads, 26), neededBallots(heads, 0)]).toEqual([13, 13, 1]);
  });

  it('nothing is shown below k, and of a left-out question nothing below k answers', () => {
    const counts = (present: number, aspect: number): Counts => ({ eligible: 400, present, invalid: 0, byQuestion: { [MAIN]: { S: present, B: 0, N: 0, U: 0 }, visits: { S: aspect, B: 0, N: 0, U: 0 } } });
    expect(shownCounts(deputies, counts(9, 9))).toBeUndefined();
    expect(outcomeOf(deputies, counts(9, 9))).toEqual({ kind: 'HIDDEN', k: 10 });
    expect(Object.keys(shownCounts(deputies, counts(10, 9))?.byQuestion ?? {})).toEqual([MAIN]);
    expect(Object.keys(shownCounts(deputies, counts(10, 10))?.byQuestion ?? {})).toEqual([MAIN, 'visits']);
    // Ten ballots of which one is invalid, on paper: what the nine say is shown.
    const onPaper: Counts = { eligible: 400, present: 10, invalid: 1, byQuestion: { [MAIN]: { S: 9, B: 0, N: 0, U: 0 } } };
    expect(shownCounts(deputies, onPaper)).toEqual(onPaper);
  });
});

/** Wilson's interval by solving its quadratic by halving: where |p - share| = z * sqrt(p(1-p)/n). */
function wilsonByHalving(part: number, whole: number): readonly [number, number] {
  const share = part / whole;
  const inside = (p: number) => Math.abs(p - share) <= 1.959964 * Math.sqrt((p * (1 - p)) / whole) + 1e-12;
  const edge = (outer: number) => {
    let [out, within] = [outer, share];
    if (inside(outer)) return outer;
    for (let turn = 0; turn < 60; turn += 1) {
      const middle = (out + within) / 2;
      if (inside(middle)) within = middle;
      else out = middle;
    }
    return within;
  };
  return [edge(0), edge(1)];
}

describe('the interval beside a rate', () => {
  it('is Wilson\'s: 27 of 30 lies between 74.38 and 96.54 %, rounded outwards', () => expect(wilson(27, 30)).toEqual({ fromTenths: 743, toTenths: 966 }));

  it('agrees with its definition, holds the rate, and stays within 0 and 100 %', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }).chain((whole) => fc.tuple(fc.integer({ min: 0, max: whole }), fc.constant(whole))), ([part, whole]) => {
      const { fromTenths, toTenths } = wilson(part, whole);
      const [low, high] = wilsonByHalving(part, whole);
      expect(Math.abs(fromTenths - 1000 * low)).toBeLessThanOrEqual(1.01);
      expect(Math.abs(toTenths - 1000 * high)).toBeLessThanOrEqual(1.01);
      expect(fromTenths).toBeGreaterThanOrEqual(0);
      expect(toTenths).toBeLessThanOrEqual(1000);
      expect(fromTenths * whole).toBeLessThanOrEqual(1000 * part);
      expect(toTenths * whole).toBeGreaterThanOrEqual(1000 * part);
    }));
  });
});

/* --- a second way of counting: by walking the ballots with big integers, written without looking at the first --- */

interface Second { readonly verdict: string; readonly first?: string }

function second(one: CountingRule, eligible: number, ballots: readonly string[]): Second {
  const big = BigInt;
  const of = (code: string) => big(ballots.filter((ballot) => ballot === code).length);
  const present = big(ballots.length);
  if (present < big(one.k)) return { verdict: 'HIDDEN' };
  const enough = (part: bigint, whole: bigint, { kind, of: [n, d] }: { readonly kind: string; readonly of: readonly [number, number] }) => {
    if (whole === 0n) return false;
    const difference = part * big(d) - whole * big(n);
    return kind === 'MORE_THAN' ? difference > 0n : difference >= 0n;
  };
  if (one.kind === 'OPINION') {
    const codes = [...new Set(ballots)].filter((code) => code !== 'A').sort();
    const top = codes.filter((code) => codes.every((other) => of(code) >= of(other)));
    return { verdict: 'OPINION', first: top.join('') };
  }
  if (one.kind === 'MOTION') {
    if (!enough(present, big(eligible), one.meeting.quorum)) return { verdict: 'NO_QUORUM' };
    return { verdict: enough(of('Y'), one.meeting.passOf === 'ALL' ? big(eligible) : present, one.meeting.pass) ? 'PASSED' : 'NOT_PASSED' };
  }
  const [n, d] = one.minShare;
  const least = (big(eligible) * big(n) + big(d) - 1n) / big(d);
  const needed = [least > 0n ? least : 1n, ...(one.minBallots === undefined ? [] : [big(one.minBallots)])].reduce((a, b) => (a < b ? a : b));
  if (present < needed) return { verdict: 'TOO_FEW' };
  const rated = of('S') + of('B') + of('N');
  if (rated === 0n) return { verdict: 'NO_RESULT' };
  const at = ([a, b]: readonly [number, number], part: bigint) => part * big(b) >= rated * big(a);
  const good = of('S') + of('B');
  const grade = at(one.grade.excellent.rate, good) && at(one.grade.excellent.satisfied, of('S')) ? 'EXCELLENT' : at(one.grade.competent, good) ? 'COMPETENT' : at(one.grade.basic, good) ? 'BASIC' : 'NOT_COMPETENT';
  const points = big(one.weights[0]) * of('S') + big(one.weights[1]) * of('B') + big(one.weights[2]) * of('N');
  // Tenths, half up: twice ten times the points over twice the number.
  const score = (points * 20n + rated) / (2n * rated);
  return { verdict: `RATED ${grade} ${score}` };
}

function firstWay(one: CountingRule, eligible: number, ballots: readonly string[], question: Question): Second {
  const counts: Counts = { eligible, present: ballots.length, invalid: 0, byQuestion: { [MAIN]: countChoices(question, ballots) } };
  const outcome = outcomeOf(one, counts);
  switch (outcome.kind) {
    case 'HIDDEN':
      return { verdict: 'HIDDEN' };
    case 'OPINION':
      return { verdict: 'OPINION', first: outcome.first.join('') };
    case 'MOTION':
      return { verdict: outcome.verdict };
    case 'RATING':
      return { verdict: outcome.verdict === 'RATED' ? `RATED ${outcome.grade} ${outcome.scoreTenths}` : outcome.verdict };
  }
}

describe('two ways of counting', () => {
  const question = (codes: readonly string[]): Question => ({ id: MAIN, text: '?', options: codes.map((code) => ({ code, text: code })) });
  const rules: readonly (readonly [CountingRule, readonly string[]])[] = [
    [{ kind: 'OPINION', k: 1 }, ['B', 'C', 'D', 'A']],
    [{ kind: 'OPINION', k: 10 }, ['B', 'C', 'A']],
    ...MEETINGS.map((meeting) => [{ kind: 'MOTION', k: 1, meeting: rule(meeting) }, ['Y', 'N', 'A']] as const),
    [deputies, ['S', 'B', 'N', 'U']],
    [headRule(settings.head, settings.deputy), ['S', 'B', 'N', 'U']],
  ];

  it.each(rules)('agree under %j', (one, codes) => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...codes), { maxLength: 90 }), fc.nat(60), (ballots, more) => {
      const eligible = ballots.length + more;
      expect(firstWay(one, eligible, ballots, question(codes))).toEqual(second(one, eligible, ballots));
    }), { numRuns: 300 });
  });

  it('do not depend on the order of the ballots', () => {
    fc.assert(fc.property(fc.shuffledSubarray([...'SSSSSSSSSSSSBBBBBBBBNNNNUU'.repeat(3)], { minLength: 78 }), (ballots) => {
      expect(firstWay(deputies, 200, ballots, question(['S', 'B', 'N', 'U']))).toEqual(firstWay(deputies, 200, [...ballots].sort(), question(['S', 'B', 'N', 'U'])));
    }));
  });

  it('take no ballot that is no option', () => {
    expect(() => countChoices(question(['Y', 'N', 'A']), ['Y', 'X'])).toThrow('options');
    expect(() => countChoices(question(['Y', 'N', 'A']), ['toString'])).toThrow('options');
  });
});
