/** Calling a ballot off: by the village alone while nobody can have voted, else with the supervision committee (CON-12, VOTE-12). */
import type { ConsultAct } from '@/contract/consultations';
import { readText } from '@platform/texts';
import { calledOff } from '@platform/ballot-box/call-off';
import type { Context } from '@platform/context';
import { actOnMatter, type OnMatter } from './act-on-matter';
import { consultations } from './os';
import { movedTo } from './views';

export const cancelBallot = consultations.cancelBallot.handler(async ({ input, context }) => movedTo(await cancelling('CANCEL_BALLOT', input, context)));
export const agreeToCancel = consultations.agreeToCancel.handler(async ({ input, context }) => movedTo(await cancelling('AGREE_TO_CANCEL', input, context)));

/** Everybody on the roll reads the reason, so that it is not taken before its words are checked. */
function cancelling(act: ConsultAct & ('CANCEL_BALLOT' | 'AGREE_TO_CANCEL'), input: OnMatter & { readonly text: string }, context: Context) {
  const text = readText('text', input.text, context.settings.text.stepMax, 'NEEDED');
  return actOnMatter(context, input, {
    name: act,
    words: [text],
    checkedOnly: true,
    readsBox: true,
    operations: 1,
    build: () => ({ act, text }),
    async beside(tx, matter) {
      const done = matter.entries.at(-1);
      if (done?.kind === 'BALLOT_CANCELLED' && done.cancels !== undefined) await tx.update('boxes', done.cancels, calledOff({ kind: 'CONSULT' }, context));
    },
  });
}
