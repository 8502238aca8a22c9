/** Answers and bodies of plain `node:http`. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** For everything: nothing guesses a type, frames a page, or learns from where somebody came. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'cross-origin-resource-policy': 'same-origin',
} as const;

export function answer(response: ServerResponse, status: number, body: string | Uint8Array, headers: Readonly<Record<string, string>>): void {
  // A body that was refused half read would be taken for the next request.
  const ending = response.req.complete ? {} : { connection: 'close' };
  response.writeHead(status, { ...ALWAYS, ...headers, ...ending, 'content-length': Buffer.byteLength(body) });
  response.end(response.req.method === 'HEAD' ? undefined : body);
}

export function answerJson(response: ServerResponse, status: number, value: unknown, more: Readonly<Record<string, string>> = {}): void {
  answer(response, status, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...more });
}

export function refuse(response: ServerResponse, status: number, code: string): void {
  answerJson(response, status, { ok: false, error: { code } });
}

/** The whole body; undefined as soon as it is longer than `maxBytes`, and then nothing more of it is read. */
export async function bodyOf(request: IncomingMessage, maxBytes: number): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

/** A number of a query; NaN for what is none, which every comparison then refuses. */
export function numberIn(query: URLSearchParams, name: string): number {
  const text = query.get(name) ?? '';
  return /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
}
