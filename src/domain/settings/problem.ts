/** Why a county's settings are refused. The words are for whoever keeps the county's file. */
export type SettingsProblem = ShapeProblem | LawViolation | Contradiction;

/** Missing, mistyped, or of the wrong kind. */
export interface ShapeProblem {
  readonly kind: 'SHAPE';
  /** `event.workdays.ERRAND`, `departments.3.code` */
  readonly path: string;
  readonly words: string;
}

/** Laxer than the law. */
export interface LawViolation {
  readonly kind: 'LAW';
  readonly path: string;
  /** As written in the settings: a figure, or a threshold in words. */
  readonly value: number | string;
  /** The nearest value the law allows. */
  readonly limit: number | string;
  /** 《村民委员会组织法》第三十五条 */
  readonly law: string;
  readonly words: string;
}

/** Two settings that cannot both hold. */
export interface Contradiction {
  readonly kind: 'CONTRADICTION';
  readonly path: string;
  readonly words: string;
}
