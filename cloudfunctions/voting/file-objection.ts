/** Writes an objection: to a roll, whose box it then holds up until it is answered (VOTE-11), or to a result. */
import type { EpochMs, RequestId } from '@/domain/basics/ids';
import type { Action } from '@/domain/people/access';
import type { Person } from '@/domain/people/person';
import { belongingOf } from '@/domain/voting/box';
import type { Box, BoxObjection, ObjectionAbout } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { refusal } from '@platform/refuse';
import { countSent, permitSending } from '@platform/sending';
import { readText } from '@platform/texts';
import { refuseResting } from './boxes';

interface Asked {
  readonly requestId: RequestId;
  readonly boxId: string;
  readonly about: ObjectionAbout;
  readonly text: string;
}

/**
 * Files it once a tap. Whether the caller may, whether there is still time and whom it is about says `check`, of the box as it
 * stands inside the transaction: a repeat is answered as the first, whatever became of the box. An account files no more than
 * it may send, since an objection to a roll holds the ballot up; whoever answers them puts a whole roll right.
 */
export async function fileObjection(
  context: Context,
  action: Action,
  input: Asked,
  stage: BoxObjection['stage'],
  answerBy: EpochMs,
  check: (box: Box | undefined) => Pick<Person, '_id' | 'name'>,
): Promise<{ readonly answerBy: EpochMs }> {
  const { caller, now, settings } = context;
  const { person } = caller;
  const _id = derivedId('objection', caller.account, input.requestId);
  return once(context, action, { ...input }, { target: `box:${input.boxId}`, detail: { about: input.about } }, async (tx) => {
    const box = await tx.get('boxes', input.boxId);
    refuseResting(context, box);
    const about = check(box);
    if (box === undefined || person === undefined) throw refusal('NOT_FOUND');
    const text = readText('text', input.text, settings.text.stepMax, 'NEEDED');
    if (!context.may('voting.answerObjection', belongingOf(box))) {
      permitSending(context, 'REQUEST');
      await countSent(tx, context, 'REQUEST');
    }
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
  }, async () => {
    context.permit('voting.myObjections');
    return { answerBy: (await context.store.get('boxObjections', _id))?.answerBy ?? answerBy };
  });
}
