import { DAY_MS, startOfDay } from '@/domain/basics/civil-time';
import type { Entry, Eyes } from '@/domain/points/entry';
import { answered, appealableUntil, appealDecided, appealed, approved, checked, claimed, expired, recorded, reversalOf, withdrawn, workOf } from '@/domain/points/entry-acts';
import { foldEntries, scoreOf } from '@/domain/points/sums';
import { ACT, COMMITTEE, facts, must, NOW, posted, SCHEME, SECRETARY, VERIFIER } from './kit';

const STAGE = { ok: false, reason: { kind: 'ENTRY_STAGE' } };
const OWN = { ok: false, reason: { kind: 'OWN_WORK' } };
const at = (eyes: Eyes, when: number): Eyes => ({ ...eyes, at: when });
const looked = (): Entry => must(checked(claimed(facts('volunteer'), ACT), { kind: 'RIGHT' }, VERIFIER, ACT));

describe('a claim (PTY-05, 06)', () => {
  it('is pending, with the first pair of eyes, to be decided in ten working days', () => {
    // Wed 10 June: 19 and 20, 21 June are the Dragon Boat holiday, so the tenth working day is Thu 25 June.
    expect(claimed(facts('volunteer'), ACT)).toMatchObject({ state: 'CHECK', queue: 'CHECK', dueAt: startOfDay('2026-06-26') });
  });

  it('becomes points by two people, once', () => {
    const entry = must(approved(looked(), { kind: 'POST' }, SECRETARY));
    expect(entry).toMatchObject({ state: 'POSTED', first: VERIFIER, second: SECRETARY });
    expect(entry).not.toHaveProperty('queue');
    expect(entry).not.toHaveProperty('dueAt');
    expect(approved(entry, { kind: 'POST' }, COMMITTEE)).toEqual(STAGE);
    expect(approved(entry, { kind: 'REFUSE', reason: '不符' }, COMMITTEE)).toEqual(STAGE);
    expect(checked(entry, { kind: 'RIGHT' }, COMMITTEE, ACT)).toEqual(STAGE);
  });

  it('is not skipped over the first look', () => {
    expect(approved(claimed(facts('volunteer'), ACT), { kind: 'POST' }, SECRETARY)).toEqual(STAGE);
  });

  it('is never looked at by its member, nor twice by one person', () => {
    const own: Eyes = { ...VERIFIER, by: 'person-li' };
    expect(checked(claimed(facts('volunteer'), ACT), { kind: 'RIGHT' }, own, ACT)).toEqual(OWN);
    expect(approved(looked(), { kind: 'POST' }, own)).toEqual(OWN);
    expect(approved(looked(), { kind: 'POST' }, { ...VERIFIER, as: 'COMMITTEE' })).toEqual(OWN);
  });

  it('of the secretary goes up to the town', () => {
    const entry = must(checked(claimed(facts('volunteer', { above: true }), ACT), { kind: 'RIGHT' }, VERIFIER, ACT));
    expect(entry.queue).toBe('ABOVE');
  });

  it('is refused with the reason by either pair, and then stands', () => {
    for (const entry of [must(checked(claimed(facts('volunteer'), ACT), { kind: 'REFUSE', reason: '不是这天' }, VERIFIER, ACT)), must(approved(looked(), { kind: 'REFUSE', reason: '不是这天' }, SECRETARY))]) {
      expect(entry).toMatchObject({ state: 'REFUSED', refused: { reason: '不是这天' } });
      expect(entry).not.toHaveProperty('queue');
      expect(approved(entry, { kind: 'POST' }, COMMITTEE)).toEqual(STAGE);
    }
  });

  it('is asked about once, and answered in words (BUR-02)', () => {
    const asked = must(checked(claimed(facts('volunteer'), ACT), { kind: 'ASK', text: '在哪里清的？' }, VERIFIER, ACT));
    expect(asked).toMatchObject({ state: 'ASKED', asked: { text: '在哪里清的？', by: VERIFIER.by } });
    expect(asked).not.toHaveProperty('queue');
    const back = must(answered(asked, '二组的大堰沟', NOW + DAY_MS, ACT));
    expect(back).toMatchObject({ state: 'CHECK', queue: 'CHECK', asked: { answer: '二组的大堰沟' } });
    expect(checked(back, { kind: 'ASK', text: '还有呢？' }, VERIFIER, ACT)).toEqual(STAGE);
    expect(checked(back, { kind: 'RIGHT' }, VERIFIER, ACT).ok).toBe(true);
    expect(answered(back, '再说一遍', NOW, ACT)).toEqual(STAGE);
  });

  it('can be taken back until it is decided; what the branch recorded cannot', () => {
    expect(must(withdrawn(looked(), NOW)).state).toBe('WITHDRAWN');
    expect(withdrawn(posted('volunteer'), NOW)).toEqual(STAGE);
    expect(withdrawn(recorded(facts('late', { kind: 'RECORD', by: VERIFIER.by }), VERIFIER, ACT), NOW)).toEqual(STAGE);
  });

  it('expires with the cycle only while it waits', () => {
    expect(must(expired(looked(), NOW))).toMatchObject({ state: 'EXPIRED' });
    expect(expired(posted('volunteer'), NOW)).toEqual(STAGE);
  });
});

