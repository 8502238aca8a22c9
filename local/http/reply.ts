/** Answers and bodies of plain `node:http`. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** For everything: nothing guesses a type, frames a page, or learns from where somebody came. As a list, Node writes them as they stand. */
const ALWAYS = [
  'x-content-type-options', 'nosniff',
  'referrer-policy', 'no-referrer',
  'x-frame-options', 'DENY',
  'cross-origin-resource-policy', 'same-origin',
] as const;

export function answer(response: ServerResponse, status: number, body: string | Uint8Array, headers: Readonly<Record<string, string>>): void {
  // A body that was refused half read would be taken for the next request.
  const ending = response.req.complete ? [] : ['connection', 'close'];
  response.writeHead(status, [...ALWAYS, ...Object.entries(headers).flat(), ...ending, 'content-length', String(Buffer.byteLength(body))]);
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

export function answerJson(response: ServerResponse, status: number, value: unknown, more: Readonly<Record<string, string>> = {}): void {
  answer(response, status, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...more });
}

export function refuse(response: ServerResponse, status: number, code: string): void {
  answerJson(response, status, { ok: false, error: { code } });
}

/** The whole body; undefined as soon as it is longer than `maxBytes`, and then nothing more of it is read. */
export function bodyOf(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return Promise.resolve(undefined);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    // By its events: a loop over the request would cost as much as the rest of HTTP's work for a small body.
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      chunks.push(chunk);
      if (length <= maxBytes) return;
      request.pause();
      resolve(undefined);
    });
    request.on('end', () => resolve(Buffer.concat(chunks, length)));
    request.on('error', reject);
  });
}

/** A number of a query; NaN for what is none, which every comparison then refuses. */
export function numberIn(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '';
  return /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
}
