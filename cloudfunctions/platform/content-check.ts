/** The content check of a text that is to be public (WX-08), never waited for longer than a person would. */
import type { Context } from './context';
import type { CheckOutcome } from './wechat';

/** A report is not held up by a slow check: what got no answer by then is checked by the clock, and shown afterwards. */
const LONGEST_MS = 1500;

export async function checkText({ wechat, caller }: Pick<Context, 'wechat' | 'caller'>, text: string): Promise<CheckOutcome> {
  let timer: NodeJS.Timeout | undefined;
  const slow = new Promise<CheckOutcome>((resolve) => {
    timer = setTimeout(() => resolve('UNKNOWN'), LONGEST_MS);
  });
  try {
    return await Promise.race([wechat.checkText(caller.account, text), slow]);
  } catch {
    // A check that breaks is one without an answer: the report is filed, and shown once the clock got one.
    return 'UNKNOWN';
  } finally {
    clearTimeout(timer);
  }
}
