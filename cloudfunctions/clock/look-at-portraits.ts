import { fateOf, portraitsToLookAt, withPortrait } from '@/domain/deputies/portrait';
import { letGo } from '@platform/attachments';
import { notice, toRole } from '@platform/notices';
import type { Job, JobContext } from './job';

/** Pictures decided on in one transaction: each may let go of its draft and tell the presidium. */
const BATCH = 8;
/** A page of a `find`; a town has fewer deputies. */
const MOST = 100;

/** Shows deputies' pictures once their check let them pass; takes away what was refused, and those of mandates that ended (DEP-03, WX-09). */
export const lookAtPortraits: Job = {
  name: 'portraits.look',
  module: 'deputies',
  async run(context, limit) {
    const { items } = await context.store.find('congresses', { where: { photosDueAt: { lte: context.now } }, orderBy: [{ field: 'photosDueAt', direction: 'asc' }], limit });
    for (const { _id } of items) await look(context, _id);
    return items.length;
  },
};

async function look({ store, now }: JobContext, town: string): Promise<void> {
  const open = portraitsToLookAt((await store.get('congresses', town))?.mandates ?? []).slice(0, MOST);
  // Read before the transaction, which can only read by id: an answer that comes in this very moment is read the next time.
  const uploads = open.length === 0 ? [] : (await store.find('uploads', { where: { _id: { in: open.map(({ photo }) => photo.upload) } }, limit: MOST })).items;
  await store.transaction(async (tx) => {
    const congress = await tx.get('congresses', town);
    if (congress?.photosDueAt === undefined || congress.photosDueAt > now) return;
    const fates = portraitsToLookAt(congress.mandates).map((mandate) => {
      const upload = uploads.find(({ _id }) => _id === mandate.photo.upload);
      return { mandate, upload, fate: fateOf(mandate, upload?.files[mandate.photo.file]?.check, now) };
    });
    const decided = fates.filter(({ fate }) => fate.kind !== 'WAITS');
    let { mandates } = congress;
    for (const { mandate, upload, fate } of decided.slice(0, BATCH)) {
      const photo = fate.kind === 'SHOWN' ? { ...mandate.photo, shown: true } : undefined;
      mandates = mandates.map((one) => (one.id === mandate.id ? withPortrait(one, photo) : one));
      if (photo === undefined && upload !== undefined) await letGo(tx, upload._id, now);
      if (fate.kind === 'REFUSED') await tx.replace('notices', notice({ to: toRole('PRESIDIUM', town), kind: 'PORTRAIT_REFUSED', at: now, data: { town, mandate: mandate.id, deputy: mandate.name }, cause: mandate.photo.file }));
    }
    const waits = fates.flatMap(({ fate }) => (fate.kind === 'WAITS' ? [fate.againAt] : []));
    const next = decided.length > BATCH ? [now] : waits;
    const { photosDueAt: _now, ...rest } = congress;
    await tx.replace('congresses', { ...rest, mandates, version: congress.version + 1, ...(next.length === 0 ? {} : { photosDueAt: Math.min(...next) }) });
  });
}
