import { DAY_MS } from '@/domain/basics/civil-time';
import type { Mandate, Portrait } from '@/domain/deputies/congress';
import { fateOf, portraitsToLookAt, withPortrait } from '@/domain/deputies/portrait';

const photo: Portrait = { file: 'file-1', upload: 'wx:a:1', shown: false, at: 1_000 };
const mandate: Mandate & { readonly photo: Portrait } = { id: 'm1', personId: 'p1', name: '周桂芳', level: 'TOWN', term: '第十九届', stationId: 's1', job: '教师', from: '2021-09-01', suspensions: [], photo };

describe('a deputy’s picture (DEP-03, WX-09)', () => {
  it('is looked at while it waits for its check, and once more when the mandate has ended', () => {
    const shown = { ...mandate, id: 'm2', photo: { ...photo, shown: true } };
    const ended = { ...shown, id: 'm3', to: '2026-11-01' };
    const without = withPortrait({ ...mandate, id: 'm4' }, undefined);
    expect(portraitsToLookAt([mandate, shown, ended, without]).map(({ id }) => id)).toEqual(['m1', 'm3']);
    expect(without).not.toHaveProperty('photo');
  });

  it.each([
    ['PASSED', 0, 'SHOWN'],
    ['REFUSED', 0, 'REFUSED'],
    ['PENDING', DAY_MS - 1, 'WAITS'],
    ['PENDING', DAY_MS, 'REFUSED'],
    [undefined, 0, 'REFUSED'],
  ] as const)('checked %s after %d ms it is %s', (check, after, kind) => {
    expect(fateOf(mandate, check, photo.at + after).kind).toBe(kind);
  });

  it('goes with the mandate, whatever its check said', () => {
    expect(fateOf({ ...mandate, to: '2026-11-01' }, 'PASSED', 2_000)).toEqual({ kind: 'ENDED' });
  });
});
