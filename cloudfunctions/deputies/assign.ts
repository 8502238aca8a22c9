import { assigned, declined } from '@/domain/deputies/opinion';
import { invalidField } from '@platform/refuse';
import { changeOpinion } from './change-opinion';
import { deputies } from './os';
import { readText } from '@platform/texts';
import { unitsOf } from './units';

/** The presidium gives a suggestion to a unit, whose three or six months begin, or returns it with the reason (DEP-07). */
export const assign = deputies.assign.handler(({ input, context, errors }) => {
  const { settings, now } = context;
  const { to } = input;
  return changeOpinion(context, errors, {
    action: 'deputies.assign',
    input,
    decide(one) {
      if (to.kind === 'RETURNED') return declined(one, readText('text', to.text, settings.text.stepMax, 'NEEDED'), now);
      const unit = unitsOf(settings, one.town, '镇政府').find((known) => known.unit === to.unit);
      if (unit === undefined) throw invalidField('unit', 'UNKNOWN');
      return assigned(one, { post: unit.post, unitName: unit.name, complex: to.complex }, settings.deputy, now);
    },
  });
});
