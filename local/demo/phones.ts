/** Everybody's phone in the demo: calls go through the same `main` as a real phone's, at a moment of the past. */
import type { AnyRouter } from '@orpc/server';
import type { ContextName } from '@/contract';
import type { WireReply } from '@/contract/wire';
import type { AccountId, EpochMs, PersonId } from '@/domain/basics/ids';
import { accountOf, newAccount, withBinding } from '@/domain/people/binding';
import type { Platform } from '@platform/context';
import { serve, type Main } from '@platform/serve';
import { jobs } from '../../cloudfunctions/clock/jobs';
import { runClock } from '../../cloudfunctions/clock/run-clock';
import { router as appraisals } from '../../cloudfunctions/appraisals/router';
import { router as consultations } from '../../cloudfunctions/consultations/router';
import { router as deputies } from '../../cloudfunctions/deputies/router';
import { router as grids } from '../../cloudfunctions/grids/router';
import { router as issues } from '../../cloudfunctions/issues/router';
import { router as points } from '../../cloudfunctions/points/router';
import { router as voting } from '../../cloudfunctions/voting/router';

export interface Phones {
  /** Somebody of the roster does something. */
  readonly does: (who: PersonId, at: EpochMs, context: 'issues' | 'grids' | 'consultations' | 'appraisals' | 'deputies' | 'points' | 'voting', procedure: string, input: object) => Promise<WireReply>;
  /** Somebody of no roster does. */
  readonly visitorDoes: (at: EpochMs, procedure: string, input: object) => Promise<WireReply>;
  /** Whatever fell due by then. */
  readonly clockRuns: (at: EpochMs) => Promise<void>;
}

/** A person's account as the demo's dock names it. */
export function demoAccountOf(personId: PersonId): AccountId {
  return `demo:${personId}`;
}

export function phonesOf(platform: Platform): Phones {
  let now = platform.clock();
  // A line a call of weeks ago would only hide the lines of today.
  const past: Platform = { ...platform, clock: () => now, log: () => undefined };
  const host = { platform: past, identify: (account: unknown) => account as AccountId | undefined };
  const mains = new Map<ContextName, Main>(Object.entries({ appraisals, consultations, deputies, issues, grids, points, voting }).map(([name, router]) => [name as ContextName, serve(name as ContextName, router as AnyRouter, host)]));
  const bound = new Set<PersonId>();

  function call(account: AccountId, at: EpochMs, context: ContextName, procedure: string, input: object): Promise<WireReply> {
    now = at;
    const main = mains.get(context);
    if (main === undefined) throw new Error(`the demo does not call ${context}`);
    return main({ procedure, input }, account);
  }

  return {
    async does(who, at, context, procedure, input) {
      if (!bound.has(who)) await bindPerson(platform, who, 'VERIFIED', at);
      bound.add(who);
      return call(demoAccountOf(who), at, context, procedure, input);
    },
    visitorDoes: (at, procedure, input) => call('demo:visitor', at, 'issues', procedure, input),
    async clockRuns(at) {
      now = at;
      await runClock(past, jobs);
    },
  };
}

/** Binds an account to its own person, as surely as two officers with a code would have; one that is bound stays. */
export async function bindPerson({ store }: Pick<Platform, 'store'>, personId: PersonId, level: 'WEAK' | 'VERIFIED', at: EpochMs): Promise<void> {
  const id = demoAccountOf(personId);
  await store.transaction(async (tx) => {
    if ((await tx.get('accounts', id)) !== undefined) return;
    await tx.insert('accounts', withBinding(newAccount(id), { personId, level, relation: 'SELF', at }));
    await tx.update('people', personId, { set: { account: accountOf(id, level, at) } });
  });
}
