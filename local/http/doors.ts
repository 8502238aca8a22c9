/** One port, a few doors: which request goes through which. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { describeThrown, expectedFailure } from '@platform/failures';
import type { Log } from '../log';
import { answerJson, refuse } from './reply';

type Door = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface Doors {
  readonly call: (request: IncomingMessage, response: ServerResponse, name: string) => Promise<void>;
  readonly files: (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;
  readonly page: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;
  /** Absent outside demo mode. */
  readonly demo?: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>;
  /** Resolves while the server can do its work. */
  readonly healthy: () => Promise<void>;
}

/** A request that takes longer than this to arrive is given up. */
const REQUEST_MS = 60_000;

export function openDoors(doors: Doors, log: Log): Server {
  const server = createServer((request, response) => void pass(request, response));
  server.requestTimeout = REQUEST_MS;
  server.on('clientError', (_error, socket) => socket.destroy());
  return server;

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const startedAt = performance.now();
    const path = (request.url ?? '/').split('?', 1)[0] ?? '/';
    let failure: unknown;
    try {
      await doorFor(path)(request, response);
    } catch (error) {
      failure = error;
      // A full disk or a busy store passes; anything else is a fault of ours.
      const code = expectedFailure(error)?.code === 'UNAVAILABLE' ? 'UNAVAILABLE' : 'INTERNAL';
      if (!response.headersSent) refuse(response, code === 'UNAVAILABLE' ? 503 : 500, code);
      else response.destroy();
    }
    // A call has its own line; a path is told without its query, which may hold a signature.
    if (failure !== undefined || !path.startsWith('/fn/') || response.statusCode === 400) {
      const ms = Math.round((performance.now() - startedAt) * 10) / 10;
      log.line({ action: 'http', method: request.method, path: path.slice(0, 200), status: response.statusCode, ms, ...(failure === undefined ? {} : describeThrown(failure)) });
    }
  }

  function doorFor(path: string): Door {
    if (path.startsWith('/fn/')) return (request, response) => doors.call(request, response, path.slice('/fn/'.length));
    if (path.startsWith('/files/')) return (request, response) => doors.files(request, response, new URL(request.url ?? '/', 'http://local'));
    if (path === '/healthz') {
      return async (_request, response) => {
        await doors.healthy().then(() => answerJson(response, 200, { ok: true }), () => refuse(response, 503, 'UNAVAILABLE'));
      };
    }
    const { demo } = doors;
    if (path.startsWith('/demo/') && demo !== undefined) return (request, response) => demo(request, response, path);
    return (request, response) => doors.page(request, response, path);
  }
}
