/**
 * CloudBase's HTTP access (HTTP 访问服务): a browser's request arrives as an event with `httpMethod`, `path`, `headers`, `body` and
 * `isBase64Encoded`, and what is answered with a `statusCode` goes out as a response. The same `main` answers; who asks is told by
 * the session's cookie alone, never by an openid, wherever in the request one might stand.
 */
import { base } from '@/contract/common';
import type { WireReply } from '@/contract/wire';
import { answerBrowser } from '../browser/door';
import { siteFrom } from '../browser/site';
import type { Host, Main } from '../serve';
import { ownOpenid } from './identity';

/** CloudBase's 集成请求, as far as it is read. */
export interface HttpEvent {
  readonly httpMethod: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly isBase64Encoded?: unknown;
}

/** CloudBase's 集成响应. */
export interface HttpReply {
  readonly isBase64Encoded: false;
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As on the local server: longer than any input of the contract can be. */
const MAX_BODY_BYTES = 262_144;
/** Refusals that a procedure of its own answers; the page reads the code, not the status. */
const REFUSED = 422;
const HEADERS = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' } as const;
const STATUSES: Readonly<Record<string, { readonly status: number }>> = { ...base['~orpc'].errorMap, INTERNAL: { status: 500 } };

/**
 * A function's `main` that browsers can reach as well. Without `CUNLISHI_DESK_ORIGIN` there is no address at which a desk is
 * opened, and every HTTP request is refused.
 */
export function withHttpAccess(main: Main, host: () => Promise<Host>): (event: unknown, functionContext?: unknown) => Promise<WireReply | HttpReply> {
  return async function mainOrHttp(event, functionContext) {
    // A phone writes its event itself, so one that looks like a request is still that phone's call.
    if (!isHttp(event) || ownOpenid(functionContext) !== undefined) return main(event, functionContext);
    const site = siteFrom(process.env);
    if (site === undefined) return refused(404, 'NOT_FOUND');
    if (event.httpMethod !== 'POST') return refused(405, 'NOT_FOUND');
    const headers = lowerCased(event.headers);
    const header = (name: string): string | undefined => headers.get(name);
    if (!/^application\/json\b/i.test(header('content-type') ?? '')) return refused(415, 'INVALID_INPUT');
    const call = callIn(event);
    if (call === undefined) return refused(400, 'INVALID_INPUT');
    const { reply, cookie } = await answerBrowser(main, { header, event: call }, site, (await host()).platform);
    return answered(reply.ok ? 200 : (STATUSES[reply.error.code]?.status ?? REFUSED), reply, cookie === undefined ? {} : { 'set-cookie': cookie });
  };
}

function isHttp(event: unknown): event is HttpEvent {
  if (typeof event !== 'object' || event === null) return false;
  const { httpMethod, path, headers } = event as Partial<Record<keyof HttpEvent, unknown>>;
  return typeof httpMethod === 'string' && typeof path === 'string' && typeof headers === 'object' && headers !== null;
}

/** How the gateway writes the names is not promised. A header that came twice is nobody's to interpret. */
function lowerCased(headers: HttpEvent['headers']): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const twice = new Set<string>();
  for (const [name, value] of Object.entries(headers)) {
    const key = name.toLowerCase();
    if (found.has(key)) twice.add(key);
    if (typeof value === 'string') found.set(key, value);
  }
  for (const key of twice) found.delete(key);
  return found;
}

/** The call in a request's body; undefined for what is none. */
function callIn({ body, isBase64Encoded }: HttpEvent): object | undefined {
  if (typeof body !== 'string' || body.length > 2 * MAX_BODY_BYTES) return undefined;
  const text = isBase64Encoded === true || isBase64Encoded === 'true' ? Buffer.from(body, 'base64').toString('utf8') : body;
  if (Buffer.byteLength(text) > MAX_BODY_BYTES) return undefined;
  try {
    const call: unknown = JSON.parse(text);
    return typeof call === 'object' && call !== null && !Array.isArray(call) ? call : undefined;
  } catch {
    // Whatever is wrong with it, it is no call.
    return undefined;
  }
}

function refused(statusCode: number, code: string): HttpReply {
  return answered(statusCode, { ok: false, error: { code } });
}

function answered(statusCode: number, reply: WireReply, more: Readonly<Record<string, string>> = {}): HttpReply {
  return { isBase64Encoded: false, statusCode, headers: { ...HEADERS, ...more }, body: JSON.stringify(reply) };
}
