/** Opening a branch's appraisal of a year (PTY-11): who is appraised, and when what happens. */
import { townOf, type VillageCode } from '../areas/code';
import { addCivilDays, civilDateOf, endOfDay, startOfDay, yearOf } from '../basics/civil-time';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import type { BoxId } from '../voting/box';
import { ROLL_SHOWN_DAYS } from '../voting/plan';
import { agendaOfOpening, withAgenda } from './agenda';
import { appraisalIdOf, type Appraisal } from './appraisal';

/** 党章 art. 30: a branch has three full members at least. */
export const MEMBERS_AT_LEAST = 3;
/** How long the boxes stand open unless the branch says otherwise. */
const OPEN_DAYS = 7;

export interface OpeningPlan {
  readonly village: VillageCode;
  readonly branch: string;
  readonly year: number;
  readonly selfUntil: CivilDate;
  readonly measure: 'BOX' | 'PAPER';
  readonly opensOn?: CivilDate;
  /** Last day. */
  readonly closesOn?: CivilDate;
}

export type OpeningRefusal =
  | { readonly kind: 'FIELD'; readonly path: 'year' | 'selfUntil' | 'opensOn' | 'closesOn' }
  | { readonly kind: 'ROLL_TOO_SHORT'; readonly earliest: CivilDate }
  /** Too few for a branch, or for a secret ballot of which anything could be shown: `least` members are needed. */
  | { readonly kind: 'TOO_FEW_MEMBERS'; readonly least: number };

/**
 * The year's appraisal of everybody who is a member now. It is held at the year's end or in the beginning of the next; boxes
 * open after the self-appraisals are over and after their rolls were shown (VOTE-11).
 */
export function appraisalOf(plan: OpeningPlan, members: readonly { readonly personId: PersonId; readonly name: string }[], k: number, boxOf: (personId: PersonId) => BoxId, now: EpochMs): Result<Appraisal, OpeningRefusal> {
  const { village, branch, year, selfUntil, measure } = plan;
  const today = civilDateOf(now);
  if (year !== yearOf(today) && year !== yearOf(today) - 1) return refused({ kind: 'FIELD', path: 'year' });
  if (selfUntil < today) return refused({ kind: 'FIELD', path: 'selfUntil' });
  // Everybody but the one it is about votes: k ballots need one member more.
  const least = measure === 'BOX' ? Math.max(MEMBERS_AT_LEAST, k + 1) : MEMBERS_AT_LEAST;
  if (members.length < least) return refused({ kind: 'TOO_FEW_MEMBERS', least });
  const dates = measure === 'BOX' ? boxDates(plan, today) : ok(undefined);
  if (!dates.ok) return dates;
  const times = dates.value === undefined ? {} : { opensAt: startOfDay(dates.value.opensOn), closesAt: endOfDay(dates.value.closesOn) };
  const items = [...members]
    .sort((one, other) => one.name.localeCompare(other.name, 'zh-CN'))
    .map(({ personId, name }) => ({ personId, name, remarks: 0, announced: false, ...(measure === 'BOX' ? { boxId: boxOf(personId) } : {}) }));
  const opened: Appraisal = { _id: appraisalIdOf(village, year), village, town: townOf(village), branch, year, stage: 'SELF', openedAt: now, selfUntil, measure, ...times, items, todo: [], changedAt: now };
  return ok(withAgenda(opened, agendaOfOpening(opened)));
}

function boxDates({ selfUntil, opensOn: wanted, closesOn: last }: OpeningPlan, today: CivilDate): Result<{ readonly opensOn: CivilDate; readonly closesOn: CivilDate }, OpeningRefusal> {
  const shown = addCivilDays(today, ROLL_SHOWN_DAYS + 1);
  const after = addCivilDays(selfUntil, 1);
  const opensOn = wanted ?? (shown > after ? shown : after);
  if (opensOn < shown) return refused({ kind: 'ROLL_TOO_SHORT', earliest: shown });
  if (opensOn < after) return refused({ kind: 'FIELD', path: 'opensOn' });
  const closesOn = last ?? addCivilDays(opensOn, OPEN_DAYS - 1);
  return closesOn < opensOn ? refused({ kind: 'FIELD', path: 'closesOn' }) : ok({ opensOn, closesOn });
}
