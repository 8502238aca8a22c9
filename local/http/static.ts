/** The built H5 app. Names with a hash in them never change; the page itself is asked for each time. */
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { answer, refuse } from './reply';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const SMALL_BYTES = 1_024;
const HASHED = /\.[0-9a-f]{8}\./;

/** Pages run our own scripts only; `blob:` is a photo or a voice note on its way from the phone. Styles are set by Taro at run time. */
const PAGE_POLICY = [
  "default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' blob: data:", "media-src 'self' blob:",
  "connect-src 'self' blob:", "font-src 'self' data:", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
].join('; ');

interface Cached {
  readonly changedMs: number;
  readonly plain: Buffer;
  readonly packed?: Buffer;
}

export function staticDoor(root: string): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  const cache = new Map<string, Cached>();
  return async function show(request, response, path) {
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'NOT_FOUND');
    const file = fileFor(root, path);
    const found = file === undefined ? undefined : await load(file, cache);
    if (file === undefined || found === undefined) {
      if (path === '/') return answer(response, 503, 'The app is not built yet: npm run build:h5\n', { 'content-type': 'text/plain; charset=utf-8' });
      return refuse(response, 404, 'NOT_FOUND');
    }
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const packs = found.packed !== undefined && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    answer(response, 200, packs && found.packed ? found.packed : found.plain, {
      'content-type': type,
      'cache-control': HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(packs ? { 'content-encoding': 'gzip' } : {}),
      ...(type.startsWith('text/html') ? { 'content-security-policy': PAGE_POLICY, 'permissions-policy': 'camera=(self), microphone=(self), geolocation=()' } : {}),
    });
  };
}

/** The file of a path; undefined for one that leads out of the folder. */
function fileFor(root: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0')) return undefined;
  const file = normalize(join(root, decoded === '/' ? 'index.html' : decoded));
  return file.startsWith(root + sep) ? file : undefined;
}

async function load(file: string, cache: Map<string, Cached>): Promise<Cached | undefined> {
  try {
    const { mtimeMs, size } = await stat(file);
    const known = cache.get(file);
    if (known?.changedMs === mtimeMs) return known;
    const plain = await readFile(file);
    const packed = size > SMALL_BYTES && /^(text|application|image\/svg)/.test(TYPES[extname(file)] ?? '') ? gzipSync(plain) : undefined;
    const fresh = { changedMs: mtimeMs, plain, ...(packed === undefined ? {} : { packed }) };
    cache.set(file, fresh);
    return fresh;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
