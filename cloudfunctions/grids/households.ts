/** The caller's households with their members: by number, never by class (HSE-10). */
import { householdPage, personsOf } from './household-page';
import { grids } from './os';

/** Households of twenty members on average still fit into the reads below. */
const PAGE = 20;
const READS = 4;

export const households = grids.households.handler(async ({ input, context }) => {
  context.permit('grids.households', { area: input.area });
  const page = await householdPage(context, input.area, PAGE, input.after);
  const persons = await personsOf(context, page.items.flatMap(({ memberIds }) => memberIds), READS);
  return {
    items: page.items.map(({ _id, number, address, headId, memberIds }) => ({
      id: _id,
      number,
      address,
      head: persons.get(headId ?? '')?.name ?? '',
      members: memberIds.flatMap((id) => {
        const person = persons.get(id);
        return person?.status === 'ACTIVE' ? [{ id, name: person.name }] : [];
      }),
    })),
    next: page.next,
  };
});
