import { countySettings } from '../../../config/county/settings';
import { lawViolations } from '@/domain/settings/guard';
import type { QuorumSettings } from '@/domain/settings/policy-settings';
import type { CountySettings } from '@/domain/settings/settings';
import type { Threshold } from '@/domain/basics/ratio';

const settings = countySettings();

/** The settings with one figure changed; `path` as the guard writes it. */
function withFigure(path: string, value: unknown): CountySettings {
  const copy = JSON.parse(JSON.stringify(settings)) as Record<string, unknown>;
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, copy);
  expect(holder).toHaveProperty([last]);
  holder[last] = value;
  return copy as unknown as CountySettings;
}

describe('the guard of the law', () => {
  it('lets the defaults through', () => {
    expect(lawViolations(settings)).toEqual([]);
  });

  it.each([
    // path, the law's edge, one step beyond it, one step stricter
    ['disclosure.generalMonths', 3, 4, 2, '第三十五条', 'PUB-01'],
    ['disclosure.financeMonths', 1, 2, undefined, '第三十五条', 'PUB-02'],
    ['disclosure.minDays', 15, 14, 16, '第三十五条', 'PUB-04'],
    ['consult.publishDays', 15, 14, 16, '第三十五条', 'CON-10'],
    ['consult.assemblyNoticeDays', 10, 9, 11, '第二十五条', 'CON-05'],
    ['deputy.replyMonths.0', 3, 4, 2, '第五十一条', 'DEP-07'],
    ['deputy.replyMonths.1', 6, 7, 5, '第五十一条', 'DEP-07'],
    ['event.objection.petitionWorkdays', 5, 6, 4, '第二十三条', 'EVT-08'],
    ['privacy.logMonths', 6, 5, 7, '第二十三条', 'IT-04'],
  ])('takes %s at %i, refuses %i, and lets a county be stricter with %s (%s, %s)', (path, edge, beyond, stricter, article, _rule) => {
    expect(lawViolations(withFigure(path, edge))).toEqual([]);
    if (stricter !== undefined) expect(lawViolations(withFigure(path, stricter))).toEqual([]);
    const violations = lawViolations(withFigure(path, beyond));
    expect(violations).toMatchObject([{ kind: 'LAW', path, value: beyond, limit: edge }]);
    expect(violations[0]?.law).toContain(article);
    expect(violations[0]?.words).toContain(article);
  });

  it.each([29, 31])('refuses %i days for judicial confirmation, which are exactly 30 (MED-07)', (days) => {
    expect(lawViolations(withFigure('mediation.confirmDays', days))).toMatchObject([
      { path: 'mediation.confirmDays', value: days, limit: 30, law: '《中华人民共和国人民调解法》第三十三条' },
    ]);
  });

  const majority: Threshold = { kind: 'MORE_THAN', of: [1, 2] };
  const half: Threshold = { kind: 'AT_LEAST', of: [1, 2] };
  const twoThirds: Threshold = { kind: 'AT_LEAST', of: [2, 3] };
  const almostTwoThirds: Threshold = { kind: 'AT_LEAST', of: [666, 1000] };

  it.each<[keyof QuorumSettings, Threshold, Threshold, Threshold, string]>([
    ['assemblyAdults', majority, half, twoThirds, '第二十六条'],
    ['assemblyHouseholds', twoThirds, almostTwoThirds, { kind: 'MORE_THAN', of: [2, 3] }, '第二十六条'],
    ['assemblyPass', majority, half, twoThirds, '第二十六条'],
    ['representatives', twoThirds, almostTwoThirds, { kind: 'AT_LEAST', of: [4, 5] }, '第三十条'],
    ['representativesPass', majority, half, twoThirds, '第三十条'],
    ['groupAdults', twoThirds, almostTwoThirds, { kind: 'AT_LEAST', of: [3, 4] }, '第三十二条'],
    ['groupHouseholds', twoThirds, almostTwoThirds, { kind: 'AT_LEAST', of: [3, 4] }, '第三十二条'],
    ['groupPass', majority, half, twoThirds, '第三十二条'],
    ['collectiveAttend', twoThirds, almostTwoThirds, { kind: 'AT_LEAST', of: [3, 4] }, '第二十七条'],
    ['collectivePass', twoThirds, almostTwoThirds, { kind: 'AT_LEAST', of: [3, 4] }, '第二十七条'],
  ])('takes quorum.%s at %j, refuses %j, lets a county ask for %j (%s; VOTE-01..05)', (key, edge, beyond, stricter, article) => {
    expect(lawViolations(withFigure(`quorum.${key}`, edge))).toEqual([]);
    expect(lawViolations(withFigure(`quorum.${key}`, stricter))).toEqual([]);
    const violations = lawViolations(withFigure(`quorum.${key}`, beyond));
    expect(violations).toMatchObject([{ kind: 'LAW', path: `quorum.${key}` }]);
    expect(violations[0]?.law).toContain(article);
  });

  it('says in words what stands there, what the law asks, and where it says so', () => {
    expect(lawViolations(withFigure('disclosure.minDays', 7))[0]?.words).toBe(
      '现在是7日，依法不得少于15日。依据：《中华人民共和国村民委员会组织法》（2025年修正）第三十五条。',
    );
    expect(lawViolations(withFigure('quorum.assemblyPass', half))[0]?.words).toBe(
      '现在是1/2以上，依法应当是超过1/2或者更高。依据：《中华人民共和国村民委员会组织法》（2025年修正）第二十六条。',
    );
  });

  it('finds every violation, not only the first', () => {
    const lax = withFigure('disclosure', { generalMonths: 6, financeMonths: 3, majorWorkdays: 2, minDays: 7 });
    expect(lawViolations(lax).map((violation) => violation.path)).toEqual([
      'disclosure.generalMonths',
      'disclosure.financeMonths',
      'disclosure.minDays',
    ]);
  });
});
