/** The holder lets a new phone take over, or says that it is not theirs; then the village's desk hears of it too. */
import { accountOf } from '@/domain/people/binding';
import { once } from '@platform/once';
import { notice, toAccount, toPost } from '@platform/notices';
import { refusal } from '@platform/refuse';
import { people } from './os';
import { unchangedStanding } from './standing-view';

export const answerClaim = people.answerClaim.handler(async ({ input, context }) => {
  const { caller, store, now } = context;
  const detail = { allow: input.allow };
  return once(context, 'people.answerClaim', input, { target: `claim:${input.claimId}`, detail }, async (tx) => {
    const claim = await tx.get('bindingClaims', input.claimId);
    context.permit('people.answerClaim', { account: claim?.holder });
    if (claim?.state !== 'OPEN') throw refusal('CHANGED_MEANWHILE');
    await tx.update('bindingClaims', claim._id, { set: { state: input.allow ? 'ALLOWED' : 'REFUSED' } });
    const cause = claim._id;
    if (!input.allow) {
      if (caller.person) await tx.insert('notices', notice({ to: toPost(`${caller.person.village}`), kind: 'CLAIM_REFUSED', at: now, data: { name: claim.personName }, cause }));
      return unchangedStanding(caller.person);
    }
    const person = await tx.get('people', claim.personId);
    // An officer may have unbound this phone in the meantime: whoever found it gives nobody away.
    if (person?.account?.id !== caller.account) throw refusal('CHANGED_MEANWHILE');
    await tx.update('people', person._id, { set: { account: accountOf(claim.from, claim.level, now) } });
    await tx.insert('notices', notice({ to: toAccount(claim.from), kind: 'CLAIM_ALLOWED', at: now, data: { name: claim.personName, personId: person._id }, cause }));
    return caller.person?.id === person._id ? {} : unchangedStanding(caller.person);
  }, async () => {
    const claim = await store.get('bindingClaims', input.claimId);
    context.permit('people.answerClaim', { account: claim?.holder });
    return unchangedStanding(caller.person);
  });
});
