import { sorted } from '@/domain/deputies/opinion';
import { changeOpinion, permittedOpinion } from './change-opinion';
import { courseOf, suggestionEntry } from './course-of';
import { deputies } from './os';

/** 分类交办: the deputy or the station sorts what was told (DEP-06). Nobody solves it here: it is passed on. */
export const sortOpinion = deputies.sortOpinion.handler(async ({ input, context, errors }) => {
  const opinion = await permittedOpinion(context, 'deputies.sortOpinion', input.opinionId);
  const { course, issue } = await courseOf(context, input.requestId, input.course, opinion.text, opinion.files);
  return changeOpinion(context, errors, {
    action: 'deputies.sortOpinion',
    input,
    decide: (one) => sorted(one, course, context.now),
    async also(tx, after) {
      if (issue !== undefined) await tx.insert('issues', issue);
      const entry = suggestionEntry(context, input.requestId, after);
      if (entry !== undefined) await tx.insert('deputyEntries', entry);
    },
  });
});
