/** What a phone is about to sign in: which browser, at which address, since when. */
import { askingState, readAskingCode } from '@/domain/people/desk-asking';
import { endOfDay } from '@/domain/basics/civil-time';
import type { Context } from '@platform/context';
import type { DeskAsking } from '@platform/records';
import { codeKeyOfAsking } from './asking-keys';
import { desk } from './os';
import { maySayWhatFits } from './tries';

export const look = desk.look.handler(async ({ input, context, errors }) => {
  context.permit('desk.look');
  const { now, today } = context;
  const asking = 'id' in input ? await context.store.get('deskAskings', input.id) : await waitingWith(context, input.code);
  if ('code' in input && !(await maySayWhatFits(context, input.code, asking !== undefined))) throw errors.TOO_MANY_TRIES({ data: { next: endOfDay(today) } });
  if (asking === undefined || askingState(asking, now) !== 'WAITING') throw errors.ASKING_OVER();
  const { _id: id, browser, site, at, expiresAt } = asking;
  return { id, browser, site, at, expiresAt, now };
});

/** The computer whose whole code was typed; the codes are short, and others' computers wait at the same time. */
async function waitingWith({ store, sealer, now }: Context, typed: string): Promise<DeskAsking | undefined> {
  const code = readAskingCode(typed);
  if (code?.length !== 8) return undefined;
  const { items } = await store.find('deskAskings', { where: { codeKey: codeKeyOfAsking(sealer, code) }, limit: 10 });
  const waiting = items.filter((one) => askingState(one, now) === 'WAITING');
  // Two with one code, which is next to impossible: then neither is meant.
  return waiting.length === 1 ? waiting[0] : undefined;
}
