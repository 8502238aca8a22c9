import { dutiesOf, type DutyGround } from '@/domain/points/duties';

const ground = (more: Partial<DutyGround> = {}): DutyGround => ({ asked: [], pledges: [], rule: { min: 2, to: '2026-03-31', open: true }, closed: false, ...more });
const pledge = (id: string, state: 'SENT' | 'RETURNED' | 'CONFIRMED' | 'WITHDRAWN') => ({ id, text: id, state });

describe('what waits for a member (PTY-04, BUR-02)', () => {
  it('is every pledge that is missing, while they are made; one given up does not count', () => {
    expect(dutiesOf(ground())).toEqual([{ kind: 'PLEDGE', missing: 2, until: '2026-03-31' }]);
    expect(dutiesOf(ground({ pledges: [pledge('a', 'SENT'), pledge('b', 'WITHDRAWN')] }))).toEqual([{ kind: 'PLEDGE', missing: 1, until: '2026-03-31' }]);
    expect(dutiesOf(ground({ pledges: [pledge('a', 'SENT'), pledge('b', 'CONFIRMED')] }))).toEqual([]);
    expect(dutiesOf(ground({ rule: { min: 2, to: '2026-03-31', open: false } }))).toEqual([]);
  });

  it('is a pledge that came back, after the window too', () => {
    expect(dutiesOf(ground({ pledges: [pledge('a', 'RETURNED')], rule: { min: 0, to: '2026-03-31', open: false } }))).toEqual([{ kind: 'RETURNED', pledgeId: 'a', text: 'a' }]);
  });

  it('is, of a closed year, only what the branch asked: that is decided still', () => {
    const asked = [{ entryId: 'e', text: '哪两家？' }];
    expect(dutiesOf(ground({ asked, pledges: [pledge('a', 'RETURNED')], closed: true }))).toEqual([{ kind: 'ASKED', entryId: 'e', text: '哪两家？' }]);
  });
});
