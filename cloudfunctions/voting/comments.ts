import { commentsOf, isShown } from '@platform/ballot-box/read-box';
import { refusal } from '@platform/refuse';
import { knownBox } from './boxes';
import { voting } from './os';

/** Comments on a deputy, once the result is out: for the presidium alone, and not below k ballots (DEP-21). */
export const comments = voting.comments.handler(async ({ input, context, errors }) => {
  const { store } = context;
  const box = await knownBox(context, input.boxId);
  const [rated] = box?.electorate.except ?? [];
  context.permit('voting.comments', { area: box?.area, personId: rated });
  if (box?.result === undefined) throw refusal('NOT_FOUND');
  if (!isShown(box)) throw errors.TOO_FEW_TO_SHOW();
  return { comments: [...(await commentsOf(store, box))] };
});
