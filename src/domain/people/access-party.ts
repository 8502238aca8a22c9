/** What the access table says of a Party branch: its points, its ledgers, its members' yearly appraisal (PTY-*). */
import { each, type ActionRules } from './access-rule';

/** Whoever acts for the members of a branch: the committee's three kinds of office (PTY-06). */
const BRANCH_OFFICE = ['BRANCH_VERIFIER', 'BRANCH_COMMITTEE', 'BRANCH_SECRETARY'] as const;
const branchOffice = each(BRANCH_OFFICE, 'AREA');
const approvers = each(['BRANCH_SECRETARY', 'BRANCH_COMMITTEE'], 'AREA');
const secretary = each(['BRANCH_SECRETARY'], 'AREA');
const townParty = each(['TOWN_PARTY'], 'AREA');
const branchMembers = each(['PARTY_MEMBER'], 'AREA');
const schemeKeeper = each(['COUNTY_CLERK'], 'AREA');
const member: ActionRules = { rules: each(['PARTY_MEMBER'], 'SELF'), conflicts: [] };

export const PARTY_ACCESS = {
  'points.mine': { rules: each(['PARTY_MEMBER'], 'SELF'), conflicts: [] },
  'points.waiting': { rules: each(['PARTY_MEMBER'], 'SELF'), conflicts: [] },
  // PTY-01, PTY-15: the branch sees its members, the town sees branches; of a member only what is sent up to it.
  'points.member': { rules: branchOffice, conflicts: [], hidden: true },
  'points.entry': { rules: [...each(['PARTY_MEMBER'], 'SELF'), ...branchOffice], conflicts: [], hidden: true },
  'points.items': { rules: each(['PARTY_MEMBER', ...BRANCH_OFFICE, 'TOWN_PARTY', 'COUNTY_OFFICE'], 'ANY'), conflicts: [] },
  'points.pledge': member,
  'points.withdrawPledge': member,
  'points.decidePledge': { rules: approvers, conflicts: ['OWN_RECORD'], hidden: true },
  'points.claim': member,
  'points.answerAsked': { ...member, hidden: true },
  'points.withdrawClaim': { ...member, hidden: true },
  'points.record': { rules: branchOffice, conflicts: [] },
  'points.queue': { rules: branchOffice, conflicts: [] },
  'points.queueAbove': { rules: townParty, conflicts: [] },
  'points.pledgesWaiting': { rules: approvers, conflicts: [] },
  // PTY-06: nobody looks at their own, by whatever second office, and nobody is both pairs of eyes.
  'points.check': { rules: each(['BRANCH_VERIFIER', 'BRANCH_COMMITTEE'], 'AREA'), conflicts: ['OWN_RECORD', 'OWN_WORK'], hidden: true },
  'points.approve': { rules: approvers, conflicts: ['OWN_RECORD', 'OWN_WORK'], hidden: true },
  'points.approveAbove': { rules: townParty, conflicts: ['OWN_RECORD', 'OWN_WORK'], hidden: true },
  'points.reverse': { rules: approvers, conflicts: ['OWN_RECORD'], hidden: true },
  'points.appeal': { ...member, hidden: true },
  'points.decideAppeal': { rules: [...approvers, ...townParty], conflicts: ['OWN_RECORD', 'OWN_WORK'], hidden: true },
  'points.branch': { rules: [...branchMembers, ...branchOffice], conflicts: [], hidden: true },
  'points.branches': { rules: [...townParty, ...each(['COUNTY_OFFICE'], 'AREA')], conflicts: [] },
  'points.openCycle': { rules: secretary, conflicts: [] },
  'points.setMember': { rules: approvers, conflicts: ['OWN_RECORD'] },
  'points.settleCategories': { rules: secretary, conflicts: [] },
  'points.saveGroups': { rules: secretary, conflicts: [] },
  'points.addMember': { rules: secretary, conflicts: [] },
  'points.leaveBranch': { rules: secretary, conflicts: ['OWN_RECORD'] },
  'points.candidates': { rules: secretary, conflicts: [] },
  'points.recordVeto': { rules: approvers, conflicts: ['OWN_RECORD'] },
  'points.decideVeto': { rules: townParty, conflicts: ['OWN_RECORD', 'OWN_WORK'], hidden: true },
  'points.vetoes': { rules: townParty, conflicts: [] },
  'points.publish': { rules: secretary, conflicts: [] },
  'points.publications': { rules: [...branchMembers, ...branchOffice], conflicts: [], hidden: true },
  'points.objectTo': { rules: branchMembers, conflicts: [], hidden: true },
  'points.answerObjection': { rules: approvers, conflicts: ['OWN_RECORD'], hidden: true },
  'points.closeCycle': { rules: secretary, conflicts: [] },
  'points.recordContact': member,
  'points.village': { rules: [...each(['VILLAGER'], 'OWN_VILLAGE'), ...townParty], conflicts: [] },

  'ledgers.scheme': { rules: [...each(['PARTY_MEMBER', ...BRANCH_OFFICE, 'TOWN_PARTY', 'COUNTY_CLERK'], 'ANY')], conflicts: [] },
  'ledgers.schemeSheet': { rules: schemeKeeper, conflicts: [] },
  'ledgers.checkScheme': { rules: schemeKeeper, conflicts: [] },
  'ledgers.loadScheme': { rules: schemeKeeper, conflicts: [] },
  'ledgers.checkOpening': { rules: secretary, conflicts: [] },
  'ledgers.loadOpening': { rules: secretary, conflicts: [] },
  'ledgers.openingSheet': { rules: secretary, conflicts: [] },
  'ledgers.branchLedger': { rules: approvers, conflicts: [] },
  'ledgers.publicationSheet': { rules: approvers, conflicts: [] },

  // Of others a member has the name and the grade; the town nothing before it is reported (appraisals' views).
  'appraisals.get': { rules: [...branchMembers, ...approvers, ...townParty], conflicts: [], hidden: true },
  'appraisals.mine': { rules: each(['VILLAGER'], 'ANY'), conflicts: [] },
  'appraisals.open': { rules: secretary, conflicts: [] },
  'appraisals.self': member,
  'appraisals.remark': { rules: branchMembers, conflicts: ['OWN_RECORD'], hidden: true },
  'appraisals.remarks': { rules: [...each(['PARTY_MEMBER'], 'SELF'), ...approvers], conflicts: [], hidden: true },
  'appraisals.paper': { rules: approvers, conflicts: ['OWN_RECORD'], hidden: true },
  'appraisals.opinion': { rules: approvers, conflicts: ['OWN_RECORD'], hidden: true },
  'appraisals.meeting': { rules: secretary, conflicts: [], hidden: true },
  'appraisals.decide': { rules: approvers, conflicts: ['OWN_RECORD'], hidden: true },
  'appraisals.report': { rules: secretary, conflicts: [], hidden: true },
  'appraisals.plan': { rules: approvers, conflicts: ['OWN_RECORD'], hidden: true },
  'appraisals.finishPlan': { rules: approvers, conflicts: ['OWN_RECORD'], hidden: true },
  'appraisals.ofTown': { rules: townParty, conflicts: [] },
} as const satisfies Readonly<Record<string, ActionRules>>;
