/** What is told once, however often the clock comes to it. */
import type { Notice } from '@platform/records';
import type { JobContext } from './job';

/**
 * Those of the tellings whose notice is not there yet. Written anew it would be unread again and sent to WeChat again
 * (WX-07). Asked before the transaction, whose operations are for what is written: nobody but the clock tells these.
 */
export async function firstTold<T>(tell: readonly T[], noticeOf: (one: T) => Pick<Notice, '_id'>, { store }: Pick<JobContext, 'store'>): Promise<readonly T[]> {
  const first: T[] = [];
  for (const one of tell) {
    if ((await store.get('notices', noticeOf(one)._id)) === undefined) first.push(one);
  }
  return first;
}
