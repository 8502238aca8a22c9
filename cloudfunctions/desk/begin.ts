/** A computer asks to be signed in: it gets a code to show and waits for a phone. */
import { askingEnd, askingState, showAskingCode } from '@/domain/people/desk-asking';
import { browserWords } from '@/domain/wording/browsers';
import type { Context } from '@platform/context';
import { isTaken } from '@platform/once';
import type { DeskAsking } from '@platform/records';
import { refusal } from '@platform/refuse';
import { askingCodeOf, askingIdOf, codeKeyOfAsking, lastKeyOf } from './asking-keys';
import { desk } from './os';

export const begin = desk.begin.handler(async ({ input, context, errors }) => {
  context.permit('desk.begin');
  const { store, sealer, settings, now } = context;
  const waiting = await store.count('deskAskings', { expiresAt: { gt: now } });
  if (waiting >= settings.desk.maxWaiting) throw errors.TOO_MANY_WAITING();
  const asking = newAsking(context, askingIdOf(input.secret));
  const kept = await keep(context, asking);
  if (askingState(kept, now) !== 'WAITING') throw refusal('CHANGED_MEANWHILE');
  return { id: kept._id, code: showAskingCode(askingCodeOf(sealer, kept._id)), expiresAt: kept.expiresAt, now, byCode: context.deskByCode === true, idleMinutes: settings.desk.idleMinutes };
});

function newAsking({ sealer, settings, browser, now }: Context, id: string): DeskAsking {
  const code = askingCodeOf(sealer, id);
  return {
    _id: id,
    state: 'WAITING',
    codeKey: codeKeyOfAsking(sealer, code),
    lastKey: lastKeyOf(sealer, id, code),
    browser: browserWords(browser?.userAgent ?? ''),
    site: browser?.site ?? '',
    at: now,
    expiresAt: askingEnd(now, settings.desk),
  };
}

/** The asking as it is stored: this one, or the one that the same browser made when its first answer was lost. */
async function keep({ store }: Context, asking: DeskAsking): Promise<DeskAsking> {
  try {
    await store.insert('deskAskings', asking);
    return asking;
  } catch (error) {
    if (!isTaken(error, 'deskAskings', asking._id)) throw error;
    return (await store.get('deskAskings', asking._id)) ?? asking;
  }
}
