import { isCivilDate } from '@/domain/basics/civil-time';
import { vetoEntered } from '@/domain/points/year-acts';
import { yearIdOf } from '@/domain/points/year';
import { derivedId } from '@platform/ids';
import { notice, toRole } from '@platform/notices';
import { once } from '@platform/once';
import { schemeOf } from '@platform/point-scheme';
import { invalidField } from '@platform/refuse';
import { readText } from '@platform/texts';
import { personOf } from './branch-of';
import { points } from './os';

/** 一票否决: the branch enters the event with evidence and the day of its decision; the town's Party office confirms it (PTY-09). */
export const recordVeto = points.recordVeto.handler(async ({ input, context, errors }) => {
  const { village, cycle, personId, kind, decidedOn } = input;
  const { settings, now, today } = context;
  context.permit('points.recordVeto', { area: village, personId });
  if (!isCivilDate(decidedOn) || decidedOn > today) throw invalidField('decidedOn', 'DATE');
  const evidence = readText('evidence', input.evidence, settings.text.stepMax, 'NEEDED');
  const id = derivedId('veto', context.caller.account, input.requestId);
  const town = village.slice(0, 9);
  return once(context, 'points.recordVeto', input, { target: `person:${personId}`, area: village, detail: { cycle, kind } }, async (tx) => {
    const scheme = await schemeOf(tx, context, cycle);
    if (!scheme.vetoes.some((one) => one.id === kind)) throw invalidField('kind', 'UNKNOWN');
    const year = await tx.get('pointYears', yearIdOf(personId, cycle));
    if (year?.branch !== village) throw invalidField('personId', 'NO_PERSON');
    const entered = vetoEntered(year, { id, kind, decidedOn, evidence, by: personOf(context).id, at: now, state: 'WAITING' }, town);
    if (!entered.ok) throw errors.CYCLE_STAGE();
    await tx.replace('pointYears', entered.value);
    await tx.insert('notices', notice({ to: toRole('TOWN_PARTY', town), kind: 'VETO_TO_CONFIRM', at: now, data: { town }, cause: id }));
    return { done: true as const };
  }, () => Promise.resolve({ done: true as const }));
});
