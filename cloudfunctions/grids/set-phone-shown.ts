/** A holder says whether those the post answers for see the phone, and when they may ring (LNS-05, PRV-07). */
import { isOwnerOf } from '@/domain/people/binding';
import { lengthOf, normaliseLine } from '@/domain/basics/text';
import { copyToPosts } from '@platform/holder-copy';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { grids } from './os';

const HOURS_MAX = 40;

export const setPhoneShown = grids.setPhoneShown.handler(async ({ input, context }) => {
  const { caller, now } = context;
  context.permit('grids.setPhoneShown', { personId: caller.person?.id });
  if (caller.person === undefined) throw refusal('NOT_BOUND');
  // Agreeing is the owner's own: neither a relative's, nor somebody's who knows a name and four digits.
  if (caller.person.level !== 'VERIFIED') throw refusal('NOT_VERIFIED');
  const personId = caller.person.id;
  const hours = input.hours === undefined ? undefined : normaliseLine(input.hours);
  if (hours !== undefined && lengthOf(hours) > HOURS_MAX) throw invalidField('hours', 'TOO_LONG', HOURS_MAX);
  return once(context, 'grids.setPhoneShown', input, { target: `person:${personId}`, detail: { shown: input.shown } }, async (tx) => {
    const person = await tx.get('people', personId);
    if (person === undefined || !isOwnerOf(caller.account, person)) throw refusal('FORBIDDEN');
    if (input.shown && person.phoneSealed === undefined) throw invalidField('shown', 'NO_PHONE');
    const after = { ...person, phoneShown: input.shown, hours: hours === undefined ? person.hours : hours === '' ? undefined : hours, changedAt: now };
    await tx.replace('people', after);
    await copyToPosts(tx, after, context);
    return { shown: input.shown };
  }, () => Promise.resolve({ shown: input.shown }));
});
