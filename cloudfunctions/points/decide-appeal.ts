import { ok, refused } from '@/domain/basics/result';
import { appealDecided } from '@/domain/points/entry-acts';
import { toStore } from '@/domain/points/entry-news';
import type { Entry } from '@/domain/points/entry';
import { derivedId } from '@platform/ids';
import { readText } from '@platform/texts';
import { actsAs, eyesOf } from './branch-of';
import { changeEntry } from './change-entry';
import { points } from './os';

/**
 * Decides an appeal: somebody who has not looked at the entry before, of the branch or the town; of the secretary's own the town
 * alone (PTY-06, 14). Upheld, an entry of its own puts it right; the clock puts that into the year.
 */
export const decideAppeal = points.decideAppeal.handler(({ input, context, errors }) => {
  const { settings, now } = context;
  const answer = readText('answer', input.answer, settings.text.stepMax, 'NEEDED');
  const correctionId = derivedId('entry', 'appeal', input.entryId);
  let correction: Entry | undefined;
  return changeEntry(context, errors, {
    action: 'points.decideAppeal', input,
    ruleOf: (entry) => (entry.above ? 'points.approveAbove' : 'points.decideAppeal'),
    decide(entry) {
      const eyes = eyesOf(context, entry.branch, ...(actsAs(context, entry.branch, 'TOWN_PARTY') ? (['TOWN'] as const) : (['SECRETARY', 'COMMITTEE'] as const)));
      const decided = appealDecided(entry, { upheld: input.upheld, answer }, eyes, correctionId);
      if (!decided.ok) return refused(decided.reason);
      correction = decided.value.correction;
      return ok(decided.value.entry);
    },
    async also(tx) {
      // Told with the appeal: its own notice would say the same again.
      if (correction !== undefined) await tx.insert('pointEntries', toStore(correction, { ...correction, uncounted: true }, now));
    },
  });
});
