/** What the reporter of an issue, or a neighbour with the same trouble, does to it (EVT-13, EVT-16). */
import type { Attachments } from '@/contract/common';
import { actOnIssue } from './act-on-issue';
import { issues } from './os';
import { readText } from '@platform/texts';

/** 我也遇到了 */
export const support = issues.support.handler(({ input, context }) => actOnIssue(context, input, { name: 'SUPPORT', counts: 'SUPPORT', build: () => ({ act: 'SUPPORT' }) }));

export const add = issues.add.handler(({ input, context }) =>
  actOnIssue(context, input, { name: 'ADD', build: ({ photos }) => ({ act: 'ADD', text: readText('text', input.text, context.settings.text.stepMax, neededUnless(input.attachments)), photos }) }));

export const answer = issues.answer.handler(({ input, context }) =>
  actOnIssue(context, input, { name: 'ANSWER', build: ({ photos }) => ({ act: 'ANSWER', text: readText('text', input.text, context.settings.text.stepMax, neededUnless(input.attachments)), photos }) }));

/** 催一下 */
export const remind = issues.remind.handler(({ input, context }) => actOnIssue(context, input, { name: 'REMIND', build: () => ({ act: 'REMIND' }) }));

export const withdraw = issues.withdraw.handler(({ input, context }) => actOnIssue(context, input, { name: 'WITHDRAW', build: () => ({ act: 'WITHDRAW' }) }));

/** Not solved goes back once, a level higher, so the ladder is read with it. */
export const rate = issues.rate.handler(({ input, context }) =>
  actOnIssue(context, input, {
    name: 'RATE',
    village: true,
    build: () => {
      const text = readText('text', input.text ?? '', context.settings.text.stepMax, 'OPTIONAL');
      return { act: 'RATE', solved: input.solved, satisfaction: input.satisfaction, ...(text === '' ? {} : { text }) };
    },
  }));

/** Words may be left out where there is a photo. */
export function neededUnless(attachments: Attachments | undefined): 'NEEDED' | 'OPTIONAL' {
  return (attachments?.photos.length ?? 0) > 0 ? 'OPTIONAL' : 'NEEDED';
}
