/**
 * 民主评议党员 (PTY-11..13): a branch's appraisal of its members, once a year. Points are an input; the branch decides the grade
 * and the town's Party committee hears it. Nothing here assigns a grade.
 */
import type { TownCode, VillageCode } from '../areas/code';
import { atMostOf, type Fraction } from '../basics/ratio';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { Tenths } from '../points/scheme';
import type { BoxId } from '../voting/box';

export const MEMBER_GRADES = ['EXCELLENT', 'QUALIFIED', 'BASIC', 'NOT_QUALIFIED'] as const;
export type MemberGrade = (typeof MEMBER_GRADES)[number];

/** 个人自评与互评 → 民主测评 → 支委会意见与党员大会 → 上报; then improvement plans run. */
export const APPRAISAL_STAGES = ['SELF', 'MEASURE', 'DECIDE', 'REPORTED'] as const;
export type AppraisalStage = (typeof APPRAISAL_STAGES)[number];

/** What a remark is: a merit, a criticism, a suggestion. */
export const REMARK_KINDS = ['MERIT', 'CRITICISM', 'SUGGESTION'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** The four grades, and 不了解: there is always a way to say nothing. */
export const MEASURE_ANSWERS = [...MEMBER_GRADES, 'UNKNOWN'] as const;
export type MeasureAnswer = (typeof MEASURE_ANSWERS)[number];
export type MeasureCounts = Readonly<Record<MeasureAnswer, number>>;

/** What the points suggest (PTY-12), and why; it is an input to a decision and never one (PTY-11, PRV-08). */
export interface Suggested {
  readonly grade: MemberGrade;
  readonly total: Tenths;
  readonly why: 'POINTS' | 'VETO';
}

export interface Decided {
  readonly grade: MemberGrade;
  readonly reason?: string;
  /** As it stood beside the decision: points go on changing with appeals. */
  readonly suggested?: Suggested;
  readonly by: PersonId;
  readonly at: EpochMs;
}

/** 整改 of whoever was 基本合格 or 不合格 (PTY-13). */
export interface Improvement {
  readonly text: string;
  readonly due: CivilDate;
  readonly doneAt?: EpochMs;
  readonly result?: string;
}

export interface AppraisalItem {
  readonly personId: PersonId;
  readonly name: string;
  readonly self?: { readonly text: string; readonly grade: MemberGrade; readonly at: EpochMs };
  /** How many signed remarks others made. */
  readonly remarks: number;
  /** Absent where the branch measures on paper. */
  readonly boxId?: BoxId;
  readonly announced: boolean;
  /** As two tellers counted it. */
  readonly paper?: { readonly counts: MeasureCounts; readonly tellers: readonly [string, string]; readonly by: PersonId };
  readonly opinion?: { readonly text: string; readonly grade?: MemberGrade; readonly by: PersonId };
  readonly decided?: Decided;
  readonly plan?: Improvement;
}

/** The assembly's minutes. Whether enough came is warned of on the desk, never enforced (PTY-11). */
export interface Minutes {
  readonly on: CivilDate;
  readonly host: string;
  readonly recorder: string;
  readonly called: number;
  readonly came: number;
  readonly text: string;
}

/** What the clock does for an appraisal; see `agenda.ts`. */
export const TODO_KINDS = ['ANNOUNCE', 'TELL_OPENED', 'REMIND_SELF', 'MEASURE', 'TELL_MEASURE', 'TELL_CLOSING', 'COUNT', 'REMIND_DECIDE', 'TELL_RESULT', 'REMIND_PLANS', 'PLAN_DUE', 'PLAN_OVER'] as const;
export type TodoKind = (typeof TODO_KINDS)[number];

export interface Todo {
  readonly what: TodoKind;
  readonly at: EpochMs;
  /** Where what goes through the members in batches has come to. */
  readonly from?: number;
  /** Whose plan it is. */
  readonly about?: PersonId;
}

export interface Appraisal {
  /** `<village>:<year>` */
  readonly _id: string;
  readonly village: VillageCode;
  readonly town: TownCode;
  readonly branch: string;
  readonly year: number;
  readonly stage: AppraisalStage;
  readonly openedAt: EpochMs;
  /** The last day for 自评. */
  readonly selfUntil: CivilDate;
  readonly measure: 'BOX' | 'PAPER';
  /** Of the boxes. */
  readonly opensAt?: EpochMs;
  readonly closesAt?: EpochMs;
  /** In the order of names. */
  readonly items: readonly AppraisalItem[];
  readonly meeting?: Minutes;
  readonly reportedAt?: EpochMs;
  /** What is left for the clock, the next first. */
  readonly todo: readonly Todo[];
  /** When the first of `todo` falls due; absent when nothing is left. */
  readonly dueAt?: EpochMs;
  readonly changedAt: EpochMs;
}

/** One member's remark on another: signed. */
export interface Remark {
  readonly _id: string;
  /** `<village>:<year>:<about>` */
  readonly of: string;
  readonly about: PersonId;
  readonly by: PersonId;
  readonly byName: string;
  readonly kind: RemarkKind;
  readonly text: string;
  readonly at: EpochMs;
}

export function appraisalIdOf(village: VillageCode, year: number): string {
  return `${village}:${year}`;
}

export function remarksIdOf(village: VillageCode, year: number, about: PersonId): string {
  return `${appraisalIdOf(village, year)}:${about}`;
}

export function itemOf({ items }: Appraisal, personId: PersonId | undefined): AppraisalItem | undefined {
  return items.find((item) => item.personId === personId);
}

/** How many were decided 优秀, and up to how many it is usual (PTY-11: 一般不超过三分之一): more is warned of, not blocked. */
export function excellentOf({ items }: Pick<Appraisal, 'items'>, share: Fraction): { readonly count: number; readonly most: number } {
  return { count: items.filter(({ decided }) => decided?.grade === 'EXCELLENT').length, most: atMostOf(items.length, share) };
}

/** Whether PTY-13 asks for an improvement plan. */
export function needsPlan({ decided }: Pick<AppraisalItem, 'decided'>): boolean {
  return decided?.grade === 'BASIC' || decided?.grade === 'NOT_QUALIFIED';
}
