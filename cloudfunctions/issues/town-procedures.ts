/** What a town desk does: calls departments and villages, decides their objections, presses (EVT-07, EVT-08, EVT-17). */
import { readText } from '@platform/texts';
import { actOnIssue } from './act-on-issue';
import { destinationOf, isDestination } from './destination';
import { issues } from './os';
import { invalidField } from '@platform/refuse';

/** 交办: first-receiver duty for one, assistance of others (ORG-02). */
export const dispatch = issues.dispatch.handler(({ input, context }) =>
  actOnIssue(context, input, {
    name: 'DISPATCH',
    operations: isVillageCode(input.to) ? 1 : 0,
    build: async ({ issue, tx }) => {
      const to = await destinationOf(issue, input.to, context, tx);
      if (to === undefined) throw invalidField('to', 'CHOICE');
      if (input.assistants.some((post) => !isDestination(issue, post, context))) throw invalidField('assistants', 'CHOICE');
      return { act: 'DISPATCH', to, assistants: input.assistants, text: readText('text', input.text, context.settings.text.stepMax, 'OPTIONAL') };
    },
  }));

/** 派单异议: once, with its legal basis. */
export const object = issues.object.handler(({ input, context }) =>
  actOnIssue(context, input, {
    name: 'OBJECT',
    build: () => ({
      act: 'OBJECT',
      text: readText('text', input.text, context.settings.text.stepMax, 'NEEDED'),
      basis: readText('basis', input.basis, context.settings.text.stepMax, 'NEEDED'),
    }),
  }));

export const decideObjection = issues.decideObjection.handler(({ input, context }) =>
  actOnIssue(context, input, {
    name: 'DECIDE_OBJECTION',
    operations: input.to !== undefined && isVillageCode(input.to) ? 1 : 0,
    build: async ({ issue, tx }) => {
      const to = input.uphold && input.to !== undefined ? await destinationOf(issue, input.to, context, tx) : undefined;
      if (input.uphold && input.to !== undefined && to === undefined) throw invalidField('to', 'CHOICE');
      return { act: 'DECIDE_OBJECTION', uphold: input.uphold, ...(to === undefined ? {} : { to }), text: readText('text', input.text, context.settings.text.stepMax, 'NEEDED') };
    },
  }));

/** 督办 */
export const urge = issues.urge.handler(({ input, context }) =>
  actOnIssue(context, input, { name: 'URGE', build: () => ({ act: 'URGE', text: readText('text', input.text, context.settings.text.stepMax, 'NEEDED') }) }));

function isVillageCode(post: string): boolean {
  return /^\d{12}$/.test(post);
}
