import defaults from '../../../config/county/default.json';
import hanyin from '../../../config/county/hanyin.json';
import { countySettings } from '../../../config/county/settings';
import { AREA_LEVELS } from '@/domain/areas/code';
import { CATEGORIES } from '@/domain/issues/issue';
import { acceptLimit, longestExtension, solveLimit } from '@/domain/settings/event-limits';
import { describeProblems, loadSettings } from '@/domain/settings/load';
import type { SettingsProblem } from '@/domain/settings/problem';

/** The problems of Hanyin's settings with `change` laid over them. */
function problemsOf(change: unknown): readonly SettingsProblem[] {
  const loaded = loadSettings(defaults, hanyin, change);
  return loaded.ok ? [] : loaded.reason;
}

function pathsOf(change: unknown): readonly string[] {
  return problemsOf(change).map((problem) => problem.path);
}

describe('the settings of Hanyin', () => {
  const settings = countySettings();

  it('are the defaults under the county\'s own name', () => {
    expect(settings).toEqual({ ...defaults, ...hanyin });
    expect(settings.countyCode).toBe('610921');
    expect(settings.title).toBe('汉阴321');
  });

  it('keep the figures of the rulebook, section 10', () => {
    expect(settings.grid.l3).toEqual({ hhMin: 20, hhMax: 30, ppMin: 70, ppMax: 120 });
    expect(settings.deputy.replyMonths).toEqual([3, 6]);
    expect(settings.subsidyFen).toEqual({ SIMPLE: 10_000, HARD: 20_000, MAJOR: 30_000 });
    expect(settings.event.cap).toBe(15);
    expect(settings.event.pause).toEqual({ times: 2, ofLimit: [1, 1] });
    expect(settings.binding).toEqual({ triesPerDay: 5, codeHours: 72 });
  });

  it('show the emergency numbers in the order 119, 120, 110, 122 (EVT-10)', () => {
    expect(settings.emergencyNumbers.map((line) => line.number)).toEqual(['119', '120', '110', '122']);
  });

  it('hold integers and strings only, no fractions of a number', () => {
    const numbers = JSON.stringify(settings).match(/-?\d+\.\d+/g);
    expect(numbers).toBeNull();
  });
});

describe('the limits on an issue', () => {
  const settings = countySettings();

  it.each(AREA_LEVELS)('to accept at %s are 30 minutes when urgent and 4 hours when major (EVT-05)', (level) => {
    expect(acceptLimit(settings, 'URGENT', level)).toEqual({ unit: 'MINUTE', n: 30 });
    expect(acceptLimit(settings, 'MAJOR', level)).toEqual({ unit: 'MINUTE', n: 240 });
  });

  it.each([
    ['GRID3', { unit: 'MINUTE', n: 1440 }],
    ['GRID2', { unit: 'MINUTE', n: 1440 }],
    ['GRID1', { unit: 'WORKDAY', n: 1 }],
    ['VILLAGE', { unit: 'WORKDAY', n: 1 }],
    ['TOWN', { unit: 'WORKDAY', n: 1 }],
    ['COUNTY', { unit: 'WORKDAY', n: 1 }],
  ] as const)('to accept an ordinary one at %s is %j (EVT-05)', (level, limit) => {
    expect(acceptLimit(settings, 'NORMAL', level)).toEqual(limit);
  });

  it.each([
    ['CONSULT', 'WORKDAY', 1, 1],
    ['SANITATION', 'WORKDAY', 3, 3],
    ['PATROL', 'WORKDAY', 3, 3],
    ['ERRAND', 'WORKDAY', 5, 5],
    ['OTHER', 'WORKDAY', 5, 5],
    ['EMERGENCY', 'WORKDAY', 8, 7],
    ['SUGGEST', 'WORKDAY', 10, 5],
    ['COMPLAINT', 'WORKDAY', 10, 5],
    ['DISPUTE', 'MONTH', 1, 0],
  ] as const)('to solve %s are %s %i, extended by at most %i within the cap of 15 (EVT-06, MED-04)', (category, unit, n, more) => {
    expect(solveLimit(settings, category)).toEqual({ unit, n });
    expect(longestExtension(settings, category)).toBe(more);
  });

  it('are set for every category', () => {
    expect(CATEGORIES.map((category) => solveLimit(settings, category).n).every((n) => n >= 1)).toBe(true);
  });

  it('are not extended where the county allows no extension', () => {
    const strict = countySettings({ ...hanyin, event: { extendOnce: false } });
    expect(longestExtension(strict, 'ERRAND')).toBe(0);
  });
});

