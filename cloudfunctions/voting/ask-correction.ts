import type { VillageCode } from '@/domain/areas/code';
import { addCivilDays, endOfDay } from '@/domain/basics/civil-time';
import { normaliseText } from '@/domain/basics/text';
import type { Person } from '@/domain/people/person';
import { isRollOpen, ROLL_ANSWER_DAYS } from '@/domain/voting/plan';
import { refusal } from '@platform/refuse';
import { ownVillageOf, rollTargetOf } from './boxes';
import { fileObjection } from './file-objection';
import { voting } from './os';

/** Whom it is about, told only to who may ask; throws for anybody whom the asker may not name. */
type Named = (village: VillageCode | undefined) => Pick<Person, '_id' | 'name'>;

/** Asks to put a roll right while it is shown: somebody is missing, should not be there, or should represent the household (VOTE-10, 11). */
export const askCorrection = voting.askCorrection.handler(async ({ input, context, errors }) => {
  const { store, today, now, caller } = context;
  const about = input.name === undefined ? await person() : await named(input.name);
  const answerBy = endOfDay(addCivilDays(today, ROLL_ANSWER_DAYS));
  return fileObjection(context, 'voting.askCorrection', input, 'ROLL', answerBy, (box) => {
    const village = ownVillageOf(context, box);
    context.permit('voting.askCorrection', rollTargetOf(box, village));
    if (box === undefined) throw refusal('NOT_FOUND');
    if (!isRollOpen(box, now)) throw errors.ROLL_FROZEN();
    return about(village);
  });

  async function person(): Promise<Named> {
    const found = await store.get('people', input.personId ?? caller.person?.id ?? '');
    return (village) => {
      // Of people elsewhere nobody learns here whether there are any.
      if (found === undefined || found.village !== village) throw refusal('NOT_FOUND');
      if (input.about === 'REPRESENTATIVE' && found.householdId !== caller.person?.householdId) throw refusal('NOT_FOUND');
      return found;
    };
  }

  /** Somebody by the name that the public roll shows: only of those who stand there, since a name tells no more than the roll. */
  async function named(name: string): Promise<Named> {
    const home = caller.person?.village;
    const rows = home === undefined ? [] : (await store.find('boxRolls', { where: { box: input.boxId, village: home, name: normaliseText(name) }, limit: 2 })).items;
    return (village) => {
      if (village === undefined || input.about !== 'REMOVE') throw refusal('NOT_FOUND');
      const [row, ...others] = rows;
      if (row === undefined || others.length > 0) throw errors.NAME_NOT_CLEAR({ data: { several: others.length > 0 } });
      return { _id: row.voter, name: row.name };
    };
  }
});
