/** Removes files that no report claimed in time, and what a killed sweep left behind. */
import { MINUTE_MS } from '@/domain/basics/civil-time';
import { SWEEPING } from '@platform/attachments';
import type { Upload } from '@platform/records';
import type { Job, JobContext } from './job';

/** When a sweep that was killed is taken up again. */
export const AGAIN_MS = 10 * MINUTE_MS;

export const sweepUploads: Job = { name: 'uploads.sweep', run };

async function run(context: JobContext, limit: number): Promise<number> {
  const { store, now, files } = context;
  const due = await store.find('uploads', { where: { sweepAt: { lte: now } }, orderBy: [{ field: 'sweepAt', direction: 'asc' }], limit });
  for (const { _id } of due.items) {
    const upload = await claim(context, _id);
    if (upload === undefined) continue;
    await removeUpload({ store, files }, upload);
  }
  return due.items.length;
}

/** Removes an upload with its files, and what its photos were evidence of. */
export async function removeUpload({ store, files }: Pick<JobContext, 'store' | 'files'>, upload: Upload): Promise<void> {
  await files.remove(Object.keys(upload.files));
  for (const { evidence } of Object.values(upload.files)) if (evidence?.reused === false) await store.remove('pointPhotos', evidence.digest);
  await store.remove('uploads', upload._id);
}

/** Claimed as a report would claim it, so that only one of the two can. */
async function claim({ store, now }: JobContext, id: string): Promise<Upload | undefined> {
  return store.transaction(async (tx) => {
    const upload = await tx.get('uploads', id);
    if (upload?.sweepAt === undefined || upload.sweepAt > now) return undefined;
    if (upload.claimedBy !== undefined && upload.claimedBy !== SWEEPING) return undefined;
    await tx.update('uploads', id, { set: { claimedBy: SWEEPING, sweepAt: now + AGAIN_MS } });
    return upload;
  });
}
