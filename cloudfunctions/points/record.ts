import { cycleOn } from '@/domain/points/cycle';
import { yearIdOf } from '@/domain/points/year';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { invalidField } from '@platform/refuse';
import { readText } from '@platform/texts';
import { eyesOf } from './branch-of';
import { isOpenOn, itemFor, needDay, theirDays } from './claiming';
import { points } from './os';

/**
 * What the branch enters of one or several members: a deduction, or a listed item (PTY-08). Whoever enters it is the first pair
 * of eyes; somebody else approves each. The clock makes the entries.
 */
export const record = points.record.handler(async ({ input, context, errors }) => {
  const { store, settings, now } = context;
  const { village, on } = input;
  context.permit('points.record', { area: village });
  needDay('on', on, context);
  const text = readText('text', input.text, settings.text.stepMax, 'NEEDED');
  const ids = [...new Set(input.people)];
  const cycle = cycleOn(on, settings.party.cycleStart);
  const { items: years } = await store.find('pointYears', { where: { _id: { in: ids.map((id) => yearIdOf(id, cycle)) } }, limit: ids.length });
  const first = eyesOf(context, village, 'GROUP', 'COMMITTEE', 'SECRETARY');
  const _id = derivedId('recording', context.caller.account, input.requestId);
  const people = ids.map((personId) => ({ personId, entry: derivedId('entry', _id, personId) }));
  const entryIds = people.map(({ entry }) => entry);
  return once(context, 'points.record', input, { target: `branch:${village}`, area: village, detail: { item: input.item, people: people.length } }, async (tx) => {
    const { item, days } = await itemFor(tx, context, on, input.item);
    for (const id of ids) {
      const year = years.find(({ personId }) => personId === id);
      if (year?.branch !== village) throw invalidField('people', 'UNKNOWN');
      if (!isOpenOn(year, on, days)) throw errors.NOT_IN_CYCLE({ data: theirDays(year, days) });
    }
    await tx.insert('pointRecordings', { _id, branch: village, cycle, on, item: item.id, text, people, first, at: now });
    return { entryIds };
  }, () => Promise.resolve({ entryIds }));
});
