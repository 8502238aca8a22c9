/** Who has to do with rolls and results of ballot boxes. The server decides; this only chooses what to offer. */
import type { Role } from '@/domain/people/roles';
import { isPartyMember } from './party-duties';
import type { Me } from './views';

const ANSWER: readonly Role[] = ['VILLAGE_DUTY', 'PRESIDIUM', 'BRANCH_SECRETARY'];
const WATCH: readonly Role[] = [...ANSWER, 'SUPERVISION'];

/** Whether the county votes here at all: with all modules off that use the ballot box, nobody does (BUR-08). */
export function hasBallots(me: Me | undefined): boolean {
  return me?.modules['consultations'] !== false || me.modules['deputies'] !== false || isPartyMember(me);
}

/** Whether this person sees the objections to them (VOTE-11, CON-12). */
export function watchesBoxes(me: Me | undefined): boolean {
  return hasBallots(me) && holds(me, WATCH);
}

/** Whether this person answers them. */
export function answersBoxes(me: Me | undefined): boolean {
  return holds(me, ANSWER);
}

/** Whether this person may read the comments beside the ballots on a deputy, once they are counted (DEP-21). */
export function readsComments(me: Me | undefined): boolean {
  return holds(me, ['PRESIDIUM']);
}

function holds(me: Me | undefined, roles: readonly Role[]): boolean {
  return me?.person?.roles.some(({ role }) => roles.includes(role)) ?? false;
}
