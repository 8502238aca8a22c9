import { addCivilDays, endOfDay } from '@/domain/basics/civil-time';
import { normaliseText } from '@/domain/basics/text';
import type { Person } from '@/domain/people/person';
import { isRollOpen, ROLL_ANSWER_DAYS } from '@/domain/voting/plan';
import { refusal } from '@platform/refuse';
import { knownBox, ownVillageOf, rollTargetOf } from './boxes';
import { fileObjection } from './file-objection';
import { voting } from './os';

/** Asks to put a roll right while it is shown: somebody is missing, should not be there, or should represent the household (VOTE-10, 11). */
export const askCorrection = voting.askCorrection.handler(async ({ input, context, errors }) => {
  const { store, today, caller } = context;
  const box = await knownBox(context, input.boxId);
  const village = ownVillageOf(context, box);
  context.permit('voting.askCorrection', rollTargetOf(box, village));
  const about = input.name === undefined ? await person() : await named(input.name);
  const answerBy = endOfDay(addCivilDays(today, ROLL_ANSWER_DAYS));
  return fileObjection(context, 'voting.askCorrection', input, 'ROLL', about, answerBy, (stands) => {
    if (!isRollOpen(stands, context.now)) throw errors.ROLL_FROZEN();
  });

  async function person(): Promise<Pick<Person, '_id' | 'name'>> {
    const found = await store.get('people', input.personId ?? caller.person?.id ?? '');
    // Of people elsewhere nobody learns here whether there are any.
    if (found === undefined || found.village !== village) throw refusal('NOT_FOUND');
    if (input.about === 'REPRESENTATIVE' && found.householdId !== caller.person?.householdId) throw refusal('NOT_FOUND');
    return found;
  }

  /** Somebody by the name that the public roll shows: only of those who stand there, since a name tells no more than the roll. */
  async function named(name: string): Promise<Pick<Person, '_id' | 'name'>> {
    if (box === undefined || village === undefined || input.about !== 'REMOVE') throw refusal('NOT_FOUND');
    const { items } = await store.find('boxRolls', { where: { box: box._id, village, name: normaliseText(name) }, limit: 2 });
    const [row, ...others] = items;
    if (row === undefined || others.length > 0) throw errors.NAME_NOT_CLEAR({ data: { several: others.length > 0 } });
    return { _id: row.voter, name: row.name };
  }
});
