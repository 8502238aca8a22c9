import { HOUR_MS } from '@/domain/basics/civil-time';
import type { AccountId, FileId } from '@/domain/basics/ids';
import { exhaustive } from '@/domain/basics/exhaustive';
import { derivedId } from '@platform/ids';
import type { Upload, UploadedFile } from '@platform/records';
import { refusal } from '@platform/refuse';
import { files } from './os';
import { announce } from './upload-rules';

/** The document of a draft's files. */
export function uploadIdOf(account: AccountId, uploadId: string): string {
  return `${account}:${uploadId}`;
}

/** A file of a draft by an id that a phone named; no name of an object's own machinery finds one. */
export function fileOf(upload: Upload, id: FileId): UploadedFile | undefined {
  return Object.hasOwn(upload.files, id) ? upload.files[id] : undefined;
}

/** Dry runs of sheets that an office over an area brings; a roster is the clerk's. */
const SHEETS = ['ledgers.checkOpening', 'ledgers.checkDirectory', 'tickets.check'] as const;

/** Names a file that is coming and answers how to send it; said again, it is the same file. */
export const beginUpload = files.begin.handler(async ({ input, context, errors }) => {
  const { store, settings, caller, now } = context;
  context.permit('files.begin');
  // Only who may load a sheet may send one; everybody may send photos.
  if (input.purpose === 'ROSTER' && !caller.person?.roles.some(({ area }) => SHEETS.some((action) => context.may(action, { area })))) context.permit('roster.template');

  const _id = uploadIdOf(caller.account, input.uploadId);
  const fileId = derivedId('file', caller.account, input.uploadId, input.fileNo);
  const sweepAt = now + settings.files.unclaimedHours * HOUR_MS;

  const decision = await store.transaction(async (tx) => {
    const upload = await tx.get('uploads', _id);
    const announced = announce(upload, { id: fileId, purpose: input.purpose, bytes: input.bytes, name: input.name }, settings.files);
    if (!announced.ok) return announced;
    if (upload === undefined) {
      await tx.insert('uploads', { _id, account: caller.account, createdAt: now, sweepAt, files: { [fileId]: announced.value } });
    } else if (upload.files[fileId] !== announced.value) {
      await tx.update('uploads', _id, { set: { [`files.${fileId}`]: announced.value, sweepAt } });
    }
    return announced;
  });

  if (!decision.ok) {
    const { reason } = decision;
    switch (reason.code) {
      case 'FILE_TOO_LARGE':
        throw errors.FILE_TOO_LARGE({ data: { maxBytes: reason.maxBytes } });
      case 'TOO_MANY_FILES':
        throw errors.TOO_MANY_FILES({ data: { max: reason.max } });
      case 'REQUEST_REUSED':
        throw refusal('REQUEST_REUSED');
      default:
        return exhaustive(reason);
    }
  }
  return { fileId, ticket: await context.files.ticket(fileId, { bytes: input.bytes, expiresAt: sweepAt }) };
});
