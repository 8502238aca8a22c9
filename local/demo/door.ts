/** What exists in demo mode only: who one can be, and what time it is. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Platform } from '@platform/context';
import { answerJson, bodyOf, refuse } from '../http/reply';
import type { MovableClock } from '../movable-clock';
import type { Ticker } from '../ticker';
import { demoPeople } from './people';
import { moveClock } from './move-clock';

const MAX_BODY_BYTES = 1_000;
/** Far enough for any deadline, near enough that dates stay dates. */
const EARLIEST = Date.UTC(2020, 0, 1);
const LATEST = Date.UTC(2099, 11, 31);

/** @param flushes how often the store's log was flushed since the start, for the bench. */
export function demoDoor(platform: Platform, clock: MovableClock, ticker: Ticker, flushes: () => number): (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void> {
  return async function open(request, response, path) {
    if (path === '/demo/people' && request.method === 'GET') {
      return answerJson(response, 200, await demoPeople(platform));
    }
    if (path === '/demo/flushes' && request.method === 'GET') {
      return answerJson(response, 200, { flushes: flushes() });
    }
    if (path === '/demo/clock' && request.method === 'GET') {
      const now = clock.now();
      const { items: [due] } = await platform.store.find('issues', { where: { nextDueAt: { gt: now } }, orderBy: [{ field: 'nextDueAt', direction: 'asc' }], limit: 1 });
      return answerJson(response, 200, { now, ...(due?.nextDueAt === undefined ? {} : { next: due.nextDueAt }) });
    }
    if (path === '/demo/clock' && request.method === 'POST') {
      const now = nowIn(await bodyOf(request, MAX_BODY_BYTES));
      if (now === undefined) return refuse(response, 400, 'INVALID_INPUT');
      await moveClock(clock, ticker, now);
      return answerJson(response, 200, { now: clock.now() });
    }
    refuse(response, 404, 'NOT_FOUND');
  };
}

function nowIn(body: Buffer | undefined): number | undefined {
  try {
    const { now } = JSON.parse(body?.toString('utf8') ?? '') as { readonly now?: unknown };
    return typeof now === 'number' && Number.isSafeInteger(now) && now >= EARLIEST && now <= LATEST ? now : undefined;
  } catch {
    // No JSON, or a null: no time either.
    return undefined;
  }
}
