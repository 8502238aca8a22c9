/** What the access table needs to know of a matter. */
import type { Target } from '../people/access';
import type { Consultation } from './consultation';

/** It belongs to the village as a whole; published, its villagers may read it. */
export function targetOf(matter: Consultation): Target {
  return { area: matter.village, ...(matter.raiserId === undefined ? {} : { reporterId: matter.raiserId }), published: matter.published };
}
