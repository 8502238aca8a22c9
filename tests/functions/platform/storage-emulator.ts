/** CloudBase's storage and WeChat's interfaces on the SDK's wire, enough to run the adapters through the real SDK. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface StorageEmulator {
  readonly serviceUrl: string;
  /** Objects by path. */
  readonly objects: Map<string, Buffer>;
  /** What WeChat was asked, oldest first. */
  readonly asked: { readonly apiName: string; readonly data: Readonly<Record<string, unknown>> }[];
  /** What WeChat answers, by interface. */
  readonly answers: Map<string, unknown>;
  /** Every request fails with a 500 while it is set. */
  broken: boolean;
  close(): Promise<void>;
}

const PREFIX = 'cloud://local-test.bucket/';

export async function startStorage(): Promise<StorageEmulator> {
  const objects = new Map<string, Buffer>();
  const asked: StorageEmulator['asked'] = [];
  const answers = new Map<string, unknown>();
  let base = '';

  function act(request: Readonly<Record<string, unknown>>): object {
    switch (request.action) {
      case 'storage.getUploadMetadata': {
        const path = String(request.path);
        return { data: { url: `${base}object/${path}`, token: 'token', authorization: 'signed', fileId: PREFIX + path, cosFileId: `cos-${path}` } };
      }
      case 'storage.batchGetDownloadUrl': {
        const list = request.file_list as readonly { readonly fileid: string; readonly max_age: number }[];
        return {
          data: {
            download_list: list.map(({ fileid, max_age: age }) => {
              const path = fileid.slice(PREFIX.length);
              const found = fileid.startsWith(PREFIX) && objects.has(path);
              return { fileID: fileid, code: found ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST', tempFileURL: found ? `${base}object/${path}?age=${age}` : '' };
            }),
          },
        };
      }
      case 'storage.batchDeleteFile': {
        const list = request.fileid_list as readonly string[];
        return { data: { delete_list: list.map((fileID) => ({ fileID, code: objects.delete(fileID.slice(PREFIX.length)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })) } };
      }
      case 'wx.api': {
        const apiName = String(request.apiName);
        asked.push({ apiName, data: JSON.parse(String(request.requestData)) as Readonly<Record<string, unknown>> });
        return { data: { responseData: JSON.stringify(answers.get(apiName) ?? {}) } };
      }
      default:
        return { code: 'UNKNOWN_ACTION', message: String(request.action) };
    }
  }

  const emulator = { serviceUrl: '', objects, asked, answers, broken: false, close: () => Promise.resolve() };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      const path = decodeURIComponent((request.url ?? '').split('?')[0] ?? '').replace(/^\/object\//, '');
      if (emulator.broken) return response.writeHead(500).end();
      if (request.method === 'PUT') {
        objects.set(path, body);
        return response.writeHead(200).end();
      }
      if (request.method === 'GET') {
        const object = objects.get(path);
        return object === undefined ? response.writeHead(404).end() : response.writeHead(200, { 'content-length': object.length }).end(object);
      }
      const answer = act(JSON.parse(body.toString()) as Readonly<Record<string, unknown>>);
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ requestId: 'local', ...answer }));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  emulator.serviceUrl = base;
  emulator.close = () => new Promise((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
  return emulator;
}
