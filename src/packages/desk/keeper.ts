import { useMe } from '@/hooks/use-me';
import { keptVillageOf } from './desks';

/** Whether the reader keeps the roster: a duty officer or the county's clerk; a head only looks. */
export function useKeeps(): boolean {
  const { data: me } = useMe();
  return keptVillageOf(me) !== undefined || (me?.person?.roles.some(({ role }) => role === 'COUNTY_CLERK') ?? false);
}
