/** Who has it and by when, in a villager's words (ui.md: say who, and by when). */
import { atTime } from '@/domain/basics/civil-time';
import { dueWords, railAt, railOf, stageChip, statusLine, type Progress } from '@/components/issue/progress';

const NOW = atTime('2026-11-23', '09:41');

function issue(change: Partial<Progress>): Progress {
  return { stage: 'HANDLING', owner: { name: '陈守田' }, calendarIncomplete: false, dueAt: atTime('2026-11-25', '24:00'), ...change };
}

describe('the line under an issue', () => {
  it('names the person and the last day', () => {
    expect(statusLine(issue({}), NOW)).toBe('陈守田在办，最晚后天办好');
  });

  it('says by when it must be accepted while nobody has', () => {
    expect(statusLine(issue({ stage: 'REPORTED', acceptBy: atTime('2026-11-23', '11:20') }), NOW)).toBe('交给了陈守田，最晚今天 11:20 接');
  });

  it('says the same of a matter handed on and not taken over', () => {
    expect(statusLine(issue({ stage: 'ASSIGNED', acceptBy: atTime('2026-11-23', '11:20') }), NOW)).toContain('接');
  });
});

describe('a day that has passed', () => {
  it('is not promised any more: the line says by how much', () => {
    expect(statusLine(issue({ dueAt: atTime('2026-11-20', '24:00') }), NOW)).toBe('陈守田在办，该11月20日（周五）办好的，超期 3 天');
    expect(statusLine(issue({ stage: 'REPORTED', acceptBy: atTime('2026-11-23', '09:41') }), NOW)).toBe('交给了陈守田，该今天 9:41 接的，过了时间');
  });
});

describe('a neighbour\'s matter', () => {
  it.each([['DONE', '报的人'], ['RATED', '报的人']] as const)('%s: what waits for %s does not wait for the reader', (stage, who) => {
    const theirs = issue({ stage, mine: false });
    expect(statusLine(theirs, NOW)).toContain(who);
    for (const words of [statusLine(theirs, NOW), dueWords(theirs, NOW).line, railOf(theirs).join()]) expect(words).not.toContain('您');
    expect(statusLine(issue({ stage, mine: true }), NOW)).toContain('您');
  });
});

describe('the due block', () => {
  it.each([
    ['2026-11-25', 'left', '还剩 2 天'],
    ['2026-11-23', 'today', '今天到期'],
    ['2026-11-22', 'overdue', '超期 1 天'],
    ['2026-11-20', 'overdue', '超期 3 天'],
  ])('a matter due at the end of %s is %s: %s', (day, state, words) => {
    expect(dueWords(issue({ dueAt: atTime(day, '24:00') }), NOW)).toMatchObject({ state, words });
  });

  it('is overdue from the instant the day is over', () => {
    const end = atTime('2026-11-23', '24:00');
    expect(dueWords(issue({ dueAt: end }), end - 1).state).toBe('today');
    expect(dueWords(issue({ dueAt: end }), end).state).toBe('overdue');
  });

  it('warns that the date may move where the year’s holidays are not published (CAL-03)', () => {
    expect(dueWords(issue({ calendarIncomplete: true }), NOW).line).toContain('放假安排还没公布');
  });

  it('does not count while it is suspended', () => {
    expect(dueWords(issue({ side: 'SUSPENDED', dueAt: atTime('2026-11-20', '24:00') }), NOW).state).toBe('paused');
  });
});

describe('the rail', () => {
  it('stands at the stage the matter is in, and past the end when all is done', () => {
    expect([railAt('REPORTED'), railAt('ACCEPTED'), railAt('HANDLING'), railAt('DONE'), railAt('ARCHIVED')]).toEqual([0, 1, 2, 4, 5]);
  });
});

describe('the chip', () => {
  it('turns bad when the limit has passed, and says by how much', () => {
    expect(stageChip(issue({ dueAt: atTime('2026-11-22', '24:00') }), NOW)).toEqual({ tone: 'bad', text: '超期 1 天', icon: 'alert' });
  });

  it('is not bad for what is done, however late', () => {
    expect(stageChip(issue({ stage: 'DONE', dueAt: atTime('2026-11-01', '24:00') }), NOW).tone).toBe('ok');
  });
});
