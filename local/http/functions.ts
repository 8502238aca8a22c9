/** `POST /fn/<context>` with `{procedure, input}`: the same `main(event, context)` that the cloud calls. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyRouter } from '@orpc/server';
import type { ContextName } from '@/contract';
import type { AccountId } from '@/domain/basics/ids';
import type { Platform } from '@platform/context';
import { serve, type Main } from '@platform/serve';
import { httpStatusOf } from '@platform/statuses';
import { router as deputies } from '../../cloudfunctions/deputies/router';
import { router as files } from '../../cloudfunctions/files/router';
import { router as grids } from '../../cloudfunctions/grids/router';
import { router as issues } from '../../cloudfunctions/issues/router';
import { router as notices } from '../../cloudfunctions/notices/router';
import { router as people } from '../../cloudfunctions/people/router';
import { router as roster } from '../../cloudfunctions/roster/router';
import { router as voting } from '../../cloudfunctions/voting/router';
import { answerJson, bodyOf, refuse } from './reply';

/** Longer than any input of the contract can be. */
const MAX_BODY_BYTES = 262_144;

export type Identify = (request: IncomingMessage) => Promise<AccountId | undefined>;

const routers: Partial<Record<ContextName, AnyRouter>> = { deputies, files, grids, issues, notices, people, roster, voting };

/** Answers what is posted to a function. The identity comes from the request's own platform, never from its body. */
export function functionDoor(platform: Platform, identify: Identify): (request: IncomingMessage, response: ServerResponse, name: string) => Promise<void> {
  const host = { platform, identify: (account: unknown) => account as AccountId | undefined };
  const mains = new Map<string, Main>(Object.entries(routers).map(([name, router]) => [name, serve(name as ContextName, router, host)]));

  return async function call(request, response, name) {
    const main = mains.get(name);
    if (main === undefined) return refuse(response, 404, 'NOT_FOUND');
    if (request.method !== 'POST') return refuse(response, 405, 'NOT_FOUND');
    // A form of another site can post text but not this type, so a page elsewhere cannot act for whoever has this one open.
    if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return refuse(response, 415, 'INVALID_INPUT');
    const body = await bodyOf(request, MAX_BODY_BYTES);
    if (body === undefined) return refuse(response, 413, 'INVALID_INPUT');
    const event = parse(body);
    if (event === undefined) return refuse(response, 400, 'INVALID_INPUT');
    const reply = await main(event, await identify(request));
    answerJson(response, httpStatusOf(reply), reply);
  };
}

function parse(body: Buffer): object | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    // Whatever is wrong with it, it is no call.
    return undefined;
  }
}
