/** What a draft's upload may hold, by the county's settings. */
import { ok, refused, type Result } from '@/domain/basics/result';
import type { FileId } from '@/domain/basics/ids';
import type { FileSettings } from '@/domain/settings/settings';
import type { Upload, UploadedFile } from '@platform/records';

export type Purpose = UploadedFile['purpose'];

/** A whole county's residents as XLSX are some 20 MB, as CSV some 40 MB; a cloud function's memory bounds it too. */
const MAX_SHEET_BYTES = 64_000_000;
/** A directory shows dozens of portraits at once on a slow line; the phone makes each small before it sends it. */
const MAX_PORTRAIT_BYTES = 200_000;
/** As many sheets as one check takes (roster contract). */
const MAX_SHEETS = 10;

export function maxBytesOf(purpose: Purpose, settings: FileSettings): number {
  switch (purpose) {
    case 'ISSUE_PHOTO':
    case 'POINT_PHOTO':
      return settings.maxPhotoBytes;
    case 'ISSUE_VOICE':
      return settings.maxVoiceBytes;
    case 'DEPUTY_PHOTO':
      return Math.min(MAX_PORTRAIT_BYTES, settings.maxPhotoBytes);
    case 'ROSTER':
      return MAX_SHEET_BYTES;
  }
}

function maxFilesOf(purpose: Purpose, settings: FileSettings): number {
  switch (purpose) {
    case 'ISSUE_PHOTO':
    case 'POINT_PHOTO':
      return settings.maxPhotos;
    case 'ISSUE_VOICE':
    case 'DEPUTY_PHOTO':
      return 1;
    case 'ROSTER':
      return MAX_SHEETS;
  }
}

export type AnnouncedRefusal =
  | { readonly code: 'FILE_TOO_LARGE'; readonly maxBytes: number }
  | { readonly code: 'TOO_MANY_FILES'; readonly max: number }
  | { readonly code: 'REQUEST_REUSED' };

/**
 * The file as it is expected from now on. The same file announced again is the same; the same number with another size or
 * purpose is refused, and so is a further file for a draft that was sent.
 */
export function announce(
  upload: Upload | undefined,
  file: { readonly id: FileId; readonly purpose: Purpose; readonly bytes: number; readonly name?: string },
  settings: FileSettings,
): Result<UploadedFile, AnnouncedRefusal> {
  const { id, purpose, bytes, name } = file;
  const maxBytes = maxBytesOf(purpose, settings);
  if (bytes > maxBytes) return refused({ code: 'FILE_TOO_LARGE', maxBytes });
  const known = upload?.files[id];
  if (known?.state === 'READY' || known?.state === 'EXPECTED') {
    return known.purpose === purpose && known.bytes === bytes ? ok(known) : refused({ code: 'REQUEST_REUSED' });
  }
  if (upload?.claimedBy !== undefined) return refused({ code: 'REQUEST_REUSED' });
  const max = maxFilesOf(purpose, settings);
  const others = Object.entries(upload?.files ?? {}).filter(([other, one]) => other !== id && one.purpose === purpose && one.state !== 'REFUSED');
  if (others.length >= max) return refused({ code: 'TOO_MANY_FILES', max });
  return ok({ purpose, state: 'EXPECTED', bytes, ...(name === undefined ? {} : { name }) });
}
