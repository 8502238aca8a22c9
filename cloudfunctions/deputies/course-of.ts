/** From the course a phone names to what is written for it (DEP-06). */
import type { CourseInput } from '@/contract/deputies';
import { exhaustive } from '@/domain/basics/exhaustive';
import type { RequestId } from '@/domain/basics/ids';
import type { ArchiveEntry } from '@/domain/deputies/archive';
import type { Course, Opinion, OpinionFiles } from '@/domain/deputies/opinion';
import type { Issue } from '@/domain/issues/issue';
import type { Context } from '@platform/context';
import { heardIssue } from '@platform/heard-issue';
import { derivedId } from '@platform/ids';
import { invalidField } from '@platform/refuse';
import type { ById } from '@platform/store';
import { needLine, readText } from '@platform/texts';

/**
 * One read where it becomes a matter of a village, none otherwise. A village of another county is not theirs to call.
 * Pictures go on to the village, a voice does not: who told it is not named there.
 */
export async function courseOf(context: Context, store: ById, requestId: RequestId, input: CourseInput, text: string, files?: OpinionFiles): Promise<{ readonly course: Course; readonly issue?: Issue }> {
  switch (input.kind) {
    case 'EXPLAINED':
      return { course: { kind: 'EXPLAINED', answer: readText('answer', input.answer, context.settings.text.stepMax, 'NEEDED') } };
    case 'CHANNEL':
      return { course: { kind: 'CHANNEL', channel: input.channel } };
    case 'SUGGESTION':
      return { course: { kind: 'SUGGESTION', title: needLine('title', input.title) } };
    case 'ISSUE': {
      if (!input.village.startsWith(context.settings.countyCode)) throw invalidField('village', 'UNKNOWN');
      const words = text === '' ? readText('text', input.text ?? '', context.settings.text.issueMax, 'NEEDED') : text;
      const issue = await heardIssue(context, store, { requestId, village: input.village, category: input.category, text: words, ...(files === undefined ? {} : { files }) });
      return { course: { kind: 'ISSUE', issueId: issue._id }, issue };
    }
    default:
      return exhaustive(input);
  }
}

/** A suggestion stands in the archive of the deputy who made it (DEP-09). */
export function suggestionEntry({ caller, now, today }: Context, requestId: RequestId, opinion: Opinion): ArchiveEntry | undefined {
  const { suggestion, mandate, town, _id } = opinion;
  if (suggestion === undefined || mandate === undefined || caller.person === undefined) return undefined;
  return { _id: derivedId('entry', caller.account, requestId, 'suggestion'), town, heading: 'SUGGESTION', on: today, mandates: [mandate], absent: [], opinionId: _id, at: now, by: caller.person.id, toCount: 1 };
}
