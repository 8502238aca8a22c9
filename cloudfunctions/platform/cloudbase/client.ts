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
export type CloudbaseDatabase = ReturnType<CloudbaseApp['database']>;

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
