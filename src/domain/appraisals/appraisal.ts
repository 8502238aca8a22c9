/**
 * 民主评议党员 (PTY-11..13): a branch's appraisal of its members, once a year. Points are an input; the branch decides the grade
 * and the town's Party committee hears it. Nothing here assigns a grade.
 */
import type { TownCode, VillageCode } from '../areas/code';
import type { CivilDate, EpochMs, PersonId } from '../basics/ids';
import type { BoxId } from '../voting/box';

export const MEMBER_GRADES = ['EXCELLENT', 'QUALIFIED', 'BASIC', 'NOT_QUALIFIED'] as const;
export type MemberGrade = (typeof MEMBER_GRADES)[number];

/** 个人自评与互评 → 民主测评 → 支委会意见与党员大会 → 上报; then improvement plans run. */
export const APPRAISAL_STAGES = ['SELF', 'MEASURE', 'DECIDE', 'REPORTED'] as const;
export type AppraisalStage = (typeof APPRAISAL_STAGES)[number];

/** What a remark is: a merit, a criticism, a suggestion. */
export const REMARK_KINDS = ['MERIT', 'CRITICISM', 'SUGGESTION'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];

/** 优秀 A, 合格 B, 基本合格 C, 不合格 D, 不了解 U. */
export interface MeasureCounts {
  readonly A: number;
  readonly B: number;
  readonly C: number;
  readonly D: number;
  readonly U: number;
}

export interface AppraisalItem {
  readonly personId: PersonId;
  readonly name: string;
  readonly self?: { readonly text: string; readonly grade: MemberGrade; readonly at: EpochMs };
  readonly remarks: number;
  readonly boxId?: BoxId;
  readonly announced: boolean;
  readonly paper?: { readonly counts: MeasureCounts; readonly tellers: readonly [string, string]; readonly by: PersonId };
  readonly opinion?: { readonly text: string; readonly grade?: MemberGrade; readonly by: PersonId };
  readonly decided?: { readonly grade: MemberGrade; readonly reason?: string; readonly by: PersonId; readonly at: EpochMs };
  readonly plan?: { readonly text: string; readonly due: CivilDate; readonly doneAt?: EpochMs; readonly result?: string };
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
  readonly selfUntil: CivilDate;
  readonly measure: 'BOX' | 'PAPER';
  readonly opensAt?: EpochMs;
  readonly closesAt?: EpochMs;
  /** In the order of names. */
  readonly items: readonly AppraisalItem[];
  readonly meeting?: { readonly on: CivilDate; readonly host: string; readonly recorder: string; readonly called: number; readonly came: number; readonly text: string };
  readonly reportedAt?: EpochMs;
  /** When the clock goes on with it. */
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
