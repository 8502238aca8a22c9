import { createHash } from 'node:crypto';
import { MINUTE_MS } from '@/domain/basics/civil-time';
import type { EpochMs } from '@/domain/basics/ids';
import type { Context } from '@platform/context';
import { inspectFile, KIND_OF_PURPOSE } from '@platform/inspect/inspect';
import type { UploadedFile } from '@platform/records';
import { refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { fileOf, uploadIdOf } from './begin-upload';
import { files } from './os';

/** WeChat fetches a file to check it within half an hour (WX-09). */
const CHECK_LINK_MINUTES = 40;
/** A recorder that is told to stop at a limit stops a little after it. */
const RECORDER_GRACE_SECONDS = 1;

/** Looks at what arrived, keeps a cleaned copy, and has it checked by WeChat. Said again, it answers the same. */
export const finishUpload = files.finish.handler(async ({ input, context, errors }) => {
  const { store, caller, settings } = context;
  const _id = uploadIdOf(caller.account, input.uploadId);
  const upload = await store.get('uploads', _id);
  const file = upload && fileOf(upload, input.fileId);
  if (upload === undefined || file === undefined) throw refusal('NOT_FOUND');
  context.permit('files.finish', { account: upload.account });

  const kind = KIND_OF_PURPOSE[file.purpose];
  if (file.state === 'READY') return { fileId: input.fileId, kind, bytes: file.bytes };

  // What was kept already is looked at again: a process killed between keeping and noting it comes back here.
  const sent = (await context.files.arrived(input.fileId, file.bytes)) ?? (await context.files.read(input.fileId));
  if (sent === undefined) throw errors.FILE_MISSING();
  const seen = inspectFile(sent, kind);
  const maxSeconds = settings.files.maxVoiceSeconds;
  const tooLong = seen.ok && (seen.seconds ?? 0) > maxSeconds + RECORDER_GRACE_SECONDS;
  if (!seen.ok || tooLong) {
    await store.update('uploads', _id, { set: { [`files.${input.fileId}.state`]: 'REFUSED' } });
    await context.files.remove([input.fileId]);
    throw seen.ok ? errors.FILE_TOO_LONG({ data: { maxSeconds } }) : errors.FILE_TYPE({ data: { found: seen.found } });
  }

  await context.files.keep(input.fileId, seen.bytes, seen.type);
  const { check, traceId } = await askForCheck(context, input.fileId, kind);
  const digest = file.purpose === 'POINT_PHOTO' ? evidenceDigest(context, seen.bytes) : undefined;
  const ready: UploadedFile = {
    ...file,
    state: 'READY',
    kind,
    type: seen.type,
    ...(seen.seconds === undefined ? {} : { seconds: Math.round(seen.seconds) }),
    ...(check === undefined ? {} : { check }),
  };
  await store.transaction(async (tx) => {
    const evidence = digest === undefined ? undefined : await evidenceOf(tx, digest, _id, context.now);
    await tx.update('uploads', _id, { set: { [`files.${input.fileId}`]: evidence === undefined ? ready : { ...ready, evidence } } });
    if (traceId !== undefined) await tx.replace('mediaChecks', { _id: traceId, upload: _id, file: input.fileId, at: context.now });
  });
  return { fileId: input.fileId, kind, bytes: file.bytes };
});

/** A photo's content under the server's key: the same picture under another name is known again, and nothing shows from it. */
function evidenceDigest({ sealer }: Context, bytes: Uint8Array): string {
  return sealer.key('point-photo', createHash('sha256').update(bytes).digest('hex')).slice(0, 40);
}

/**
 * Who brings a photo first has it as evidence, until the draft is discarded or swept (PTY-05). Another draft's photo is noted as
 * such; the claim then says so.
 */
async function evidenceOf(tx: Transaction, digest: string, upload: string, now: EpochMs): Promise<NonNullable<UploadedFile['evidence']>> {
  const before = await tx.get('pointPhotos', digest);
  if (before === undefined) await tx.insert('pointPhotos', { _id: digest, upload, at: now });
  return { digest, reused: before !== undefined && before.upload !== upload };
}

/** WX-08. A sheet is no public content. What WeChat cannot say stays `PENDING`, and so hidden from the public (WX-09). */
async function askForCheck(context: Context, fileId: string, kind: 'IMAGE' | 'AUDIO' | 'SHEET'): Promise<{ readonly check?: UploadedFile['check']; readonly traceId?: string }> {
  if (kind === 'SHEET') return {};
  const links = await context.files.links([fileId], context.now + CHECK_LINK_MINUTES * MINUTE_MS);
  const answer = await context.wechat.checkMedia(context.caller.account, links[fileId] ?? '', kind);
  if (typeof answer === 'object') return { check: 'PENDING', traceId: answer.traceId };
  return { check: answer === 'UNKNOWN' ? 'PENDING' : answer };
}
