/** The automator's protocol over a WebSocket: requests carry an id and are answered with it, events carry none. */
import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

export interface AutomatorServer {
  readonly port: number;
  /** Tells every client. */
  emit(method: string, params: unknown): void;
  close(): void;
}

export type Answer = (method: string, params: unknown) => Promise<unknown>;

/** Listens on this machine only; port 0 takes a free one. Resolves once it does, so that a client never meets a half-open door. */
export function serveAutomator(port: number, answer: Answer): Promise<AutomatorServer> {
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  server.on('connection', (client) => {
    client.on('message', (message) => { void reply(client, String(message), answer); });
  });
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('listening', () => resolve({
      port: (server.address() as AddressInfo).port,
      emit: (method, params) => { for (const client of server.clients) client.send(JSON.stringify({ method, params })); },
      close: () => server.close(),
    }));
  });
}

async function reply(client: WebSocket, message: string, answer: Answer): Promise<void> {
  const { id, method, params } = JSON.parse(message) as { readonly id: string; readonly method: string; readonly params?: unknown };
  try {
    client.send(JSON.stringify({ id, result: (await answer(method, params ?? {})) ?? {} }));
  } catch (error) {
    client.send(JSON.stringify({ id, error: { message: error instanceof Error ? error.message : String(error) } }));
  }
}
