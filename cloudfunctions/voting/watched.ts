import { areasOf } from '@platform/caller';
import type { BoxObjection } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';
import { withoutResting } from './boxes';
import { voting } from './os';
import { boxView } from './views';

const PAGE = 20;
/** So many that wait are counted; beyond that it says as much. */
const COUNTED = 100;

/** The boxes whose objections the caller answers or watches over (VOTE-11, CON-12). */
export const watched = voting.watched.handler(async ({ input, context }) => {
  const { store, caller } = context;
  const areas = [...new Set(areasOf(caller, 'VILLAGE_DUTY', 'PRESIDIUM', 'SUPERVISION'))];
  context.permit('voting.watched', { area: areas[0] });
  if (areas.length === 0) throw refusal('NOT_FOUND');
  const page = await store.find('boxes', { where: { area: { in: areas } }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: PAGE, after: input.after });
  const boxes = withoutResting(context, page.items);
  const waiting = await waitingFor(context, boxes.map(({ _id }) => _id));
  const items = boxes.map((box) => {
    const here = waiting.filter((one) => one.box === box._id);
    return { ...boxView(box), waiting: here.length, ...(here.length === 0 ? {} : { answerBy: Math.min(...here.map(({ answerBy }) => answerBy)) }) };
  });
  return { items, next: page.next };
});

async function waitingFor({ store }: Context, boxes: readonly string[]): Promise<readonly BoxObjection[]> {
  if (boxes.length === 0) return [];
  return (await store.find('boxObjections', { where: { box: { in: boxes }, open: true }, orderBy: [{ field: 'at', direction: 'asc' }], limit: COUNTED })).items;
}