describe('a county\'s own file', () => {
  it('changes only what it names', () => {
    const loaded = loadSettings(defaults, hanyin, { event: { workdays: { ERRAND: 4 } } });
    expect(loaded.ok && loaded.value.event.workdays).toEqual({ ...defaults.event.workdays, ERRAND: 4 });
  });

  it('replaces lists whole', () => {
    const loaded = loadSettings(defaults, hanyin, { servicePhones: [{ name: '县里值班', number: '0000-0000000' }] });
    expect(loaded.ok && loaded.value.servicePhones).toHaveLength(1);
  });

  it('may switch a scheduled visit off with null (SVC-01) but nothing else', () => {
    expect(problemsOf({ service: { greenDays: null } })).toEqual([]);
    expect(pathsOf({ service: { yellowDays: null } })).toEqual(['service.yellowDays']);
  });

  it('must say which county it is', () => {
    const loaded = loadSettings(defaults);
    expect(!loaded.ok && loaded.reason).toEqual([
      { kind: 'SHAPE', path: 'countyCode', words: '没有填。' },
      { kind: 'SHAPE', path: 'countyName', words: '没有填。' },
    ]);
  });

  it.each([
    ['a limit on reports that a flood would meet', { sending: { reports: { hour: 9, day: 40 } } }, 'sending.reports.hour'],
    ['a limit on requests that silences', { sending: { requests: { hour: 3, day: 5 } } }, 'sending.requests.day'],
    ['a limit on remarks that silences', { sending: { remarksPerDay: 4 } }, 'sending.remarksPerDay'],
    ['a day with less than one of its hours', { sending: { supports: { hour: 30, day: 20 } } }, 'sending.supports'],
    ['an unknown section', { evnet: {} }, 'evnet'],
    ['a mistyped key', { event: { workdays: { ERAND: 4 } } }, 'event.workdays.ERAND'],
    ['a key in a list', { departments: [{ code: 'WATER', name: '县水利局', categories: [], phone: '1' }] }, 'departments.0.phone'],
    ['a category nobody knows', { departments: [{ code: 'WATER', name: '县水利局', categories: ['FLOOD'] }] }, 'departments.0.categories.0'],
    ['a level nobody knows', { event: { accept: { SOON: {} } } }, 'event.accept.SOON'],
    ['a figure written as text', { event: { cap: '15' } }, 'event.cap'],
    ['a fraction of a day', { event: { cap: 14.5 } }, 'event.cap'],
    ['pauses that may outlast the limit itself', { event: { pause: { times: 2, ofLimit: [3, 2] } } }, 'event.pause.ofLimit'],
    ['pauses without an end', { event: { pause: { times: 21, ofLimit: [1, 1] } } }, 'event.pause.times'],
    ['a limit of nothing', { event: { accept: { URGENT: { GRID3: { unit: 'MINUTE', n: 0 } } } } }, 'event.accept.URGENT.GRID3.n'],
    ['a unit nobody knows', { event: { whistle: { respond: { URGENT: { unit: 'HOUR', n: 1 } } } } }, 'event.whistle.respond.URGENT.unit'],
    ['a town\'s code for the county\'s', { countyCode: '610921100' }, 'countyCode'],
    ['a day that is none', { calendar: { holidays: ['2027-02-30'] } }, 'calendar.holidays.0'],
    ['a month and day that are none', { deputy: { open: '02-30' } }, 'deputy.open'],
    ['more than the whole', { deputy: { minShare: [6, 5] } }, 'deputy.minShare'],
    ['nobody to ring', { servicePhones: [] }, 'servicePhones'],
    ['a key that would reach the prototype', JSON.parse('{"event":{"__proto__":{"cap":99}}}'), 'event.__proto__'],
  ])('is refused for %s, with the path', (_, change, path) => {
    expect(pathsOf(change)).toEqual([path]);
  });

  it.each(['issues', 'contacts', 'roster'])('cannot switch %s off (BUR-08)', (module) => {
    expect(pathsOf({ modules: { [module]: false } })).toEqual([`modules.${module}`]);
  });

  it.each(['consultations', 'deputies', 'points'])('can switch %s on and off (BUR-08)', (module) => {
    expect(problemsOf({ modules: { [module]: true } })).toEqual([]);
    expect(problemsOf({ modules: { [module]: false } })).toEqual([]);
  });

  it.each([
    ['a limit beyond the cap (EVT-06)', { event: { workdays: { COMPLAINT: 16 } } }, 'event.workdays.COMPLAINT'],
    ['hazard limits that together pass the cap', { event: { emergency: { fixWorkdays: 15 } } }, 'event.emergency'],
    ['bounds the wrong way round (GRD-06)', { grid: { l3: { hhMin: 31 } } }, 'grid.l3'],
    ['weights that are not 100 together (DEP-18)', { deputy: { composite: [60, 30, 20] } }, 'deputy.composite'],
    ['a day both off and on', { calendar: { holidays: ['2027-01-02'], workdays: ['2027-01-02'] } }, 'calendar'],
    ['a department code used twice', { departments: [{ code: 'WATER', name: '一', categories: [] }, { code: 'WATER', name: '二', categories: [] }] }, 'departments.1.code'],
  ])('is refused for %s', (_, change, path) => {
    expect(problemsOf(change)).toMatchObject([{ kind: 'CONTRADICTION', path }]);
  });

  it('is accepted at the cap', () => {
    expect(problemsOf({ event: { workdays: { COMPLAINT: 15 } } })).toEqual([]);
  });

  it('tells every problem at once, in words', () => {
    const problems = problemsOf({ countyName: '', event: { cap: '15' }, evnet: 1 });
    expect(describeProblems(problems).split('\n').sort()).toEqual(
      ['countyName：字数不能少于1。', 'event.cap：应当是整数。', 'evnet：没有这一项设置，请检查是不是写错了。'].sort(),
    );
  });

  it.each([null, undefined, 'text', 7, []])('is refused when it is no settings at all: %j', (json) => {
    expect(loadSettings(json).ok).toBe(false);
  });

  it('stops the start when it is refused', () => {
    expect(() => countySettings({ ...hanyin, disclosure: { minDays: 14 } })).toThrow('disclosure.minDays');
  });
});
