import { isOfBranch } from '@/domain/voting/box';
import { isShown, publishedFile } from '@platform/ballot-box/read-box';
import { refusal } from '@platform/refuse';
import { boxFor } from './boxes';
import { voting } from './os';

/** The published file: whoever has it counts again. */
export const file = voting.file.handler(async ({ input, context, errors }) => {
  const box = await boxFor(context, 'voting.file', input.boxId);
  // What a branch's box came to is told by its appraisal, to whom it concerns.
  if (box.result === undefined || isOfBranch(box)) throw refusal('NOT_FOUND');
  if (!isShown(box)) throw errors.TOO_FEW_TO_SHOW();
  const published = await publishedFile(context.store, box, context.now);
  if (published === undefined) throw errors.BALLOTS_REMOVED();
  return { text: `${JSON.stringify(published, null, 1)}\n` };
});
