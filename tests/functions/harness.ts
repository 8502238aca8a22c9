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
import { openCloudbase } from '@platform/cloudbase/client';
import { cloudbaseFiles } from '@platform/cloudbase/files';
import { openCloudbaseStore } from '@platform/cloudbase/store';
import { diskFiles } from '@platform/disk/files';
import type { Files, Ticket } from '@platform/files';
import { createPlatform } from '@platform/runtime';
import { createSealer, newSealKeys, sealKeysFrom, type Sealer } from '@platform/seal';
import { serve, type Identity, type Main } from '@platform/serve';
import { openSqliteStore } from '@platform/sqlite/store';
import type { CollectionName, Store } from '@platform/store';
import { collections } from '../../config/cloud/collections';
import { countySettings } from '../../config/county/settings';
import { standInWechat, type StandInWechat } from '../../local/stand-ins/wechat';
import { credentials, startEmulator, type Emulator } from '../store/emulator/server';
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
  readonly files: Files;
  /** CloudBase's wire, where the system stands on it. */
  readonly emulator?: Emulator;
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
  /** What a phone does with a ticket; false where the storage does not take it. */
  readonly send: (ticket: Pick<Ticket, 'url' | 'method' | 'headers'>, body: Uint8Array) => Promise<boolean>;
  /** What a phone sees through a link; undefined where it opens nothing. */
  readonly open: (link: string | undefined) => Promise<Uint8Array | undefined>;
  /** SQLite's file; empty over CloudBase. */
  readonly path: string;
  /** A function's `main`, for whoever is no phone: see `desk/computer.ts`. */
  readonly mainOf: (context: ContextName) => Promise<Main>;
  readonly close: () => Promise<void>;
}

export type Adapter = 'sqlite' | 'cloudbase';

/**
 * What this run's systems stand on. Every file of use cases runs twice, once a project of `jest.config.cjs`: over SQLite and
 * the disk, and over CloudBase's SDK and the emulator of its wire, with the same assertions.
 */
export const adapter: Adapter = (globalThis as { readonly CUNLISHI_ADAPTER?: Adapter }).CUNLISHI_ADAPTER ?? 'sqlite';

export interface HarnessOptions {
  /** How long the SDK waits for the emulator, in ms. */
  readonly patienceMs?: number;
  readonly now?: EpochMs;
  readonly settings?: Partial<CountySettings>;
  /** As on a server of the county's own. */
  readonly deskByCode?: boolean;
  /** Changes the village before it is loaded. */
  readonly fixture?: (fixture: Fixture) => Fixture;
  /** Routers in place of those of `cloudfunctions/<context>/router.ts`. */
  readonly routers?: Partial<Record<ContextName, AnyRouter>>;
}

export async function harness(options: HarnessOptions = {}): Promise<System> {
  let now = options.now ?? WEDNESDAY_9;
  const sealer = createSealer(sealKeysFrom(newSealKeys()));
  const { store, files, send, open, emulator, path, close } = await (adapter === 'cloudbase' ? overCloudbase(() => now, options) : overSqlite(() => now, sealer));
  const wechat = standInWechat();
  const lines: LogLine[] = [];
  const platform = createPlatform({
    store,
    settings: { ...countySettings(), ...options.settings },
    sealer,
    files,
    wechat,
    clock: () => now,
    log: (line) => lines.push(line as LogLine),
    ...(options.deskByCode === undefined ? {} : { deskByCode: options.deskByCode }),
  });
  await load(store, (options.fixture ?? ((same) => same))(village(sealer)));

  const mains = new Map<ContextName, Promise<Main>>();
  function mainOf(context: ContextName): Promise<Main> {
    const known = mains.get(context);
    if (known) return known;
    const loaded = routerOf(context, options).then((router) => serve(context, router, { platform, identify: (given) => given as Identity | undefined }));
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
    ...(emulator === undefined ? {} : { emulator }),
    send,
    open,
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
    mainOf,
    path,
    close,
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

type Ground = Pick<System, 'store' | 'files' | 'send' | 'open' | 'emulator' | 'path' | 'close'>;

async function overSqlite(now: () => EpochMs, sealer: Sealer): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'cunlishi-'));
  const path = join(folder, 'store.sqlite');
  const store: Store = await openSqliteStore({ path, collections });
  const files = diskFiles(join(folder, 'files'), sealer);
  const partsOf = (url: string) => {
    const { pathname, searchParams } = new URL(url, 'http://local');
    return { file: pathname.split('/').at(-1) ?? '', bytes: Number(searchParams.get('b')), expiresAt: Number(searchParams.get('e')), signature: searchParams.get('s') ?? '' };
  };
  return {
    store,
    files,
    path,
    async send({ url }, body) {
      const { file, ...ticket } = partsOf(url);
      return (await files.receive(file, ticket, body, now())) === undefined;
    },
    open(link = '') {
      const { file, ...rest } = partsOf(link);
      return files.show(file, rest, now());
    },
    async close() {
      await store.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function overCloudbase(now: () => EpochMs, { patienceMs = 5_000 }: HarnessOptions): Promise<Ground> {
  // The SDK warns on the console three seconds after a request was sent.
  process.env.SILENCE = 'true';
  const emulator = await startEmulator(Object.keys(collections), now);
  const where = { serviceUrl: emulator.serviceUrl, timeoutMs: patienceMs, ...credentials };
  const store: Store = openCloudbaseStore({ ...where, collections });
  return {
    store,
    files: cloudbaseFiles(openCloudbase(where), now),
    emulator,
    path: '',
    send: async ({ url, method, headers }, body) => (await fetch(url, { method, headers, body: Buffer.from(body) })).ok,
    async open(link = '') {
      const response = await fetch(new URL(link, emulator.serviceUrl));
      return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
    },
    async close() {
      await store.close();
      await emulator.close();
    },
  };
}

async function load(store: Store, fixture: Fixture): Promise<void> {
  for (const [collection, docs] of Object.entries(fixture)) {
    await store.insertMany(collection as CollectionName, docs as never);
  }
}
