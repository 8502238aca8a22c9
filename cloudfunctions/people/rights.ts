/** What people ask about their data (PRV-06) and about the app itself (BUR-06): filed with the desk that answers. */
import { addWorkingDays } from '@/domain/basics/working-days';
import type { Action } from '@/domain/people/access';
import type { Context } from '@platform/context';
import { derivedId } from '@platform/ids';
import { notice, toPost } from '@platform/notices';
import { once } from '@platform/once';
import type { RightsRequest } from '@platform/records';
import { countSent, permitSending } from '@platform/sending';
import { people } from './os';
import { readText } from './texts';

/** BUR-06 [DEF]: feedback on the app is answered within ten working days. */
const FEEDBACK_WORKDAYS = 10;
const SHOWN = 50;

export const askRights = people.askRights.handler(({ input, context }) => {
  context.permit('people.askRights', { account: context.caller.account });
  return file(context, 'people.askRights', input, {
    kind: input.kind,
    area: context.caller.person?.village ?? context.settings.countyCode,
    workdays: context.settings.privacy.rightsReplyWorkdays,
  });
});

export const sendFeedback = people.sendFeedback.handler(({ input, context }) => {
  context.permit('people.sendFeedback');
  return file(context, 'people.sendFeedback', input, { kind: 'FEEDBACK', area: context.settings.countyCode, workdays: FEEDBACK_WORKDAYS });
});

export const myRequests = people.myRequests.handler(async ({ context }) => {
  const { caller, store } = context;
  context.permit('people.myRequests', { account: caller.account });
  const { items } = await store.find('requests', { where: { account: caller.account }, orderBy: [{ field: 'at', direction: 'desc' }], limit: SHOWN });
  return { items: items.map(({ kind, text, at, answerBy, answer, answeredAt }) => ({ kind, text, at, answerBy, answer, answeredAt })) };
});

interface Filed {
  readonly kind: RightsRequest['kind'];
  readonly area: RightsRequest['area'];
  readonly workdays: number;
}

async function file(
  context: Context,
  action: Action & ('people.askRights' | 'people.sendFeedback'),
  input: { readonly requestId: string; readonly text: string },
  { kind, area, workdays }: Filed,
): Promise<{ answerBy: number }> {
  const { caller, store, settings, now } = context;
  const { dueAt: answerBy } = addWorkingDays(now, workdays, settings.calendar);
  const request: RightsRequest = {
    _id: derivedId('request', caller.account, input.requestId),
    kind,
    account: caller.account,
    ...(caller.person ? { personId: caller.person.id } : {}),
    fromName: caller.person?.name ?? '',
    area,
    text: readText('text', input.text, settings.text.issueMax),
    at: now,
    answerBy,
    open: true,
  };
  return once(context, action, input, { target: `request:${request._id}`, area, detail: { kind } }, async (tx) => {
    permitSending(context, 'REQUEST');
    await countSent(tx, context, 'REQUEST');
    await tx.insert('requests', request);
    await tx.insert('notices', notice({ to: toPost(`${area}`), kind: 'RIGHTS_REQUEST', at: now, cause: request._id }));
    return { answerBy };
  }, async () => ({ answerBy: (await store.get('requests', request._id))?.answerBy ?? answerBy }));
}
