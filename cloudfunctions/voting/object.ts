import { addCivilDays, endOfDay } from '@/domain/basics/civil-time';
import { ROLL_ANSWER_DAYS } from '@/domain/voting/plan';
import { rollRowId } from '@platform/ballot-box/roll-row';
import { refusal } from '@platform/refuse';
import { fileObjection } from './file-objection';
import { knownBox } from './boxes';
import { voting } from './os';

/** Objects to what happened with one's own ballot, once the result is out: 已投 that was not me shows stuffing. */
export const object = voting.object.handler(async ({ input, context, errors }) => {
  const { store, today, now, caller } = context;
  const box = await knownBox(context, input.boxId);
  const { person } = caller;
  const row = box && person && (await store.get('boxRolls', rollRowId(box._id, box.unit === 'PERSON' ? person.id : person.householdId)));
  context.permit('voting.ballot', { personId: row?.voter });
  context.permit('voting.object', { personId: row?.voter });
  if (person === undefined) throw refusal('NOT_BOUND');
  if (!person.own) throw refusal('FORBIDDEN');
  const answerBy = endOfDay(addCivilDays(today, ROLL_ANSWER_DAYS));
  return fileObjection(context, 'voting.object', input, 'RESULT', answerBy, (stands) => {
    if (stands?.result === undefined) throw refusal('NOT_FOUND');
    if (now >= stands.result.objectionsUntil) throw errors.OBJECTIONS_OVER();
    return { _id: person.id, name: person.name };
  });
});
