import { apply } from '@/domain/consultations/machine';
import { targetOf } from '@/domain/consultations/target';
import { toldNowOrSoon } from '@platform/consult-outcome';
import { refusal } from '@platform/refuse';
import { readText } from '@platform/texts';
import { actorOf, actOnMatter } from './act-on-matter';
import { consultations } from './os';
import { refusedAs } from './refusals';
import { movedTo } from './views';

/** The other matter, read and written. */
const OPERATIONS = 2;

/** Merges a matter into the one that says the same (CON-03): both change in one transaction, or neither. */
export const merge = consultations.merge.handler(async ({ input, context }) => {
  const text = readText('text', input.text, context.settings.text.stepMax, 'NEEDED');
  return movedTo(await actOnMatter(context, input, {
    name: 'MERGE',
    words: [text],
    operations: OPERATIONS,
    async build({ matter, tx, at }) {
      const into = await tx.get('consultations', input.intoId);
      if (into === undefined) throw refusal('NOT_FOUND');
      context.permit('consultations.merge', targetOf(into));
      // Asked first: what cannot be merged leaves both as they were.
      const asked = apply(matter, { act: 'MERGE', into, text }, at);
      if (!asked.ok) throw refusedAs(asked.reason);
      const taken = apply(into, { act: 'TAKE_IN', merged: matter }, { ...at, by: actorOf('MERGE', into, context) });
      if (!taken.ok) throw refusedAs(taken.reason);
      await tx.replace('consultations', toldNowOrSoon(taken.value.matter, taken.value.tell, 0, at.now).matter);
      return { act: 'MERGE', into, text };
    },
  }));
});
