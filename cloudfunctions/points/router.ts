import { points } from './os';
import { addMember } from './add-member';
import { answerAsked } from './answer-asked';
import { answerObjection } from './answer-objection';
import { appeal } from './appeal';
import { approve } from './approve';
import { approveAbove } from './approve-above';
import { branch } from './branch';
import { branches } from './branches';
import { candidates } from './candidates';
import { check } from './check';
import { claim } from './claim';
import { closeCycle } from './close-cycle';
import { decideAppeal } from './decide-appeal';
import { decidePledge } from './decide-pledge';
import { decideVeto } from './decide-veto';
import { entry } from './entry';
import { items } from './items';
import { leaveBranch } from './leave-branch';
import { member } from './member';
import { mine } from './mine';
import { objectTo } from './object-to';
import { openCycle } from './open-cycle';
import { pledge } from './pledge';
import { pledgesWaiting } from './pledges-waiting';
import { publications } from './publications';
import { publish } from './publish';
import { queue } from './queue';
import { queueAbove } from './queue-above';
import { record } from './record';
import { recordContact } from './record-contact';
import { recordVeto } from './record-veto';
import { reverse } from './reverse';
import { saveGroups } from './save-groups';
import { setMember } from './set-member';
import { settleCategories } from './settle-categories';
import { vetoes } from './vetoes';
import { village } from './village';
import { waiting } from './waiting';
import { withdrawClaim } from './withdraw-claim';
import { withdrawPledge } from './withdraw-pledge';

export const router = points.router({
  addMember, answerAsked, answerObjection, appeal, approve, approveAbove, branch, branches, candidates, check, claim, closeCycle, decideAppeal, decidePledge, decideVeto, entry, items,
  leaveBranch, member, mine, objectTo, openCycle, pledge, pledgesWaiting, publications, publish, queue, queueAbove, record, recordContact, recordVeto, reverse, saveGroups, setMember,
  settleCategories, vetoes, village, waiting, withdrawClaim, withdrawPledge,
});
