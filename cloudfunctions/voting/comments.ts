import { belongingOf } from '@/domain/voting/box';
import { boxOf, commentsOf, isShown } from '@platform/ballot-box/read-box';
import { refusal } from '@platform/refuse';
import { voting } from './os';

/** Comments on a deputy, once the result is out: for the presidium alone, and not below k ballots (DEP-21). */
export const comments = voting.comments.handler(async ({ input, context, errors }) => {
  const { store } = context;
  const box = await boxOf(store, input.boxId);
  const [rated] = box?.electorate.except ?? [];
  context.permit('voting.comments', { ...(box && belongingOf(box)), personId: rated });
  if (box?.result === undefined) throw refusal('NOT_FOUND');
  if (!isShown(box)) throw errors.TOO_FEW_TO_SHOW();
  return { comments: [...(await commentsOf(store, box))] };
});
