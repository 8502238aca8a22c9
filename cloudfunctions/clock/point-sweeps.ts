/** What is kept of points for a time, removed after it (PRV-10): a ledger for two cycles and the current one, contacts for two years. */
import { addCivilDays } from '@/domain/basics/civil-time';
import { cycleOn } from '@/domain/points/cycle';
import type { MemberYear } from '@/domain/points/year';
import type { Job, JobContext } from './job';
import { removeUpload } from './sweep-uploads';

/** Cycles kept beside the current one. */
const CYCLES = 2;
const PAGE = 100;

export const sweepPartyContacts: Job = {
  name: 'partyContacts.sweep',
  async run({ store, settings, today }, limit) {
    const last = addCivilDays(today, -Math.ceil(settings.privacy.contactYears * 366));
    const { items } = await store.find('partyContacts', { where: { on: { lt: last } }, orderBy: [{ field: 'on', direction: 'asc' }], limit });
    for (const { _id } of items) await store.remove('partyContacts', _id);
    return items.length;
  },
};

export const sweepOldYears: Job = {
  name: 'points.sweep',
  async run(context, limit) {
    const { store, settings, today } = context;
    const first = cycleOn(today, settings.party.cycleStart) - CYCLES;
    const { items } = await store.find('pointYears', { where: { cycle: { lt: first } }, orderBy: [{ field: 'cycle', direction: 'asc' }], limit });
    for (const year of items) await removeYear(context, year);
    return items.length;
  },
};

/** The year goes last, so that a run that was stopped finds the rest again. */
async function removeYear(context: JobContext, { _id, branch, cycle }: MemberYear): Promise<void> {
  const { store } = context;
  const entries = await store.find('pointEntries', { where: { year: _id }, limit: PAGE });
  for (const { _id: entry, uploads } of entries.items) {
    for (const one of uploads) {
      const upload = await store.get('uploads', one);
      if (upload !== undefined) await removeUpload(context, upload);
    }
    await store.remove('pointEntries', entry);
  }
  if (entries.next !== undefined) return;
  const publications = await store.find('pointPublications', { where: { branch, cycle }, limit: PAGE });
  for (const one of publications.items) await store.remove('pointPublications', one._id);
  await store.remove('pointYears', _id);
}