describe('what the branch records (PTY-08)', () => {
  const late = () => recorded(facts('late', { kind: 'RECORD', by: VERIFIER.by }), VERIFIER, ACT);

  it('has one pair of eyes and needs another', () => {
    expect(late()).toMatchObject({ state: 'APPROVE', queue: 'APPROVE', first: VERIFIER });
    expect(approved(late(), { kind: 'POST' }, VERIFIER)).toEqual(OWN);
    expect(must(approved(late(), { kind: 'POST' }, SECRETARY)).state).toBe('POSTED');
  });

  it('counts as the work of whoever entered it and looked', () => {
    expect(workOf(must(approved(late(), { kind: 'POST' }, SECRETARY)))).toEqual([VERIFIER.by, SECRETARY.by]);
    expect(workOf(claimed(facts('volunteer'), ACT))).toEqual([]);
    expect(workOf(claimed(facts('volunteer', { kind: 'OPENING', by: SECRETARY.by }), ACT))).toEqual([SECRETARY.by]);
  });
});

describe('a reversal', () => {
  const made = { _id: 'back', by: SECRETARY.by, at: NOW, reason: '录错人了' };

  it('is exact, names its original, and goes through two people as well', () => {
    const original = posted('mediate');
    const back = must(reversalOf(original, made));
    expect(back).toMatchObject({ kind: 'REVERSAL', reverses: original._id, item: 'mediate', tenths: -30, on: original.on, reason: '录错人了' });
    const entry = must(approved(recorded(back, SECRETARY, ACT), { kind: 'POST' }, COMMITTEE));
    expect(scoreOf(SCHEME, 'B', foldEntries([original, entry])).total).toBe(600);
  });

  it('is made once, of what is posted, and never of a reversal', () => {
    expect(reversalOf(looked(), made)).toEqual(STAGE);
    expect(reversalOf({ ...posted('mediate'), reversedBy: 'other' }, made)).toEqual(STAGE);
    expect(reversalOf({ ...posted('mediate'), kind: 'REVERSAL' }, made)).toEqual(STAGE);
  });
});

