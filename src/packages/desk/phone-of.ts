import { api } from '@/services/client';

/** More pages than a grid's contact sheet has. */
const MOST_PAGES = 20;

/**
 * The phone of a household, where it agreed that its head sees it: looked up when it is wanted, so that a list of
 * households carries no numbers. Undefined when none is shown.
 */
export async function phoneOf(area: string, number: string): Promise<string | undefined> {
  let after: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { households, next } = await api.grids.contactSheet({ area, ...(after === undefined ? {} : { after }) });
    const found = households.find((household) => household.number === number);
    if (found !== undefined || next === undefined) return found?.phone;
    after = next;
  }
  return undefined;
}
