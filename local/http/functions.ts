/** `POST /fn/<context>` with `{procedure, input}`: the same `main(event, context)` that the cloud calls. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AnyRouter } from '@orpc/server';
import type { ContextName } from '@/contract';
import type { AccountId } from '@/domain/basics/ids';
import { answerBrowser } from '@platform/browser/door';
import type { DeskSite } from '@platform/browser/site';
import type { Platform } from '@platform/context';
import { serve, type Identity, type Main } from '@platform/serve';
import { httpStatusOf } from '@platform/statuses';
import { router as appraisals } from '../../cloudfunctions/appraisals/router';
import { router as consultations } from '../../cloudfunctions/consultations/router';
import { router as deputies } from '../../cloudfunctions/deputies/router';
import { router as desk } from '../../cloudfunctions/desk/router';
import { router as files } from '../../cloudfunctions/files/router';
import { router as grids } from '../../cloudfunctions/grids/router';
import { router as issues } from '../../cloudfunctions/issues/router';
import { router as ledgers } from '../../cloudfunctions/ledgers/router';
import { router as notices } from '../../cloudfunctions/notices/router';
import { router as people } from '../../cloudfunctions/people/router';
import { router as points } from '../../cloudfunctions/points/router';
import { router as roster } from '../../cloudfunctions/roster/router';
import { router as tickets } from '../../cloudfunctions/tickets/router';
import { router as voting } from '../../cloudfunctions/voting/router';
import { answerJson, bodyOf, refuse } from './reply';

/** Longer than any input of the contract can be. */
const MAX_BODY_BYTES = 262_144;

/** The phone that asks, where there are phones: in demo mode. Everything else is a browser. */
export type Identify = (request: IncomingMessage) => Promise<AccountId | undefined>;

const routers: Partial<Record<ContextName, AnyRouter>> = { appraisals, consultations, deputies, desk, files, grids, issues, ledgers, notices, people, points, roster, tickets, voting };

/** Answers what is posted to a function. The identity comes from the request's own platform, never from its body. */
export function functionDoor(platform: Platform, identify: Identify, site: DeskSite): (request: IncomingMessage, response: ServerResponse, name: string) => Promise<void> {
  const host = { platform, identify: (who: unknown) => who as Identity | undefined };
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
    const phone = await identify(request);
    const { reply, cookie } = phone === undefined
      ? await answerBrowser(main, { header: (name) => headerOf(request, name), event }, site, platform)
      : { reply: await main(event, phone), cookie: undefined };
    answerJson(response, httpStatusOf(reply), reply, cookie === undefined ? {} : { 'set-cookie': cookie });
  };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
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
