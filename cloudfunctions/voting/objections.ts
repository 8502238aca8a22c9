import { belongingOf } from '@/domain/voting/box';
import { boxOf } from '@platform/ballot-box/read-box';
import type { BoxObjection } from '@platform/ballot-box/records';
import { refusal } from '@platform/refuse';
import { voting } from './os';
import { objectionView } from './views';

const PAGE = 20;

/** Objections to a box, the oldest first: for who answers them, and for the supervision committee. */
export const objections = voting.objections.handler(async ({ input, context }) => {
  const { store } = context;
  const box = await boxOf(store, input.boxId);
  context.permit('voting.objections', box && belongingOf(box));
  if (box === undefined) throw refusal('NOT_FOUND');
  const page = await store.find('boxObjections', { where: { box: box._id, open: input.open }, orderBy: [{ field: 'at', direction: 'asc' }], limit: PAGE, after: input.after });
  const mayAnswer = (one: BoxObjection): boolean => context.may('voting.answerObjection', { ...belongingOf(box), personId: one.personId, workOf: [one.by] });
  return { items: page.items.map((one) => ({ ...objectionView(one), mayAnswer: mayAnswer(one) })), next: page.next };
});
