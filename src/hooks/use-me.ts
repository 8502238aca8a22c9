import type { Me } from '@/services/views';
import { api } from '@/services/client';
import { setServerNow } from '@/services/server-clock';
import { usePageData, type PageData } from './use-page-data';

/** Who the phone acts for; every page of a tab begins with it. */
export function useMe(): PageData<Me> {
  return usePageData('me', loadMe);
}

async function loadMe(): Promise<Me> {
  const me = await api.people.me();
  setServerNow(me.now);
  return me;
}
