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
    return true;
  });
  if (discarded) await context.files.remove([input.fileId]);
  return { discarded };
});
