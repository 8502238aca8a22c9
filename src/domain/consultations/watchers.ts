/** Who sees more of consultation than a villager, one's own village before the town around it. What a phone offers; the access table decides. */
import type { Role } from '../people/roles';

export const CONSULT_WATCHERS: readonly Role[] = ['VILLAGE_DUTY', 'BRANCH_SECRETARY', 'SUPERVISION', 'TOWN_DESK'];
