import { useMe } from '@/hooks/use-me';
import { loadsRosters } from '@/services/roster-duties';
import { keptVillageOf } from './desks';

/** Whether the reader keeps the roster: a duty officer or the county's clerk; a head only looks. */
export function useKeeps(): boolean {
  const { data: me } = useMe();
  return keptVillageOf(me) !== undefined || loadsRosters(me);
}
