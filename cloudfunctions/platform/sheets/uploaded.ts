/** A sheet that was uploaded for a dry run or a load: of the caller's own draft, and read whole. */
import { Unreadable } from '@platform/sheets/unreadable';
import type { OpenSheet } from '@platform/sheets/open-sheet';
import { openFile } from '@platform/sheets/read-file';
import type { Context } from '@platform/context';
import { contentDigest } from '@platform/ids';
import { invalidField } from '@platform/refuse';

export interface UploadedSheets {
  readonly name: string;
  readonly sheets: readonly OpenSheet[];
  /** Keyed, so that nothing can be guessed from it: what was checked is what is loaded. */
  readonly digest: string;
}

/** Refuses with `INVALID_INPUT` what is not there. Fails with `Unreadable`. One read, and the file. */
export async function uploadedSheets({ store, caller, files, sealer }: Context, { uploadId, fileId }: { readonly uploadId: string; readonly fileId: string }): Promise<UploadedSheets> {
  const upload = await store.get('uploads', `${caller.account}:${uploadId}`);
  const file = upload !== undefined && Object.hasOwn(upload.files, fileId) ? upload.files[fileId] : undefined;
  const bytes = file?.purpose === 'ROSTER' && file.state === 'READY' ? await files.read(fileId) : undefined;
  if (file === undefined || bytes === undefined) throw invalidField('file', 'FILE_MISSING');
  const name = file.name ?? '表格';
  return { name, sheets: (await openFile(bytes, name)).filter(({ hidden }) => hidden !== true), digest: sealer.key('sheet', contentDigest({ bytes: Buffer.from(bytes).toString('base64') })).slice(0, 32) };
}

/** The refusal for a file that cannot be read at all; whatever else failed is no refusal. */
export function unreadable(error: unknown, file: string): { readonly file: string; readonly problem: string } {
  if (!(error instanceof Unreadable)) throw error;
  return { file, problem: error.code };
}
