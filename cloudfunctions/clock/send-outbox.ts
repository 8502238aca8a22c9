/** Sends what waits in the outbox as WeChat messages. The inbox holds every notice whether or not this succeeds (WX-07). */
import { HOUR_MS, MINUTE_MS } from '@/domain/basics/civil-time';
import type { AccountId, EpochMs } from '@/domain/basics/ids';
import { accountsBehind } from '@platform/recipients';
import type { Notice } from '@platform/records';
import type { SendOutcome } from '@platform/wechat';
import type { Job, JobContext } from './job';

/** How long to wait after the first, second … try that failed; after the last one it is given up. */
const WAITS_MS = [MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 2 * HOUR_MS, 12 * HOUR_MS] as const;
/** So many at once: their claims share a commit, and WeChat is asked by no more at a time. */
const TOGETHER = 10;

export const sendOutbox: Job = { name: 'outbox.send', run };

async function run(context: JobContext, limit: number): Promise<number> {
  const { store, now } = context;
  const due = await store.find('notices', { where: { nextTryAt: { lte: now } }, orderBy: [{ field: 'nextTryAt', direction: 'asc' }], limit });
  for (let at = 0; at < due.items.length; at += TOGETHER) {
    await Promise.all(due.items.slice(at, at + TOGETHER).map(({ _id }) => deliver(context, _id)));
  }
  return due.items.length;
}

async function deliver(context: JobContext, id: string): Promise<void> {
  const claimed = await claim(context, id);
  if (claimed !== undefined) await settle(context, claimed, await send(context, claimed));
}

/**
 * Takes a notice by moving its next try forward before anything is sent: of two clocks one gets it, and a clock that dies
 * between has it tried again later.
 */
async function claim({ store, now }: JobContext, id: string): Promise<Notice | undefined> {
  return store.transaction(async (tx) => {
    const notice = await tx.get('notices', id);
    if (notice?.nextTryAt === undefined || notice.nextTryAt > now) return undefined;
    const tries = notice.tries + 1;
    await tx.update('notices', id, { set: { tries, nextTryAt: now + waitAfter(tries) } });
    return { ...notice, tries };
  });
}

/** To everyone behind the recipient; one who received it is enough, and those who do not want messages are not asked again. */
async function send(context: JobContext, notice: Notice): Promise<SendOutcome> {
  const accounts = await accountsBehind(context.store, notice.to, context.today, notice.notFor);
  const outcomes: SendOutcome[] = [];
  for (const to of accounts) outcomes.push(await sendTo(context, to, notice));
  if (outcomes.includes('SENT')) return 'SENT';
  return outcomes.includes('FAILED') ? 'FAILED' : 'NO_CONSENT';
}

async function sendTo({ wechat }: JobContext, to: AccountId, notice: Notice): Promise<SendOutcome> {
  const { kind, data, at } = notice;
  try {
    return await wechat.sendSubscribeMessage({ to, kind, data, at, page: pageOf(notice) });
  } catch {
    // A port that breaks is a message that failed: it is tried again, and the rest of the batch goes on.
    return 'FAILED';
  }
}

function pageOf({ issueId, consultationId }: Notice): string {
  if (issueId !== undefined) return `packages/issue/progress/index?id=${encodeURIComponent(issueId)}`;
  if (consultationId !== undefined) return `packages/consult/topic/index?id=${encodeURIComponent(consultationId)}`;
  return 'packages/inbox/list/index';
}

async function settle({ store }: JobContext, notice: Notice, outcome: SendOutcome): Promise<void> {
  if (outcome === 'FAILED' && notice.tries <= WAITS_MS.length) return;
  const delivery = outcome === 'FAILED' ? 'GIVEN_UP' : outcome;
  await store.update('notices', notice._id, { set: { delivery }, unset: ['nextTryAt'] });
}

function waitAfter(tries: number): EpochMs {
  return WAITS_MS[Math.min(tries, WAITS_MS.length) - 1] ?? WAITS_MS[0];
}
