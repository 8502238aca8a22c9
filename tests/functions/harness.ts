/**
 * A whole system for tests of use cases: a real store, a clock that can be moved, the one village, and everybody's phone.
 *
 *     const system = await harness();
 *     const receipt = await system.as('villager').issues.submit({ … });
 *     await system.as('head').issues.accept({ … });
 *     expect(system.lastLine()).toMatchObject({ action: 'issues.accept', outcome: 'OK', reads: 3, writes: 2 });
 *     await system.close();
 *
 * A call goes the way it goes in the cloud: `main(event, context)`, the identity from the platform. A refusal is thrown as
 * `AppError` with its code and data: `await expect(…).rejects.toMatchObject({ code: 'NOT_FOUND' })`.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { AnyRouter } from '@orpc/server';
import type { ContextName, Contract } from '@/contract';
import type { WireReply } from '@/contract/wire';
import type { EpochMs } from '@/domain/basics/ids';
import type { CountySettings } from '@/domain/settings/settings';
import { AppError } from '@/services/app-error';
import type { Platform } from '@platform/context';
import { openCloudbaseStore } from '@platform/cloudbase/store';
import { diskFiles, type DiskFiles } from '@platform/disk/files';
import { createPlatform } from '@platform/runtime';
import { createSealer, newSealKeys, sealKeysFrom } from '@platform/seal';
import { serve, type Main } from '@platform/serve';
import { openSqliteStore } from '@platform/sqlite/store';
import type { CollectionName, Store } from '@platform/store';
import { collections } from '../../config/cloud/collections';
import { countySettings } from '../../config/county/settings';
import { standInWechat, type StandInWechat } from '../../local/stand-ins/wechat';
import { startEmulator, type Emulator } from '../store/emulator/server';
import { accountOf, village, WEDNESDAY_9, type Fixture, type Somebody } from '../fixtures/village';

export type Phone = ContractRouterClient<Contract>;

export interface LogLine {
  readonly action: string;
  readonly outcome: string;
  readonly reads: number;
  readonly writes: number;
  readonly [more: string]: unknown;
}

export interface System {
  readonly platform: Platform;
  readonly store: Store;
  readonly wechat: StandInWechat;
  readonly files: DiskFiles;
  /** One line a call, oldest first. */
  readonly lines: readonly LogLine[];
  readonly lastLine: () => LogLine;
  readonly now: () => EpochMs;
  readonly moveTo: (now: EpochMs) => void;
  readonly pass: (ms: number) => void;
  /** The phone of somebody of the fixture, acting for themselves. */
  readonly as: (who: Somebody) => Phone;
  /** The phone of any account; a visitor's unless the account is bound. */
  readonly phone: (account: string) => Phone;
  /** The raw way in, for what a phone would not send. */
  readonly call: (account: string | undefined, context: ContextName, event: unknown) => Promise<WireReply>;
  /** SQLite's file; only with that adapter. */
  readonly path: string;
  /** The emulated cloud; only with that adapter. */
  readonly emulator: Emulator | undefined;
  readonly close: () => Promise<void>;
}

export interface HarnessOptions {
  readonly adapter?: 'sqlite' | 'cloudbase';
  readonly now?: EpochMs;
  readonly settings?: Partial<CountySettings>;
  /** Changes the village before it is loaded. */
  readonly fixture?: (fixture: Fixture) => Fixture;
  /** Routers in place of those of `cloudfunctions/<context>/router.ts`. */
  readonly routers?: Partial<Record<ContextName, AnyRouter>>;
}

export async function harness(options: HarnessOptions = {}): Promise<System> {
  const folder = await mkdtemp(join(tmpdir(), 'cunlishi-'));
  const { store, emulator, closeStore } = await openStore(options.adapter ?? 'sqlite', folder);
  const sealer = createSealer(sealKeysFrom(newSealKeys()));
  const files = diskFiles(join(folder, 'files'), sealer);
  const wechat = standInWechat();
  const lines: LogLine[] = [];
  let now = options.now ?? WEDNESDAY_9;
  const platform = createPlatform({
    store,
    settings: { ...countySettings(), ...options.settings },
    sealer,
    files,
    wechat,
    clock: () => now,
    log: (line) => lines.push(line as LogLine),
  });
  await load(store, (options.fixture ?? ((same) => same))(village(sealer)));

  const mains = new Map<ContextName, Promise<Main>>();
  function mainOf(context: ContextName): Promise<Main> {
    const known = mains.get(context);
    if (known) return known;
    const loaded = routerOf(context, options).then((router) => serve(context, router, { platform, identify: (given) => given as string | undefined }));
    mains.set(context, loaded);
    return loaded;
  }

  async function call(account: string | undefined, context: ContextName, event: unknown): Promise<WireReply> {
    const main = await mainOf(context);
    // What goes over a wire is JSON: a reply that only works in memory must not pass here.
    const reply = JSON.stringify(await main(JSON.parse(JSON.stringify(event ?? null)) as unknown, account));
    return JSON.parse(reply) as WireReply;
  }

  function phone(account: string): Phone {
    return createORPCClient<Phone>({
      async call([context = '', procedure = ''], input) {
        const reply = await call(account, context as ContextName, { procedure, input });
        if (!reply.ok) throw new AppError(reply.error);
        return reply.data;
      },
    });
  }

  return {
    platform,
    store,
    wechat,
    files,
    lines,
    lastLine() {
      const line = lines.at(-1);
      if (line === undefined) throw new Error('nothing was called yet');
      return line;
    },
    now: () => now,
    moveTo: (to) => { now = to; },
    pass: (ms) => { now += ms; },
    as: (who) => phone(accountOf(who)),
    phone,
    call,
    path: storePath(folder),
    emulator,
    async close() {
      await closeStore();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

let taps = 0;

/** A request id for one tap. */
export function tap(): string {
  taps += 1;
  return `tap-${String(taps).padStart(16, '0')}`;
}

async function routerOf(context: ContextName, { routers }: HarnessOptions): Promise<AnyRouter> {
  const given = routers?.[context];
  if (given) return given;
  const { router } = (await import(`../../cloudfunctions/${context}/router`)) as { readonly router: AnyRouter };
  return router;
}

async function openStore(adapter: 'sqlite' | 'cloudbase', folder: string): Promise<{ readonly store: Store; readonly emulator: Emulator | undefined; readonly closeStore: () => Promise<void> }> {
  if (adapter === 'cloudbase') {
    // The SDK warns on the console three seconds after a request was sent.
    process.env.SILENCE = 'true';
    const emulator = await startEmulator(Object.keys(collections));
    const store: Store = openCloudbaseStore({ serviceUrl: emulator.serviceUrl, timeoutMs: 5_000, env: 'local-test', secretId: 'made-up', secretKey: 'made-up', collections });
    return {
      store,
      emulator,
      async closeStore() {
        await store.close();
        await emulator.close();
      },
    };
  }
  const store = await openSqliteStore({ path: storePath(folder), collections });
  return { store, emulator: undefined, closeStore: () => store.close() };
}

function storePath(folder: string): string {
  return join(folder, 'store.sqlite');
}

async function load(store: Store, fixture: Fixture): Promise<void> {
  for (const [collection, docs] of Object.entries(fixture)) {
    await store.insertMany(collection as CollectionName, docs as never);
  }
}
