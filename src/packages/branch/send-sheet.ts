import { newRequestId } from '@/services/request-id';
import type { Sheet } from '@/services/choose-sheets';
import { upload } from '@/services/uploads';
import { type AppError } from '@/services/app-error';
import { words } from '@/hooks/use-act';
import { unreadableWords } from '@/domain/wording/roster';

export interface Uploaded {
  readonly uploadId: string;
  readonly fileId: string;
}

/** Brings one workbook to the server, where it is checked and, as the same file, loaded. */
export async function sendSheet({ name, path }: Sheet): Promise<Uploaded> {
  const uploadId = newRequestId();
  return { uploadId, fileId: await upload({ uploadId, fileNo: 0, purpose: 'ROSTER', path, name }) };
}

/** Why a workbook was refused; of one that cannot be read, what to do about it. */
export function sheetRefusal(error: AppError): string {
  if (error.code !== 'SHEET_UNREADABLE' || typeof error.data !== 'object' || error.data === null) return words(error);
  return unreadableWords(error.data as { readonly file: string; readonly problem: string });
}
