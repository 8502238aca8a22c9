import type { BallotUnit, BoxKind, LegalEffect, Question } from '@/domain/voting/box';

/** What a ballot asks, and until when. */
export interface BallotPaper {
  readonly kind: BoxKind;
  readonly unit: BallotUnit;
  readonly legalEffect: LegalEffect;
  readonly title: string;
  readonly about: string;
  /** The main one first; the others can be left out. */
  readonly questions: readonly Question[];
  readonly commentMax: number;
  readonly opensAt: number;
  readonly closesAt: number;
  readonly k: number;
}
