/** The doors to the files: `PUT /files/upload/<file>` with a ticket, `GET /files/<file>` with a link. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DiskFiles } from '@platform/disk/files';
import { typeOfKept } from '@platform/inspect/inspect';
import type { EpochMs } from '@/domain/basics/ids';
import { answer, answerJson, bodyOf, numberIn, refuse } from './reply';

export function fileDoor(files: DiskFiles, now: () => EpochMs): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  return async function pass(request, response, url) {
    const [, , first = '', second] = url.pathname.split('/');
    const signature = url.searchParams.get('s') ?? '';
    const expiresAt = numberIn(url.searchParams, 'e');
    if (first === 'upload' && second !== undefined) {
      if (request.method !== 'PUT') return refuse(response, 405, 'NOT_FOUND');
      const ticket = { bytes: numberIn(url.searchParams, 'b'), expiresAt, signature };
      const allowed = files.allowance(second, ticket, now());
      if (allowed === undefined) return refuse(response, 403, 'FORBIDDEN');
      const body = await bodyOf(request, allowed);
      const problem = body === undefined ? 'SIZE' : await files.receive(second, ticket, body, now());
      if (problem !== undefined) return refuse(response, problem === 'SIZE' ? 413 : 403, problem === 'SIZE' ? 'FILE_TOO_LARGE' : 'FORBIDDEN');
      return answerJson(response, 200, { ok: true, data: {} });
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405, 'NOT_FOUND');
    const bytes = second === undefined ? await files.show(first, { expiresAt, signature }, now()) : undefined;
    if (bytes === undefined) return refuse(response, 404, 'NOT_FOUND');
    answer(response, 200, bytes, {
      'content-type': typeOfKept(bytes),
      'cache-control': 'private, max-age=600',
      // Even if a browser took it for a page, it could run nothing.
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': 'inline',
    });
  };
}
