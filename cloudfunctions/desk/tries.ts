/** Wrong codes of a day, typed by the phone of an account. */
import { afterWrongTry, triesLeft } from '@/domain/people/binding';
import type { Context } from '@platform/context';

/**
 * Counts a typed code that was no computer's, and says whether the account may still try today; false takes back whatever
 * was found. A code that fits writes too, so that codes typed at the same time come one after another: otherwise each of
 * them would see the count of before.
 */
export async function maySayWhatFits({ store, caller, sealer, settings, today }: Context, typed: string, fits: boolean): Promise<boolean> {
  const id = `${today}:${sealer.key('desk-tries', caller.account)}`;
  const key = sealer.key('desk-try', typed).slice(0, 32);
  return store.transaction(async (tx) => {
    const tries = await tx.get('tries', id);
    if (triesLeft(tries, today, settings.desk.triesPerDay) === 0) return false;
    const wrong = fits ? (tries?.count ?? 0) : afterWrongTry(tries, today, key).count;
    await tx.replace('tries', { _id: id, day: today, count: wrong, last: key });
    return true;
  });
}
