/** Puts a name, an ID number or a phone right. A holder's name and phone are copied to the posts in the same change. */
import type { EpochMs, PersonId } from '@/domain/basics/ids';
import { lastFourOf } from '@/domain/people/id-number';
import { aliasFor, type Person } from '@/domain/people/person';
import { copyToPosts } from '@platform/holder-copy';
import { isTaken, once } from '@platform/once';
import { personIdOf, phoneKeyOf, weakKeyOf } from '@platform/person-keys';
import { invalidField, refusal } from '@platform/refuse';
import type { Transaction } from '@platform/store';
import { people } from './os';
import { readIdNumber, readName, readPhone, readText } from './texts';

export const correctPerson = people.correctPerson.handler(async ({ input, context, errors }) => {
  const { store, settings, sealer, now, today } = context;
  readText('reason', input.reason, settings.text.stepMax);
  const name = input.name === undefined ? undefined : readName('name', input.name);
  const id = input.idNumber === undefined ? undefined : readIdNumber('idNumber', input.idNumber, today);
  const phone = readPhone('phone', input.phone);
  if (name === undefined && id === undefined && phone === undefined) throw invalidField('name', 'NOTHING_TO_CHANGE');
  // One thing that decides who somebody is at a time: what would follow from both at once is too long for one change.
  if (id !== undefined && (name !== undefined || phone !== undefined)) throw invalidField('idNumber', 'ON_ITS_OWN');
  const detail = { name: name !== undefined, idNumber: id !== undefined, phone: phone !== undefined };
  const sameNumber = id && personIdOf(sealer, settings.countyCode, id.number);

  try {
    return await once(context, 'people.correctPerson', input, { target: `person:${input.personId}`, detail }, async (tx) => {
      const before = await tx.get('people', input.personId);
      context.permit('people.correctPerson', { area: before?.grid, personId: before?._id });
      if (before === undefined) throw refusal('NOT_FOUND');
      if (sameNumber !== undefined) await takeNumber(tx, before, sameNumber, now);
      const number = id?.number ?? sealer.open(before.idSealed);
      const after: Person = {
        ...before,
        name: name ?? before.name,
        weakKey: weakKeyOf(sealer, settings.countyCode, name ?? before.name, lastFourOf(number)),
        ...(id === undefined ? {} : { idSealed: sealer.seal(id.number), bornOn: id.bornOn, sex: id.sex, idKey: sameNumber === before._id ? undefined : sameNumber }),
        ...(phone === undefined ? {} : { phoneSealed: sealer.seal(phone), phoneKey: phoneKeyOf(sealer, phone) }),
        changedAt: now,
      };
      await tx.replace('people', after);
      if (id === undefined) await copyToPosts(tx, after, context);
      return { done: true };
    }, async () => {
      const found = await store.get('people', input.personId);
      context.permit('people.correctPerson', { area: found?.grid, personId: found?._id });
      return { done: true };
    });
  } catch (error) {
    if (sameNumber === undefined || !isTaken(error, 'people', sameNumber)) throw error;
    const other = await store.get('people', sameNumber);
    const real = other?.aliasOf === undefined ? other : await store.get('people', other.aliasOf);
    throw errors.PERSON_EXISTS({ data: { village: (real && (await store.get('villages', real.village)))?.name ?? '' } });
  }
});

/**
 * The new number's id is taken from now on: nobody is added, corrected or loaded under it as somebody else. The id of a
 * number it was corrected to before is free again: that one may have been mistyped, and be somebody's who is yet to come.
 */
async function takeNumber(tx: Transaction, { _id, idKey = _id }: Person, next: PersonId, now: EpochMs): Promise<void> {
  if (next === idKey) return;
  if (next !== _id) await tx.insert('people', aliasFor(next, _id, now));
  if (idKey !== _id) await tx.remove('people', idKey);
}
