import { emptyYear, withEntry, type ArchiveEntry } from '@/domain/deputies/archive';

const entry = (more: Partial<ArchiveEntry>): ArchiveEntry => ({ _id: 'e', town: '610921107', heading: 'MEETING', on: '2026-03-01', mandates: ['m1', 'm2'], absent: [], at: 0, by: 'p', ...more });

describe('a deputy’s year in figures (DEP-09)', () => {
  it('counts a meeting as called for all and as attended for who came', () => {
    expect(withEntry(emptyYear('m1', 2026), entry({ absent: ['m2'] }))).toMatchObject({ meetings: { called: 1, came: 1 }, counts: { MEETING: 1 } });
    expect(withEntry(emptyYear('m2', 2026), entry({ absent: ['m2'] }))).toMatchObject({ meetings: { called: 1, came: 0 }, counts: { MEETING: 0 } });
  });

  it('counts households of a visit, and days of reception', () => {
    const visit = withEntry(emptyYear('m1', 2026), entry({ heading: 'CONTACT', contact: { mode: 'VISIT', purposes: ['LISTEN'], households: 6 } }));
    const both = withEntry(visit, entry({ heading: 'CONTACT', contact: { mode: 'RECEIVE', purposes: ['LISTEN'], households: 2 } }));
    expect(both).toMatchObject({ households: 8, receptions: 1, counts: { CONTACT: 2 } });
  });
});
