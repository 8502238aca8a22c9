/**
 * How a question reaches the server: in WeChat by the cloud function of its context, in a browser by
 * `POST /fn/<context>`. The only place that knows the difference.
 */
import Taro from '@tarojs/taro';
import { AppError } from './app-error';
import { personaHeader } from './demo';
import { atDesk, signedOut } from './desk';

interface Reply {
  readonly ok: boolean;
  readonly data?: unknown;
  readonly error?: { readonly code: string; readonly data?: unknown; readonly ref?: string };
}

/** The slowest answer a person on a bad line should wait for. */
const TIMEOUT_MS = 20_000;

/** Asks one procedure; answers its data or throws an `AppError`. */
export async function ask(context: string, procedure: string, input: unknown): Promise<unknown> {
  const reply = process.env.TARO_ENV === 'weapp' ? await askCloud(context, { procedure, input }) : await askHttp(context, { procedure, input });
  if (reply.ok) return reply.data;
  if (process.env.TARO_ENV === 'h5' && reply.error?.code === 'NOT_SIGNED_IN' && !isSigningIn(context, procedure)) signedOut();
  throw new AppError(reply.error ?? { code: 'INTERNAL' });
}

/** What a computer asks before anybody is signed in at it, whoever holds the phone in the demo. */
const SIGNING_IN: ReadonlySet<string> = new Set(['begin', 'collect', 'enter']);

function isSigningIn(context: string, procedure: string): boolean {
  return context === 'desk' && SIGNING_IN.has(procedure);
}

interface Question {
  readonly procedure: string;
  readonly input: unknown;
}

/** A page of another site cannot send this: the server takes a cookie only together with it (docs/decisions/0012-desk-sign-in.md). */
const OUR_PAGE = { 'x-desk': '1' } as const;

let cloudReady = false;

async function askCloud(name: string, data: Question): Promise<Reply> {
  if (!cloudReady) {
    Taro.cloud.init({});
    cloudReady = true;
  }
  try {
    const { result } = await Taro.cloud.callFunction({ name, data: { ...data } });
    return asReply(result);
  } catch (failure) {
    throw new AppError({ code: 'OFFLINE' }, { cause: failure });
  }
}

async function askHttp(context: string, question: Question): Promise<Reply> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), TIMEOUT_MS);
  try {
    const response = await fetch(`/fn/${context}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...OUR_PAGE, ...(atDesk() || isSigningIn(context, question.procedure) ? {} : personaHeader()) },
      body: JSON.stringify(question),
      signal: stop.signal,
    });
    return asReply(await response.json());
  } catch (failure) {
    if (failure instanceof AppError) throw failure;
    throw new AppError({ code: stop.signal.aborted ? 'TIMEOUT' : 'OFFLINE' }, { cause: failure });
  } finally {
    clearTimeout(timer);
  }
}

/** A gateway between may answer with anything; only our own shape is believed. */
function asReply(answer: unknown): Reply {
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Reply;
  throw new AppError({ code: 'UNAVAILABLE' });
}
