import { unreadableAs } from '@/domain/wording/roster';
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

/** One of the workbooks of an upload. What is no workbook that can be read is refused by its name, as the reader itself refuses. */
export async function sendOneOf(uploadId: string, fileNo: number, { name, path }: Sheet): Promise<string> {
  try {
    return await upload({ uploadId, fileNo, purpose: 'ROSTER', path, name });
  } catch (error) {
    const problem = error instanceof AppError ? problemOf(error) : undefined;
    if (problem === undefined) throw error;
    throw new AppError({ code: 'SHEET_UNREADABLE', data: { file: name, problem } }, { cause: error });
  }
}

function problemOf({ code, data }: AppError): string | undefined {
  if (code === 'FILE_TOO_LARGE') return 'TOO_LARGE';
  return code === 'FILE_TYPE' ? unreadableAs((data as { readonly found?: string } | undefined)?.found ?? '') : undefined;
}
