import { newRequestId } from '@/services/request-id';
import type { Sheet } from '@/services/choose-sheets';
import { upload } from '@/services/uploads';

export interface Uploaded {
  readonly uploadId: string;
  readonly fileId: string;
}

/** Brings one workbook to the server, where it is checked and, as the same file, loaded. */
export async function sendSheet({ name, path }: Sheet): Promise<Uploaded> {
  const uploadId = newRequestId();
  return { uploadId, fileId: await upload({ uploadId, fileNo: 0, purpose: 'ROSTER', path, name }) };
}
