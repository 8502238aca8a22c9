/** Asks whether WeChat may remind the person of a report (WX-06, WX-07). Whatever comes of it, the inbox has every notice. */
import Taro from '@tarojs/taro';

/** WeChat refuses a fourth. */
const MOST_TEMPLATES = 3;
/** A dialog of WeChat's that never answers must not keep anybody on a page. */
const PATIENCE_MS = 60_000;

/**
 * Shows WeChat's own dialog; ends when it has been answered, one way or the other, and never fails. To be called within the
 * tap itself, before anything is waited for: WeChat shows it to no one who has not just tapped.
 *
 * What was answered (accept, reject, ban, filter) is not kept: WeChat knows it when a message is sent.
 */
export function askForMessages(templates: readonly string[]): Promise<void> {
  const tmplIds = [...new Set(templates)].slice(0, MOST_TEMPLATES);
  if (process.env.TARO_ENV !== 'weapp' || tmplIds.length === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const patience = setTimeout(resolve, PATIENCE_MS);
    const answered = (): void => {
      clearTimeout(patience);
      resolve();
    };
    // `entityIds` is another platform's.
    Taro.requestSubscribeMessage({ tmplIds, entityIds: [] }).then(answered, answered);
  });
}
