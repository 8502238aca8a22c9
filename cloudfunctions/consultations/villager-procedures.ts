/** What villagers do with a matter (CON-02, 03). */
import { readText } from '@platform/texts';
import { actOnMatter } from './act-on-matter';
import { consultations } from './os';
import { movedTo } from './views';

/** 附议 */
export const support = consultations.support.handler(async ({ input, context }) =>
  movedTo(await actOnMatter(context, input, { name: 'SUPPORT', words: [], build: () => ({ act: 'SUPPORT' }) })));

export const say = consultations.say.handler(async ({ input, context }) => {
  const text = readText('text', input.text, context.settings.text.stepMax, 'NEEDED');
  return movedTo(await actOnMatter(context, input, { name: 'SAY', words: [text], build: () => ({ act: 'SAY', text }) }));
});

export const withdraw = consultations.withdraw.handler(async ({ input, context }) =>
  movedTo(await actOnMatter(context, input, { name: 'WITHDRAW', words: [], build: () => ({ act: 'WITHDRAW' }) })));
