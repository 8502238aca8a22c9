/** Who calls a cloud function: WeChat's openid, from what the platform hands to each call; or a browser, from our own door. */
import { Browser } from '../browser/browser';
import type { Identity } from '../serve';
import { accountOfOpenid } from '../wechat';

/**
 * The account or the browser of a call; undefined for what no WeChat user sent (a timer, the console).
 *
 * The context's own environment is read per call and keeps calls of one process apart. Only where it says nothing of
 * WeChat are the process's variables read, as older runtimes set them, which handle one call at a time. The event, which
 * the caller writes, is never looked at.
 */
export function cloudIdentity(functionContext: unknown): Identity | undefined {
  // Before anything of WeChat: the process may still hold the variables of a phone that called before (see above).
  if (functionContext instanceof Browser) return functionContext;
  const own = environmentOf(functionContext);
  const saysWho = own.WX_OPENID !== undefined || own.WX_CONTEXT_KEYS !== undefined;
  const openid = saysWho ? own.WX_OPENID : process.env.WX_OPENID;
  return typeof openid === 'string' && openid !== '' ? accountOfOpenid(openid) : undefined;
}

/** The openid of this very call; never what an older runtime left in the process. */
export function ownOpenid(functionContext: unknown): string | undefined {
  const { WX_OPENID: openid } = environmentOf(functionContext);
  return typeof openid === 'string' && openid !== '' ? openid : undefined;
}

function environmentOf(functionContext: unknown): Readonly<Record<string, unknown>> {
  if (typeof functionContext !== 'object' || functionContext === null || !('environment' in functionContext)) return {};
  const { environment } = functionContext;
  if (typeof environment !== 'string') return {};
  try {
    const parsed: unknown = JSON.parse(environment);
    return typeof parsed === 'object' && parsed !== null ? (parsed as Readonly<Record<string, unknown>>) : {};
  } catch {
    // No environment in JSON: an older runtime, whose variables stand in the process.
    return {};
  }
}
