import type { FileId } from '@/domain/basics/ids';
import type { Upload } from '@platform/records';
import { refusal } from '@platform/refuse';
import { fileOf, uploadIdOf } from './begin-upload';
import { files } from './os';

/** Takes a file back before its draft is sent. A file that is gone already is discarded already. */
export const discardUpload = files.discard.handler(async ({ input, context }) => {
  const _id = uploadIdOf(context.caller.account, input.uploadId);
  context.permit('files.discard', { account: context.caller.account });
  const discarded = await context.store.transaction(async (tx) => {
    const upload = await tx.get('uploads', _id);
    if (upload === undefined || fileOf(upload, input.fileId) === undefined) return false;
    if (upload.claimedBy !== undefined) throw refusal('REQUEST_REUSED');
    await tx.update('uploads', _id, { unset: [`files.${input.fileId}`] });
    const freed = freedEvidence(upload, input.fileId);
    if (freed !== undefined) await tx.remove('pointPhotos', freed);
    return true;
  });
  if (discarded) await context.files.remove([input.fileId]);
  return { discarded };
});

/** The evidence that a photo gives free: another draft may bring it now. Not while this draft has the same picture twice. */
function freedEvidence(upload: Upload, fileId: FileId): string | undefined {
  const mine = fileOf(upload, fileId)?.evidence;
  if (mine === undefined || mine.reused) return undefined;
  const again = Object.entries(upload.files).some(([id, { evidence }]) => id !== fileId && evidence?.digest === mine.digest);
  return again ? undefined : mine.digest;
}
