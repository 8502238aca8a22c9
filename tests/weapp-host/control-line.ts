/** A second line to the host beside the automator's, for what the automator has no words for. */
import WebSocket from 'ws';

export interface ControlLine {
  ask<T>(method: string, params?: object): Promise<T>;
  close(): void;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

export async function openControlLine(port: number): Promise<ControlLine> {
  const socket = await connect(port);
  const waiting = new Map<string, Waiting>();
  socket.on('message', (message: Buffer) => {
    const { id, result, error } = JSON.parse(message.toString()) as { readonly id?: string; readonly result?: unknown; readonly error?: { readonly message: string } };
    const waits = id === undefined ? undefined : waiting.get(id);
    if (error === undefined) waits?.resolve(result);
    else waits?.reject(new Error(error.message));
  });
  let asked = 0;
  return {
    ask: <T>(method: string, params: object = {}) => new Promise<T>((resolve, reject) => {
      asked += 1;
      waiting.set(String(asked), { resolve: resolve as (result: unknown) => void, reject });
      socket.send(JSON.stringify({ id: String(asked), method, params }));
    }),
    close: () => socket.close(),
  };
}

function connect(port: number): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}`);
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
  });
}
