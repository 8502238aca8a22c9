/** Whether the village committee can decide a matter by itself, or all four deliberations are owed (CON-07, VOTE-04). */
import { reaches, type Threshold } from '../basics/ratio';
import type { ConsultSettings } from '../settings/policy-settings';
import type { Consultation } from './consultation';

export type Weight = 'SMALL' | 'MAJOR';

/** Why a matter is major. */
export const WEIGHT_REASONS = ['RESERVED', 'MONEY', 'MANY', 'TO_ASSEMBLY', 'MARKED'] as const;
export type WeightReason = (typeof WEIGHT_REASONS)[number];

/** CON-07: more than a tenth; exactly a tenth is not. */
const MORE_THAN_A_TENTH: Threshold = { kind: 'MORE_THAN', of: [1, 10] };

export type Weighed = Pick<Consultation, 'reserved' | 'costInFen' | 'supporters' | 'raiserId' | 'villagers' | 'line' | 'markedMajor'>;

/** Everything that makes a matter major; none of it makes it small. The county's line itself is not above the line. */
export function weightReasons(matter: Weighed, { majorMoneyFen }: Pick<ConsultSettings, 'majorMoneyFen'>): readonly WeightReason[] {
  const reasons: readonly (readonly [WeightReason, boolean])[] = [
    ['RESERVED', matter.reserved !== undefined],
    ['MONEY', (matter.costInFen ?? 0) > majorMoneyFen],
    ['MANY', reaches(askersOf(matter), matter.villagers, MORE_THAN_A_TENTH)],
    ['TO_ASSEMBLY', matter.line === 'ASSEMBLY'],
    ['MARKED', matter.markedMajor],
  ];
  return reasons.flatMap(([reason, holds]) => (holds ? [reason] : []));
}

export function weightOf(matter: Weighed, settings: Pick<ConsultSettings, 'majorMoneyFen'>): Weight {
  return weightReasons(matter, settings).length > 0 ? 'MAJOR' : 'SMALL';
}

/** How many villagers ask for it: who raised it and who joined in, each once. */
export function askersOf({ supporters, raiserId }: Pick<Consultation, 'supporters' | 'raiserId'>): number {
  return new Set(raiserId === undefined ? supporters : [raiserId, ...supporters]).size;
}
