import http from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FunctionServer {
  readonly base: string;
  stop(): void;
}

/** Functions answered by the test itself: `POST /fn/<name>`. */
export function serveFunctions(answer: (name: string, data: unknown) => unknown): Promise<FunctionServer> {
  const server = http.createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const name = decodeURIComponent(request.url?.replace(/^\/fn\//, '') ?? '');
      void Promise.resolve(answer(name, JSON.parse(Buffer.concat(parts).toString()))).then((reply) => {
        response.setHeader('content-type', 'application/json').end(JSON.stringify(reply ?? null));
      });
    });
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve({ base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() }));
  });
}
