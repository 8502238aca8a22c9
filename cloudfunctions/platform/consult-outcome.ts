/** How an outcome of the consultation rules becomes documents; what the use cases and the clock's jobs share. */
import type { EpochMs } from '@/domain/basics/ids';
import type { Consultation, ConsultTelling } from '@/domain/consultations/consultation';
import { settled, withTimers } from '@/domain/consultations/moves';
import { notice, toPerson, toPost, toRole } from './notices';
import type { Notice } from './records';

/**
 * Splits what is to be told: the first `room` notices are written with the change, the rest stand in the matter and the
 * clock writes them at its next turns, so that an action keeps to its number of store operations and nothing is untold.
 */
export function toldNowOrSoon(matter: Consultation, tell: readonly ConsultTelling[], room: number, now: EpochMs): { readonly matter: Consultation; readonly notices: readonly Notice[] } {
  const notices = tell.slice(0, room).map((one) => noticeOf(matter, one));
  const later = tell.slice(room);
  if (later.length === 0) return { matter, notices };
  const waiting = withTimers({ ...matter, untold: [...(matter.untold ?? []), ...later] }, { TELL: now });
  return { matter: { ...settled(waiting, now), changedAt: matter.changedAt }, notices };
}

/** The notice of a telling. */
export function noticeOf(matter: Consultation, { to, kind, at, data, cause }: ConsultTelling): Notice {
  return notice({ to: 'post' in to ? toPost(to.post) : 'role' in to ? toRole(to.role, to.area) : toPerson(to.person), kind, at, consultationId: matter._id, data, cause });
}
