/** Removes what was only kept for a while: spent codes, counts of wrong tries, checks that WeChat never answered. */
import { addCivilDays, DAY_MS } from '@/domain/basics/civil-time';
import type { Job, JobContext } from './job';

/** An officer may want to see for a while that a code ran out. */
const CODES_STAY_MS = 7 * DAY_MS;
/** Tries count by the day; yesterday's are kept, so that nothing depends on the second of midnight. */
const TRIES_STAY_DAYS = 1;
/** WeChat answers within half an hour (WX-09); after this somebody has to look. */
const CHECKS_STAY_MS = 2 * DAY_MS;

export const sweepCodes: Job = {
  name: 'codes.sweep',
  async run({ store, now }: JobContext, limit) {
    const { items } = await store.find('bindingCodes', { where: { expiresAt: { lt: now - CODES_STAY_MS } }, orderBy: [{ field: 'expiresAt', direction: 'asc' }], limit });
    for (const { _id } of items) await store.remove('bindingCodes', _id);
    return items.length;
  },
};

export const sweepTries: Job = {
  name: 'tries.sweep',
  async run({ store, today }: JobContext, limit) {
    const { items } = await store.find('tries', { where: { day: { lt: addCivilDays(today, -TRIES_STAY_DAYS) } }, orderBy: [{ field: 'day', direction: 'asc' }], limit });
    for (const { _id } of items) await store.remove('tries', _id);
    return items.length;
  },
};

export const sweepMediaChecks: Job = {
  name: 'checks.sweep',
  async run({ store, now }: JobContext, limit) {
    const { items } = await store.find('mediaChecks', { where: { at: { lt: now - CHECKS_STAY_MS } }, orderBy: [{ field: 'at', direction: 'asc' }], limit });
    for (const { _id } of items) await store.remove('mediaChecks', _id);
    return items.length;
  },
};
