/** The limit that runs on an issue, from the county's settings (EVT-05, EVT-06). */
import type { AreaLevel } from '../areas/code';
import type { TimeLimit } from '../basics/working-days';
import type { Category, Urgency } from '../issues/issue';
import type { CountySettings } from './settings';

/** How long the holder of a post at `level` has to accept (EVT-05). */
export function acceptLimit(settings: CountySettings, urgency: Urgency, level: AreaLevel): TimeLimit {
  return settings.event.accept[urgency][level];
}

/** From acceptance to the end (EVT-06). A hazard has its two limits one after the other, a dispute the mediators' (MED-04). */
export function solveLimit(settings: CountySettings, category: Category): TimeLimit {
  const { event, mediation } = settings;
  switch (category) {
    case 'EMERGENCY':
      return { unit: 'WORKDAY', n: event.emergency.controlWorkdays + event.emergency.fixWorkdays };
    case 'DISPUTE':
      return { unit: 'MONTH', n: mediation.months };
    default:
      return { unit: 'WORKDAY', n: event.workdays[category] };
  }
}

/**
 * The most working days an extension may add (EVT-06): as long again, within the cap. 0 when the county allows none.
 * A dispute is extended by both parties' consent instead (MED-04) and gives 0 here.
 */
export function longestExtension(settings: CountySettings, category: Category): number {
  const limit = solveLimit(settings, category);
  if (!settings.event.extendOnce || limit.unit !== 'WORKDAY') return 0;
  return Math.min(limit.n, settings.event.cap - limit.n);
}
