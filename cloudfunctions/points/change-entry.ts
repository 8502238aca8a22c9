/** What every change of one entry has in common: found, permitted, decided, saved with what it does to its year. */
import type { EntryView } from '@/contract/points';
import { exhaustive } from '@/domain/basics/exhaustive';
import type { Result } from '@/domain/basics/result';
import type { AppealRefusal, EyesRefusal } from '@/domain/points/entry-acts';
import { toStore } from '@/domain/points/entry-news';
import type { Entry } from '@/domain/points/entry';
import { touchesYear, withChange } from '@/domain/points/year-acts';
import type { Action, Target } from '@/domain/people/access';
import type { Context } from '@platform/context';
import { once, type TapInput } from '@platform/once';
import { schemeOf } from '@platform/point-scheme';
import { refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { oneEntry, targetOf } from './views';

interface Errors {
  readonly ENTRY_STAGE: () => Error;
  readonly TOO_LATE?: (given: { readonly data: { readonly until: number } }) => Error;
}

export interface EntryChange {
  readonly action: Action;
  readonly input: TapInput & { readonly entryId: string };
  /** Which action's rules apply, where that rests on the entry. */
  readonly ruleOf?: (entry: Entry) => Action;
  /** What the access table is told of the entry, where that is less than everything. */
  readonly target?: (entry: Entry) => Target;
  readonly decide: (entry: Entry) => Result<Entry, AppealRefusal | EyesRefusal>;
  /** Writes that go with it. */
  readonly also?: (tx: Transaction, after: Entry, before: Entry) => Promise<void>;
}

/** Two at once: the entry's state decides in the transaction, and the second is told `ENTRY_STAGE`. */
export function changeEntry(context: Context, errors: Errors, change: EntryChange): Promise<EntryView> {
  const { store, now } = context;
  const { action, input, ruleOf = () => action, target = targetOf, decide, also } = change;
  const permit = (entry: Entry | undefined, to: (entry: Entry) => Target): Entry => {
    context.permit(entry === undefined ? action : ruleOf(entry), entry && to(entry));
    if (entry === undefined) throw refusal('NOT_FOUND');
    return entry;
  };
  return once(context, action, input, { target: `entry:${input.entryId}` }, async (tx) => {
    const before = permit(await tx.get('pointEntries', input.entryId), target);
    const decided = decide(before);
    if (!decided.ok) {
      const { reason } = decided;
      switch (reason.kind) {
        case 'ENTRY_STAGE':
          throw errors.ENTRY_STAGE();
        case 'OWN_WORK':
          throw refusal('OWN_WORK');
        case 'TOO_LATE':
          throw errors.TOO_LATE?.({ data: { until: reason.until } }) ?? errors.ENTRY_STAGE();
        default:
          return exhaustive(reason);
      }
    }
    const touches = touchesYear(before, decided.value);
    const after = toStore(before, touches ? counted(decided.value) : decided.value, now);
    await tx.replace('pointEntries', after);
    if (touches) {
      const year = await tx.get('pointYears', before.year);
      if (year === undefined) throw new Error('broken invariant: an entry stands in a year');
      // What is not posted changes no total, so that no scheme is read for it.
      const scheme = after.state === 'POSTED' ? await schemeOf(tx, context, before.cycle) : undefined;
      await tx.replace('pointYears', withChange(year, before, after, scheme, now));
    }
    await also?.(tx, after, before);
    return oneEntry(context, after);
  }, async () => oneEntry(context, permit(await store.get('pointEntries', input.entryId), afterwards)));
}

/** Whoever says the same once more has looked at it already: by that very tap. */
function afterwards({ branch, personId }: Entry): Target {
  return { area: branch, personId };
}

function counted(entry: Entry): Entry {
  const { uncounted: _now, ...rest } = entry;
  return rest;
}
