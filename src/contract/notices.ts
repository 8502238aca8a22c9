/** The inbox: every notice, whether or not WeChat delivered a message for it (WX-07). */
import * as z from 'zod';
import { base, cursor, epochMs, id } from './common';

export const notice = z.object({
  noticeId: id,
  kind: z.string(),
  at: epochMs,
  unread: z.boolean(),
  issueId: id.optional(),
  consultationId: id.optional(),
  /** What the words of this kind need; never anything sensitive (PRV-15). */
  data: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type NoticeView = z.infer<typeof notice>;

export const noticesContract = {
  list: base.input(z.object({ after: cursor })).output(z.object({ items: z.array(notice), next: z.string().optional(), seenAt: epochMs })),
  unread: base.output(z.object({ count: z.int() })),
  seen: base.input(z.object({ upTo: epochMs })).output(z.object({ seenAt: epochMs })),
};
