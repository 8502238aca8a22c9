/** Who is not on the roster asks to be put on it. One application at a time, and so many a day. */
import { addCivilDays, startOfDay } from '@/domain/basics/civil-time';
import { once } from '@platform/once';
import { derivedId } from '@platform/ids';
import { notice, toPost } from '@platform/notices';
import { refusal } from '@platform/refuse';
import type { Application } from '@platform/records';
import { sentEnough } from '@platform/sending';
import { people } from './os';
import { readName, readPhone, readText } from './texts';

export const apply = people.apply.handler(async ({ input, context }) => {
  context.permit('people.apply');
  const { caller, store, settings, sealer, now, today } = context;
  const phone = readPhone('phone', input.phone);
  const application: Application = {
    _id: derivedId('application', caller.account, input.requestId),
    account: caller.account,
    village: input.village,
    name: readName('name', input.name),
    ...(phone === undefined ? {} : { phoneSealed: sealer.seal(phone) }),
    text: readText('text', input.text, settings.text.stepMax),
    at: now,
    state: 'OPEN',
  };
  const [waiting] = (await store.find('applications', { where: { account: caller.account, state: 'OPEN' }, limit: 1 })).items;
  // A second one would only be answered twice.
  if (waiting !== undefined && waiting._id !== application._id) return { applicationId: waiting._id };
  const sent = await store.count('applications', { account: caller.account, state: { in: ['OPEN', 'ACCEPTED', 'REFUSED'] }, at: { gte: startOfDay(today) } });
  const audited = { target: `application:${application._id}`, area: input.village };
  return once(context, 'people.apply', input, audited, async (tx) => {
    if (sent >= settings.sending.applicationsPerDay) throw sentEnough(context, 'APPLICATION', startOfDay(addCivilDays(today, 1)));
    if ((await tx.get('villages', input.village)) === undefined) throw refusal('NOT_FOUND');
    await tx.insert('applications', application);
    await tx.insert('notices', notice({ to: toPost(`${input.village}`), kind: 'APPLICATION', at: now, cause: application._id }));
    return { applicationId: application._id };
  }, () => Promise.resolve({ applicationId: application._id }));
});
