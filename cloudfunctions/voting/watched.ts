import { belongingOf } from '@/domain/voting/box';
import { areasOf } from '@platform/caller';
import type { BoxObjection } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';
import { refusal } from '@platform/refuse';
import { voting } from './os';
import { boxView } from './views';

const PAGE = 20;
/** So many that wait are counted; beyond that it says as much. */
const COUNTED = 100;

/** The boxes whose objections the caller answers or watches over (VOTE-11, CON-12). */
export const watched = voting.watched.handler(async ({ input, context }) => {
  const { store, caller } = context;
  const branches = areasOf(caller, 'BRANCH_SECRETARY');
  const areas = [...new Set([...areasOf(caller, 'VILLAGE_DUTY', 'PRESIDIUM', 'SUPERVISION'), ...branches])];
  context.permit('voting.watched', { area: areas[0], branch: branches[0] });
  if (areas.length === 0) throw refusal('NOT_FOUND');
  const page = await store.find('boxes', { where: { area: { in: areas } }, orderBy: [{ field: 'closesAt', direction: 'desc' }], limit: PAGE, after: input.after });
  const own = page.items.filter((box) => context.may('voting.objections', belongingOf(box)));
  const waiting = await waitingFor(context, own.map(({ _id }) => _id));
  const items = own.map((box) => {
    const here = waiting.filter((one) => one.box === box._id);
    return { ...boxView(box), waiting: here.length, ...(here.length === 0 ? {} : { answerBy: Math.min(...here.map(({ answerBy }) => answerBy)) }) };
  });
  return { items, next: page.next };
});

async function waitingFor({ store }: Context, boxes: readonly string[]): Promise<readonly BoxObjection[]> {
  if (boxes.length === 0) return [];
  return (await store.find('boxObjections', { where: { box: { in: boxes }, open: true }, orderBy: [{ field: 'at', direction: 'asc' }], limit: COUNTED })).items;
}
