/** The rules of a branch and of a member's year at the edges of their figures (PTY-01, 02, 04, 09, 10). */
import { startOfDay } from '@/domain/basics/civil-time';
import { categoriesSettled, cycleClosed, cycleOpened, isUnderWay, proposedCategory, type Branch } from '@/domain/points/branch';
import { defaultScheme } from '@/domain/points/default-scheme';
import { LATE_JOINER_DAYS, pledgeChanged, pledged, pledgeDays, pledgeDecided, pledgeWithdrawn, type PledgeSetting } from '@/domain/points/pledge-acts';
import { nextPublishReminder, objected, objectionsOpen, publicationDue, publishedRows, type Publication } from '@/domain/points/publication';
import { branchOn, gone, movedTo, placed, vetoDecided, vetoEntered, yearOpened } from '@/domain/points/year-acts';
import type { MemberYear } from '@/domain/points/year';
import { countySettings } from '../../../config/county/settings';

const { party } = countySettings();
const SCHEME = defaultScheme('610921', 2026, party);
const HERE = '610921107202';
const THERE = '610921107203';
const NOW = startOfDay('2026-02-01');
const DAYS = { from: '2026-01-01', to: '2026-12-31' };

const year = (more: Partial<MemberYear> = {}): MemberYear => ({
  ...yearOpened(SCHEME, { person: { id: 'person-li', name: '李国平' }, branch: { village: HERE, name: '堰坪村党支部' }, cycle: 2026, category: 'B', by: 'clock', from: '2026-01-01', settled: true, shared: false, now: NOW }),
  ...more,
});
const words = (id: string, due = '2026-12-31') => ({ id, type: 'OTHER' as const, text: '一件事', target: 1, unit: '次', due });
const setting = (today: string, of: MemberYear = year()): PledgeSetting => ({ rule: SCHEME.categories[of.category], window: pledgeDays(SCHEME, of, party.cycleStart), cycle: DAYS, today, now: startOfDay(today) });

function value<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.reason));
  return result.value;
}

describe('pledges (PTY-04)', () => {
  it.each([['2025-12-31', false], ['2026-01-01', true], ['2026-03-31', true], ['2026-04-01', false]])('on %s the window is open: %s', (today, open) => {
    expect(pledged(year(), words('a'), setting(today)).ok).toBe(open);
  });

  it.each([['2026-01-01', '2026-03-31'], ['2026-03-01', '2026-03-31'], ['2026-03-02', '2026-04-01'], ['2026-09-10', '2026-10-10']])('who joined on %s makes them until %s', (from, to) => {
    expect(pledgeDays(SCHEME, { cycle: 2026, branches: [{ branch: HERE, from }] }, party.cycleStart).to).toBe(to);
    expect(LATE_JOINER_DAYS).toBe(30);
  });

  it('the category’s number is the most, those given up not counted; nothing is due before today or after the cycle', () => {
    const three = ['a', 'b', 'c'].reduce((one, id) => value(pledged(one, words(id), setting('2026-02-01', one))), year({ category: 'C' }));
    expect(pledged(three, words('d'), setting('2026-02-01', three))).toEqual({ ok: false, reason: { kind: 'PLEDGE_COUNT', min: 1, max: 3 } });
    const two = value(pledgeWithdrawn(three, 'a', setting('2026-02-01', three)));
    expect(pledged(two, words('d'), setting('2026-02-01', two)).ok).toBe(true);
    for (const due of ['2026-01-31', '2027-01-01']) expect(pledged(year(), words('a', due), setting('2026-02-01'))).toMatchObject({ reason: { kind: 'DUE' } });
  });

  it('a returned one is put otherwise at any time, a confirmed one given up only within the window and before any deed', () => {
    const sent = value(pledged(year(), words('a'), setting('2026-02-01')));
    expect(sent.pledgesWaiting).toBe(true);
    expect(pledgeChanged(sent, words('a'), setting('2026-02-01')).ok).toBe(false);
    const returned = value(pledgeDecided(sent, 'a', { kind: 'RETURNED', reason: '写清楚' }, 'person-chair', NOW));
    expect(returned.pledgesWaiting).toBeUndefined();
    const again = value(pledgeChanged(returned, words('a'), setting('2026-11-01')));
    expect(again.pledges).toMatchObject([{ state: 'SENT' }]);
    const confirmed = value(pledgeDecided(again, 'a', { kind: 'CONFIRMED' }, 'person-chair', NOW));
    expect(pledgeDecided(confirmed, 'a', { kind: 'CONFIRMED' }, 'person-chair', NOW).ok).toBe(false);
    expect(pledgeWithdrawn(confirmed, 'a', setting('2026-03-31')).ok).toBe(true);
    expect(pledgeWithdrawn(confirmed, 'a', setting('2026-04-01')).ok).toBe(false);
    expect(pledgeWithdrawn({ ...confirmed, pledges: confirmed.pledges.map((one) => ({ ...one, done: 1 })) }, 'a', setting('2026-03-31')).ok).toBe(false);
  });

  it('nothing is pledged in a year that is closed, or by who left', () => {
    expect(pledged(year({ closedAt: NOW }), words('a'), setting('2026-02-01')).ok).toBe(false);
    expect(pledged(year({ left: { on: '2026-01-20', why: 'MOVED_OUT' } }), words('a'), setting('2026-02-01')).ok).toBe(false);
  });
});

