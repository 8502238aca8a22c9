/** A closed loop of clients over kept-alive connections: each sends its next request when the last is answered. */
import { Agent, request } from 'node:http';

/** A request that takes longer has no answer: the server is broken, and the bench says which request it was. */
const PATIENCE_MS = 30_000;

export interface Shot {
  readonly path: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Measured {
  readonly perSecond: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Answers that were not a 200. */
  readonly failed: number;
}

/** Sends `count` requests from `clients` clients; `shot(n)` is the nth. */
export async function load(port: number, clients: number, count: number, shot: (n: number) => Shot): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let failed = 0;
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: clients }, async () => {
    for (let n = next++; n < count; n = next++) {
      const began = performance.now();
      if ((await send(agent, port, shot(n))).status !== 200) failed += 1;
      times.push(performance.now() - began);
    }
  }));
  const seconds = (performance.now() - startedAt) / 1000;
  agent.destroy();
  times.sort((one, other) => one - other);
  return { perSecond: count / seconds, p50Ms: at(times, 0.5), p95Ms: at(times, 0.95), failed };
}

/** One request, with its answer's text. */
export function send(agent: Agent | undefined, port: number, { path, body, headers = {} }: Shot, patienceMs = PATIENCE_MS): Promise<{ readonly status: number; readonly text: string }> {
  const text = JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method: 'POST', agent: agent ?? false, headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') }));
      },
    );
    asked.setTimeout(patienceMs, () => asked.destroy(new Error(`no answer within ${patienceMs} ms: POST ${path} ${text}`)));
    asked.on('error', reject);
    asked.end(text);
  });
}

function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
