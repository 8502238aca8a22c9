/** The edges of single figures and moments of a matter under consultation, one by one (CON-02..12). */
import { addCivilDays, civilDateOf, DAY_MS } from '@/domain/basics/civil-time';
import { uncheckedFiles, uncheckedTexts, withChecks } from '@/domain/consultations/checks';
import { runDue } from '@/domain/consultations/clock-acts';
import type { Consultation, Entry } from '@/domain/consultations/consultation';
import { withEntry } from '@/domain/consultations/moves';
import { published } from '@/domain/consultations/periods';
import { partsToReview } from '@/domain/consultations/review';
import { isLate } from '@/domain/consultations/work-acts';
import { act, announced, clock, consulted, DESK, does, held, major, meetingAt, MONEY_LINE, NEIGHBOUR, raised, reviewing, SUPERVISION, VILLAGER } from '../../fixtures/consultations';
import { settings, villageDoc } from '../../fixtures/issues';
import { people, WEDNESDAY_9 } from '../../fixtures/village';

const MINUTE = 60_000;
const UNCHECKED = { checked: false };

describe('the content check (WX-08)', () => {
  it('asks for nothing of what was taken back before it answered', () => {
    const waits = raised(UNCHECKED);
    expect(uncheckedTexts(waits)).toHaveLength(1);
    const back = act({ ...waits, published: true }, { act: 'WITHDRAW' }, VILLAGER);
    expect(back.ok && uncheckedTexts(back.value.matter)).toEqual([]);
  });

  it('leaves nothing to look for, and nothing to people, of what was taken back', () => {
    const seen = does(raised(), { act: 'SUPERVISE', text: '没有答复' }, SUPERVISION, undefined, UNCHECKED);
    const waits: Consultation = { ...seen, photos: ['photo-1'], review: { since: seen.changedAt, files: ['photo-1'] } };
    expect([uncheckedTexts(waits), uncheckedFiles(waits), partsToReview(waits)].map(({ length }) => length)).toEqual([1, 1, 2]);
    const back = does(waits, { act: 'WITHDRAW' }, VILLAGER);
    expect([uncheckedTexts(back), uncheckedFiles(back), partsToReview(back)]).toEqual([[], [], []]);
    expect([back.review, back.timers.PUBLISH]).toEqual([undefined, undefined]);
  });

  it('asks for the village’s title with its answer, and shows nothing on an answer about other words', () => {
    const matter = does(raised(), { act: 'ANSWER', line: 'CONSULT', title: '三组路灯', text: '拿出来商量' }, DESK, undefined, UNCHECKED);
    const entry = matter.entries.length - 1;
    expect(uncheckedTexts(matter).map(({ text }) => text)).toEqual(['三组路灯\n拿出来商量']);
    const at = { now: matter.changedAt + MINUTE, cause: 'clock' };
    const shownBy = (text: string) => withChecks(matter, { passed: [{ entry, text }], refused: [], shownFiles: [], waits: false }, at).matter.entries[entry]?.shown;
    expect([shownBy('拿出来商量'), shownBy('三组路灯\n拿出来商量')]).toEqual([undefined, true]);
  });

  it('is asked again as soon as the first of several was to be', () => {
    const first = does(reviewing(), { act: 'SAY', text: '先装桥头' }, NEIGHBOUR, undefined, UNCHECKED);
    const second = does(first, { act: 'SAY', text: '再装学校' }, NEIGHBOUR, first.changedAt + MINUTE / 2, UNCHECKED);
    expect(second.timers.PUBLISH).toBe(first.timers.PUBLISH);
  });
});

describe('the answer that is owed (CON-03)', () => {
  it('is not called to mind any more once it is late: a clock that comes late says the one thing that is true', () => {
    const matter = raised();
    const late = clock(matter, matter.replyBy ?? 0);
    expect(late.tell.map(({ kind }) => kind)).toEqual(['CONSULT_REPLY_LATE', 'CONSULT_REPLY_LATE_BELOW']);
    expect(late.matter.lateCount).toBe(1);
  });

  it('is owed by the days that were promised, whatever the county sets afterwards', () => {
    const matter = raised();
    const longer = { ...settings, consult: { ...settings.consult, replyWorkdays: 2 * settings.consult.replyWorkdays } };
    const now = matter.replyBy ?? 0;
    expect(matter.calendarIncomplete).toBe(false);
    expect(runDue(matter, { now, today: '2026-12-10', settings: longer, cause: 'clock' }).matter.lateCount).toBe(1);
  });
});

