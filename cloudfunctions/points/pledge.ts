import { civilDateOf, isCivilDate } from '@/domain/basics/civil-time';
import { cycleOn } from '@/domain/points/cycle';
import { pledgeChanged, pledged } from '@/domain/points/pledge-acts';
import { yearIdOf } from '@/domain/points/year';
import { derivedId } from '@platform/ids';
import { inboxNotice, toRole } from '@platform/notices';
import { once } from '@platform/once';
import { schemeOf } from '@platform/point-scheme';
import { invalidField } from '@platform/refuse';
import { needLine, readLine } from '@platform/texts';
import { currentCycle, personOf, yearIn } from './branch-of';
import { pledgeRefusal, pledgeSetting } from './pledging';
import { points } from './os';
import { pledgeView } from './views';

/** Makes a pledge, or puts one otherwise that the branch returned (PTY-04). */
export const pledge = points.pledge.handler(async ({ input, context, errors }) => {
  const { store, settings } = context;
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
    // Once a day, however many come in the weeks of the window.
    for (const role of ['BRANCH_SECRETARY', 'BRANCH_COMMITTEE'] as const) {
      await tx.replace('notices', inboxNotice({ to: toRole(role, year.branch), kind: 'PLEDGES_WAITING', at: context.now, data: { village: year.branch }, cause: `${year.branch}:${context.today}` }));
    }
    return pledgeView({ ...words, state: 'SENT', done: 0, sentAt: context.now });
  }, async ({ at }) => {
    // The cycle of the tap, whichever is under way by now.
    const then = cycleOn(civilDateOf(at), settings.party.cycleStart);
    const year = await store.get('pointYears', yearIdOf(personId, then));
    return pledgeView(year?.pledges.find((one) => one.id === id) ?? { ...words, state: 'SENT', done: 0, sentAt: at });
  });
});
