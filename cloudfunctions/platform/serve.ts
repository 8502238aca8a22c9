/**
 * One cloud function's `main`: takes the caller from the platform, runs the procedure, logs one line. It rejects only when
 * the platform itself cannot be set up.
 */
import { createProcedureClient, isProcedure, type AnyRouter } from '@orpc/server';
import { assert } from '@/domain/basics/assert';
import { civilDateOf } from '@/domain/basics/civil-time';
import type { AccountId, CivilDate, EpochMs } from '@/domain/basics/ids';
import { decide, type Action } from '@/domain/people/access';
import { isActionOff } from '@/domain/settings/modules';
import type { ContextName } from '@/contract';
import type { WireReply } from '@/contract/wire';
import { Browser } from './browser/browser';
import type { Caller } from './caller';
import type { Context, Platform } from './context';
import { countingStore } from './counting-store';
import { describeThrown, expectedFailure } from './failures';
import { refusal } from './refuse';
import { resolveCaller } from './resolve-caller';
import { resolveDeskCaller } from './resolve-desk-caller';

/** A platform, and how it knows who calls. */
export interface Host {
  readonly platform: Platform;
  /** The phone's account or the browser that calls, from what the platform hands the function; never from the event. */
  readonly identify: (functionContext: unknown) => Identity | undefined;
}

export type Identity = AccountId | Browser;

export type Main = (event: unknown, functionContext?: unknown) => Promise<WireReply>;

type Procedure = (input: unknown, context: Context) => Promise<unknown>;

const REF_BYTES = 4;

/**
 * Serves a context's router. `event` is `{procedure, input}`; whatever else it holds is ignored, whoever it names.
 *
 * @param host the platform, or what sets it up at the first call; a failed set-up is tried again at the next call.
 */
export function serve(name: ContextName, router: AnyRouter, host: Host | (() => Promise<Host>)): Main {
  const procedures = proceduresOf(router);
  let ready: Promise<Host> | undefined;
  async function hostNow(): Promise<Host> {
    if (typeof host !== 'function') return host;
    ready ??= host();
    try {
      return await ready;
    } catch (error) {
      ready = undefined;
      throw error;
    }
  }

  return async function main(event, functionContext) {
    const { platform, identify } = await hostNow();
    const startedAt = performance.now();
    const counting = countingStore(platform.store);
    const { procedureName, input } = read(event);
    const procedure = procedures.get(procedureName);
    const action = procedure === undefined ? `${name}.?` : `${name}.${procedureName}`;

    let reply: WireReply;
    let thrown: unknown;
    try {
      const who = identify(functionContext);
      if (procedure === undefined) throw refusal('NOT_FOUND');
      if (who === undefined) throw refusal('NOT_SIGNED_IN');
      if (isActionOff(platform.settings.modules, action)) throw refusal('MODULE_OFF');
      reply = { ok: true, data: await run({ action: action as Action, procedure, input }, { ...platform, store: counting.store }, who) };
    } catch (error) {
      const failure = expectedFailure(error);
      if (failure === undefined) thrown = error;
      reply = { ok: false, error: failure ?? { code: 'INTERNAL', ref: platform.randomHex(REF_BYTES) } };
    }
    const { reads, writes } = counting.counts();
    platform.log({
      action,
      outcome: reply.ok ? 'OK' : reply.error.code,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
      reads,
      writes,
      ...(reply.ok || reply.error.ref === undefined ? {} : { ref: reply.error.ref, ...describeThrown(thrown) }),
    });
    return reply;
  };
}

interface Asked {
  readonly action: Action;
  readonly procedure: Procedure;
  readonly input: unknown;
}

async function run({ action: asked, procedure, input }: Asked, platform: Platform, who: Identity): Promise<unknown> {
  const { clock, log: _log, ...ports } = platform;
  const now = clock();
  const today = civilDateOf(now);
  const caller = who instanceof Browser ? await browserCaller(asked, ports, who, { now, today }) : await resolveCaller(ports.store, who, today);
  let permitted = false;
  const context: Context = {
    ...ports,
    caller,
    ...(who instanceof Browser ? { browser: who } : {}),
    now,
    today,
    permit(action, target) {
      const decision = decide(caller, action, target);
      if (decision !== 'ALLOWED') throw refusal(decision);
      permitted = true;
    },
    may: (action: Action, target) => decide(caller, action, target) === 'ALLOWED',
  };
  const output = await procedure(input, context);
  assert(permitted, 'a use case asks for its permit before it answers');
  return output;
}

/** What nobody may ask of whoever is signed in is asked by nobody; a browser without a session is refused everything else. */
const NOBODY: Caller = { account: '', nobody: true };

async function browserCaller(action: Action, { store, sealer }: Pick<Platform, 'store' | 'sealer'>, browser: Browser, at: { readonly now: EpochMs; readonly today: CivilDate }): Promise<Caller> {
  if (decide(NOBODY, action) === 'ALLOWED') return NOBODY;
  const caller = browser.claim && (await resolveDeskCaller(store, sealer, browser.claim, at));
  if (caller === undefined) throw refusal('NOT_SIGNED_IN');
  return caller;
}

/** The procedures by name. A map, so that no name of an object's own machinery finds anything. */
function proceduresOf(router: AnyRouter): ReadonlyMap<string, Procedure> {
  return new Map(
    Object.entries(router).map(([name, procedure]): [string, Procedure] => {
      assert(isProcedure(procedure), `${name} is a procedure`);
      const client = createProcedureClient(procedure, { context: ({ call }: { readonly call: Context }) => call, path: [name] });
      return [name, (input, call) => client(input, { context: { call } })];
    }),
  );
}

function read(event: unknown): { readonly procedureName: string; readonly input: unknown } {
  if (typeof event !== 'object' || event === null) return { procedureName: '', input: undefined };
  const { procedure, input } = event as { readonly procedure?: unknown; readonly input?: unknown };
  return { procedureName: typeof procedure === 'string' ? procedure : '', input };
}
