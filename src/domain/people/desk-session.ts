/**
 * Work at a computer: a desk (工作台) in a browser is signed in by the phone of its officer, for a part of a day.
 *
 * The sessions stand in the account's own document, which every call reads anyway. So a session that is ended, or whose
 * account lost its binding, is out with the very next call, and costs no read of its own.
 */
import { HOUR_MS, MINUTE_MS } from '../basics/civil-time';
import type { EpochMs } from '../basics/ids';
import { isOwnerOf } from './binding';
import type { DeskSession, DeskSessions } from './desk-sessions';
import type { Account, Person } from './person';
import type { Role, RoleGrant } from './roles';

/** Whose work has pages for a computer. Everybody else has nothing to do at one, so nobody else is signed in there. */
export const DESK_ROLES = [
  'HEAD', 'LEVEL2_HEAD', 'LEVEL1_HEAD', 'VILLAGE_DUTY', 'BRANCH_SECRETARY', 'BRANCH_VERIFIER', 'BRANCH_COMMITTEE', 'TOWN_PARTY', 'TOWN_DESK', 'TOWN_LEGAL', 'POLICE_LIAISON', 'DEPARTMENT', 'COUNTY_OFFICE', 'COUNTY_CLERK',
] as const satisfies readonly Role[];

/** How long things last at a computer, and how many there may be. */
export interface DeskSettings {
  /** How long a code on a computer's screen waits for a phone. */
  readonly askSeconds: number;
  /** How many computers may wait at the same time, in the whole county: strangers can ask, and every asking is kept. */
  readonly maxWaiting: number;
  /** A session ends when nothing was done for so long. */
  readonly idleMinutes: number;
  /** A session ends after so long in any case. */
  readonly sessionHours: number;
  /** Of one account; one more ends the oldest. */
  readonly maxSessions: number;
  /** Codes that are no computer's: so many an account and day. */
  readonly triesPerDay: number;
}

/** Whether these grants, all in force, have work at a computer. */
export function hasDesk(roles: readonly RoleGrant[]): boolean {
  return roles.some(({ role }) => (DESK_ROLES as readonly Role[]).includes(role));
}

/** The moment of the binding a session rests on; undefined where there is none that is sure enough for an office. */
export function deskBindingOf(account: Account, person: Person): EpochMs | undefined {
  return isOwnerOf(account._id, person) && person.account?.level === 'VERIFIED' ? person.account.at : undefined;
}

/** Whether a session still counts for an account and its person: not over, and under the binding it began with. */
export function isInSession(session: DeskSession, account: Account, person: Person, now: EpochMs): boolean {
  return now < session.endsAt && session.boundAt === deskBindingOf(account, person);
}

/** When a session that begins now ends. */
export function sessionEnd(now: EpochMs, { sessionHours }: DeskSettings): EpochMs {
  return now + sessionHours * HOUR_MS;
}

/** When a browser in which something was last done at `seenAt` goes out. */
export function idleEnd(seenAt: EpochMs, { idleMinutes }: DeskSettings): EpochMs {
  return seenAt + idleMinutes * MINUTE_MS;
}

/** Sessions that make room for one more: those that are over, and the oldest beyond the number allowed. */
export function makingRoom(sessions: DeskSessions | undefined, now: EpochMs, { maxSessions }: DeskSettings): readonly string[] {
  const all = Object.entries(sessions ?? {});
  const over = all.filter(([, session]) => session.endsAt <= now).map(([id]) => id);
  const running = all.filter(([, session]) => session.endsAt > now).sort(([, one], [, other]) => one.at - other.at).map(([id]) => id);
  return [...over, ...running.slice(0, Math.max(0, running.length - maxSessions + 1))];
}

/** The sessions that are not over, the newest first. */
export function runningSessions(sessions: DeskSessions | undefined, now: EpochMs): readonly (readonly [id: string, session: DeskSession])[] {
  return Object.entries(sessions ?? {}).filter(([, session]) => session.endsAt > now).sort(([, one], [, other]) => other.at - one.at);
}
