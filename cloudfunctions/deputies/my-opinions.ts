import { deputies } from './os';
import { opinionViews } from './views';

const SHOWN = 50;

/** What the reader told deputies and stations, and what became of it. */
export const myOpinions = deputies.myOpinions.handler(async ({ context }) => {
  const { store, caller } = context;
  context.permit('deputies.myOpinions', { account: caller.account });
  const { items } = await store.find('opinions', { where: { 'from.account': caller.account }, orderBy: [{ field: 'at', direction: 'desc' }], limit: SHOWN });
  return { items: await opinionViews(context, items) };
});
