/** Writes an objection: to a roll, whose box it then holds up until it is answered (VOTE-11), or to a result. */
import type { EpochMs, RequestId } from '@/domain/basics/ids';
import { normaliseText } from '@/domain/basics/text';
import type { Action } from '@/domain/people/access';
import type { Person } from '@/domain/people/person';
import type { Box, BoxObjection, ObjectionAbout } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';

interface Asked {
  readonly requestId: RequestId;
  readonly boxId: string;
  readonly about: ObjectionAbout;
  readonly text: string;
}

/** Files it once a tap; `stillOpen` is asked again of the box inside the transaction. */
export async function fileObjection(
  context: Context,
  action: Action,
  input: Asked,
  stage: BoxObjection['stage'],
  about: Pick<Person, '_id' | 'name'>,
  answerBy: EpochMs,
  stillOpen: (box: Box) => void,
): Promise<{ readonly answerBy: EpochMs }> {
  const { caller, now, settings } = context;
  const text = normaliseText(input.text);
  if (text === '') throw invalidField('text', 'REQUIRED');
  if (text.length > settings.text.stepMax) throw invalidField('text', 'TOO_LONG', settings.text.stepMax);
  const { person } = caller;
  if (person === undefined) throw refusal('NOT_BOUND');
  const _id = derivedId('objection', caller.account, input.requestId);
  return once(context, action, { ...input }, { target: `box:${input.boxId}`, detail: { about: input.about } }, async (tx) => {
    const box = await tx.get('boxes', input.boxId);
    if (box === undefined) throw refusal('NOT_FOUND');
    stillOpen(box);
    await tx.insert('boxObjections', {
      _id,
      box: box._id,
      area: box.area,
      stage,
      about: input.about,
      account: caller.account,
      by: person.id,
      byName: person.name,
      personId: about._id,
      personName: about.name,
      text,
      at: now,
      answerBy,
      open: true,
      dueAt: now,
    });
    if (stage === 'ROLL') await tx.update('boxes', box._id, { inc: { rollObjections: 1 } });
    return { answerBy };
  }, async () => ({ answerBy: (await context.store.get('boxObjections', _id))?.answerBy ?? answerBy }));
}
