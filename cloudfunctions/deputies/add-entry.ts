import { isCivilDate } from '@/domain/basics/civil-time';
import type { PersonId } from '@/domain/basics/ids';
import { mandateOf } from '@/domain/deputies/congress';
import { assert } from '@/domain/basics/assert';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { invalidField } from '@platform/refuse';
import { congressOf } from './congress-of';
import { deputies } from './os';
import { needLine } from '@platform/texts';

/** What the presidium adds to the archive of one deputy, or of all who were called to a meeting (DEP-09); an honour of one's own others enter (ORG-08). */
export const addEntry = deputies.addEntry.handler(async ({ input, context }) => {
  const { town, heading, on } = input;
  context.permit('deputies.addEntry', { area: town });
  if (!isCivilDate(on) || on > context.today) throw invalidField('on', 'DATE');
  if (input.forum === true && heading !== 'GROUP') throw invalidField('forum', 'UNKNOWN');
  const title = needLine('title', input.title);
  const congress = await congressOf(context.store, town);
  const mandates = [...new Set(input.mandates)];
  const absent = [...new Set(input.absent)].filter((one) => mandates.includes(one));
  for (const one of mandates) {
    if (mandateOf(congress, one) === undefined) throw invalidField('mandates', 'UNKNOWN');
  }
  const honoured = heading === 'HONOUR' ? congress.mandates.find(({ id, personId }) => mandates.includes(id) && personId === context.caller.person?.id) : undefined;
  context.permit('deputies.addEntry', { area: town, personId: honoured?.personId });
  const _id = derivedId('entry', context.caller.account, input.requestId);
  const by: PersonId | undefined = context.caller.person?.id;
  assert(by !== undefined, 'only a person is of the presidium');
  return once(context, 'deputies.addEntry', input, { target: `entry:${_id}`, area: town, detail: { heading, deputies: mandates.length } }, async (tx) => {
    await tx.insert('deputyEntries', { _id, town, heading, on, title, mandates, absent, ...(input.forum === true ? { forum: true as const } : {}), at: context.now, by, toCount: mandates.length });
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
