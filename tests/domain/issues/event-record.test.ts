/** The province's record of an event: derived, but for four things (EVT-18, BUR-03). */
import { atTime, endOfDay } from '@/domain/basics/civil-time';
import { addedTo, eventRecord, peopleKnown } from '@/domain/issues/event-record';
import type { EventAddition, Issue, Urgency } from '@/domain/issues/issue';
import { EVENT_HEADER, eventRow } from '@/domain/wording/event-record';
import { accepted, actor, does, done, handling, reported, REPORTER, settings } from '../../fixtures/issues';
import { COUNTY, GRID, GROUP, TOWN, VILLAGE, WEDNESDAY_9 } from '../../fixtures/village';

const record = (issue: Issue) => eventRecord(issue, settings);
const added = (issue: Issue, event: EventAddition): Issue => ({ ...issue, event });
const joined = (count: number): Issue => ({ ...reported(), supporters: Array.from({ length: count }, (_, at) => `person-${at}`) });

describe('what a matter knows of itself', () => {
  it('is its record, with nothing filled in', () => {
    expect(record(reported())).toEqual({
      number: expect.stringMatching(/^\d{4}-\d{4}$/) as string, at: WEDNESDAY_9, village: '堰坪村', category: 'SANITATION', people: 1, scale: 'SINGLE', level: 'ORDINARY', source: 'REPORTED', units: [], resolver: GRID, result: 'OPEN',
    });
    expect(record(done(handling()))).toMatchObject({ resolver: GRID, result: 'DONE', limit: endOfDay('2026-11-30'), doneAt: expect.any(Number) as number });
  });

  it.each([[undefined, 0, 1, 'SINGLE'], [3, 0, 3, 'SINGLE'], [3, 4, 5, 'SINGLE'], [9, 8, 9, 'SINGLE'], [10, 0, 10, 'GROUP'], [undefined, 9, 10, 'GROUP'], [undefined, 8, 9, 'SINGLE']] as const)(
    '%s said, %i joined: %i people, %s', (said, joins, people, scale) => {
      const issue: Issue = { ...joined(joins), ...(said === undefined ? {} : { peopleAffected: said }) };
      expect(peopleKnown(issue)).toBe(people);
      expect(record(issue)).toMatchObject({ people, scale });
    });

  it.each<[Urgency, string]>([['NORMAL', 'ORDINARY'], ['MAJOR', 'LARGER'], ['URGENT', 'MAJOR']])('%s is %s', (urgency, level) => expect(record({ ...reported(), urgency }).level).toBe(level));

  it('says how it came', () => {
    const ticket = { id: 't', number: 'AK1', receivedAt: 0, answerBy: atTime('2026-11-27', '17:30'), linked: false };
    expect(record({ ...reported(), onBehalf: { by: 'p', byName: '陈守田', consent: 'SPOKEN', at: 0 } }).source).toBe('ON_BEHALF');
    expect(record({ ...reported(), tickets: [ticket], answerBy: ticket.answerBy })).toMatchObject({ source: 'HOTLINE', limit: ticket.answerBy });
    expect(record({ ...reported(), tickets: [{ ...ticket, linked: true }] }).source).toBe('REPORTED');
  });

  it('names the departments that had it, and the post that ended it', () => {
    const at = does(accepted(), { act: 'DISPATCH', to: { post: `${COUNTY}/WATER`, name: '县水利局', since: WEDNESDAY_9 }, assistants: [VILLAGE], text: '' }, { ...actor('town'), posts: [TOWN] }, WEDNESDAY_9 + 1);
    expect(record(at)).toMatchObject({ units: ['县水利局'], resolver: `${COUNTY}/WATER` });
    const up = does(accepted(), { act: 'HAND_UP', text: '办不了', photos: [] }, actor('head'), WEDNESDAY_9 + 1);
    expect(record(done(handling(does(up, { act: 'ACCEPT' }, actor('groupHead'), WEDNESDAY_9 + 2))))).toMatchObject({ resolver: GROUP, units: [] });
  });

  it('says what came of it, and what its reporter says', () => {
    expect(record(does(reported(), { act: 'WITHDRAW' }, REPORTER, WEDNESDAY_9 + 1)).result).toBe('WITHDRAWN');
    expect(record(does(reported({ place: VILLAGE }), { act: 'REJECT', channel: '法院', text: '在打官司' }, actor('duty'), WEDNESDAY_9 + 1)).result).toBe('ELSEWHERE');
    const issue = done(handling());
    expect(record(issue).success).toBeUndefined();
    expect(record(does(issue, { act: 'RATE', solved: 'PARTLY', satisfaction: 'FAIR' }, REPORTER, WEDNESDAY_9 + 9)).success).toBe('PARTLY');
  });
});

describe('what a desk adds', () => {
  it('stands in place of what is derived, and alone where nothing is', () => {
    expect(record(added(reported(), { people: 12, level: 'MAJOR', parties: 'PERSONS', mode: 'PEOPLES_MEDIATION' }))).toMatchObject({ people: 12, scale: 'GROUP', level: 'MAJOR', parties: 'PERSONS', mode: 'PEOPLES_MEDIATION' });
    expect(addedTo(joined(3), { people: 4, level: 'ORDINARY', parties: 'UNITS', mode: undefined })).toEqual({ parties: 'UNITS' });
    expect(addedTo(joined(3), { people: 5, level: 'LARGER', parties: undefined, mode: 'SETTLED' })).toEqual({ people: 5, level: 'LARGER', mode: 'SETTLED' });
    expect(record(added(joined(3), { mode: 'SETTLED' }))).toMatchObject({ people: 4, level: 'ORDINARY', mode: 'SETTLED' });
  });
});

describe('its line in the table', () => {
  it('has a cell for each field of EVT-18, in words, and nobody’s name or words', () => {
    const issue = added(done(handling(accepted(reported({ report: { text: '张三家的水沟堵了' } })))), { parties: 'PERSONS', mode: 'HANDLED' });
    const row = eventRow(record(issue));
    expect(row).toHaveLength(EVENT_HEADER.length);
    expect(row.slice(1)).toEqual(['2026-11-25 09:00', '堰坪村', '个体', '卫生环境', 1, '', '群众上报', '一般', '个人和个人', '直接处置', '中心户长', '2026-11-30', '', '办结', expect.stringContaining('2026-11-25')]);
    expect(row.join()).not.toMatch(/王秀兰|陈守田|水沟|张三/);
  });
});
