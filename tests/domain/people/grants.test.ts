import { holdsRole, withGrant, withoutGrant } from '@/domain/people/grants';
import { grantKey, grantsOf, type RoleGrant } from '@/domain/people/roles';

const TODAY = '2026-11-25';
const head: RoleGrant = { role: 'HEAD', area: '610921107202-1.1.1', from: '2024-03-01' };
const key = grantKey(head);

describe('ending a grant', () => {
  it('keeps its days up to the one before (HHL-07)', () => {
    expect(withoutGrant({ roles: [head] }, key, TODAY).roles).toEqual([{ ...head, to: '2026-11-24' }]);
  });

  it('leaves no trace of what had not begun', () => {
    expect(withoutGrant({ roles: [{ ...head, from: TODAY }] }, key, TODAY).roles).toEqual([]);
  });

  it('does not touch what ended before, nor another area\'s, nor another unit\'s', () => {
    const others: RoleGrant[] = [
      { ...head, to: '2025-01-01' },
      { ...head, area: '610921107202-1.1.2' },
      { role: 'DEPARTMENT', area: '610921', from: '2024-01-01', unit: 'WATER' },
    ];
    expect(withoutGrant({ roles: others }, key, TODAY).roles).toEqual(others);
    expect(withoutGrant({ roles: others }, grantKey({ role: 'DEPARTMENT', area: '610921', unit: 'CIVIL' }), TODAY).roles).toEqual(others);
  });

  it('takes the mark of a withdrawal away with it, and no other', () => {
    expect(withoutGrant({ roles: [head], withdrawn: [key, 'VOTER@x'] }, key, TODAY).withdrawn).toEqual(['VOTER@x']);
    expect(withoutGrant({ roles: [head], withdrawn: [key] }, key, TODAY).withdrawn).toBeUndefined();
  });
});

describe('a withdrawn grant', () => {
  it('gives nothing although it is not closed yet', () => {
    expect(grantsOf({ roles: [head] }, TODAY)).toEqual([head]);
    expect(grantsOf({ roles: [head], withdrawn: [key] }, TODAY)).toEqual([]);
    expect(holdsRole({ roles: [head], withdrawn: [key] }, TODAY, 'HEAD')).toBe(false);
  });

  it('is in force again when it is given anew, from the new day', () => {
    const again = withGrant({ roles: [head], withdrawn: [key] }, { ...head, from: TODAY });
    expect(grantsOf(again, TODAY)).toEqual([{ ...head, from: TODAY }]);
    expect(again.roles).toHaveLength(2);
  });
});
