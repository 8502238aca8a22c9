import { refusal } from '@platform/refuse';
import { knownBox } from './boxes';
import { voting } from './os';
import { isOwnPhone, myBallot } from './views';

/** What stands on the caller's ballot. */
export const ballot = voting.ballot.handler(async ({ input, context }) => {
  const { store } = context;
  const row = await store.get('boxRolls', input.ballotId);
  context.permit('voting.ballot', { personId: row?.voter });
  const box = row && (await knownBox(context, row.box));
  if (row === undefined || box === undefined) throw refusal('NOT_FOUND');
  return {
    ...myBallot(context, box, row),
    about: box.about,
    questions: box.questions.map(({ id, text, options }) => ({ id, text, options: options.map(({ code, text: words }) => ({ code, text: words })) })),
    commentMax: box.commentMax,
    inNameOf: row.name,
    canCast: isOwnPhone(context),
  };
});
