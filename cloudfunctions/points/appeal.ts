import { appealed } from '@/domain/points/entry-acts';
import { readText } from '@platform/texts';
import { changeEntry } from './change-entry';
import { points } from './os';

/** The member appeals, once an entry (PTY-14). */
export const appeal = points.appeal.handler(({ input, context, errors }) => {
  const text = readText('text', input.text, context.settings.text.stepMax, 'NEEDED');
  return changeEntry(context, errors, {
    action: 'points.appeal', input,
    target: ({ personId }) => ({ personId }),
    decide: (entry) => appealed(entry, text, context.now, context.settings),
  });
});
