/** One change of an opinion, decided on what is stored when it is written. */
import type { OpinionView } from '@/contract/deputies';
import type { Result } from '@/domain/basics/result';
import type { Opinion, OpinionRefusal } from '@/domain/deputies/opinion';
import type { Action } from '@/domain/people/access';
import type { Context } from '@platform/context';
import { once, type TapInput } from '@platform/once';
import { refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { judgingTargetOf, opinionView, targetOf } from './views';

interface Refusals {
  readonly OPINION_STAGE: () => Error;
}

interface Changing<I> {
  readonly action: Action;
  readonly input: I;
  readonly decide: (opinion: Opinion) => Result<Opinion, OpinionRefusal>;
  readonly also?: (tx: Transaction, after: Opinion) => Promise<void>;
}

/** An opinion that the caller may do this with; NOT_FOUND for any other. One read. */
export async function permittedOpinion(context: Context, action: Action, id: string): Promise<Opinion> {
  const opinion = await context.store.get('opinions', id);
  const target = opinion && (action === 'deputies.judge' ? judgingTargetOf(opinion, context.now) : targetOf(opinion));
  context.permit(action, target ?? {});
  if (opinion === undefined) throw refusal('NOT_FOUND');
  return opinion;
}

export async function changeOpinion<I extends TapInput & { readonly opinionId: string }>(context: Context, errors: Refusals, { action, input, decide, also }: Changing<I>): Promise<OpinionView> {
  const changed = await once(context, action, input, { target: `opinion:${input.opinionId}` }, async (tx) => {
    const opinion = await tx.get('opinions', input.opinionId);
    if (opinion === undefined) throw refusal('NOT_FOUND');
    const after = decide(opinion);
    if (!after.ok) throw errors.OPINION_STAGE();
    await tx.replace('opinions', after.value);
    await also?.(tx, after.value);
    return after.value;
  }, async () => {
    const opinion = await context.store.get('opinions', input.opinionId);
    if (opinion === undefined) throw refusal('NOT_FOUND');
    return opinion;
  });
  return opinionView(context, changed);
}
