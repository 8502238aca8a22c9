/**
 * What a change of posts or persons has still to bring about.
 *
 * The tap that makes the change writes what decides (the guard document, the person whose standing changes, the audit
 * row) in one transaction; what merely follows stands here, in the guard document itself, and the clock carries it out
 * one step at a time. So a change is never half done, and never more than eight store operations long.
 */
import type { AreaCode, GridCode } from '../areas/code';
import type { CivilDate, EpochMs, HouseholdId, PersonId } from '../basics/ids';
import type { PostKey } from './posts';

/** A post changed hands (HHL-07): close the old grant, tell both sides, hand the open matters over by name. */
export interface PostFollowUp {
  readonly kind: 'POST';
  readonly id: string;
  readonly post: PostKey;
  readonly at: EpochMs;
  /** Whose grant has still to be closed, and which; `end` is the first day without it. */
  readonly closes?: { readonly personId: PersonId; readonly grant: string; readonly end: CivilDate };
  /** Who answers from now on; absent when the post is vacant. */
  readonly to?: PersonId;
  /** A stand-in's days; the matters then stay with the holder by name. */
  readonly standIn?: { readonly from: CivilDate; readonly to: CivilDate };
  /** Nothing but the closing: no post changed by it. */
  readonly only?: 'CLOSE';
  /** Where the look for matters about the new holder stands (EVT-11): the page to read next. */
  readonly aboutAfter?: string;
  /** What is about the new holder has been passed on; nothing is told or handed over before. */
  readonly aboutPassed?: true;
  readonly told?: true;
  /** Where the hand-over stands: the page of open matters to read next. */
  readonly after?: string;
  readonly handed?: true;
  /** When a vacant post is called to mind again (HHL-07). */
  readonly remindAt?: EpochMs;
}

/** A person left or joined a household: bring the households' member lists in line. */
export interface HouseholdFollowUp {
  readonly kind: 'HOUSEHOLD';
  readonly id: string;
  readonly personId: PersonId;
  readonly leaves?: HouseholdId;
  readonly joins?: HouseholdId;
}

/** A person moved here from another village: take them out of its count. */
export interface CameFromFollowUp {
  readonly kind: 'CAME_FROM';
  readonly id: string;
  readonly personId: PersonId;
  readonly grid: GridCode;
  readonly household: HouseholdId;
}

/** A holder's name, phone or hours changed: copy them to another area's guard document. */
export interface HolderFollowUp {
  readonly kind: 'HOLDER';
  readonly id: string;
  readonly personId: PersonId;
  readonly area: AreaCode;
}

export type FollowUp = PostFollowUp | HouseholdFollowUp | CameFromFollowUp | HolderFollowUp;

/** What a guard document carries of them. */
export interface WithFollowUps {
  readonly followUps?: readonly FollowUp[];
  readonly followUpAt?: EpochMs;
}

/** Adds what follows from a change, to be looked at as soon as the clock runs. */
export function followedBy<T extends WithFollowUps>(guard: T, now: EpochMs, ...more: readonly FollowUp[]): T {
  if (more.length === 0) return guard;
  const known = (guard.followUps ?? []).filter((old) => !more.some((one) => one.id === old.id));
  return { ...guard, followUps: [...known, ...more], followUpAt: now };
}

/** Puts one step's outcome in: the follow-up as it now stands, or gone when it is done. */
export function afterStep<T extends WithFollowUps>(guard: T, id: string, next: FollowUp | undefined): T {
  const followUps = (guard.followUps ?? []).flatMap((one) => (one.id === id ? (next ?? []) : one));
  if (followUps.length === 0) return { ...guard, followUps: undefined, followUpAt: undefined };
  return { ...guard, followUps, followUpAt: Math.min(...followUps.map(dueAt)) };
}

/** When a follow-up wants the clock: at once, but for a vacant post that is only to be called to mind later. */
export function dueAt(one: FollowUp): EpochMs {
  return one.kind === 'POST' && one.remindAt !== undefined ? one.remindAt : 0;
}
