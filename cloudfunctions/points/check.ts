import { checked, type Verdict } from '@/domain/points/entry-acts';
import type { Context } from '@platform/context';
import { readText } from '@platform/texts';
import { eyesOf } from './branch-of';
import { changeEntry } from './change-entry';
import { points } from './os';

type Given = { readonly kind: 'RIGHT' } | { readonly kind: 'ASK'; readonly text: string } | { readonly kind: 'REFUSE'; readonly reason: string };

/** First eyes: a group leader or member of the committee looks at the facts (PTY-06). */
export const check = points.check.handler(({ input, context, errors }) => {
  const verdict = verdictOf(input.verdict, context);
  return changeEntry(context, errors, {
    action: 'points.check', input,
    decide: (entry) => checked(entry, verdict, eyesOf(context, entry.branch, 'GROUP', 'COMMITTEE'), context.settings),
  });
});

function verdictOf(given: Given, { settings }: Context): Verdict {
  switch (given.kind) {
    case 'RIGHT':
      return given;
    case 'ASK':
      return { kind: 'ASK', text: readText('text', given.text, settings.text.stepMax, 'NEEDED') };
    case 'REFUSE':
      return { kind: 'REFUSE', reason: readText('reason', given.reason, settings.text.stepMax, 'NEEDED') };
  }
}