describe('a member’s year (PTY-01, 02)', () => {
  it('a deed belongs to the branch of its day', () => {
    const moved = value(movedTo(year(), { village: THERE, name: '联合村党支部', settled: true, shared: false }, '2026-06-01', NOW));
    expect(branchOn(moved, '2026-05-31')).toBe(HERE);
    expect(branchOn(moved, '2026-06-01')).toBe(THERE);
    expect(branchOn(moved, '2025-12-31')).toBe(HERE);
    expect(movedTo(moved, { village: THERE, name: '', settled: true, shared: false }, '2026-07-01', NOW)).toMatchObject({ reason: 'SAME_BRANCH' });
    expect(movedTo(moved, { village: HERE, name: '', settled: true, shared: false }, '2026-05-31', NOW)).toMatchObject({ reason: 'DATE' });
  });

  it('who left and comes back is back, in the same branch too', () => {
    const left = value(gone(year(), '2026-05-01', 'MOVED_OUT', NOW));
    expect(gone(left, '2026-05-02', 'MOVED_OUT', NOW)).toMatchObject({ reason: 'CLOSED' });
    expect(value(movedTo(left, { village: HERE, name: '堰坪村党支部', settled: true, shared: false }, '2026-08-01', NOW)).left).toBeUndefined();
    expect(gone(year(), '2025-12-31', 'MOVED_OUT', NOW)).toMatchObject({ reason: 'DATE' });
  });

  it('another category after settling needs day and reason, and its base counts for the whole cycle', () => {
    const placing = { category: 'D' as const, by: 'person-chair', now: NOW };
    expect(placed(year(), SCHEME, placing, false).ok).toBe(true);
    expect(placed(year(), SCHEME, placing, true)).toMatchObject({ reason: 'DECISION_NEEDED' });
    expect(placed(year(), SCHEME, { ...placing, decidedOn: '2026-02-01' }, true)).toMatchObject({ reason: 'DECISION_NEEDED' });
    expect(value(placed(year(), SCHEME, { ...placing, decidedOn: '2026-02-01', reason: '大病' }, true))).toMatchObject({ total: 750, categories: [{ category: 'B' }, { category: 'D', reason: '大病' }] });
    expect(value(placed(year(), SCHEME, { ...placing, category: 'B', group: '一组' }, true))).toMatchObject({ group: '一组', categories: [{ category: 'B' }] });
  });

  it.each([[['PARTY_MEMBER'], 'B'], [['PARTY_MEMBER', 'BRANCH_VERIFIER'], 'B'], [['BRANCH_SECRETARY'], 'A'], [['BRANCH_COMMITTEE'], 'A'], [['VILLAGE_DUTY'], 'A'], [['SUPERVISION'], 'A'], [['HEAD'], 'B']] as const)('%j is proposed for %s', (roles, category) => {
    expect(proposedCategory(roles)).toBe(category);
  });

  it('a veto stands once, counts from its confirmation, and can be lifted', () => {
    const veto = { id: 'v', kind: 'crime', decidedOn: '2026-01-20', evidence: '判决书', by: 'person-chair', at: NOW, state: 'WAITING' as const };
    const entered = value(vetoEntered(year(), veto, '610921107'));
    expect(entered).toMatchObject({ vetoTown: '610921107' });
    expect(vetoEntered(entered, { ...veto, id: 'w' }, '610921107')).toMatchObject({ reason: 'TWICE' });
    // Who moves to another town is that town's Party office's to decide on.
    expect(value(movedTo(entered, { village: '610921108201', name: '', settled: true, shared: false }, '2026-06-01', NOW)).vetoTown).toBe('610921108');
    const made = { by: 'person-town', at: NOW };
    expect(vetoDecided(entered, 'v', 'LIFTED', made, '610921107')).toMatchObject({ reason: 'VETO_STAGE' });
    expect(value(vetoDecided(entered, 'v', 'REFUSED', made, '610921107')).vetoTown).toBeUndefined();
    const confirmed = value(vetoDecided(entered, 'v', 'CONFIRMED', made, '610921107'));
    expect(confirmed.total).toBe(year().total);
    expect(value(vetoDecided(confirmed, 'v', 'LIFTED', { ...made, reason: '改判' }, '610921107'))).toMatchObject({ vetoes: [{ state: 'LIFTED', reason: '改判' }] });
  });
});

