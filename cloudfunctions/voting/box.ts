import { boxFor } from './boxes';
import { voting } from './os';
import { boxView } from './views';

/** A box as anyone of its villages may know it. */
export const box = voting.box.handler(async ({ input, context }) => {
  const found = await boxFor(context, 'voting.box', input.boxId);
  return { ...boxView(found), questions: found.questions.map((question) => ({ ...question, options: [...question.options] })), about: found.about };
});
