/** Which village or town somebody answers for or watches over in consultation. The server decides; this only chooses what to ask. */
import { CONSULT_WATCHERS } from '@/domain/consultations/watchers';
import type { Me } from '@/services/views';

export function watchedArea(me: Me | undefined): string | undefined {
  const roles = me?.person?.roles ?? [];
  return CONSULT_WATCHERS.flatMap((watcher) => roles.filter(({ role }) => role === watcher)).map(({ area }) => area)[0];
}
