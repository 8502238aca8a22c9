import { assert } from '@/domain/basics/assert';
import { roundIdOf, withoutRating } from '@/domain/deputies/round';
import { calledOff } from '@platform/ballot-box/call-off';
import { checkText } from '@platform/content-check';
import { notice, toPerson } from '@platform/notices';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { readText } from '@platform/texts';
import { deputies } from './os';

/**
 * The presidium sets a rating aside whose ballots do not add up (VOTE-12, DEP-17), so that the round's others can be published.
 * Nobody can count it again: its ballots are removed unseen; its voters and its deputy are told, and the reason is public.
 */
export const setAside = deputies.setAside.handler(async ({ input, context, errors }) => {
  const { town, year, mandate } = input;
  const { settings, now, caller } = context;
  context.permit('deputies.setAside', { area: town });
  const reason = readText('reason', input.reason, settings.text.stepMax, 'NEEDED');
  const check = await checkText(context, reason);
  const id = roundIdOf(town, year);
  return once(context, 'deputies.setAside', input, { target: `mandate:${mandate}`, area: town, detail: { year } }, async (tx) => {
    const round = await tx.get('ratingRounds', id);
    const item = round?.items.find((one) => one.mandate === mandate);
    context.permit('deputies.setAside', { area: town, personId: item?.personId });
    if (round === undefined || item?.boxId === undefined) throw refusal('NOT_FOUND');
    if (round.publishedAt !== undefined) throw errors.ROUND_PUBLISHED();
    if ((await tx.get('boxes', item.boxId))?.state !== 'HELD') throw errors.COUNT_STANDS();
    if (check === 'REFUSED') throw refusal('CONTENT_REFUSED');
    if (check !== 'PASSED') throw refusal('UNAVAILABLE');
    assert(caller.person !== undefined, 'only a person is of the presidium');
    const after = withoutRating(round, mandate, { reason, at: now, by: caller.person.name });
    assert(after !== undefined, 'a rating with a box can be set aside');
    await tx.replace('ratingRounds', after);
    await tx.update('boxes', item.boxId, calledOff({ kind: 'DEPUTY' }, context));
    await tx.insert('notices', notice({ to: toPerson(item.personId), kind: 'RATING_SET_ASIDE', at: now, data: { year, town, mandate }, cause: id }));
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
