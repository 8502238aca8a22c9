/** One change of an opinion, permitted and decided on what is stored when it is written. */
import type { OpinionView } from '@/contract/deputies';
import { isSuspendedOn, mandateOf } from '@/domain/deputies/congress';
import type { Result } from '@/domain/basics/result';
import { keptUntil, type Opinion, type OpinionRefusal } from '@/domain/deputies/opinion';
import type { Action } from '@/domain/people/access';
import type { Context } from '@platform/context';
import { once, type TapInput } from '@platform/once';
import { refusal } from '@platform/refuse';
import type { ById, Transaction } from '@platform/store';
import { judgingTargetOf, opinionView, targetOf } from './views';

interface Refusals {
  readonly OPINION_STAGE: () => Error;
  readonly SUSPENDED: () => Error;
}

type Decided = Result<Opinion, OpinionRefusal>;

interface Changing<I> {
  readonly action: Action;
  readonly input: I;
  /** Awaits nothing but `tx`. */
  readonly decide: (opinion: Opinion, tx: Transaction) => Decided | Promise<Decided>;
  readonly also?: (tx: Transaction, after: Opinion) => Promise<void>;
}

/** What a deputy does by virtue of the mandate; a station, the presidium and a unit act by their office. */
const OF_MANDATE: ReadonlySet<Action> = new Set<Action>(['deputies.sortOpinion', 'deputies.judge']);

/** An opinion that the caller may do this with; NOT_FOUND for any other. One read. */
export async function permittedOpinion(context: Context, action: Action, id: string, store: ById = context.store): Promise<Opinion> {
  const opinion = await store.get('opinions', id);
  const target = opinion && (action === 'deputies.judge' ? judgingTargetOf(opinion, context.now) : targetOf(opinion));
  context.permit(action, target ?? {});
  if (opinion === undefined) throw refusal('NOT_FOUND');
  return opinion;
}

/**
 * Whether the caller has this opinion as its deputy alone, and the mandate is suspended (代表法 art. 61, DEP-22): what waits for
 * them is sorted by the station and judged by the presidium. One read where it is theirs, none otherwise.
 */
export async function isSuspendedFor({ caller, today, may }: Pick<Context, 'caller' | 'today' | 'may'>, store: ById, opinion: Opinion, action: Action): Promise<boolean> {
  const { town, mandate, deputyId } = opinion;
  if (mandate === undefined || deputyId === undefined || caller.person?.id !== deputyId || may(action, { area: town })) return false;
  const congress = await store.get('congresses', town);
  const found = congress && mandateOf(congress, mandate);
  return found !== undefined && isSuspendedOn(found, today);
}

export async function changeOpinion<I extends TapInput & { readonly opinionId: string }>(context: Context, errors: Refusals, { action, input, decide, also }: Changing<I>): Promise<OpinionView> {
  const changed = await once(context, action, input, { target: `opinion:${input.opinionId}` }, async (tx) => {
    const opinion = await permittedOpinion(context, action, input.opinionId, tx);
    if (OF_MANDATE.has(action) && (await isSuspendedFor(context, tx, opinion, action))) throw errors.SUSPENDED();
    const decided = await decide(opinion, tx);
    if (!decided.ok) throw errors.OPINION_STAGE();
    const after = keptUntil(decided.value, context.settings.privacy);
    await tx.replace('opinions', after);
    await also?.(tx, after);
    return after;
    // A repeat is answered to whoever may still read it: what was done may have passed it on.
  }, () => permittedOpinion(context, 'deputies.opinion', input.opinionId));
  return opinionView(context, changed);
}
