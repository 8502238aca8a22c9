import { newRequestId } from '@/services/request-id';
import type { Sheet } from '@/services/choose-sheets';
import { upload } from '@/services/uploads';
import { AppError } from './app-error';

export interface Uploaded {
  readonly uploadId: string;
  readonly fileId: string;
}

/** Brings one workbook to the server, where it is checked and, as the same file, loaded. */
export async function sendSheet(sheet: Sheet): Promise<Uploaded> {
  const uploadId = newRequestId();
  return { uploadId, fileId: await sendOneOf(uploadId, 0, sheet) };
}

/** One of the workbooks of an upload. What is no workbook at all is refused by its name, as one that cannot be read is. */
export async function sendOneOf(uploadId: string, fileNo: number, { name, path }: Sheet): Promise<string> {
  try {
    return await upload({ uploadId, fileNo, purpose: 'ROSTER', path, name });
  } catch (error) {
    if (error instanceof AppError && error.code === 'FILE_TYPE') throw new AppError({ code: 'SHEET_UNREADABLE', data: { file: name, problem: 'NOT_A_SHEET' } }, { cause: error });
    throw error;
  }
}
