import { sorted } from '@/domain/deputies/opinion';
import type { Issue } from '@/domain/issues/issue';
import { changeOpinion } from './change-opinion';
import { courseOf, suggestionEntry } from './course-of';
import { deputies } from './os';

/** 分类交办: the deputy or the station sorts what was told (DEP-06). Nobody solves it here: it is passed on. */
export const sortOpinion = deputies.sortOpinion.handler(({ input, context, errors }) => {
  let issue: Issue | undefined;
  return changeOpinion(context, errors, {
    action: 'deputies.sortOpinion',
    input,
    async decide(one, tx) {
      const taken = await courseOf(context, tx, input.requestId, input.course, one.text, one.files);
      issue = taken.issue;
      return sorted(one, taken.course, context.now);
    },
    async also(tx, after) {
      if (issue !== undefined) await tx.insert('issues', issue);
      const entry = suggestionEntry(context, input.requestId, after);
      if (entry !== undefined) await tx.insert('deputyEntries', entry);
    },
  });
});
