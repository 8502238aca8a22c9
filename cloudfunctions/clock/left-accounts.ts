/** Removes deleted accounts with everything that was addressed to them (PRV-06). */
import { toAccount } from '@platform/notices';
import type { Job } from './job';

export const forgetAccounts: Job = {
  name: 'accounts.forget',
  async run({ store, now }, limit) {
    const { items } = await store.find('accounts', { where: { goesAt: { lte: now } }, orderBy: [{ field: 'goesAt', direction: 'asc' }], limit: Math.min(limit, 100) });
    let taken = 0;
    for (const account of items) {
      const addressed = await store.find('notices', { where: { to: toAccount(account._id), at: { lte: account.leftAt ?? 0 } }, limit: Math.max(1, Math.min(limit - taken, 100)) });
      for (const { _id } of addressed.items) await store.remove('notices', _id);
      taken += addressed.items.length + 1;
      if (addressed.next === undefined) {
        await store.transaction(async (tx) => {
          const left = await tx.get('accounts', account._id);
          if (left === undefined || left.leftAt !== account.leftAt) return;
          // Its owner may have come back; then only the mark goes.
          if (left.bindings.length === 0) await tx.remove('accounts', left._id);
          else await tx.update('accounts', left._id, { unset: ['leftAt', 'goesAt'] });
        });
      }
      if (taken >= limit) break;
    }
    return Math.min(taken, limit);
  },
};
