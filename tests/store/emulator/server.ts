/**
 * A server that answers CloudBase's SDK on this machine: `init({ serviceUrl })` is all it takes.
 *
 * It exists to run the real SDK, wire format and traps included, without a cloud account: documents, files and WeChat's
 * interfaces. Only who signs with the functions' credentials is answered; a phone has none, and no collection and no file
 * is open to one.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { act, type DuplicateForm, type WireRequest } from './actions';
import { EmulatedDocuments, Refusal, type EmulatedDoc } from './documents';
import { Faults, type Fault } from './faults';
import { EmulatedStorage, type ObjectAnswer } from './storage';
import { EmulatedWechat, type AskedOfWechat } from './wechat';

export type { Fault } from './faults';

/** The credentials of a function in the emulated environment. */
export const credentials = { env: 'local-test', secretId: 'made-up', secretKey: 'made-up' } as const;

export interface Emulator {
  readonly serviceUrl: string;
  /** Actions as they came, oldest first. */
  readonly requests: readonly WireRequest[];
  /** Objects of the storage by path. */
  readonly objects: Map<string, Buffer>;
  /** What WeChat was asked, oldest first. */
  readonly asked: readonly AskedOfWechat[];
  /** What WeChat answers, by interface. */
  readonly answers: Map<string, unknown>;
  /** Every request fails with a 500 while it is set. */
  broken: boolean;
  /** The next request of that action goes wrong; several are used up in turn. */
  inject(fault: Fault): void;
  /** How many connections were opened. */
  connections(): number;
  /** How many of the injected faults have not happened yet. */
  faultsLeft(): number;
  /** The storage takes the next file of nobody, whatever the ticket. */
  refuseNextPut(): void;
  /** The form in which duplicates are told from now on. */
  tellDuplicatesBy(form: DuplicateForm): void;
  /** Every document of a collection, in the order in which they were first written: what its owner sees. */
  all(collection: string): readonly EmulatedDoc[];
  close(): Promise<void>;
}

/** How long a `late` answer waits for another to overtake it. */
const LATE_MS = 200;

/** Starts an emulator with these collections, empty, on a free port of this machine. */
export async function startEmulator(collections: readonly string[], now: () => number = Date.now): Promise<Emulator> {
  const documents = new EmulatedDocuments(collections);
  const requests: WireRequest[] = [];
  const faults = new Faults();
  const wechat = new EmulatedWechat();
  const overtaken = new Set<() => void>();
  let duplicates: DuplicateForm = 'text';
  let base = '';
  let opened = 0;
  const storage = new EmulatedStorage(() => base, now);

  async function answer(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    if (emulator.broken) return void response.writeHead(500).end();
    const url = new URL(incoming.url ?? '/', base);
    if (url.pathname.startsWith('/object/')) return answerObject(response, objectAnswer(incoming, url, body));
    const request = JSON.parse(body.toString()) as WireRequest;
    requests.push(request);
    await answerAction(incoming, response, request);
  }

  async function answerAction(incoming: IncomingMessage, response: ServerResponse, request: WireRequest): Promise<void> {
    if (!isSigned(incoming)) return reply(response, { code: 'SIGN_PARAM_INVALID', message: 'only a function is answered here' });
    const fault = faults.take(request);
    switch (fault) {
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
        return reply(response, { code: 'DATABASE_TRANSACTION_CONFLICT', message: 'WriteConflict' });
      case 'abort':
        if (request.transactionId !== undefined) documents.abort(request.transactionId);
        break;
      case 'twice':
        await resultOf(request);
        break;
      default:
        break;
    }
    const result = await resultOf(request);
    if (fault === 'drop') return void incoming.socket.destroy();
    if (fault === 'late') await overtaking();
    reply(response, result);
    if (fault !== 'late') for (const go of overtaken) go();
  }

  /** Until some other request was answered. */
  async function overtaking(): Promise<void> {
    await new Promise<void>((resolve) => {
      const go = () => {
        overtaken.delete(go);
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(go, LATE_MS);
      overtaken.add(go);
    });
  }

  async function resultOf(request: WireRequest): Promise<object> {
    try {
      if (request.action === 'wx.api') return wechat.act(request);
      if (request.action.startsWith('storage.')) return storage.act(request);
      return await act(documents, request, duplicates);
    } catch (error) {
      if (error instanceof Refusal) return { code: error.code, message: error.message };
      throw error;
    }
  }

  function objectAnswer({ method, headers }: IncomingMessage, { pathname, searchParams }: URL, body: Buffer): ObjectAnswer {
    const path = decodeURIComponent(pathname.slice('/object/'.length));
    if (method === 'PUT') return storage.put(path, headers.authorization, textOf(headers.key), body);
    return storage.get(path, searchParams);
  }

  const server = createServer((incoming, response) => {
    answer(incoming, response).catch((error: unknown) => {
      // A fault of the emulator itself must not look like one of the cloud.
      response.writeHead(501).end(String(error));
    });
  });
  server.on('connection', () => {
    opened += 1;
  });
  const emulator: Emulator = {
    get serviceUrl() {
      return base;
    },
    requests,
    objects: storage.objects,
    asked: wechat.asked,
    answers: wechat.answers,
    broken: false,
    inject: (fault) => faults.add(fault),
    connections: () => opened,
    faultsLeft: () => faults.left,
    refuseNextPut: () => {
      storage.refusing = true;
    },
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return emulator;
}

function isSigned({ headers }: IncomingMessage): boolean {
  return (headers.authorization ?? '').includes(`Credential=${credentials.secretId}/`);
}

function answerObject(response: ServerResponse, { status, body }: ObjectAnswer): void {
  response.writeHead(status, { 'content-length': body.length }).end(body);
}

function reply(response: ServerResponse, content: object): void {
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify({ requestId: 'local', ...content }));
}

function textOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.[0];
}

async function bodyOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
