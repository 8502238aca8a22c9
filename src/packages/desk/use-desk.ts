import { useRouter } from '@tarojs/taro';
import { useMe } from '@/hooks/use-me';
import type { PageData } from '@/hooks/use-page-data';
import type { Me } from '@/services/views';
import { homeDesksOf, keptVillageOf, villageOfDesk, type Desk } from './desks';

interface AtDesk {
  readonly me: PageData<Me>;
  /** Desks that answer for households; the first is the one a page begins with. */
  readonly homes: readonly Desk[];
  /** The village that is kept or looked at: the address's, else that of the person's desk. */
  readonly village: string | undefined;
}

/** Whose desk the page stands on. A county's clerk or a town comes with the village in the address. */
export function useDesk(): AtDesk {
  const me = useMe();
  const { village } = useRouter().params;
  const homes = homeDesksOf(me.data);
  return { me, homes, village: village ?? keptVillageOf(me.data) ?? homes.flatMap((desk) => villageOfDesk(desk) ?? [])[0] };
}
