/** Applications to be put on the roster, and their answers. */
import { maskMobile } from '@/domain/people/mobile';
import { accountOf } from '@/domain/people/binding';
import { once } from '@platform/once';
import { notice, toAccount } from '@platform/notices';
import { invalidField, refusal } from '@platform/refuse';
import { people } from './os';
import { readText } from './texts';

const PAGE = 30;

export const applications = people.applications.handler(async ({ input, context }) => {
  const { store, sealer } = context;
  context.permit('people.applications', { area: input.village });
  const { items, next } = await store.find('applications', {
    where: { village: input.village, state: 'OPEN' },
    orderBy: [{ field: 'at', direction: 'asc' }],
    limit: PAGE,
    after: input.after,
  });
  return {
    items: items.map(({ _id, name, phoneSealed, text, at }) => ({
      applicationId: _id,
      name,
      phoneMasked: phoneSealed === undefined ? undefined : maskMobile(sealer.open(phoneSealed)),
      text,
      at,
    })),
    next,
  };
});

export const answerApplication = people.answerApplication.handler(async ({ input, context }) => {
  const { store, settings, now } = context;
  const answer = readText('text', input.text, settings.text.stepMax);
  const audited = { target: `application:${input.applicationId}`, detail: { accept: input.accept, person: input.personId ?? '' } };
  return once(context, 'people.answerApplication', input, audited, async (tx) => {
    const application = await tx.get('applications', input.applicationId);
    context.permit('people.answerApplication', { area: application?.village, personId: input.personId });
    if (application === undefined) throw refusal('NOT_FOUND');
    if (application.state !== 'OPEN') throw refusal('CHANGED_MEANWHILE');
    if (input.accept && input.personId !== undefined) {
      const person = await tx.get('people', input.personId);
      if (person?.status !== 'ACTIVE' || person.village !== application.village) throw invalidField('personId', 'NO_PERSON');
      if (person.account !== undefined) throw invalidField('personId', 'ALREADY_BOUND');
      // The phone takes it up when its owner agrees (`actFor`); weakly, for one officer's word is not two.
      await tx.update('people', person._id, { set: { account: accountOf(application.account, 'WEAK', now) } });
    }
    const made = input.accept ? 'ACCEPTED' : 'REFUSED';
    await tx.update('applications', application._id, { set: { state: made, answer, answeredAt: now, ...(input.personId === undefined ? {} : { personId: input.personId }) } });
    await tx.insert('notices', notice({ to: toAccount(application.account), kind: `APPLICATION_${made}`, at: now, data: { text: answer }, cause: application._id }));
    return { done: true };
  }, async () => {
    const application = await store.get('applications', input.applicationId);
    context.permit('people.answerApplication', { area: application?.village, personId: input.personId });
    return { done: true };
  });
});
