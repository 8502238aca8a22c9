/** 定事 and 干事, and the supervision committee's word on it (CON-09, 10, 12). */
import { isCivilDate } from '@/domain/basics/civil-time';
import type { Context } from '@platform/context';
import { invalidField } from '@platform/refuse';
import { readLine, readText } from '@platform/texts';
import { actOnMatter } from './act-on-matter';
import { consultations } from './os';
import { movedTo } from './views';

export const decide = consultations.decide.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  const who = readLine(input.who);
  if (who === undefined) throw invalidField('who', 'REQUIRED');
  const decision = { who, dueOn: day(input.dueOn), costInFen: input.costInFen };
  return movedTo(await actOnMatter(context, input, { name: 'DECIDE', words: [text, who], readsBox: true, build: () => ({ act: 'DECIDE', decision, text }) }));
});

export const drop = consultations.drop.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  return movedTo(await actOnMatter(context, input, { name: 'DROP', words: [text], readsBox: true, build: () => ({ act: 'DROP', text }) }));
});

export const progress = consultations.progress.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  const { spentInFen } = input;
  return movedTo(await actOnMatter(context, input, { name: 'PROGRESS', words: [text], build: ({ photos }) => ({ act: 'PROGRESS', text, photos, spentInFen }) }));
});

export const finish = consultations.finish.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  const { spentInFen } = input;
  return movedTo(await actOnMatter(context, input, { name: 'FINISH', words: [text], build: ({ photos }) => ({ act: 'FINISH', text, photos, spentInFen }) }));
});

export const update = consultations.update.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  const dueOn = input.dueOn === undefined ? undefined : day(input.dueOn);
  return movedTo(await actOnMatter(context, input, { name: 'UPDATE', words: [text], build: () => ({ act: 'UPDATE', what: input.what, dueOn, text }) }));
});

export const supervise = consultations.supervise.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  return movedTo(await actOnMatter(context, input, { name: 'SUPERVISE', words: [text], build: () => ({ act: 'SUPERVISE', text }) }));
});

export const answerSupervision = consultations.answerSupervision.handler(async ({ input, context }) => {
  const text = words(input.text, context);
  return movedTo(await actOnMatter(context, input, { name: 'ANSWER_SUPERVISION', words: [text], build: () => ({ act: 'ANSWER_SUPERVISION', entry: input.entry, text }) }));
});

function words(text: string, { settings }: Context): string {
  return readText('text', text, settings.text.stepMax, 'NEEDED');
}

function day(date: string): string {
  if (!isCivilDate(date)) throw invalidField('dueOn', 'FORMAT');
  return date;
}
