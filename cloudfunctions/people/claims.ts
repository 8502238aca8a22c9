/** Who else says to be the person this account is, as long as it is not answered. */
import { people } from './os';

const AT_MOST = 20;

export const claims = people.claims.handler(async ({ context }) => {
  const { caller, store } = context;
  context.permit('people.claims', { account: caller.account });
  const { items } = await store.find('bindingClaims', {
    where: { holder: caller.account, state: 'OPEN' },
    orderBy: [{ field: 'at', direction: 'asc' }],
    limit: AT_MOST,
  });
  return { items: items.map((claim) => ({ claimId: claim._id, at: claim.at, person: claim.personName, level: claim.level })) };
});
