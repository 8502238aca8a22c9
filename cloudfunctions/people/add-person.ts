/** Puts one person on the roster without a spreadsheet: born, married in, moved in, or missed. */
import type { PersonId } from '@/domain/basics/ids';
import { assert } from '@/domain/basics/assert';
import { withCounts } from '@/domain/grid/tree';
import { lastFourOf } from '@/domain/people/id-number';
import type { Person } from '@/domain/people/person';
import { isTaken, once } from '@platform/once';
import { personIdOf, phoneKeyOf, weakKeyOf } from '@platform/person-keys';
import { refusal } from '@platform/refuse';
import { numberTaken, readHousehold, settleIn } from './household-choice';
import { people } from './os';
import { personRow } from './person-row';
import { readIdNumber, readName, readPhone } from './texts';

export const addPerson = people.addPerson.handler(async ({ input, context, errors }) => {
  const { store, settings, sealer, now, today } = context;
  context.permit('people.addPerson', { area: input.village });
  const name = readName('name', input.name);
  const { number, bornOn, sex } = readIdNumber('idNumber', input.idNumber, today);
  const phone = readPhone('phone', input.phone);
  const choice = readHousehold(input.household, input.village);
  const personId: PersonId = personIdOf(sealer, settings.countyCode, number);
  const audited = { target: `person:${personId}`, area: input.village, detail: { reason: input.reason } };

  try {
    return await once(context, 'people.addPerson', input, audited, async (tx) => {
      const village = await tx.get('villages', input.village);
      if (village === undefined) throw refusal('NOT_FOUND');
      const { household, isNew, gained } = await settleIn(tx, choice, village, personId, now);
      const person: Person = {
        _id: personId,
        name,
        sex,
        bornOn,
        idSealed: sealer.seal(number),
        ...(phone === undefined ? {} : { phoneSealed: sealer.seal(phone), phoneKey: phoneKeyOf(sealer, phone) }),
        weakKey: weakKeyOf(sealer, settings.countyCode, name, lastFourOf(number)),
        phoneShown: false,
        village: village._id,
        householdId: household._id,
        grid: household.grid,
        roles: [],
        status: 'ACTIVE',
        changedAt: now,
      };
      await tx.insert('people', person);
      if (!isNew) await tx.update('households', household._id, { addToSet: { memberIds: personId }, set: { changedAt: now } });
      await tx.replace('villages', { ...withCounts(village, household.grid, { people: 1, households: gained }), changedAt: now });
      return personRow(context, person, household, village);
    }, async () => {
      const person = await store.get('people', personId);
      assert(person !== undefined, 'what was added is there');
      return personRow(context, person, await store.get('households', person.householdId), await store.get('villages', person.village));
    });
  } catch (error) {
    if (!isTaken(error, 'people', personId)) throw numberTaken(error, choice);
    const taken = await store.get('people', personId);
    const known = taken?.aliasOf === undefined ? taken : await store.get('people', taken.aliasOf);
    const village = known && (await store.get('villages', known.village));
    throw errors.PERSON_EXISTS({ data: { village: village?.name ?? '' } });
  }
});
