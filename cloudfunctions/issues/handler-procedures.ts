/** What the post that answers for an issue does to it, and the level above that grants time (EVT-02..06). */
import { isCivilDate } from '@/domain/basics/civil-time';
import type { Context } from '@platform/context';
import { invalidField } from '@platform/refuse';
import { actOnIssue } from './act-on-issue';
import { issues } from './os';
import { neededUnless } from './reporter-procedures';
import { readLine, readText } from '@platform/texts';

/** 签收 */
export const accept = issues.accept.handler(({ input, context }) => actOnIssue(context, input, { name: 'ACCEPT', build: () => ({ act: 'ACCEPT' }) }));

/** 不予受理, with where to go instead (EVT-10). */
export const reject = issues.reject.handler(({ input, context }) =>
  actOnIssue(context, input, {
    name: 'REJECT',
    build: () => {
      const channel = readLine(input.channel);
      if (channel === undefined) throw invalidField('channel', 'REQUIRED');
      return { act: 'REJECT', channel, text: words(input.text, context) };
    },
  }));

export const ask = issues.ask.handler(({ input, context }) =>
  actOnIssue(context, input, { name: 'ASK', build: ({ photos }) => ({ act: 'ASK', text: words(input.text, context), photos }) }));

/** A step of work. A photo alone is enough; none is ever needed (BUR-02). */
export const progress = issues.progress.handler(({ input, context }) =>
  actOnIssue(context, input, {
    name: 'PROGRESS',
    build: ({ photos }) => ({ act: 'PROGRESS', text: readText('text', input.text, context.settings.text.stepMax, neededUnless(input.attachments)), photos }),
  }));

/** 往上交 */
export const handUp = issues.handUp.handler(({ input, context }) =>
  actOnIssue(context, input, { name: 'HAND_UP', village: true, build: ({ photos }) => ({ act: 'HAND_UP', text: words(input.text, context), photos }) }));

export const askExtension = issues.askExtension.handler(({ input, context }) =>
  actOnIssue(context, input, { name: 'ASK_EXTENSION', village: true, build: () => ({ act: 'ASK_EXTENSION', workdays: input.workdays, text: words(input.text, context) }) }));

export const decideExtension = issues.decideExtension.handler(({ input, context }) =>
  actOnIssue(context, input, { name: 'DECIDE_EXTENSION', build: () => ({ act: 'DECIDE_EXTENSION', approve: input.approve, text: readText('text', input.text, context.settings.text.stepMax, input.approve ? 'OPTIONAL' : 'NEEDED') }) }));

export const suspend = issues.suspend.handler(({ input, context }) =>
  actOnIssue(context, input, {
    name: 'SUSPEND',
    village: true,
    build: () => {
      if (!isCivilDate(input.until)) throw invalidField('until', 'FORMAT');
      return { act: 'SUSPEND', until: input.until, text: words(input.text, context) };
    },
  }));

export const resume = issues.resume.handler(({ input, context }) => actOnIssue(context, input, { name: 'RESUME', build: () => ({ act: 'RESUME' }) }));

/** 办结 */
export const finish = issues.finish.handler(({ input, context }) =>
  actOnIssue(context, input, { name: 'FINISH', build: ({ photos }) => ({ act: 'FINISH', text: words(input.text, context), photos }) }));

function words(text: string, { settings }: Context): string {
  return readText('text', text, settings.text.stepMax, 'NEEDED');
}