describe('an appeal (PTY-14)', () => {
  const until = startOfDay('2026-06-26');

  it('can be made for fifteen days, the last included', () => {
    expect(appealableUntil(posted('late'), ACT)).toBe(until);
    expect(appealed(posted('late'), '那天我请了假', until - 1, ACT).ok).toBe(true);
    expect(appealed(posted('late'), '那天我请了假', until, ACT)).toEqual({ ok: false, reason: { kind: 'TOO_LATE', until } });
  });

  it('of a claim that the branch left lying until it expired runs from then; nobody appeals for what the branch recorded and let lapse', () => {
    const lapsed = must(expired(looked(), NOW));
    expect(appealableUntil(lapsed, ACT)).toBe(until);
    const { entry, correction } = must(appealDecided(must(appealed(lapsed, '没人看', NOW, ACT)), { upheld: true, answer: '是真的' }, COMMITTEE, 'fix'));
    expect(entry).toMatchObject({ state: 'EXPIRED', appeal: { state: 'UPHELD' } });
    expect(correction).toMatchObject({ _id: 'fix', kind: 'RECORD', state: 'POSTED', tenths: lapsed.tenths });
    expect(appealableUntil(must(expired(recorded(facts('late', { kind: 'RECORD', by: VERIFIER.by }), VERIFIER, ACT), NOW)), ACT)).toBeUndefined();
    expect(appealableUntil(must(withdrawn(looked(), NOW)), ACT)).toBeUndefined();
  });

  it('can be made once, of what was decided', () => {
    const appealing = must(appealed(posted('late'), '那天我请了假', NOW, ACT));
    expect(appealing).toMatchObject({ queue: 'APPEAL', appeal: { state: 'OPEN', decideBy: startOfDay('2026-07-03') } });
    expect(appealed(appealing, '再说', NOW, ACT)).toEqual(STAGE);
    expect(appealed(looked(), '太慢', NOW, ACT)).toEqual(STAGE);
    expect(appealed({ ...posted('late'), reversedBy: 'x' }, '太慢', NOW, ACT)).toEqual(STAGE);
    const dismissed = must(appealDecided(appealing, { upheld: false, answer: '没有请假条' }, COMMITTEE, 'fix')).entry;
    expect(dismissed).toMatchObject({ state: 'POSTED', appeal: { state: 'DISMISSED' } });
    expect(appealed(dismissed, '再说', NOW, ACT)).toEqual(STAGE);
  });

  it('is not decided by whoever looked before, nor by the member', () => {
    const appealing = must(appealed(posted('late'), '那天我请了假', NOW, ACT));
    for (const eyes of [VERIFIER, SECRETARY, { ...COMMITTEE, by: 'person-li' }]) expect(appealDecided(appealing, { upheld: true, answer: '对' }, eyes, 'fix')).toEqual(OWN);
    expect(appealDecided(posted('late'), { upheld: true, answer: '对' }, COMMITTEE, 'fix')).toEqual(STAGE);
  });

  it('upheld takes back what was posted', () => {
    const late = posted('late');
    const { entry, correction } = must(appealDecided(must(appealed(late, '那天我请了假', NOW, ACT)), { upheld: true, answer: '有请假条' }, at(COMMITTEE, NOW + DAY_MS), 'fix'));
    expect(entry).toMatchObject({ state: 'POSTED', reversedBy: 'fix', appeal: { state: 'UPHELD', correctedBy: 'fix' } });
    expect(correction).toMatchObject({ _id: 'fix', kind: 'REVERSAL', state: 'POSTED', tenths: 5, reverses: late._id });
    expect(scoreOf(SCHEME, 'B', foldEntries([entry, ...(correction ? [correction] : [])])).total).toBe(600);
  });

  it('keeps its entry from being taken back another way, so that nothing is given or taken twice', () => {
    const appealing = must(appealed(posted('mediate'), '是两起，不是一起', NOW, ACT));
    const made = { _id: 'back', by: COMMITTEE.by, at: NOW, reason: '录错了' };
    expect(reversalOf(appealing, made)).toEqual(STAGE);
    const dismissed = must(appealDecided(appealing, { upheld: false, answer: '只有一起' }, COMMITTEE, 'fix')).entry;
    expect(reversalOf(dismissed, made).ok).toBe(true);
    // Were it taken back all the same, an upheld appeal must not post its points once more.
    expect(appealDecided({ ...appealing, reversedBy: 'back' }, { upheld: true, answer: '查实' }, COMMITTEE, 'fix')).toEqual(STAGE);
  });

  it('upheld of a reversal gives back what it took, once', () => {
    const original = posted('mediate');
    const back = must(approved(recorded(must(reversalOf(original, { _id: 'back', by: SECRETARY.by, at: NOW, reason: '录错了' })), SECRETARY, ACT), { kind: 'POST' }, COMMITTEE));
    const { entry, correction } = must(appealDecided(must(appealed(back, '没有录错', NOW, ACT)), { upheld: true, answer: '是真的' }, VERIFIER, 'fix'));
    expect(correction).toMatchObject({ kind: 'REVERSAL', reverses: 'back', tenths: 30, state: 'POSTED' });
    const all = [{ ...original, reversedBy: 'back' }, entry, ...(correction ? [correction] : [])];
    expect(scoreOf(SCHEME, 'B', foldEntries(all)).total).toBe(630);
  });

  it('upheld posts what was refused, as an entry of its own', () => {
    const no = must(approved(looked(), { kind: 'REFUSE', reason: '没看到' }, SECRETARY));
    const { entry, correction } = must(appealDecided(must(appealed(no, '组长在场', NOW, ACT)), { upheld: true, answer: '核实在场' }, COMMITTEE, 'fix'));
    expect(entry.state).toBe('REFUSED');
    expect(correction).toMatchObject({ _id: 'fix', kind: 'RECORD', state: 'POSTED', tenths: 20 });
    expect(correction).not.toHaveProperty('refused');
    expect(correction).not.toHaveProperty('appeal');
  });
});
