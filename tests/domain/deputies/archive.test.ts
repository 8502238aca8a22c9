/** An archive's figures: each entry is counted once, for each deputy it stands with (DEP-09). */
import { emptyYear, HEADINGS, withEntry, yearIdOf, yearOfEntry, type ArchiveEntry } from '@/domain/deputies/archive';
import { CONTACT_MODES } from '@/domain/liaisons/contact';

const entry = (heading: ArchiveEntry['heading'], more: Partial<ArchiveEntry> = {}): ArchiveEntry => ({ _id: heading, town: '610921107', heading, on: '2026-03-01', mandates: ['zhou'], absent: [], at: 0, by: 'p', ...more });
const year = emptyYear('zhou', 2026);

describe('an archive (DEP-09)', () => {
  it('counts contacts with their households, and meetings with who came', () => {
    const contact = withEntry(year, entry('CONTACT', { contact: { mode: 'VISIT', purposes: ['LISTEN'], households: 4 } }));
    expect(contact).toMatchObject({ households: 4, receptions: 0, counts: { CONTACT: 1 } });
    expect(withEntry(contact, entry('CONTACT', { contact: { mode: 'REMOTE', purposes: ['LISTEN'], households: 2 } })).households).toBe(6);
    expect(withEntry(year, entry('MEETING'))).toMatchObject({ meetings: { called: 1, came: 1 }, counts: { MEETING: 1 } });
    expect(withEntry(year, entry('MEETING', { absent: ['zhou'] }))).toMatchObject({ meetings: { called: 1, came: 0 }, counts: { MEETING: 0 } });
    expect(withEntry(year, entry('MEETING', { absent: ['li'] }))).toMatchObject({ meetings: { called: 1, came: 1 } });
  });

  it.each(CONTACT_MODES)('counts %s as a day of reception only where people were received at the station', (mode) => {
    expect(withEntry(year, entry('CONTACT', { contact: { mode, purposes: ['LISTEN'], households: 1 } })).receptions).toBe(mode === 'RECEIVE' ? 1 : 0);
  });

  it.each(HEADINGS)('%s raises its own heading and no other', (heading) => {
    const { counts } = withEntry(year, entry(heading));
    expect(counts).toEqual({ ...year.counts, [heading]: 1 });
  });

  it('belongs to the year of its day', () => {
    expect(yearOfEntry({ on: '2026-12-31' })).toBe(2026);
    expect(yearIdOf('zhou', 2026)).toBe('zhou:2026');
  });
});
