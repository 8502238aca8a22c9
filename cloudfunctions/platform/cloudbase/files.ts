/** Files in CloudBase's storage. The bucket gives a phone no rights; everything goes by tickets and temporary links. */
import type { FileId } from '@/domain/basics/ids';
import { FilesUnavailable, type Files } from '../files';
import type { CloudbaseApp } from './client';

/** Objects below it go after a day by a rule of the bucket, for what a killed function left (docs/operations.md). */
const QUARANTINE = 'quarantine';
const KEPT = 'kept';
/** As many links and removals as one request takes. */
const BATCH = 50;

export function cloudbaseFiles(app: CloudbaseApp, now: () => number = Date.now): Files {
  let prefix: Promise<string> | undefined;

  /** A cloud file's id is `cloud://<environment>.<bucket>/<path>`; its beginning is learnt from the first ticket. */
  async function cloudId(path: string): Promise<string> {
    prefix ??= asked(async () => {
      const probe = `${QUARANTINE}/probe`;
      const { data } = await app.getUploadMetadata({ cloudPath: probe });
      return data.fileId.slice(0, -probe.length);
    });
    try {
      return (await prefix) + path;
    } catch (error) {
      prefix = undefined;
      throw error;
    }
  }

  async function link(path: string, seconds: number): Promise<string | undefined> {
    const fileID = await cloudId(path);
    const { fileList } = await asked(() => app.getTempFileURL({ fileList: [{ fileID, maxAge: seconds }] }));
    const [found] = fileList;
    return found?.code === 'SUCCESS' ? encodeURI(found.tempFileURL) : undefined;
  }

  async function download(path: string, maxBytes: number): Promise<Uint8Array | undefined> {
    const url = await link(path, 600);
    if (url === undefined) return undefined;
    return asked(async () => {
      const response = await fetch(url);
      if (response.status === 404 || response.status === 403) return undefined;
      if (!response.ok) throw new Error(`the storage answered ${response.status}`);
      if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
        await response.body?.cancel();
        return undefined;
      }
      const bytes = new Uint8Array(await response.arrayBuffer());
      return bytes.length > maxBytes ? undefined : bytes;
    });
  }

  return {
    async ticket(file) {
      // The storage's own tickets have no limit of size; `arrived` looks at it before anything is read.
      const cloudPath = `${QUARANTINE}/${file}`;
      const { data } = await asked(() => app.getUploadMetadata({ cloudPath }));
      return {
        url: data.url,
        method: 'PUT',
        headers: {
          Signature: data.authorization,
          authorization: data.authorization,
          'x-cos-security-token': data.token,
          'x-cos-meta-fileid': data.cosFileId,
          key: encodeURIComponent(cloudPath),
        },
        fields: {},
      };
    },
    arrived: (file, maxBytes) => download(`${QUARANTINE}/${file}`, maxBytes),
    async keep(file, bytes) {
      await asked(() => app.uploadFile({ cloudPath: `${KEPT}/${file}`, fileContent: Buffer.from(bytes) }));
      await asked(async () => app.deleteFile({ fileList: [await cloudId(`${QUARANTINE}/${file}`)] }));
    },
    read: (file) => download(`${KEPT}/${file}`, Number.POSITIVE_INFINITY),
    async links(files, expiresAt) {
      const maxAge = Math.max(1, Math.round((expiresAt - now()) / 1000));
      const links: [FileId, string][] = [];
      for (let at = 0; at < files.length; at += BATCH) {
        const batch = files.slice(at, at + BATCH);
        const ids = await Promise.all(batch.map((file) => cloudId(`${KEPT}/${file}`)));
        const { fileList } = await asked(() => app.getTempFileURL({ fileList: ids.map((fileID) => ({ fileID, maxAge })) }));
        batch.forEach((file, place) => {
          const found = fileList[place];
          if (found?.code === 'SUCCESS') links.push([file, encodeURI(found.tempFileURL)]);
        });
      }
      return Object.fromEntries(links);
    },
    async remove(files) {
      const paths = files.flatMap((file) => [`${QUARANTINE}/${file}`, `${KEPT}/${file}`]);
      for (let at = 0; at < paths.length; at += BATCH) {
        const fileList = await Promise.all(paths.slice(at, at + BATCH).map(cloudId));
        await asked(() => app.deleteFile({ fileList }));
      }
    },
  };
}

/** The SDK sometimes throws and sometimes answers with a code; both are a storage that cannot be used now. */
async function asked<T>(ask: () => Promise<T>): Promise<T> {
  let answer: T;
  try {
    answer = await ask();
  } catch (cause) {
    if (cause instanceof FilesUnavailable) throw cause;
    throw new FilesUnavailable('the storage did not answer', { cause });
  }
  const code = typeof answer === 'object' && answer !== null && 'code' in answer ? answer.code : undefined;
  if (typeof code === 'string' && code !== '' && code !== 'SUCCESS') throw new FilesUnavailable(`the storage refused: ${code}`);
  return answer;
}
