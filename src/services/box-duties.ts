/** Who has to do with rolls and results of ballot boxes. The server decides; this only chooses what to offer. */
import type { Role } from '@/domain/people/roles';
import { hasPoints, isPartyMember } from './party-duties';
import type { Me } from './views';

const ANSWER: readonly Role[] = ['VILLAGE_DUTY', 'PRESIDIUM'];
const WATCH: readonly Role[] = [...ANSWER, 'SUPERVISION'];
/** The rolls of a branch's own boxes are its secretary's, and nobody else's. */
const OF_BRANCH: readonly Role[] = ['BRANCH_SECRETARY'];

/** Whether this person may have a ballot at all: with all modules off that use the ballot box, nobody does (BUR-08). */
export function hasBallots(me: Me | undefined): boolean {
  return villageVotes(me) || isPartyMember(me);
}

function villageVotes(me: Me | undefined): boolean {
  return me?.modules['consultations'] !== false || me.modules['deputies'] !== false;
}

/** Whether this person sees the objections to them (VOTE-11, CON-12). */
export function watchesBoxes(me: Me | undefined): boolean {
  return (villageVotes(me) && holds(me, WATCH)) || (hasPoints(me) && holds(me, OF_BRANCH));
}

/** Whether this person answers them. */
export function answersBoxes(me: Me | undefined): boolean {
  return holds(me, ANSWER) || holds(me, OF_BRANCH);
}

/** Whether this person may read the comments beside the ballots on a deputy, once they are counted (DEP-21). */
export function readsComments(me: Me | undefined): boolean {
  return holds(me, ['PRESIDIUM']);
}

function holds(me: Me | undefined, roles: readonly Role[]): boolean {
  return me?.person?.roles.some(({ role }) => roles.includes(role)) ?? false;
}
