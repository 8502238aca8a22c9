/**
 * The composite score (DEP-18): the voters' score, and where a county wants them the presidium's figures for the performance
 * archive and for its own view. By default the voters' rating stands alone, and there is no composite. It decides nothing.
 */
import { ok, refused, type Result } from '../basics/result';
import type { DeputySettings } from '../settings/policy-settings';
import type { Outcome } from '../voting/tally';

/** 选民评分, 履职得分, 主席团评分: in the order of the settings' weights. */
export const COMPOSITE_PARTS = ['VOTERS', 'PERFORMANCE', 'PRESIDIUM'] as const;
export type CompositePart = (typeof COMPOSITE_PARTS)[number];

/** A score of the presidium's is a whole number of points up to this. */
export const SCORE_MAX = 100;

export interface Composite {
  /** In tenths of a point, rounded half up: 864 is 86.4. */
  readonly scoreTenths: number;
  /** Only parts that count, each with its percent: what was set when it was confirmed, whatever is set later. */
  readonly parts: readonly { readonly part: CompositePart; readonly weight: number; readonly tenths: number }[];
  /** Why the presidium gave its figures. */
  readonly reason: string;
}

/** What the presidium gives; the voters' score comes from the count. */
export interface GivenScores {
  readonly performance?: number;
  readonly presidium?: number;
  readonly reason: string;
}

/** `UNKNOWN`: a figure that nothing is made of · `REQUIRED`: one that is missing · `RANGE`: not 0 to 100 in whole points. */
export interface CompositeRefusal {
  readonly field: 'scores' | 'scores.performance' | 'scores.presidium';
  readonly problem: 'UNKNOWN' | 'REQUIRED' | 'RANGE';
}

/** Whether the county counts anything beside the voters' rating. */
export function usesComposite({ composite }: Pick<DeputySettings, 'composite'>): boolean {
  return composite[0] !== 100;
}

/** The composite of one deputy; undefined where the county uses none, or the voters' rating has no result. */
export function compositeOf(settings: Pick<DeputySettings, 'composite'>, outcome: Outcome, given: GivenScores | undefined): Result<Composite | undefined, CompositeRefusal> {
  if (!usesComposite(settings) || outcome.kind !== 'RATING' || outcome.verdict !== 'RATED') {
    return given === undefined ? ok(undefined) : refused({ field: 'scores', problem: 'UNKNOWN' });
  }
  if (given === undefined) return refused({ field: 'scores', problem: 'REQUIRED' });
  const [voters, performance, presidium] = settings.composite;
  const refusal = refusalOf('scores.performance', performance, given.performance) ?? refusalOf('scores.presidium', presidium, given.presidium);
  if (refusal !== undefined) return refused(refusal);
  const parts = [
    { part: 'VOTERS' as const, weight: voters, tenths: outcome.scoreTenths },
    { part: 'PERFORMANCE' as const, weight: performance, tenths: 10 * (given.performance ?? 0) },
    { part: 'PRESIDIUM' as const, weight: presidium, tenths: 10 * (given.presidium ?? 0) },
  ].filter(({ weight }) => weight > 0);
  const hundredths = parts.reduce((sum, { weight, tenths }) => sum + weight * tenths, 0);
  return ok({ scoreTenths: Math.floor((hundredths + 50) / 100), parts, reason: given.reason });
}

function refusalOf(field: CompositeRefusal['field'], weight: number, score: number | undefined): CompositeRefusal | undefined {
  if (weight === 0) return score === undefined ? undefined : { field, problem: 'UNKNOWN' };
  if (score === undefined) return { field, problem: 'REQUIRED' };
  return Number.isInteger(score) && score >= 0 && score <= SCORE_MAX ? undefined : { field, problem: 'RANGE' };
}
