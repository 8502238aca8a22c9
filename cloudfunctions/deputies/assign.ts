import { assigned, declined } from '@/domain/deputies/opinion';
import { invalidField } from '@platform/refuse';
import { changeOpinion, permittedOpinion } from './change-opinion';
import { deputies } from './os';
import { readText } from '@platform/texts';
import { unitsOf } from './units';

/** The presidium gives a suggestion to a unit, whose three or six months begin, or returns it with the reason (DEP-07). */
export const assign = deputies.assign.handler(async ({ input, context, errors }) => {
  const { settings, now } = context;
  const opinion = await permittedOpinion(context, 'deputies.assign', input.opinionId);
  const { to } = input;
  if (to.kind === 'RETURNED') {
    const text = readText('text', to.text, settings.text.stepMax, 'NEEDED');
    return changeOpinion(context, errors, { action: 'deputies.assign', input, decide: (one) => declined(one, text, now) });
  }
  const unit = unitsOf(settings, opinion.town, '镇政府').find((one) => one.unit === to.unit);
  if (unit === undefined) throw invalidField('unit', 'UNKNOWN');
  return changeOpinion(context, errors, { action: 'deputies.assign', input, decide: (one) => assigned(one, { post: unit.post, unitName: unit.name, complex: to.complex }, settings.deputy, now) });
});
