import { vetoDecided } from '@/domain/points/year-acts';
import { yearIdOf } from '@/domain/points/year';
import { notice, toPerson } from '@platform/notices';
import { once } from '@platform/once';
import { invalidField, refusal } from '@platform/refuse';
import { readTextIfAny } from '@platform/texts';
import { personOf } from './branch-of';
import { points } from './os';

/** The town's Party office confirms a veto, refuses it, or lifts it later; a refusal and a lifting say why (PTY-09). The member hears of it. */
export const decideVeto = points.decideVeto.handler(async ({ input, context, errors }) => {
  const { personId, cycle, vetoId, decision } = input;
  const { settings, now } = context;
  const reason = readTextIfAny('reason', input.reason, settings.text.stepMax);
  if (decision !== 'CONFIRMED' && reason === undefined) throw invalidField('reason', 'REQUIRED');
  return once(context, 'points.decideVeto', input, { target: `person:${personId}`, detail: { cycle, decision } }, async (tx) => {
    const year = await tx.get('pointYears', yearIdOf(personId, cycle));
    const veto = year?.vetoes.find(({ id }) => id === vetoId);
    context.permit('points.decideVeto', year && { area: year.branch, personId, ...(veto === undefined ? {} : { workOf: [veto.by] }) });
    if (year === undefined) throw refusal('NOT_FOUND');
    const decided = vetoDecided(year, vetoId, decision, { by: personOf(context).id, at: now, ...(reason === undefined ? {} : { reason }) }, year.branch.slice(0, 9));
    if (!decided.ok) throw errors.CYCLE_STAGE();
    await tx.replace('pointYears', decided.value);
    // A veto that was refused never stood against the member.
    if (decision !== 'REFUSED') await tx.insert('notices', notice({ to: toPerson(personId), kind: decision === 'CONFIRMED' ? 'VETO_CONFIRMED' : 'VETO_LIFTED', at: now, data: { cycle }, cause: `${vetoId}:${decision}` }));
    return { done: true as const };
  }, async () => {
    const year = await context.store.get('pointYears', yearIdOf(personId, cycle));
    context.permit('points.decideVeto', year && { area: year.branch, personId });
    return { done: true as const };
  });
});
