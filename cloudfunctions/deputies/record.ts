import { assert } from '@/domain/basics/assert';
import { isCivilDate } from '@/domain/basics/civil-time';
import type { ArchiveEntry } from '@/domain/deputies/archive';
import { isInForceOn, isSuspendedOn } from '@/domain/deputies/congress';
import { heard, keptUntil, sorted, type Opinion } from '@/domain/deputies/opinion';
import type { Issue } from '@/domain/issues/issue';
import { heardIssueIdOf } from '@platform/heard-issue';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { courseOf, suggestionEntry } from './course-of';
import { mandateIn } from './congress-of';
import { deputies } from './os';
import { readText, readTextIfAny } from '@platform/texts';

/**
 * A deputy's contact, and what was heard at it, in one step (LNS-03, 04, DEP-05, 06). A tap or two suffice: no words and no
 * photo are asked for (BUR-02, BUR-07).
 */
export const record = deputies.record.handler(async ({ input, context }) => {
  const { store, settings, now, today, caller } = context;
  const { town, mode, purposes, on, households } = input;
  const own = [...new Set(input.with ?? [])];
  const { mandate } = await mandateIn(store, town, input.mandate);
  context.permit('deputies.record', { personId: mandate.personId });
  if (!isInForceOn(mandate, today) || isSuspendedOn(mandate, today)) throw refusal('FORBIDDEN');
  if (!isCivilDate(on) || on > today || on < mandate.from) throw invalidField('on', 'DATE');
  assert(caller.person !== undefined, 'only a person is a deputy');
  const summary = readTextIfAny('summary', input.summary, settings.text.stepMax);
  const entry: ArchiveEntry = {
    _id: derivedId('entry', caller.account, input.requestId),
    town, heading: 'CONTACT', on, mandates: [mandate.id], absent: [], at: now, by: caller.person.id, toCount: 1,
    contact: { mode, purposes: [...new Set(purposes)], households, ...(own.length === 0 ? {} : { with: own }), ...(summary === undefined ? {} : { summary }) },
  };

  const opinionId = derivedId('opinion', caller.account, input.requestId);
  const ids = input.heard === undefined ? {} : { opinionId, ...(input.heard.course?.kind === 'ISSUE' ? { issueId: heardIssueIdOf(context, input.requestId) } : {}) };
  const writes: { opinion?: Opinion; issue?: Issue; suggestion?: ArchiveEntry } = {};
  if (input.heard !== undefined) {
    const text = readText('heard', input.heard.text, settings.text.issueMax, 'NEEDED');
    const fresh = heard({ _id: opinionId, town, mandate: mandate.id, deputyId: mandate.personId, deputyName: mandate.name, text, at: now }, settings.liaison.toEventHours);
    const { course, issue } = input.heard.course === undefined ? {} : await courseOf(context, store, input.requestId, input.heard.course, text);
    const taken = course === undefined ? undefined : sorted(fresh, course, now);
    assert(taken?.ok !== false, 'what has just been heard can be sorted');
    writes.opinion = keptUntil(taken?.value ?? fresh, settings.privacy);
    writes.issue = issue;
    writes.suggestion = suggestionEntry(context, input.requestId, writes.opinion);
  }
  return once(context, 'deputies.record', input, { target: `entry:${entry._id}`, area: town, detail: { mode, heard: input.heard !== undefined } }, async (tx) => {
    await tx.insert('deputyEntries', entry.contact !== undefined && writes.opinion !== undefined ? { ...entry, opinionId } : entry);
    if (writes.opinion !== undefined) await tx.insert('opinions', writes.opinion);
    if (writes.issue !== undefined) await tx.insert('issues', writes.issue);
    if (writes.suggestion !== undefined) await tx.insert('deputyEntries', writes.suggestion);
    return ids;
  }, () => Promise.resolve(ids));
});
