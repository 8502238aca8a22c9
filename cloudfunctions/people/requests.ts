/** Requests about personal data and about the app, oldest due first, and their answers (PRV-06, BUR-06). */
import { isWithin } from '@/domain/areas/code';
import { areasOf } from '@platform/caller';
import { once } from '@platform/once';
import { notice, toAccount, toPerson } from '@platform/notices';
import { refusal } from '@platform/refuse';
import { people } from './os';
import { readText } from './texts';

const PAGE = 30;

export const requests = people.requests.handler(async ({ input, context }) => {
  const { caller, store } = context;
  const area = input.area ?? areasOf(caller, 'COUNTY_OFFICE', 'COUNTY_CLERK', 'VILLAGE_DUTY')[0];
  context.permit('people.requests', { area });
  if (area === undefined) throw refusal('NOT_FOUND');
  const { items, next } = await store.find('requests', area.length === 12
    ? { where: { area, open: true }, orderBy: [{ field: 'at', direction: 'asc' }], limit: PAGE, after: input.after }
    : { where: { open: true }, orderBy: [{ field: 'answerBy', direction: 'asc' }], limit: PAGE, after: input.after });
  const within = items.filter((request) => isWithin(request.area, area));
  return { items: within.map(({ _id, kind, text, fromName, at, answerBy }) => ({ requestId: _id, kind, text, from: fromName, at, answerBy })), next };
});

export const answerRequest = people.answerRequest.handler(async ({ input, context }) => {
  const { caller, store, settings, now } = context;
  const answer = readText('text', input.text, settings.text.stepMax);
  return once(context, 'people.answerRequest', input, { target: `request:${input.id}` }, async (tx) => {
    const request = await tx.get('requests', input.id);
    context.permit('people.answerRequest', { area: request?.area, personId: request?.personId });
    if (request === undefined) throw refusal('NOT_FOUND');
    if (!request.open) throw refusal('CHANGED_MEANWHILE');
    await tx.update('requests', request._id, { set: { open: false, answer, answeredAt: now, ...(caller.person ? { answeredBy: caller.person.id } : {}) } });
    const to = request.personId === undefined ? toAccount(request.account) : toPerson(request.personId);
    await tx.insert('notices', notice({ to, kind: 'REQUEST_ANSWERED', at: now, cause: request._id }));
    return { done: true };
  }, async () => {
    const request = await store.get('requests', input.id);
    context.permit('people.answerRequest', { area: request?.area, personId: request?.personId });
    return { done: true };
  });
});
