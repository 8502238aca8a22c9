/** Who loads rosters for the county. The server decides; this only chooses what to offer. */
import type { Me } from './views';

/** The way to this person's desk, which stands on no queue. */
export const ROSTER_DESK = '/packages/roster/import/index';

/** Whether this person loads rosters for the county. */
export function loadsRosters(me: Me | undefined): boolean {
  return me?.person?.roles.some(({ role }) => role === 'COUNTY_CLERK') ?? false;
}
