/**
 * A server that answers CloudBase's SDK on this machine: `init({ serviceUrl })` is all it takes.
 *
 * It exists to run the real SDK, wire format and traps included, without a cloud account.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { act, type DuplicateForm, type WireRequest } from './actions';
import { EmulatedDocuments, Refusal, type EmulatedDoc } from './documents';

/** Something that goes wrong with the next request of an action. */
export interface Fault {
  /** For example `database.commitTransaction`. */
  readonly action: string;
  /**
   * `conflict`: refused as a lost race. `drop`: done, but the line breaks before the answer. `lose`: the line breaks
   * before anything is done. `hang`: never answered. `error`: an HTTP 500.
   */
  readonly kind: 'conflict' | 'drop' | 'lose' | 'hang' | 'error';
}

export interface Emulator {
  readonly serviceUrl: string;
  /** Actions as they came, oldest first. */
  readonly requests: readonly WireRequest[];
  /** The next request of that action goes wrong; several are used up in turn. */
  inject(fault: Fault): void;
  /** The form in which duplicates are told from now on. */
  tellDuplicatesBy(form: DuplicateForm): void;
  /** Every document of a collection, in the order in which they were first written: what its owner sees. */
  all(collection: string): readonly EmulatedDoc[];
  close(): Promise<void>;
}

/** Starts an emulator with these collections, empty, on a free port of this machine. */
export async function startEmulator(collections: readonly string[]): Promise<Emulator> {
  const documents = new EmulatedDocuments(collections);
  const requests: WireRequest[] = [];
  const faults: Fault[] = [];
  let duplicates: DuplicateForm = 'text';

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request = JSON.parse(await bodyOf(incoming)) as WireRequest;
    requests.push(request);
    const at = faults.findIndex(({ action }) => action === request.action);
    const fault = at < 0 ? undefined : faults.splice(at, 1)[0];
    switch (fault?.kind) {
      case 'hang':
        return;
      case 'lose':
        incoming.socket.destroy();
        return;
      case 'error':
        response.writeHead(500).end();
        return;
      case 'conflict':
        if (request.transactionId !== undefined) documents.abort(request.transactionId);
        reply(response, { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'WriteConflict' });
        return;
      default:
        break;
    }
    const result = await resultOf(documents, request, duplicates);
    if (fault?.kind === 'drop') incoming.socket.destroy();
    else reply(response, result);
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      // A fault of the emulator itself must not look like one of the cloud.
      response.writeHead(501).end(String(error));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    requests,
    inject: (fault) => void faults.push(fault),
    all: (collection) => documents.all(collection),
    tellDuplicatesBy: (form) => {
      duplicates = form;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function resultOf(documents: EmulatedDocuments, request: WireRequest, duplicates: DuplicateForm): Promise<object> {
  try {
    return await act(documents, request, duplicates);
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, message: error.message };
    throw error;
  }
}

function reply(response: ServerResponse, content: object): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ requestId: 'local', ...content }));
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
