/** The one place that starts CloudBase's SDK, with the settings its defaults get wrong. */
import cloudbase from '@cloudbase/node-sdk';

export interface CloudbaseOptions {
  /** The environment; inside a cloud function the function's own is the default. */
  readonly env?: string;
  /** Another server that speaks CloudBase's wire: the emulator of the tests. */
  readonly serviceUrl?: string;
  /** Needed outside the cloud only, unless the SDK's own environment variables hold them. */
  readonly secretId?: string;
  readonly secretKey?: string;
  /** How long one request may take, in ms. */
  readonly timeoutMs?: number;
}

export type CloudbaseApp = ReturnType<typeof cloudbase.init>;

/** The little of the SDK's database that the store uses; the SDK's own types of it say `any`. */
export interface CloudbaseDatabase extends Collections {
  startTransaction(): Promise<CloudbaseTransaction>;
}

export interface CloudbaseTransaction extends Collections {
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

export interface Collections {
  collection(name: string): Collection;
}

export interface Collection {
  add(docs: object): Promise<unknown>;
  doc(id: string): DocumentReference;
  /** `raw` sends filters and changes as they are given. */
  options(options: { readonly raw: true }): Collection;
  where(filter: object): Selection;
}

export interface DocumentReference {
  get(): Promise<{ readonly data: unknown }>;
  set(fields: object): Promise<unknown>;
  update(operators: object): Promise<{ readonly updated?: number }>;
  remove(): Promise<{ readonly deleted?: number | string }>;
}

export interface Selection {
  orderBy(field: string, direction: 'asc' | 'desc'): Selection;
  limit(rows: number): Selection;
  get(): Promise<{ readonly data: readonly unknown[] }>;
  count(): Promise<{ readonly total?: number }>;
}

const TIMEOUT_MS = 5_000;

/**
 * Starts the SDK.
 *
 * @throws Error if there are no credentials: the SDK itself would end the process with an unhandled rejection, at the
 *   first request.
 */
export function openCloudbase(options: CloudbaseOptions): CloudbaseApp {
  const { env, serviceUrl, secretId, secretKey, timeoutMs = TIMEOUT_MS } = options;
  const fromEnvironment = process.env.CLOUDBASE_APIKEY ?? process.env.TENCENTCLOUD_SECRETID;
  if (!secretId && !fromEnvironment) throw new Error('CloudBase needs credentials: secretId and secretKey, or the variables of a cloud function');
  // Outside the cloud the SDK asks a metadata service before every request whether it is inside, and waits for the answer.
  if (serviceUrl) process.env.TENCENTCLOUD ??= 'true';
  return cloudbase.init({
    env: env ?? cloudbase.SYMBOL_CURRENT_ENV,
    timeout: timeoutMs,
    // Off by default inside the cloud, where it would save a connection a request.
    keepalive: true,
    ...(serviceUrl && { serviceUrl }),
    ...(secretId && { secretId, secretKey }),
  });
}

/** The document database of a started SDK. */
export function databaseOf(app: CloudbaseApp): CloudbaseDatabase {
  return app.database();
}
