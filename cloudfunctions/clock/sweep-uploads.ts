/** Removes files that no report claimed in time, and what a killed sweep left behind. */
import { MINUTE_MS } from '@/domain/basics/civil-time';
import type { FileId } from '@/domain/basics/ids';
import type { Job, JobContext } from './job';

/** Marks an upload that is being removed, so that no report can claim it any more. */
export const SWEEPING = 'sweep';
/** When a sweep that was killed is taken up again. */
const AGAIN_MS = 10 * MINUTE_MS;

export const sweepUploads: Job = { name: 'uploads.sweep', run };

async function run(context: JobContext, limit: number): Promise<number> {
  const { store, now, files } = context;
  const due = await store.find('uploads', { where: { sweepAt: { lte: now } }, orderBy: [{ field: 'sweepAt', direction: 'asc' }], limit });
  for (const { _id } of due.items) {
    const ids = await claim(context, _id);
    if (ids === undefined) continue;
    await files.remove(ids);
    await store.remove('uploads', _id);
  }
  return due.items.length;
}

/** Claimed as a report would claim it, so that only one of the two can. */
async function claim({ store, now }: JobContext, id: string): Promise<readonly FileId[] | undefined> {
  return store.transaction(async (tx) => {
    const upload = await tx.get('uploads', id);
    if (upload?.sweepAt === undefined || upload.sweepAt > now) return undefined;
    if (upload.claimedBy !== undefined && upload.claimedBy !== SWEEPING) return undefined;
    await tx.update('uploads', id, { set: { claimedBy: SWEEPING, sweepAt: now + AGAIN_MS } });
    return Object.keys(upload.files);
  });
}
