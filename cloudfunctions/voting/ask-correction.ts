import { addCivilDays, endOfDay } from '@/domain/basics/civil-time';
import { ROLL_ANSWER_DAYS } from '@/domain/voting/plan';
import { boxOf } from '@platform/ballot-box/read-box';
import { refusal } from '@platform/refuse';
import { ownVillageOf } from './boxes';
import { fileObjection } from './file-objection';
import { voting } from './os';

/** Asks to put a roll right while it is shown: somebody is missing, should not be there, or should represent the household (VOTE-10, 11). */
export const askCorrection = voting.askCorrection.handler(async ({ input, context, errors }) => {
  const { store, today, caller } = context;
  const box = await boxOf(store, input.boxId);
  const village = ownVillageOf(context, box);
  context.permit('voting.askCorrection', { area: village });
  const person = await store.get('people', input.personId ?? caller.person?.id ?? '');
  // Of people elsewhere nobody learns here whether there are any.
  if (person === undefined || person.village !== village) throw refusal('NOT_FOUND');
  if (input.about === 'REPRESENTATIVE' && person.householdId !== caller.person?.householdId) throw refusal('NOT_FOUND');
  const answerBy = endOfDay(addCivilDays(today, ROLL_ANSWER_DAYS));
  return fileObjection(context, 'voting.askCorrection', input, 'ROLL', person, answerBy, ({ state }) => {
    if (state !== 'SHOWN') throw errors.ROLL_FROZEN();
  });
});
