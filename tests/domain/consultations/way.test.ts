/** 说事、评事、定事、干事: what each step asks for, and what is refused (CON-02..12, ORG-01, VOTE-04, PUB-04). */
import { addCivilDays, civilDateOf, DAY_MS, endOfDay, HOUR_MS, startOfDay } from '@/domain/basics/civil-time';
import { cancelReason } from '@/domain/consultations/cancel-ballot';
import { uncheckedTexts, withChecks, wordsOf } from '@/domain/consultations/checks';
import type { Consultation } from '@/domain/consultations/consultation';
import { passedSteps } from '@/domain/consultations/four-steps';
import { standingBallot } from '@/domain/consultations/meeting-acts';
import { earliestMeeting, published } from '@/domain/consultations/periods';
import { gather } from '@/domain/consultations/raising';
import { openActs } from '@/domain/consultations/transitions';
import { decisionOf, isLate } from '@/domain/consultations/work-acts';
import type { BoxState } from '@/domain/voting/box';
import { act, announced, BRANCH, clock, consulted, decided, DESK, does, doing, done, held, major, meetingAt, NEIGHBOUR, raised, resolved, reviewing, SUPERVISION, VILLAGER, vote, WORDS } from '../../fixtures/consultations';
import { settings, villageDoc } from '../../fixtures/issues';
import { GRID, OTHER_VILLAGE, people, TOWN, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

const refusal = (code: string, more: object = {}) => ({ ok: false, reason: { code, ...more } });
const ballot = (now: number, question = '您看装几盏？') => ({ act: 'BALLOT', ballot: { boxId: 'box-1', question, unit: 'HOUSEHOLD', opensAt: now + 6 * DAY_MS, closesAt: now + 9 * DAY_MS } }) as const;
const decision = (matter: Consultation, costInFen = 0) => ({ act: 'DECIDE', text: '装路灯', decision: { who: '刘长根', dueOn: addCivilDays(civilDateOf(matter.changedAt), 20), costInFen } }) as const;

describe('说事 (CON-02, CON-03)', () => {
  it('owes an answer within ten working days from its first moment, and tells the village', () => {
    const matter = raised();
    expect(matter).toMatchObject({ stage: 'RAISED', open: true, published: true, title: '三组到小学这段路，晚上一盏灯都没有' });
    // Wednesday 25 November and ten working days: Wednesday 9 December, to its end.
    expect(matter.replyBy).toBe(endOfDay('2026-12-09'));
  });

  it('for the cadres only is never published by being raised or by a passed check', () => {
    const matter = raised({ audience: 'CADRES' });
    expect(matter.published).toBe(false);
    expect(uncheckedTexts(matter)).toEqual([]);
    expect(act(matter, { act: 'SUPPORT' }, NEIGHBOUR)).toEqual(refusal('FORBIDDEN'));
  });

  it('waits for the content check before the village reads it; refused words stay with the cadres (WX-08)', () => {
    const matter = raised({ checked: false });
    expect(matter.published).toBe(false);
    expect(matter.timers.PUBLISH).toBeDefined();
    const [words] = uncheckedTexts(matter);
    const at = { now: matter.changedAt + 60_000, cause: 'clock' };
    const passed = withChecks(matter, { passed: [words ?? { text: '' }], refused: [], shownFiles: [], waits: false }, at);
    expect(passed.matter).toMatchObject({ published: true, wordsShown: true });
    const no = withChecks(matter, { passed: [], refused: [words ?? { text: '' }], shownFiles: [], waits: false }, at);
    expect(no.matter).toMatchObject({ published: false, audience: 'CADRES' });
    expect(no.tell.map(({ kind }) => kind)).toEqual(['CONSULT_NOT_PUBLISHED']);
  });

  it('is joined once by each neighbour, and never by its raiser', () => {
    const once = does(raised(), { act: 'SUPPORT' }, NEIGHBOUR);
    expect(once.supporters).toEqual([people.vacantVillager]);
    expect(does(once, { act: 'SUPPORT' }, NEIGHBOUR)).toBe(once);
    expect(does(once, { act: 'SUPPORT' }, VILLAGER)).toBe(once);
  });

  it('is taken back by its raiser, while nobody has joined', () => {
    expect(does(raised(), { act: 'WITHDRAW' }, VILLAGER)).toMatchObject({ stage: 'CLOSED', ending: 'WITHDRAWN', published: false, open: false });
    expect(act(raised(), { act: 'WITHDRAW' }, NEIGHBOUR)).toEqual(refusal('FORBIDDEN'));
    expect(act(does(raised(), { act: 'SUPPORT' }, NEIGHBOUR), { act: 'WITHDRAW' }, VILLAGER)).toEqual(refusal('HAS_SUPPORT'));
  });

  it('grows from repeated issues without anybody’s words (EVT-12), and does not become an issue again', () => {
    const { matter } = gather({ id: 'consult-2', village: villageDoc(), place: GRID, now: WEDNESDAY_9, settings, topicId: 'topic-1', category: 'SANITATION', issues: 3 });
    expect(matter).toMatchObject({ stage: 'RAISED', source: 'ISSUES', published: true, text: '', gathered: { topicId: 'topic-1', issues: 3 } });
    expect(matter.replyBy).toBeDefined();
    expect(act(matter, { act: 'ANSWER', line: 'DO_NOW', text: '马上办' }, DESK)).toEqual(refusal('ISSUES_ALREADY'));
  });
});

describe('the village’s answer (CON-03)', () => {
  it.each([
    ['DO_NOW', { stage: 'CLOSED', ending: 'ISSUE', open: false }],
    ['NOT_ADOPTED', { stage: 'CLOSED', ending: 'NOT_ADOPTED', open: false }],
    ['CONSULT', { stage: 'REVIEWING', open: true }],
    ['ASSEMBLY', { stage: 'REVIEWING', open: true }],
  ] as const)('%s leads on, and tells who raised it', (line, to) => {
    const outcome = act(raised(), { act: 'ANSWER', line, text: '这样答复' }, DESK);
    expect(outcome).toMatchObject({ ok: true, value: { matter: { line, ...to } } });
    expect(outcome.ok && outcome.value.tell).toEqual([expect.objectContaining({ to: { person: people.villager }, kind: 'CONSULT_ANSWERED' })]);
    expect(outcome.ok && outcome.value.matter.replyBy).toBeUndefined();
  });

  it('puts a matter that was for the cadres only before the village in its own words', () => {
    const secret = raised({ audience: 'CADRES' });
    expect(act(secret, { act: 'ANSWER', line: 'CONSULT', text: '商量' }, DESK)).toEqual(refusal('TITLE_NEEDED'));
    const open = does(secret, { act: 'ANSWER', line: 'CONSULT', title: '三组路灯', text: '商量' }, DESK);
    expect(open).toMatchObject({ published: true, wordsShown: false, title: '三组路灯' });
  });

  it('is nobody else’s to give, and given once', () => {
    for (const who of [VILLAGER, BRANCH, SUPERVISION]) expect(act(raised(), { act: 'ANSWER', line: 'CONSULT', text: '商量' }, who)).toEqual(refusal('FORBIDDEN'));
    expect(act(reviewing(), { act: 'ANSWER', line: 'NOT_ADOPTED', text: '不办' }, DESK)).toEqual(refusal('CONSULT_STAGE', { stage: 'REVIEWING' }));
  });

  it.each([['选举村民小组长', 'ELECT_COMMITTEE'], ['罢免村主任', 'RECALL_COMMITTEE']])('refuses to consult on %s, with the legal way (VOTE-07)', (title, what) => {
    expect(act(raised(), { act: 'ANSWER', line: 'ASSEMBLY', title, text: '上会' }, DESK)).toEqual(refusal('NOT_VOTED_HERE', { what }));
  });

  it('merges duplicates: everybody behind the one stands behind the other, each once', () => {
    const other = does(raised({ id: 'consult-2', raiser: { personId: people.head, account: 'demo:head', name: '陈守田' } }), { act: 'SUPPORT' }, NEIGHBOUR);
    const into = does(raised(), { act: 'SUPPORT' }, NEIGHBOUR);
    expect(does(other, { act: 'MERGE', into, text: '和路灯那件是一回事' }, DESK)).toMatchObject({ stage: 'CLOSED', ending: 'MERGED', intoId: 'consult-1' });
    expect(does(into, { act: 'TAKE_IN', merged: other }, DESK).supporters).toEqual([people.vacantVillager, people.head]);
    // Who raised the one and joined the other is not their own supporter, and villages do not take in each other's matters.
    expect(does(into, { act: 'TAKE_IN', merged: does(other, { act: 'SUPPORT' }, VILLAGER) }, DESK).supporters).toEqual([people.vacantVillager, people.head]);
    expect(act(other, { act: 'MERGE', into: { ...into, village: OTHER_VILLAGE }, text: '别村的' }, DESK)).toEqual(refusal('CANNOT_MERGE'));
    expect(act(into, { act: 'MERGE', into, text: '自己' }, DESK)).toEqual(refusal('CANNOT_MERGE'));
    expect(act(other, { act: 'MERGE', into: done(), text: '办完的' }, DESK)).toEqual(refusal('CANNOT_MERGE'));
    expect(act(other, { act: 'MERGE', into: raised({ audience: 'CADRES' }), text: '不公开的' }, DESK)).toEqual(refusal('CANNOT_MERGE'));
  });
});

describe('notice (CON-05)', () => {
  it.each([
    ['a small matter', () => reviewing(), 'CONSULTATION', '2026-11-29'],
    ['a major matter', () => held(major(), 'PROPOSE'), 'CONSULTATION', '2026-12-06'],
    ['an assembly', () => held(major(), 'PROPOSE'), 'ASSEMBLY', '2026-12-06'],
  ] as const)('of %s leaves whole days between: three, or ten before the assembly', (_what, matter, of, earliestOn) => {
    const at = matter();
    const earliest = earliestMeeting(at, of, at.changedAt, settings);
    expect(earliest).toBe(startOfDay(earliestOn));
    const told = (heldAt: number) => act(at, { act: 'ANNOUNCE', announced: { of, heldAt, place: '院坝', invitees: '各户' }, ...WORDS }, DESK);
    expect(told(earliest - 1)).toEqual(refusal('NOTICE_TOO_SHORT', { earliest }));
    expect(told(earliest).ok).toBe(true);
  });

  it('of an assembly can be shorter for a special reason, which stands in it; of nothing else, and never after the fact (VOTE-01)', () => {
    const matter = held(major(), 'PROPOSE');
    const earliest = earliestMeeting(matter, 'ASSEMBLY', matter.changedAt, settings);
    const told = (of: 'CONSULTATION' | 'ASSEMBLY', heldAt: number, special?: string) => act(matter, { act: 'ANNOUNCE', announced: { of, heldAt, place: '院坝', invitees: '各户', ...(special === undefined ? {} : { special }) }, ...WORDS }, DESK, matter.changedAt);
    const soon = told('ASSEMBLY', matter.changedAt + 1, '防汛抢险');
    expect(soon.ok && soon.value.matter.entries.at(-1)?.announced).toEqual({ of: 'ASSEMBLY', heldAt: matter.changedAt + 1, place: '院坝', invitees: '各户', special: '防汛抢险' });
    expect(soon.ok && wordsOf(soon.value.matter.entries.at(-1) ?? {})).toContain('防汛抢险');
    expect(told('ASSEMBLY', matter.changedAt, '防汛抢险')).toEqual(refusal('NOTICE_TOO_SHORT', { earliest }));
    expect(told('CONSULTATION', earliest - 1, '防汛抢险')).toEqual(refusal('NOTICE_TOO_SHORT', { earliest }));
    // In good time no reason is needed, and none is kept.
    const early = told('ASSEMBLY', earliest, '防汛抢险');
    expect(early.ok && early.value.matter.entries.at(-1)?.announced).not.toHaveProperty('special');
  });

  it('that nobody could read, since its words did not pass the check, announced nothing', () => {
    const matter = reviewing();
    const told = (of: 'CONSULTATION' | 'ASSEMBLY', from: Consultation) => does(from, { act: 'ANNOUNCE', announced: { of, heldAt: earliestMeeting(from, of, from.changedAt, settings), place: '院坝', invitees: '各户' }, ...WORDS }, DESK, from.changedAt, { checked: false });
    const unread = told('CONSULTATION', matter);
    expect(act(unread, { act: 'MINUTES', present: 21, ...WORDS }, DESK, meetingAt(unread))).toEqual(refusal('NOT_ANNOUNCED'));
    const steps = held(held(consulted(held(major(), 'PROPOSE')), 'DISCUSS'), 'REVIEW');
    const assembly = told('ASSEMBLY', steps);
    expect(act(assembly, { act: 'HOLD', vote: vote('RESOLVE', civilDateOf(meetingAt(assembly))), ...WORDS }, DESK, meetingAt(assembly))).toEqual(refusal('NOT_ANNOUNCED'));
  });

  it('comes before the minutes, and the meeting between them', () => {
    expect(act(reviewing(), { act: 'MINUTES', present: 20, ...WORDS }, DESK)).toEqual(refusal('NOT_ANNOUNCED'));
    const told = announced(reviewing());
    expect(act(told, { act: 'MINUTES', present: 20, ...WORDS }, DESK, meetingAt(told) - 1)).toEqual(refusal('MEETING_NOT_HELD', { heldAt: meetingAt(told) }));
    expect(act(consulted(), { act: 'MINUTES', present: 20, ...WORDS }, DESK)).toEqual(refusal('NOT_ANNOUNCED'));
  });
});

describe('the minutes (CON-04)', () => {
  it('are of the meeting that came first, in whatever order two were announced', () => {
    const start = reviewing();
    const first = earliestMeeting(start, 'CONSULTATION', start.changedAt, settings);
    const tell = (matter: Consultation, heldAt: number) => does(matter, { act: 'ANNOUNCE', announced: { of: 'CONSULTATION', heldAt, place: '院坝', invitees: '各户' }, ...WORDS }, DESK);
    const both = tell(tell(start, first + 7 * DAY_MS), first);
    const minuted = does(both, { act: 'MINUTES', present: 20, ...WORDS }, DESK, first);
    expect(act(minuted, { act: 'MINUTES', present: 20, ...WORDS }, DESK, first)).toEqual(refusal('MEETING_NOT_HELD', { heldAt: first + 7 * DAY_MS }));
  });
});

describe('a major matter (CON-08, ORG-01)', () => {
  it('is opened to no meeting and no ballot before the Party branch has studied it', () => {
    const matter = major();
    expect(act(matter, { act: 'ANNOUNCE', announced: { of: 'CONSULTATION', heldAt: matter.changedAt + 30 * DAY_MS, place: '院坝', invitees: '各户' }, ...WORDS }, DESK)).toEqual(refusal('NOT_STUDIED'));
    expect(act(matter, ballot(matter.changedAt), DESK)).toEqual(refusal('NOT_STUDIED'));
    expect(act(held(matter, 'PROPOSE'), ballot(matter.changedAt), DESK).ok).toBe(true);
  });

  it('passes the four steps in their order, none of them twice', () => {
    const start = major();
    const hold = (matter: Consultation, step: 'PROPOSE' | 'DISCUSS' | 'REVIEW' | 'RESOLVE') => act(matter, { act: 'HOLD', vote: vote(step, civilDateOf(matter.changedAt)), ...WORDS }, step === 'PROPOSE' || step === 'REVIEW' ? BRANCH : DESK);
    for (const step of ['DISCUSS', 'REVIEW', 'RESOLVE'] as const) expect(hold(start, step)).toEqual(refusal('STEP_OUT_OF_ORDER', { step, next: 'PROPOSE' }));
    const proposed = held(start, 'PROPOSE');
    expect(hold(proposed, 'PROPOSE')).toEqual(refusal('STEP_OUT_OF_ORDER', { step: 'PROPOSE', next: 'DISCUSS' }));
    expect(hold(proposed, 'RESOLVE')).toEqual(refusal('STEP_OUT_OF_ORDER', { step: 'RESOLVE', next: 'DISCUSS' }));
    const reviewed = held(held(proposed, 'DISCUSS'), 'REVIEW');
    expect(hold(reviewed, 'RESOLVE')).toEqual(refusal('NOT_ANNOUNCED'));
    expect(passedSteps(resolved())).toEqual(['PROPOSE', 'DISCUSS', 'REVIEW', 'RESOLVE']);
    expect(hold(resolved(), 'RESOLVE')).toEqual(refusal('STEP_OUT_OF_ORDER', { step: 'RESOLVE' }));
  });

  it('holds no step before the one before it, nor tomorrow', () => {
    const proposed = held(major(), 'PROPOSE');
    const today = civilDateOf(proposed.changedAt);
    expect(act(proposed, { act: 'HOLD', vote: vote('DISCUSS', addCivilDays(today, -1)), ...WORDS }, DESK)).toEqual(refusal('STEP_OUT_OF_ORDER', { step: 'DISCUSS', next: 'PROPOSE' }));
    expect(act(proposed, { act: 'HOLD', vote: vote('DISCUSS', addCivilDays(today, 1)), ...WORDS }, DESK)).toEqual(refusal('MEETING_NOT_HELD'));
  });

  it('has the Party’s steps entered by the branch and the others by the village; votes with the minutes’ photo (VOTE-09)', () => {
    const today = civilDateOf(WEDNESDAY_9);
    expect(act(major(), { act: 'HOLD', vote: vote('PROPOSE', today), ...WORDS }, DESK)).toEqual(refusal('FORBIDDEN'));
    const discussed = held(held(major(), 'PROPOSE'), 'DISCUSS');
    expect(act(held(major(), 'PROPOSE'), { act: 'HOLD', vote: vote('DISCUSS', today), ...WORDS }, BRANCH)).toEqual(refusal('FORBIDDEN'));
    expect(act(discussed, { act: 'HOLD', vote: vote('REVIEW', today), text: '', photos: [] }, BRANCH)).toEqual(refusal('MINUTES_PHOTO'));
  });

  it('is resolved by the assembly that was announced for that day, once it has begun: by no other meeting', () => {
    const reviewed = held(held(held(major(), 'PROPOSE'), 'DISCUSS'), 'REVIEW');
    const heldAt = earliestMeeting(reviewed, 'ASSEMBLY', reviewed.changedAt, settings) + 10 * HOUR_MS;
    const resolve = (of: 'CONSULTATION' | 'ASSEMBLY', now: number) => act(
      does(reviewed, { act: 'ANNOUNCE', announced: { of, heldAt, place: '院坝', invitees: '各户' }, ...WORDS }, DESK),
      { act: 'HOLD', vote: vote('RESOLVE', civilDateOf(heldAt)), ...WORDS }, DESK, now,
    );
    expect(resolve('ASSEMBLY', heldAt - 1)).toEqual(refusal('NOT_ANNOUNCED'));
    expect(resolve('ASSEMBLY', heldAt).ok).toBe(true);
    expect(resolve('CONSULTATION', heldAt)).toEqual(refusal('NOT_ANNOUNCED'));
  });

  it('keeps a vote that failed, is not decided by it, and can meet again', () => {
    const discussed = held(held(major(), 'PROPOSE'), 'DISCUSS');
    const failed = held(discussed, 'REVIEW', { yes: 12, no: 12, abstain: 0 });
    expect(failed.entries.at(-1)?.held?.verdict).toBe('NOT_PASSED');
    expect(passedSteps(failed)).toEqual(['PROPOSE', 'DISCUSS']);
    expect(passedSteps(held(failed, 'REVIEW'))).toEqual(['PROPOSE', 'DISCUSS', 'REVIEW']);
  });

  it('is decided only with all four behind it; so is a small one whose decision is dear', () => {
    const half = consulted(held(major(), 'PROPOSE'));
    expect(act(half, decision(half), DESK)).toEqual(refusal('STEPS_MISSING', { missing: ['DISCUSS', 'REVIEW', 'RESOLVE'] }));
    expect(decided(resolved()).stage).toBe('DECIDED');
    const small = consulted();
    const dear = settings.consult.majorMoneyFen + 1;
    expect(act(small, decision(small, dear), DESK)).toEqual(refusal('STEPS_MISSING', { missing: ['PROPOSE', 'DISCUSS', 'REVIEW', 'RESOLVE'] }));
    expect(decided(small, dear - 1).stage).toBe('DECIDED');
  });

  it('stays major once it was studied as one', () => {
    const small = { act: 'WEIGH', markedMajor: false, text: '算小事吧' } as const;
    expect(act(held(major(), 'PROPOSE'), small, DESK)).toEqual(refusal('STEPS_BEGUN'));
    expect(act(major(), small, DESK).ok).toBe(true);
  });
});

describe('what comes too early or too late', () => {
  it('no deliberation before the village has answered, no ballot by the branch or once it is decided', () => {
    const early = raised();
    expect(act(early, { act: 'HOLD', vote: vote('PROPOSE', civilDateOf(early.changedAt)), ...WORDS }, BRANCH)).toEqual(refusal('CONSULT_STAGE', { stage: 'RAISED' }));
    expect(act(consulted(), ballot(consulted().changedAt), BRANCH)).toEqual(refusal('FORBIDDEN'));
    expect(act(decided(), ballot(decided().changedAt), DESK)).toEqual(refusal('CONSULT_STAGE', { stage: 'DECIDED' }));
  });

  it('the fourth opinion of one person', () => {
    const three = [1, 2, 3].reduce((matter, nth) => does(matter, { act: 'SAY', text: `第 ${nth} 句` }, NEIGHBOUR), reviewing());
    expect(act(three, { act: 'SAY', text: '第 4 句' }, NEIGHBOUR)).toEqual(refusal('OPINIONS_FULL'));
    expect(act(three, { act: 'SAY', text: '我也说' }, VILLAGER).ok).toBe(true);
  });
});

describe('the opinion ballot (CON-06)', () => {
  it('is one at a time, and no decision is made while it is open', () => {
    const matter = does(consulted(), ballot(consulted().changedAt), DESK);
    const closesAt = matter.entries.at(-1)?.ballot?.closesAt ?? 0;
    expect(act(matter, ballot(matter.changedAt), DESK)).toEqual(refusal('BALLOT_OPEN', { closesAt }));
    expect(act(matter, decision(matter), DESK)).toEqual(refusal('BALLOT_OPEN', { closesAt }));
    expect(act(matter, ballot(closesAt), DESK, closesAt).ok).toBe(true);
    expect(act(matter, decision(matter), DESK, closesAt).ok).toBe(true);
  });

  it('asks for no election (VOTE-07)', () => {
    const matter = reviewing();
    expect(act(matter, ballot(matter.changedAt, '选举谁当组长？'), DESK)).toEqual(refusal('NOT_VOTED_HERE', { what: 'ELECT_COMMITTEE' }));
  });
});

describe('a ballot that is called off (CON-06, CON-12, VOTE-12)', () => {
  const asked = () => does(consulted(), ballot(consulted().changedAt), DESK);
  const box = (matter: Consultation, state: BoxState) => {
    const { opensAt = 0, closesAt = 0 } = matter.entries.at(-1)?.ballot ?? {};
    return { box: { state, opensAt, closesAt } };
  };
  const cancel = { act: 'CANCEL_BALLOT', text: '问题写错了' } as const;
  const agree = { act: 'AGREE_TO_CANCEL', text: '同意' } as const;

  it('is so at once while nobody can have voted: with its reason, told to who follows the matter, and nothing waits for it any more', () => {
    const matter = asked();
    const outcome = act(matter, cancel, DESK, matter.changedAt, box(matter, 'SHOWN'));
    if (!outcome.ok) throw new Error(outcome.reason.code);
    expect(outcome.value.matter.entries.at(-1)).toMatchObject({ kind: 'BALLOT_CANCELLED', cancels: 'box-1', text: '问题写错了', by: { as: 'VILLAGE' } });
    expect(outcome.value.tell).toMatchObject([{ kind: 'CONSULT_BALLOT_CANCELLED', to: { person: people.villager } }]);
    const after = outcome.value.matter;
    expect(act(after, decision(after), DESK).ok).toBe(true);
    const again = does(after, { act: 'BALLOT', ballot: { ...ballot(after.changedAt).ballot, boxId: 'box-2' } }, DESK, after.changedAt, box(matter, 'CANCELLED'));
    expect(standingBallot(again)?.boxId).toBe('box-2');
    // The one that was called off does not speak for the new one, nor can it be called off twice.
    expect(act(after, cancel, DESK, after.changedAt, box(matter, 'CANCELLED'))).toEqual(refusal('BALLOT_OVER'));
  });

  it('needs the supervision committee once it is voted in, or its count does not add up; what it said stands beside the reason', () => {
    const matter = asked();
    const { opensAt = 0 } = matter.entries.at(-1)?.ballot ?? {};
    const open = box(matter, 'OPEN');
    const outcome = act(matter, cancel, DESK, opensAt, open);
    if (!outcome.ok) throw new Error(outcome.reason.code);
    expect(outcome.value.tell).toMatchObject([{ kind: 'CONSULT_CANCEL_ASKED', to: { role: 'SUPERVISION', area: VILLAGE } }]);
    const waits = outcome.value.matter;
    expect(waits.entries.at(-1)).toMatchObject({ kind: 'BALLOT_CANCEL_ASKED', cancels: 'box-1' });
    expect(act(waits, cancel, DESK, opensAt, open)).toEqual(refusal('CANCEL_ASKED'));
    expect(act(waits, decision(waits), DESK, opensAt, open)).toMatchObject(refusal('BALLOT_OPEN'));
    expect(act(waits, agree, DESK, opensAt, open)).toEqual(refusal('FORBIDDEN'));
    const agreed = act(waits, agree, SUPERVISION, opensAt, box(matter, 'HELD'));
    if (!agreed.ok) throw new Error(agreed.reason.code);
    expect(agreed.value.tell.map(({ kind }) => kind)).toEqual(['CONSULT_CANCEL_AGREED', 'CONSULT_BALLOT_CANCELLED']);
    expect(agreed.value.matter.entries.at(-1)).toMatchObject({ kind: 'BALLOT_CANCELLED', text: '同意', by: { as: 'SUPERVISION' } });
    expect(cancelReason(agreed.value.matter, 'box-1')?.text).toBe('问题写错了');
    expect(standingBallot(agreed.value.matter)).toBeUndefined();
  });

  it('stands once its result is out; nobody consents to what was not asked, and what never was is not called off', () => {
    const matter = asked();
    const { opensAt = 0, closesAt = 0 } = matter.entries.at(-1)?.ballot ?? {};
    expect(act(matter, cancel, DESK, closesAt, box(matter, 'PUBLISHED'))).toEqual(refusal('BALLOT_OVER'));
    expect(act(matter, agree, SUPERVISION, opensAt, box(matter, 'OPEN'))).toEqual(refusal('CANCEL_NOT_ASKED'));
    const waits = does(matter, cancel, DESK, opensAt, box(matter, 'OPEN'));
    expect(act(waits, agree, SUPERVISION, closesAt, box(matter, 'PUBLISHED'))).toEqual(refusal('BALLOT_OVER'));
    expect(act(consulted(), cancel, DESK)).toEqual(refusal('BALLOT_OVER'));
    expect(openActs(consulted(), 'VILLAGE')).not.toContain('CANCEL_BALLOT');
    expect([openActs(matter, 'VILLAGE'), openActs(waits, 'VILLAGE')].map((acts) => acts.includes('CANCEL_BALLOT'))).toEqual([true, false]);
    expect([openActs(matter, 'SUPERVISION'), openActs(waits, 'SUPERVISION')].map((acts) => acts.includes('AGREE_TO_CANCEL'))).toEqual([false, true]);
  });

  it('can still be called off when the matter has gone on meanwhile: a count that does not add up is found out afterwards', () => {
    const matter = asked();
    const { closesAt = 0 } = matter.entries.at(-1)?.ballot ?? {};
    const held = box(matter, 'HELD');
    const on = does(matter, { act: 'DECIDE', text: '装路灯', decision: { who: '刘长根', dueOn: addCivilDays(civilDateOf(closesAt), 20), costInFen: 0 } }, DESK, closesAt, held);
    expect(on.stage).toBe('DECIDED');
    const waits = does(on, cancel, DESK, closesAt, held);
    expect(does(waits, agree, SUPERVISION, closesAt, held).stage).toBe('DECIDED');
  });
});

describe('定事 and 干事 (CON-09, CON-10, PUB-04)', () => {
  it('what was to be talked over is talked over first', () => {
    const matter = reviewing();
    expect(act(matter, decision(matter), DESK)).toEqual(refusal('NOT_CONSULTED'));
    expect(act(matter, { act: 'DROP', text: '算了' }, DESK)).toEqual(refusal('NOT_CONSULTED'));
    // What the assembly voted down was heard, without a consultation before it.
    const assembly = held(held(held(does(raised(), { act: 'ANSWER', line: 'ASSEMBLY', text: '上会' }, DESK), 'PROPOSE'), 'DISCUSS'), 'REVIEW');
    const told = announced(assembly, 'ASSEMBLY');
    expect(act(told, { act: 'DROP', text: '算了' }, DESK)).toEqual(refusal('NOT_CONSULTED'));
    expect(act(held(told, 'RESOLVE', { yes: 3, no: 20 }, meetingAt(told)), { act: 'DROP', text: '没通过' }, DESK).ok).toBe(true);
    expect(does(consulted(), { act: 'DROP', text: '大家都说不用' }, DESK)).toMatchObject({ stage: 'CLOSED', ending: 'DROPPED', publications: [{ what: 'DECISION' }] });
  });

  it('can be due today, and not yesterday', () => {
    const matter = consulted();
    const dueOn = (days: number) => act(matter, { act: 'DECIDE', text: '今天就办', decision: { who: '刘长根', dueOn: addCivilDays(civilDateOf(matter.changedAt), days), costInFen: 0 } }, DESK);
    expect(dueOn(0).ok).toBe(true);
    expect(dueOn(-1)).toEqual(refusal('INVALID_INPUT', { path: 'dueOn', problem: 'IN_THE_PAST' }));
  });

  it('publishes decision and outcome for fifteen whole days each, from the day after', () => {
    const matter = decided();
    const on = civilDateOf(matter.changedAt);
    expect(matter.publications).toEqual([expect.objectContaining({ what: 'DECISION', until: endOfDay(addCivilDays(on, 15)) })]);
    expect(done(doing(matter)).publications.map(({ what }) => what)).toEqual(['DECISION', 'OUTCOME']);
  });

  it.each([[20, 15], [15, 20]])('publishes for the longer of two periods where the county has them apart: consultation %i, disclosure %i days', (publishDays, minDays) => {
    const longer = { consult: { ...settings.consult, publishDays }, disclosure: { ...settings.disclosure, minDays } };
    expect(published([], 'DECISION', WEDNESDAY_9, longer)[0]?.until).toBe(endOfDay('2026-12-15'));
  });

  it('an update shows its time and begins the period anew; none ever ends it sooner', () => {
    const matter = decided();
    const later = matter.changedAt + 10 * DAY_MS;
    const updated = does(matter, { act: 'UPDATE', what: 'DECISION', text: '改成 7 盏', dueOn: addCivilDays(civilDateOf(later), 40) }, DESK, later);
    expect(updated.publications[0]).toMatchObject({ at: matter.publications[0]?.at, updatedAt: later, until: endOfDay(addCivilDays(civilDateOf(later), 15)) });
    expect(decisionOf(updated)).toEqual({ ...decisionOf(matter), dueOn: addCivilDays(civilDateOf(later), 40) });
    expect(act(matter, { act: 'UPDATE', what: 'OUTCOME', text: '还没办' }, DESK)).toEqual(refusal('CONSULT_STAGE', { stage: 'DECIDED' }));
  });

  it('an update gives another day to work under way, today at the earliest, and none to what is done', () => {
    const [matter, after] = [decided(), done()];
    const update = (one: Consultation, dueOn: string, what: 'DECISION' | 'OUTCOME' = 'DECISION') => act(one, { act: 'UPDATE', what, text: '改日子', dueOn }, DESK);
    const today = (one: Consultation) => civilDateOf(one.changedAt);
    expect(update(matter, today(matter)).ok).toBe(true);
    for (const refused of [update(matter, addCivilDays(today(matter), -1)), update(after, addCivilDays(today(after), 5)), update(after, addCivilDays(today(after), 5), 'OUTCOME')]) {
      expect(refused).toEqual(refusal('INVALID_INPUT', { path: 'dueOn', problem: 'IN_THE_PAST' }));
    }
  });

  it('is late from the end of its day on: the village and the town hear of it each week, who raised it once', () => {
    const matter = doing();
    const due = endOfDay(decisionOf(matter)?.dueOn ?? '');
    expect(clock(matter, due - 1).matter).toBe(matter);
    expect(isLate(matter, due - 1)).toBe(false);
    expect(isLate(matter, due)).toBe(true);
    const late = clock(matter, due);
    expect(late.tell.map(({ kind, to }) => [kind, to])).toEqual([['CONSULT_WORK_LATE', { post: VILLAGE }], ['CONSULT_WORK_LATE_BELOW', { post: TOWN }], ['CONSULT_LATE', { person: people.villager }]]);
    expect(late.matter.entries.at(-1)?.kind).toBe('WORK_LATE');
    expect(clock(late.matter, due)).toEqual({ matter: late.matter, tell: [] });
    expect(clock(late.matter, due + 7 * DAY_MS).tell.map(({ kind }) => kind)).toEqual(['CONSULT_WORK_LATE', 'CONSULT_WORK_LATE_BELOW']);
  });
});

describe('the answer that is owed (CON-03)', () => {
  it('is reminded of, then told to the town, again and again until it is given', () => {
    const matter = raised();
    const due = matter.replyBy ?? 0;
    expect(clock(matter, due - 2 * DAY_MS).tell.map(({ kind }) => kind)).toEqual(['CONSULT_REPLY_SOON']);
    const late = clock(clock(matter, due - 1).matter, due);
    expect(late.tell.map(({ kind }) => kind)).toEqual(['CONSULT_REPLY_LATE', 'CONSULT_REPLY_LATE_BELOW']);
    expect(late.matter.nextDueAt).toBeGreaterThan(due);
    expect(isLate(late.matter, due)).toBe(true);
    const answered = reviewing(late.matter);
    expect(answered.nextDueAt).toBeUndefined();
  });
});

describe('the supervision committee (CON-12)', () => {
  it('is answered before anything is called done, and pressed for meanwhile', () => {
    const asked = does(doing(), { act: 'SUPERVISE', text: '发票还没看到' }, SUPERVISION);
    const entry = asked.entries.length - 1;
    expect(act(asked, { act: 'FINISH', ...WORDS }, DESK)).toEqual(refusal('SUPERVISION_OPEN'));
    const pressed = clock({ ...asked, timers: { ...asked.timers, WORK: undefined } }, asked.timers.SUPERVISION ?? 0);
    expect(pressed.tell.map(({ kind }) => kind)).toEqual(['CONSULT_SUPERVISION_LATE', 'CONSULT_SUPERVISION_LATE_BELOW']);
    const answered = does(asked, { act: 'ANSWER_SUPERVISION', entry, text: '发票贴出来了' }, DESK);
    expect(answered.timers.SUPERVISION).toBeUndefined();
    expect(act(answered, { act: 'ANSWER_SUPERVISION', entry, text: '再答一次' }, DESK)).toEqual(refusal('CONSULT_STAGE', { stage: 'DOING' }));
    expect(done(answered).stage).toBe('DONE');
  });

  it('is pressed for until its last opinion is answered', () => {
    const first = does(doing(), { act: 'SUPERVISE', text: '发票还没看到' }, SUPERVISION);
    const both = does(first, { act: 'SUPERVISE', text: '验收谁签的字' }, SUPERVISION);
    const half = does(both, { act: 'ANSWER_SUPERVISION', entry: first.entries.length - 1, text: '贴出来了' }, DESK);
    expect(half.timers.SUPERVISION).toBe(both.timers.SUPERVISION);
    expect(act(half, { act: 'FINISH', ...WORDS }, DESK)).toEqual(refusal('SUPERVISION_OPEN'));
    expect(does(half, { act: 'ANSWER_SUPERVISION', entry: both.entries.length - 1, text: '村主任' }, DESK).timers.SUPERVISION).toBeUndefined();
  });

  it('speaks at every stage, also of what has ended', () => {
    for (const matter of [raised(), reviewing(), decided(), doing(), done()]) expect(act(matter, { act: 'SUPERVISE', text: '看过了' }, SUPERVISION).ok).toBe(true);
    for (const who of [VILLAGER, DESK, BRANCH]) expect(act(raised(), { act: 'SUPERVISE', text: '看过了' }, who)).toEqual(refusal('FORBIDDEN'));
  });
});
