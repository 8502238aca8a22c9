/**
 * One person's entry on the roster; that it was read is on record, for the person to see (PRV-06). Which relatives' phones
 * act for the person is told to whoever may end that.
 */
import { auditRow } from '@platform/audit';
import { phonesActingFor } from './family-phones';
import { people } from './os';
import { personRow } from './person-row';
import { refusal } from '@platform/refuse';

export const person = people.person.handler(async ({ input, context }) => {
  const { store } = context;
  const found = await store.get('people', input.personId);
  context.permit('people.person', { area: found?.grid, personId: found?._id });
  if (found === undefined) throw refusal('NOT_FOUND');
  const household = await store.get('households', found.householdId);
  const village = await store.get('villages', found.village);
  await store.insert('audit', auditRow(context, 'people.person', { target: `person:${found._id}`, area: found.village }));
  const row = personRow(context, found, household, village);
  if (!context.may('people.endFamilyPhoneFor', { area: found.grid, personId: found._id })) return row;
  return { ...row, familyPhones: await phonesActingFor(context, found._id) };
});
