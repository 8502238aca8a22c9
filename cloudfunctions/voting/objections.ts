import type { BoxObjection } from '@platform/ballot-box/records';
import { refusal } from '@platform/refuse';
import { knownBox } from './boxes';
import { voting } from './os';
import { objectionView } from './views';

const PAGE = 20;

/** Objections to a box, the oldest first: for who answers them, and for the supervision committee. */
export const objections = voting.objections.handler(async ({ input, context }) => {
  const { store } = context;
  const box = await knownBox(context, input.boxId);
  context.permit('voting.objections', { area: box?.area });
  if (box === undefined) throw refusal('NOT_FOUND');
  const page = await store.find('boxObjections', { where: { box: box._id, open: input.open }, orderBy: [{ field: 'at', direction: 'asc' }], limit: PAGE, after: input.after });
  const mayAnswer = (one: BoxObjection): boolean => context.may('voting.answerObjection', { area: one.area, personId: one.personId, workOf: [one.by] });
  return { items: page.items.map((one) => ({ ...objectionView(one), mayAnswer: mayAnswer(one) })), next: page.next };
});
