import { isCivilDate } from '@/domain/basics/civil-time';
import { pledgeChanged, pledged } from '@/domain/points/pledge-acts';
import { derivedId } from '@platform/ids';
import { once } from '@platform/once';
import { schemeOf } from '@platform/point-scheme';
import { invalidField, refusal } from '@platform/refuse';
import { needLine, readLine } from '@platform/texts';
import { currentCycle, personOf, yearIn } from './branch-of';
import { pledgeRefusal, pledgeSetting } from './pledging';
import { points } from './os';
import { pledgeView } from './views';

/** Makes a pledge, or puts one otherwise that the branch returned (PTY-04). */
export const pledge = points.pledge.handler(async ({ input, context, errors }) => {
  const { store } = context;
  const { type, target, due } = input;
  context.permit('points.pledge', { personId: context.caller.person?.id });
  if (!isCivilDate(due)) throw invalidField('due', 'DATE');
  const { id: personId } = personOf(context);
  const cycle = currentCycle(context);
  const id = input.pledgeId ?? derivedId('pledge', personId, input.requestId);
  const words = { id, type, text: needLine('text', input.text), target, unit: readLine(input.unit) ?? '次', due };
  return once(context, 'points.pledge', input, { target: `pledge:${id}` }, async (tx) => {
    const year = await yearIn(tx, personId, cycle);
    const setting = pledgeSetting(context, await schemeOf(tx, context, cycle), year);
    const after = input.pledgeId === undefined ? pledged(year, words, setting) : pledgeChanged(year, words, setting);
    if (!after.ok) throw pledgeRefusal(after.reason, errors);
    await tx.replace('pointYears', after.value);
    return pledgeView({ ...words, state: 'SENT', done: 0, sentAt: context.now });
  }, async () => {
    const found = (await yearIn(store, personId, cycle)).pledges.find((one) => one.id === id);
    if (found === undefined) throw refusal('NOT_FOUND');
    return pledgeView(found);
  });
});
