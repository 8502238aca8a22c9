import { accountOf, type Somebody } from '../fixtures/village';
import { tap, type System } from './harness';

/** A workbook that somebody has sent, as an upload leaves it. */
export async function sheetOf(system: System, who: Somebody, bytes: Uint8Array, name = '表.xlsx'): Promise<{ readonly uploadId: string; readonly fileId: string }> {
  const uploadId = tap();
  const fileId = `sheet-${uploadId}`;
  await system.store.insert('uploads', { _id: `${accountOf(who)}:${uploadId}`, account: accountOf(who), createdAt: system.now(), files: { [fileId]: { purpose: 'ROSTER', state: 'READY', bytes: bytes.length, kind: 'SHEET', type: 'application/zip', name } } });
  await system.files.keep(fileId, bytes, 'application/zip');
  return { uploadId, fileId };
}
