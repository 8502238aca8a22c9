/**
 * CloudBase's storage as the emulator keeps it: objects by path, and no way to one but a ticket or a link that was signed
 * for exactly it and has not ended. Whoever comes without gets a 403, as a phone would.
 */
import { createHmac, randomBytes } from 'node:crypto';
import { Refusal } from './documents';

export const PREFIX = 'cloud://local-test.bucket/';
/** How long the storage's own tickets live. */
const TICKET_MS = 15 * 60_000;

export interface StorageRequest {
  readonly action: string;
  readonly path?: string;
  readonly file_list?: readonly { readonly fileid: string; readonly max_age: number }[];
  readonly fileid_list?: readonly string[];
}

/** An answer to a plain HTTP request for an object. */
export interface ObjectAnswer {
  readonly status: number;
  readonly body: Buffer;
}

export class EmulatedStorage {
  /** Objects by path. */
  readonly objects = new Map<string, Buffer>();
  /** The next upload is refused. */
  refusing = false;
  private readonly secret = randomBytes(16);

  /** @param base where objects are reached; ends with a slash. */
  constructor(
    private readonly base: () => string,
    private readonly now: () => number,
  ) {}

  act(request: StorageRequest): Readonly<Record<string, unknown>> {
    switch (request.action) {
      case 'storage.getUploadMetadata': {
        const path = request.path ?? '';
        const until = this.now() + TICKET_MS;
        return { data: { url: `${this.base()}object/${path}`, token: 'token', authorization: `${until}:${this.sign('PUT', path, until)}`, fileId: PREFIX + path, cosFileId: `cos-${path}` } };
      }
      case 'storage.batchGetDownloadUrl':
        return { data: { download_list: (request.file_list ?? []).map(({ fileid, max_age: age }) => this.linkOf(fileid, age)) } };
      case 'storage.batchDeleteFile':
        return {
          data: {
            delete_list: (request.fileid_list ?? []).map((fileID) => ({ fileID, code: this.objects.delete(pathOf(fileID)) ? 'SUCCESS' : 'STORAGE_FILE_NONEXIST' })),
          },
        };
      default:
        throw new Refusal('INVALID_ACTION', `no action ${request.action}`);
    }
  }

  /** @param ticket the `authorization` header. */
  put(path: string, ticket: string | undefined, key: string | undefined, body: Buffer): ObjectAnswer {
    if (this.refusing) {
      this.refusing = false;
      return refused();
    }
    const [until = '', signature = ''] = (ticket ?? '').split(':');
    if (key !== encodeURIComponent(path) || !this.holds('PUT', path, Number(until), signature)) return refused();
    this.objects.set(path, body);
    return { status: 200, body: Buffer.alloc(0) };
  }

  get(path: string, query: URLSearchParams): ObjectAnswer {
    if (!this.holds('GET', path, Number(query.get('until')), query.get('sign') ?? '')) return refused();
    const body = this.objects.get(path);
    return body === undefined ? { status: 404, body: Buffer.alloc(0) } : { status: 200, body };
  }

  private linkOf(fileID: string, age: number): object {
    const path = pathOf(fileID);
    if (!fileID.startsWith(PREFIX) || !this.objects.has(path)) return { fileID, code: 'STORAGE_FILE_NONEXIST', tempFileURL: '' };
    const until = this.now() + age * 1000;
    return { fileID, code: 'SUCCESS', tempFileURL: `${this.base()}object/${path}?age=${age}&until=${until}&sign=${this.sign('GET', path, until)}` };
  }

  private holds(method: string, path: string, until: number, signature: string): boolean {
    return signature === this.sign(method, path, until) && this.now() < until;
  }

  private sign(method: string, path: string, until: number): string {
    return createHmac('sha256', this.secret).update(`${method}\n${path}\n${until}`).digest('hex');
  }
}

function pathOf(fileID: string): string {
  return fileID.slice(PREFIX.length);
}

/** As the storage says it. */
function refused(): ObjectAnswer {
  const body = "<?xml version='1.0' encoding='utf-8' ?><Error><Code>AccessDenied</Code><Message>Access Denied.</Message><RequestId>local</RequestId><TraceId>local</TraceId></Error>";
  return { status: 403, body: Buffer.from(body) };
}
