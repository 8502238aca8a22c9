/** What a phone is about to sign in: which browser, at which address, since when. */
import { askingState, readAskingCode } from '@/domain/people/desk-asking';
import { triesLeft } from '@/domain/people/binding';
import { endOfDay } from '@/domain/basics/civil-time';
import type { Context } from '@platform/context';
import type { DeskAsking } from '@platform/records';
import { codeKeyOfAsking } from './asking-keys';
import { desk } from './os';
import { noteWrongTry, triesOf } from './tries';

export const look = desk.look.handler(async ({ input, context, errors }) => {
  context.permit('desk.look');
  const { caller, settings, now, today } = context;
  const asking = 'id' in input ? await context.store.get('deskAskings', input.id) : await byCode(context, input.code);
  if (asking === 'TOO_MANY') throw errors.TOO_MANY_TRIES({ data: { next: endOfDay(today) } });
  if (asking === undefined || askingState(asking, now) !== 'WAITING') throw errors.ASKING_OVER();
  const { _id: id, browser, site, at, expiresAt } = asking;
  return { id, browser, site, at, expiresAt, now };

  /** Whoever types has few tries: the codes are short, and others' computers wait at the same time. */
  async function byCode({ store, sealer }: Context, typed: string): Promise<DeskAsking | 'TOO_MANY' | undefined> {
    const tries = await triesOf(context, caller.account);
    if (triesLeft(tries, today, settings.desk.triesPerDay) === 0) return 'TOO_MANY';
    const code = readAskingCode(typed);
    const whole = code?.length === 8 ? code : undefined;
    const { items } = whole === undefined ? { items: [] } : await store.find('deskAskings', { where: { codeKey: codeKeyOfAsking(sealer, whole) }, limit: 10 });
    const waiting = items.filter((one) => askingState(one, now) === 'WAITING');
    // Two with one code, which is next to impossible: then neither is meant.
    if (waiting.length === 1) return waiting[0];
    await noteWrongTry(context, caller.account, tries, typed);
    return undefined;
  }
});
