/** The files of a draft, taken over by what they were made for. */
import type { Attachments } from '@/contract/common';
import type { EpochMs, FileId } from '@/domain/basics/ids';
import type { Context } from './context';
import { linkUntil } from './issue-outcome';
import type { Upload, UploadedFile } from './records';
import { invalidField } from './refuse';
import type { Transaction } from './store';

export interface Claimed {
  readonly photos: readonly FileId[];
  readonly voice?: FileId;
  readonly voiceSeconds?: number;
  /** The `uploads` document, for the media check's later answer. */
  readonly uploads: readonly string[];
  /** Those that the media check let pass already (WX-09). */
  readonly shownFiles: readonly FileId[];
}

/** Photos as evidence of a deed: whether one is another claim's already (PTY-05). */
export interface ClaimedEvidence extends Claimed {
  readonly reused: boolean;
}

/** Claims photos that were brought as evidence; a photo that was brought for anything else is none. */
export async function claimEvidence(tx: Transaction, context: Context, attachments: Attachments | undefined, target: string): Promise<ClaimedEvidence> {
  let reused = false;
  const claimed = await claim(tx, context, attachments, target, (file) => {
    reused ||= file.evidence?.reused === true;
    return file.purpose === 'POINT_PHOTO' && file.evidence !== undefined;
  });
  return { ...claimed, reused };
}

/** Marks an upload that is being removed, so that nothing can claim it any more. */
export const SWEEPING = 'sweep';

/** Lets go of files that were claimed: the clock removes them at its next turn. One write; the draft must be there. */
export function letGo(tx: Transaction, upload: string, now: EpochMs): Promise<void> {
  return tx.update('uploads', upload, { set: { claimedBy: SWEEPING, sweepAt: now } });
}

export const NO_FILES: Claimed = { photos: [], uploads: [], shownFiles: [] };

/** A read and a write; nothing without attachments. */
export const CLAIM_OPERATIONS = 2;

/**
 * Claims files for a record (`issue:<id>`), inside the transaction that makes use of them: the sweeper leaves them alone
 * from then on. Refuses what is not there, not checked, not the caller's own, or another record's already.
 */
export async function claim(tx: Transaction, context: Context, attachments: Attachments | undefined, target: string, fits: (photo: UploadedFile) => boolean = ({ purpose }) => purpose === 'ISSUE_PHOTO'): Promise<Claimed> {
  if (attachments === undefined || (attachments.photos.length === 0 && attachments.voice === undefined)) return NO_FILES;
  const { caller, settings } = context;
  const { photos, voice, uploadId } = attachments;
  if (photos.length > settings.files.maxPhotos) throw invalidField('attachments.photos', 'TOO_LONG', settings.files.maxPhotos);
  const id = `${caller.account}:${uploadId}`;
  const upload = await tx.get('uploads', id);
  if (upload === undefined || upload.account !== caller.account || (upload.claimedBy ?? target) !== target) throw invalidField('attachments', 'UNKNOWN');
  for (const photo of photos) if (!isReady(upload, photo, 'IMAGE', fits)) throw invalidField('attachments.photos', 'NOT_READY');
  if (voice !== undefined && !isReady(upload, voice, 'AUDIO')) throw invalidField('attachments.voice', 'NOT_READY');
  await tx.update('uploads', id, { set: { claimedBy: target }, unset: ['sweepAt'] });
  const once = [...new Set(photos)];
  const files = voice === undefined ? once : [...once, voice];
  return {
    photos: once,
    ...(voice === undefined ? {} : { voice, voiceSeconds: upload.files[voice]?.seconds }),
    uploads: [id],
    shownFiles: files.filter((file) => upload.files[file]?.check === 'PASSED'),
  };
}

/** Short-lived links to files, for the reader that was found to be one. */
export async function linksTo(files: readonly FileId[], { files: storage, now, settings }: Pick<Context, 'files' | 'now' | 'settings'>): Promise<(file: FileId) => string> {
  if (files.length === 0) return () => '';
  const links = await storage.links([...new Set(files)], linkUntil(now, settings.files.linkMinutes));
  return (file) => links[file] ?? '';
}

function isReady(upload: Upload, id: FileId, kind: 'IMAGE' | 'AUDIO', fits: (file: UploadedFile) => boolean = () => true): boolean {
  const file = Object.hasOwn(upload.files, id) ? upload.files[id] : undefined;
  return file?.state === 'READY' && file.kind === kind && fits(file);
}
