/** A Party branch (支部) as far as points need it: the village's own (PTY-01). */
import type { TownCode, VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import type { Role } from '../people/roles';
import type { Cycle, MemberCategory } from './scheme';

export interface Branch {
  /** The village's code. */
  readonly _id: VillageCode;
  readonly town: TownCode;
  readonly name: string;
  /** 党小组, as they are chosen from. */
  readonly groups: readonly string[];
  /** The cycle that is under way, from its opening to the next one's. */
  readonly cycle: Cycle;
  readonly openedAt: EpochMs;
  /** While members are still being drawn from the roster: where the clock goes on. */
  readonly drawing?: { readonly after?: string };
  /** When the branch settled everybody's category (PTY-02); absent while they are only proposed. */
  readonly settledAt?: EpochMs;
  readonly settledBy?: PersonId;
  /** The branch decided that its village may see points, as the county's settings allow (PTY-15). */
  readonly villageSees?: { readonly decidedOn: CivilDate };
  /** While the members' years do not say yet what the branch decided: where the clock goes on. */
  readonly spreading?: { readonly after?: string; readonly tell?: true };
  /** Publications of this cycle that are out: `1`..`4` for quarters, months by their number. */
  readonly published: readonly number[];
  /** A publication that the members have still to be told of, and until when it is open to objection. */
  readonly announcing?: { readonly n: number; readonly until: EpochMs };
  /** The publication that the branch was reminded of, and how often. */
  readonly reminded?: { readonly n: number; readonly times: number };
  readonly closedAt?: EpochMs;
  readonly closing?: Closing;
  /** When the clock has something to do for it next: a batch, a reminder to publish, the end of what was not decided. */
  readonly dueAt?: EpochMs;
  readonly changedAt: EpochMs;
}

/** A cycle that is being closed: first its years, then, after the time to decide, what nobody decided. */
export interface Closing {
  readonly cycle: Cycle;
  readonly step: 'YEARS' | 'ENTRIES';
  readonly after?: string;
  /** When what still waits expires: claims made in the last days are owed their working days too (PTY-06). */
  readonly expireAt: EpochMs;
}

export type CycleRefusal = 'CYCLE_STAGE';

/** Opens a cycle, once the one before is closed; the clock then draws the members from the roster (PTY-02, 03). */
export function cycleOpened(before: Branch | undefined, made: Pick<Branch, '_id' | 'town' | 'name' | 'cycle'>, current: Cycle, now: EpochMs): Result<Branch, CycleRefusal> {
  if (made.cycle !== current) return refused('CYCLE_STAGE');
  if (before !== undefined && (before.cycle >= made.cycle || before.closedAt === undefined)) return refused('CYCLE_STAGE');
  const { groups = [], villageSees, closing } = before ?? {};
  return ok({
    ...made, groups, openedAt: now, drawing: {}, published: [], dueAt: now, changedAt: now,
    ...(villageSees === undefined ? {} : { villageSees }),
    ...(closing === undefined ? {} : { closing }),
  });
}

/** Whether the cycle is under way: open, and all members drawn. */
export function isUnderWay(branch: Branch | undefined, cycle: Cycle): branch is Branch {
  return branch?.cycle === cycle && branch.drawing === undefined && branch.closedAt === undefined;
}

export function categoriesSettled(branch: Branch, cycle: Cycle, by: PersonId, now: EpochMs): Result<Branch, CycleRefusal> {
  if (!isUnderWay(branch, cycle) || branch.settledAt !== undefined) return refused('CYCLE_STAGE');
  return ok({ ...branch, settledAt: now, settledBy: by, spreading: { tell: true }, dueAt: now, changedAt: now });
}

/** Closes a cycle that is over. */
export function cycleClosed(branch: Branch, cycle: Cycle, isOver: boolean, expireAt: EpochMs, now: EpochMs): Result<Branch, CycleRefusal> {
  if (!isUnderWay(branch, cycle) || !isOver || branch.closing !== undefined) return refused('CYCLE_STAGE');
  return ok({ ...branch, closedAt: now, closing: { cycle, step: 'YEARS', expireAt }, dueAt: now, changedAt: now });
}

/** Offices of the village's two committees, of supervision and of the branch's own committee. A group leader is none (PTY-02). */
const CADRES: readonly Role[] = ['VILLAGE_DUTY', 'SUPERVISION', 'BRANCH_SECRETARY', 'BRANCH_COMMITTEE'];

/** What the roster suggests: who holds an office is of category A, everybody else of B, until the branch decides (PTY-02). */
export function proposedCategory(roles: readonly Role[]): MemberCategory {
  return roles.some((role) => CADRES.includes(role)) ? 'A' : 'B';
}
