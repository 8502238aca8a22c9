/** Removes askings of computers that are over; whoever still shows one of their codes hears so from `collect`. */
import { MINUTE_MS } from '@/domain/basics/civil-time';
import type { Job } from './job';

/** Longer than a lost answer to the computer can take to be asked for again. */
const STAY_MS = 10 * MINUTE_MS;

export const sweepAskings: Job = {
  name: 'askings.sweep',
  async run({ store, now }, limit) {
    const { items } = await store.find('deskAskings', { where: { expiresAt: { lt: now - STAY_MS } }, orderBy: [{ field: 'expiresAt', direction: 'asc' }], limit });
    for (const { _id } of items) await store.remove('deskAskings', _id);
    return items.length;
  },
};
