/** Wrong codes of a day, typed by the phone of an account. */
import { afterWrongTry, type TryCount } from '@/domain/people/binding';
import type { Context } from '@platform/context';
import type { Tries } from '@platform/records';
import type { ById } from '@platform/store';

export function triesId({ today, sealer }: Pick<Context, 'today' | 'sealer'>, whose: string): string {
  return `${today}:${sealer.key('desk-tries', whose)}`;
}

export function triesOf(context: Context, whose: string, store: ById = context.store): Promise<Tries | undefined> {
  return store.get('tries', triesId(context, whose));
}

export async function noteWrongTry(context: Context, whose: string, before: TryCount | undefined, typed: string, store: ById = context.store): Promise<TryCount> {
  const tries = afterWrongTry(before, context.today, context.sealer.key('desk-try', typed).slice(0, 32));
  await store.replace('tries', { _id: triesId(context, whose), ...tries });
  return tries;
}