describe('a branch’s cycle (PTY-02, 03)', () => {
  const first = value(cycleOpened(undefined, { _id: HERE, town: '610921107', name: '堰坪村党支部', cycle: 2026 }, 2026, NOW));
  const { drawing: _drawing, ...drawn } = first;

  it('opens for the current cycle, and for the next one once this is closed', () => {
    expect(cycleOpened(undefined, { ...first, cycle: 2027 }, 2026, NOW).ok).toBe(false);
    expect(cycleOpened(drawn, { ...first, cycle: 2027 }, 2027, NOW).ok).toBe(false);
    expect(cycleOpened({ ...drawn, closedAt: NOW }, { ...first, cycle: 2027 }, 2027, NOW)).toMatchObject({ value: { cycle: 2027, published: [], drawing: {} } });
    expect(cycleOpened({ ...drawn, closedAt: NOW }, { ...first, cycle: 2026 }, 2026, NOW).ok).toBe(false);
  });

  it('is under way once everybody is drawn; categories are settled once; it is closed when it is over', () => {
    expect(isUnderWay(first, 2026)).toBe(false);
    expect(isUnderWay(drawn, 2026)).toBe(true);
    const settled = value(categoriesSettled(drawn, 2026, 'person-chair', NOW));
    expect(categoriesSettled(settled, 2026, 'person-chair', NOW).ok).toBe(false);
    expect(cycleClosed(settled, 2026, false, NOW, NOW).ok).toBe(false);
    expect(cycleClosed(settled, 2026, true, NOW, NOW)).toMatchObject({ value: { closing: { step: 'YEARS' } } });
  });
});

describe('publications (PTY-10)', () => {
  const branch = (published: readonly number[] = []): Pick<Branch, 'cycle' | 'published'> => ({ cycle: 2026, published });

  it.each([['2026-03-31', undefined], ['2026-04-01', { n: 1, upTo: '2026-03-31', by: '2026-04-10' }]])('on %s what is owed is %j', (today, due) => {
    expect(publicationDue(branch(), today, '2026-01-06', party)).toEqual(due);
  });

  it('what was over before the branch opened the cycle is not owed', () => {
    expect(publicationDue(branch(), '2026-06-01', '2026-04-01', party)).toBeUndefined();
    expect(publicationDue(branch([2]), '2026-10-01', '2026-04-01', party)).toMatchObject({ n: 3 });
  });

  it('is called for on the day after the quarter and on the last day, and then no more', () => {
    expect(nextPublishReminder(branch(), '2026-01-06', party)).toMatchObject({ n: 1, at: startOfDay('2026-04-01'), times: 1 });
    expect(nextPublishReminder({ ...branch(), reminded: { n: 1, times: 1 } }, '2026-01-06', party)).toMatchObject({ at: startOfDay('2026-04-10'), times: 2 });
    expect(nextPublishReminder({ ...branch(), reminded: { n: 1, times: 2 } }, '2026-01-06', party)).toBeUndefined();
    expect(nextPublishReminder({ ...branch([1]), reminded: { n: 1, times: 2 } }, '2026-01-06', party)).toMatchObject({ n: 2, times: 1 });
  });

  it('shows whoever is a member, in the order of names whatever their points', () => {
    const rows = publishedRows(SCHEME, [year({ name: '赵一' }), year({ name: '陈二', category: 'D' }), year({ name: '李三', left: { on: '2026-02-01', why: 'DECEASED' } })]);
    expect(rows.map(({ name, total }) => `${name} ${total}`)).toEqual(['陈二 750', '赵一 600']);
  });

  it('an objection is taken up to the last moment, and about somebody who stands in it', () => {
    const publication: Publication = { _id: 'p', branch: HERE, cycle: 2026, n: 1, upTo: '2026-03-31', rows: publishedRows(SCHEME, [year()]), publishedAt: NOW, publishedBy: 'person-chair', objectionsUntil: NOW + 10, objections: [] };
    const objection = { id: 'o', by: 'person-x', byName: '某', about: 'person-li', text: '不对', at: NOW + 9 };
    expect(objected(publication, objection).ok).toBe(true);
    expect(objected(publication, { ...objection, at: NOW + 10 })).toMatchObject({ reason: { kind: 'TOO_LATE' } });
    expect(objected(publication, { ...objection, about: 'person-y' })).toMatchObject({ reason: { kind: 'UNKNOWN' } });
  });

  it('holds the closing up while it is open to objection, and by objections that its closer could answer', () => {
    const objection = { id: 'o', by: 'person-x', byName: '某', about: 'person-li', text: '不对', at: NOW };
    const open = (objections: Publication['objections'], at: number) => objectionsOpen({ objectionsUntil: NOW + 10, objections }, 'person-chair', at);
    expect(open([], NOW + 9)).toEqual({ until: NOW + 10, unanswered: 0 });
    expect(open([], NOW + 10)).toBeUndefined();
    expect(open([objection], NOW + 10)).toEqual({ until: NOW + 10, unanswered: 1 });
    expect(open([{ ...objection, answer: '查过了' }], NOW + 10)).toBeUndefined();
    expect(open([{ ...objection, about: 'person-chair' }], NOW + 10)).toBeUndefined();
  });
});
