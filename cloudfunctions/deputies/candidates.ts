import { yearOf } from '@/domain/basics/civil-time';
import { normaliseLine } from '@/domain/basics/text';
import { deputies } from './os';

const SHOWN = 20;

/** Persons of a village by their whole name, told apart by their year of birth. */
export const candidates = deputies.candidates.handler(async ({ input, context }) => {
  context.permit('deputies.candidates', { area: input.village });
  const { items } = await context.store.find('people', { where: { village: input.village, name: normaliseLine(input.name) }, limit: SHOWN });
  return { items: items.filter(({ status }) => status === 'ACTIVE').map(({ _id, name, bornOn }) => ({ personId: _id, name, born: yearOf(bornOn) })) };
});