it('takes two hundred opinions, and no more', () => {
  const opinion = (nth: number): Entry => ({ at: WEDNESDAY_9, kind: 'OPINION', text: `${nth}`, shown: true, by: { personId: `person-${nth}`, name: '某', as: 'VILLAGER' } });
  const withOpinions = (count: number): Consultation => ({ ...reviewing(), entries: Array.from({ length: count }, (_, nth) => opinion(nth)) });
  expect(act(withOpinions(199), { act: 'SAY', text: '我也说' }, NEIGHBOUR).ok).toBe(true);
  expect(act(withOpinions(200), { act: 'SAY', text: '我也说' }, NEIGHBOUR)).toEqual({ ok: false, reason: { code: 'OPINIONS_FULL' } });
});

it('presses for the first of two opinions of the supervision committee by the first one’s day (CON-12)', () => {
  const first = does(reviewing(), { act: 'SUPERVISE', text: '看账' }, SUPERVISION);
  const second = does(first, { act: 'SUPERVISE', text: '看发票' }, SUPERVISION, first.changedAt + 5 * DAY_MS);
  expect(second.timers.SUPERVISION).toBe(first.timers.SUPERVISION);
});

describe('a server whose clock runs backwards', () => {
  it('adds no entry before the last, changes nothing at the same moment twice, and puts no publication back', () => {
    const matter = reviewing();
    const last = matter.entries.at(-1)?.at ?? 0;
    expect(withEntry(matter, last - MINUTE, { kind: 'UPDATED' }).entries.at(-1)?.at).toBe(last);
    const { changedAt } = does(matter, { act: 'SAY', text: '同意' }, NEIGHBOUR, matter.changedAt - MINUTE);
    expect(changedAt).toBe(matter.changedAt + 1);
    const [once] = published([], 'DECISION', WEDNESDAY_9, settings);
    expect(published(once === undefined ? [] : [once], 'DECISION', WEDNESDAY_9 - MINUTE, settings)).toEqual([once]);
  });
});

it('a tenth is counted of everybody whom the village’s largest grids hold (CON-07)', () => {
  const everybody = villageDoc().grids.filter(({ level }) => level === 1).reduce((sum, grid) => sum + grid.people, 0);
  expect(everybody).toBeGreaterThan(0);
  expect(raised().villagers).toBe(everybody);
});

describe('a major matter without a consultation of its own (CON-08)', () => {
  it('can be dropped once the assembly has resolved on it, and not before anything was heard', () => {
    const reviewed = held(held(held(major(), 'PROPOSE'), 'DISCUSS'), 'REVIEW');
    const told = announced(reviewed, 'ASSEMBLY');
    expect(act(told, { act: 'DROP', text: '不办了' }, DESK)).toEqual({ ok: false, reason: { code: 'NOT_CONSULTED' } });
    const done = held(told, 'RESOLVE', {}, meetingAt(told));
    expect(act(done, { act: 'DROP', text: '不办了' }, DESK).ok).toBe(true);
  });

  it('stays dear that was weighed as dear, however little its decision says it costs (CON-07)', () => {
    const dear = does(consulted(), { act: 'WEIGH', costInFen: MONEY_LINE + 1, markedMajor: false, text: '要花这么多' }, DESK);
    expect(act(dear, { act: 'DECIDE', text: '先修一段', decision: { who: '刘长根', dueOn: addCivilDays(civilDateOf(dear.changedAt), 5), costInFen: 0 } }, DESK)).toMatchObject({ reason: { code: 'STEPS_MISSING' } });
  });
});

it('an answer is late from its last moment on (CON-03)', () => {
  const matter = raised();
  const { replyBy = 0 } = matter;
  expect([isLate(matter, replyBy - 1), isLate(matter, replyBy)]).toEqual([false, true]);
});

it('whoever calls a ballot off is not told of it, and everybody else who follows the matter is (CON-06)', () => {
  const joined = does({ ...consulted(), villagers: 1000 }, { act: 'SUPPORT' }, { ...DESK, as: 'VILLAGER' });
  const { changedAt } = joined;
  const box = { state: 'SHOWN' as const, opensAt: changedAt + 6 * DAY_MS, closesAt: changedAt + 9 * DAY_MS };
  const asked = does(joined, { act: 'BALLOT', ballot: { boxId: 'box-1', question: '几盏？', unit: 'HOUSEHOLD', opensAt: box.opensAt, closesAt: box.closesAt } }, DESK);
  const off = act(asked, { act: 'CANCEL_BALLOT', text: '问错了' }, DESK, changedAt, { box });
  expect(off.ok && off.value.tell.map(({ to }) => to)).toEqual([{ person: people.villager }]);
});
