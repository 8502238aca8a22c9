/**
 * Who may do what, written by hand from the rulebook (section 11, EVT-*, HHL-*, PRV-06, PRV-11, DEP-21 as far as it is built)
 * and never made from the code. An action has an entry for every way a caller can stand to what is asked for, and there the
 * roles that may; whoever is not named may not. `access.test.ts` walks the whole of it.
 */
import type { Role } from '@/domain/people/roles';

/** `VISITOR` is every account, bound or not; `VILLAGER` everybody bound to a person, weakly or surely; `VERIFIED` surely. */
export type Who = 'VISITOR' | 'VILLAGER' | 'VERIFIED' | Role;

/** Who is kept off although they may: see the test for what each means. */
export type Kept = 'COMPLAINED_OF' | 'RESTRICTED' | 'OWN_WORK' | 'OWN_RECORD';

export interface Golden {
  /** However one stands, outside one's area too. */
  readonly any?: readonly Who[];
  /** One's own account, person or record. */
  readonly self?: readonly Who[];
  /** What one reported. */
  readonly reporter?: readonly Who[];
  /** What is shown to one's own village. */
  readonly neighbour?: readonly Who[];
  /** Whatever lies in the village one lives in. */
  readonly village?: readonly Who[];
  /** Within the area of the office, that area itself included. */
  readonly area?: readonly Who[];
  /** What belongs to the branch that one's role is of, and to nobody else. */
  readonly branch?: readonly Who[];
  /** Within the area of the office, not that area itself. */
  readonly below?: readonly Who[];
  /** What one's post answers for. */
  readonly owner?: readonly Who[];
  /** What one's post answered for before. */
  readonly former?: readonly Who[];
  /** What one's post gave to a department that answers for it now. */
  readonly called?: readonly Who[];
  readonly assistant?: readonly Who[];
  /** What a post further down one's own chain answers for, however far down. */
  readonly above?: readonly Who[];
  /** What the next level down answers for: a town, or a department of the county. */
  readonly next?: readonly Who[];
  /** What one's post has to decide. */
  readonly decider?: readonly Who[];
  readonly kept?: readonly Kept[];
  /** A refusal does not say that there is such a thing. */
  readonly silent?: true;
  /** Not at a computer: it decides whose phone this is, or only a phone can answer for it. */
  readonly phone?: true;
  /** For a browser that nobody signed in, and for nobody else. */
  readonly nobody?: true;
}

const EVERYBODY = ['VISITOR'] as const;
const BOUND = ['VILLAGER'] as const;
const SURE = ['VERIFIED'] as const;
const WATCHES_BOXES = ['VILLAGE_DUTY', 'PRESIDIUM', 'SUPERVISION', 'STATION_OFFICER', 'TOWN_DESK'] as const;
/** Of a branch's box: who votes in it, and who answers for its roll. */
const BRANCH = ['PARTY_MEMBER', 'BRANCH_SECRETARY'] as const;
/** 支委会: who decides for the branch (PTY-06, PTY-11). */
const COMMITTEE = ['BRANCH_SECRETARY', 'BRANCH_COMMITTEE'] as const;
const HEADS = ['HEAD', 'LEVEL2_HEAD', 'LEVEL1_HEAD'] as const;
/** A matter can belong to each of these. */
const HANDLERS = [...HEADS, 'VILLAGE_DUTY', 'TOWN_DESK', 'TOWN_LEGAL', 'POLICE_LIAISON', 'DEPARTMENT', 'COUNTY_OFFICE'] as const;
/** 镇政府→村委会→中心户长 (HHL-01): who has a chain below. The county has only what is next to it: it gets figures, no matters. */
const CHAIN = ['LEVEL2_HEAD', 'LEVEL1_HEAD', 'VILLAGE_DUTY', 'TOWN_DESK'] as const;
const COUNTY = ['COUNTY_OFFICE'] as const;
const CLERK = ['COUNTY_CLERK'] as const;
const ROSTER = ['VILLAGE_DUTY', 'COUNTY_CLERK'] as const;
const POST_KEEPERS = ['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_CLERK'] as const;

/** 党小组长 or verifier, committee, secretary; the last two approve (PTY-06). */
const BRANCH_OFFICE = ['BRANCH_VERIFIER', 'BRANCH_COMMITTEE', 'BRANCH_SECRETARY'] as const;

/** EVT-11, EVT-14: never whom it is about, and of restricted matters nobody but the two roles and the reporter. */
const SHIELDED = ['COMPLAINED_OF', 'RESTRICTED'] as const;

const reporterOnly: Golden = { reporter: EVERYBODY, silent: true };
const ownerOnly: Golden = { owner: HANDLERS, kept: SHIELDED, silent: true };
const ownAccount: Golden = { self: EVERYBODY };
const ownPhone: Golden = { self: EVERYBODY, phone: true };
const binding: Golden = { any: EVERYBODY, phone: true };
/** Whose work has pages for a computer: all who have matters, the clerk, and the offices of a branch and of the town's Party committee. */
const AT_COMPUTERS = [...HANDLERS, ...CLERK, 'BRANCH_VERIFIER', 'BRANCH_COMMITTEE', 'BRANCH_SECRETARY', 'TOWN_PARTY'] as const;
const rosterEntry: Golden = { area: ROSTER, kept: ['OWN_RECORD'], silent: true };
const villageCommittee: Golden = { area: ['VILLAGE_DUTY'], silent: true };
const clerkLoad: Golden = { area: CLERK, silent: true };

export const GOLDEN: Readonly<Record<string, Golden>> = {
  // Reporting is for everybody, visitors too (EVT-01); on somebody's behalf for heads and the desk (A11Y-09).
  'issues.submit': { any: EVERYBODY },
  'issues.submitFor': { area: [...HEADS, 'VILLAGE_DUTY'] },
  'issues.preview': { any: EVERYBODY },
  'issues.similar': { any: BOUND },
  'issues.support': { neighbour: BOUND, kept: SHIELDED, silent: true },
  'issues.mine': { any: EVERYBODY },
  'issues.village': { village: BOUND },
  // Villagers their own events, heads and desks those of their chain, the county none but what is put to it (section 11).
  'issues.get': { reporter: EVERYBODY, neighbour: BOUND, owner: HANDLERS, former: HANDLERS, assistant: HANDLERS, above: CHAIN, next: COUNTY, kept: SHIELDED, silent: true },
  'issues.add': reporterOnly,
  'issues.remind': reporterOnly,
  'issues.withdraw': reporterOnly,
  // ORG-08: nobody answers their own question, nor rates their own work, for the relative whose phone they hold.
  'issues.answer': { reporter: EVERYBODY, kept: ['OWN_WORK'], silent: true },
  'issues.rate': { reporter: EVERYBODY, kept: ['OWN_WORK'], silent: true },
  'issues.queue': { any: HANDLERS },
  'issues.accept': ownerOnly,
  'issues.reject': ownerOnly,
  'issues.ask': ownerOnly,
  'issues.progress': { owner: HANDLERS, assistant: HANDLERS, kept: SHIELDED, silent: true },
  'issues.handUp': ownerOnly,
  'issues.askExtension': ownerOnly,
  // EVT-06: the next level, never who asked.
  'issues.decideExtension': { decider: [...CHAIN, ...COUNTY], kept: [...SHIELDED, 'OWN_WORK'], silent: true },
  'issues.suspend': ownerOnly,
  'issues.resume': ownerOnly,
  'issues.finish': ownerOnly,
  // EVT-07, EVT-08, EVT-17: the town calls and decides; a department or a village may object.
  'issues.dispatch': { owner: ['TOWN_DESK', 'COUNTY_OFFICE'], above: ['TOWN_DESK'], next: COUNTY, kept: SHIELDED, silent: true },
  'issues.object': { owner: ['DEPARTMENT', 'VILLAGE_DUTY'], kept: SHIELDED, silent: true },
  'issues.decideObjection': { area: ['TOWN_DESK'], decider: COUNTY, kept: [...SHIELDED, 'OWN_WORK'], silent: true },
  // EVT-07, ORG-02: the town also presses the department that it called.
  'issues.urge': { above: CHAIN, next: COUNTY, called: ['TOWN_DESK'], kept: SHIELDED, silent: true },
  'issues.destinations': { area: ['TOWN_DESK'], owner: ['TOWN_DESK', 'COUNTY_OFFICE'], next: COUNTY, kept: SHIELDED, silent: true },
  // WX-09: 超时没有回音的，由村值班员看; never what is restricted or about them.
  'issues.toReview': { area: ['VILLAGE_DUTY', 'TOWN_DESK'], kept: SHIELDED },
  'issues.review': { decider: ['VILLAGE_DUTY', 'TOWN_DESK'], kept: [...SHIELDED, 'OWN_WORK'], silent: true },
  // EVT-15: figures for the village, the town, the county; 村监会 has what the village talks over (两说一商).
  'issues.overview': { area: ['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_OFFICE'] },
  'issues.overdue': { area: ['VILLAGE_DUTY', 'TOWN_DESK'] },
  'issues.exportCsv': { area: ['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_OFFICE'], kept: SHIELDED },
  // The province's record of an event is kept by the desks of village and town (EVT-18).
  'issues.addEvent': { area: ['VILLAGE_DUTY', 'TOWN_DESK'], kept: SHIELDED, silent: true },
  // The hotline's tickets come to the town's desk and are answered from there (EVT-19).
  'tickets.check': { area: ['TOWN_DESK'] },
  'tickets.load': { area: ['TOWN_DESK'] },
  'tickets.take': { area: ['TOWN_DESK'] },
  'tickets.similar': { area: ['TOWN_DESK'] },
  'tickets.list': { area: ['TOWN_DESK'] },
  'tickets.answers': { area: ['TOWN_DESK'] },
  'tickets.link': { area: ['TOWN_DESK'], kept: SHIELDED, silent: true },
  'issues.topics': { area: ['VILLAGE_DUTY', 'TOWN_DESK', 'SUPERVISION'] },

  // Whoever opens the app may bind, apply and say what is wrong with it (BUR-06); one's data are one's own (PRV-06).
  'people.me': { any: EVERYBODY },
  'people.bindByName': binding,
  'people.bindByCode': binding,
  'people.bindByPhone': binding,
  'people.actFor': ownPhone,
  'people.unbind': ownPhone,
  // Which phones act for one, and to end that: on one's own phone.
  'people.familyPhones': { phone: true, self: BOUND },
  'people.endFamilyPhone': { phone: true, self: BOUND },
  'people.claims': ownAccount,
  'people.answerClaim': { self: EVERYBODY, silent: true, phone: true },
  'people.apply': { any: EVERYBODY },
  'people.contacts': { any: BOUND },
  'people.places': { any: EVERYBODY },
  'people.myData': ownPhone,
  'people.askRights': ownAccount,
  'people.deleteAccount': ownPhone,
  'people.sendFeedback': { any: EVERYBODY },
  'people.myRequests': ownAccount,
  // Heads look up whom they write down for, within their grid; the roster is the desk's and the clerk's, never one's own entry.
  'people.search': { area: [...ROSTER, ...HEADS] },
  'people.person': { area: [...ROSTER, ...HEADS], silent: true },
  'people.addPerson': { area: ROSTER },
  'people.correctPerson': rosterEntry,
  'people.moveHousehold': rosterEntry,
  'people.leave': rosterEntry,
  'people.unbindLost': rosterEntry,
  // Who has no phone goes to the desk (A11Y-09); one's own phones one ends oneself.
  'people.endFamilyPhoneFor': rosterEntry,
  'people.issueCode': rosterEntry,
  'people.codesToConfirm': { area: ROSTER },
  // Issued by one, confirmed by another (architecture section 4).
  'people.confirmCode': { area: ROSTER, kept: ['OWN_WORK', 'OWN_RECORD'], silent: true },
  'people.applications': { area: ROSTER },
  'people.answerApplication': { area: ROSTER, kept: ['OWN_RECORD'], silent: true },
  'people.requests': { area: ['VILLAGE_DUTY', 'COUNTY_OFFICE', 'COUNTY_CLERK'] },
  'people.answerRequest': { area: ['VILLAGE_DUTY', 'COUNTY_OFFICE', 'COUNTY_CLERK'], kept: ['OWN_RECORD'], silent: true },

  // Posts: the village committee fills its grids and its desk (HHL-03), the town what lies below it (HHL-01), the clerk all.
  'grids.village': { village: HEADS, area: ['VILLAGE_DUTY', 'SUPERVISION', 'TOWN_DESK', 'COUNTY_OFFICE', 'COUNTY_CLERK'] },
  'grids.check': { area: POST_KEEPERS },
  'grids.appoint': { area: ['VILLAGE_DUTY', 'COUNTY_CLERK'], below: ['TOWN_DESK'], kept: ['OWN_RECORD'] },
  'grids.standIn': { owner: HANDLERS, area: POST_KEEPERS },
  'grids.setPhoneShown': { self: BOUND },
  'grids.link': { area: ROSTER },
  'grids.contactSheet': { area: [...HEADS, 'VILLAGE_DUTY'] },
  'grids.households': { area: [...HEADS, 'VILLAGE_DUTY'] },

  // A computer is signed in by the phone of somebody who has work at one; everybody ends their own computers, from either.
  'desk.begin': { nobody: true },
  'desk.collect': { nobody: true },
  'desk.enter': { nobody: true },
  'desk.look': { any: AT_COMPUTERS, phone: true },
  'desk.confirm': { any: AT_COMPUTERS, phone: true },
  'desk.refuse': { any: AT_COMPUTERS, phone: true },
  'desk.here': ownAccount,
  'desk.leave': ownAccount,
  'desk.sessions': ownAccount,
  'desk.end': ownAccount,
  'desk.endAll': ownAccount,
  // 两说一商: the village talks over what is public to it; what was told to the cadres only is theirs and whoever raised it (CON-02).
  'consultations.list': { village: BOUND },
  'consultations.mine': { any: BOUND },
  'consultations.get': { reporter: BOUND, neighbour: BOUND, area: ['VILLAGE_DUTY', 'BRANCH_SECRETARY', 'SUPERVISION', 'TOWN_DESK'], silent: true },
  'consultations.desk': { area: ['VILLAGE_DUTY', 'BRANCH_SECRETARY', 'SUPERVISION', 'TOWN_DESK'] },
  'consultations.raise': { any: BOUND },
  'consultations.support': { neighbour: BOUND, silent: true },
  'consultations.say': { neighbour: BOUND, silent: true },
  'consultations.withdraw': { reporter: BOUND, silent: true },
  // CON-03, 04, 09, 10: the village committee answers, consults, decides, does and publishes.
  'consultations.answer': villageCommittee,
  'consultations.merge': villageCommittee,
  'consultations.minutes': villageCommittee,
  'consultations.villageStep': villageCommittee,
  'consultations.openBallot': villageCommittee,
  'consultations.cancelBallot': villageCommittee,
  'consultations.drop': villageCommittee,
  'consultations.decide': villageCommittee,
  'consultations.progress': villageCommittee,
  'consultations.finish': villageCommittee,
  'consultations.update': villageCommittee,
  'consultations.answerSupervision': villageCommittee,
  // ORG-01, CON-05, CON-08: the Party branch studies and reviews; it and the committee weigh and announce.
  'consultations.partyStep': { area: ['BRANCH_SECRETARY'], silent: true },
  'consultations.weigh': { area: ['VILLAGE_DUTY', 'BRANCH_SECRETARY'], silent: true },
  'consultations.announce': { area: ['VILLAGE_DUTY', 'BRANCH_SECRETARY'], silent: true },
  // CON-12: the supervision committee, and nobody in its place.
  'consultations.supervise': { area: ['SUPERVISION'], silent: true },
  'consultations.agreeToCancel': { area: ['SUPERVISION'], silent: true },
  // CON-01.
  // WX-09 as for matters: the village's desk, the town's where the village has nobody else for it; nobody their own.
  'consultations.toReview': { area: ['VILLAGE_DUTY', 'TOWN_DESK'] },
  'consultations.review': { decider: ['VILLAGE_DUTY', 'TOWN_DESK'], kept: ['OWN_WORK'], silent: true },
  'consultations.talks': { village: BOUND },
  'consultations.holdTalk': { area: ['VILLAGE_DUTY', 'BRANCH_SECRETARY'] },
  'consultations.askAtTalk': { village: BOUND, silent: true },
  'consultations.answerAtTalk': { area: ['VILLAGE_DUTY', 'BRANCH_SECRETARY'], silent: true },
  'consultations.recordTalk': { area: ['VILLAGE_DUTY', 'BRANCH_SECRETARY'], silent: true },
  // The directory is for everybody, visitors too (DEP-03, section 11); the presidium and its stations keep it (DEP-02).
  'deputies.towns': { any: EVERYBODY },
  'deputies.directory': { any: EVERYBODY },
  'deputies.deputy': { any: EVERYBODY },
  'deputies.candidates': { area: ['PRESIDIUM'] },
  'deputies.saveStation': { area: ['PRESIDIUM', 'STATION_OFFICER'] },
  'deputies.saveConstituency': { area: ['PRESIDIUM'] },
  'deputies.saveDeputy': { area: ['PRESIDIUM'], kept: ['OWN_RECORD'] },
  'deputies.setStanding': { area: ['PRESIDIUM'], kept: ['OWN_RECORD'] },
  // DEP-03: the picture goes the way of the rest of the entry.
  'deputies.setPhoto': { area: ['PRESIDIUM'], kept: ['OWN_RECORD'] },
  'deputies.addEntry': { area: ['PRESIDIUM'], kept: ['OWN_RECORD'] },
  // A deputy records their own contacts and sorts what they heard; a station what was sent to it (DEP-05, 06, 12).
  'deputies.record': { self: ['DEPUTY'] },
  // What was noted at a door is read by nobody but who noted it; whose households they are is theirs to know (DEP-04, 05).
  'deputies.contacts': { self: ['DEPUTY'] },
  'deputies.households': { self: ['DEPUTY'] },
  'deputies.opinions': { self: ['DEPUTY'], area: ['PRESIDIUM', 'STATION_OFFICER'], silent: true },
  'deputies.opinion': { self: ['DEPUTY'], area: ['PRESIDIUM', 'STATION_OFFICER'], owner: ['TOWN_DESK', 'DEPARTMENT'], silent: true },
  'deputies.sortOpinion': { self: ['DEPUTY'], area: ['STATION_OFFICER'], silent: true },
  'deputies.sendOpinion': { any: BOUND },
  'deputies.myOpinions': ownAccount,
  // 主席团→承办单位→代表 (DEP-07, 08): nobody assigns their own suggestion, the unit answers, the deputy judges.
  'deputies.assign': { area: ['PRESIDIUM'], kept: ['OWN_RECORD'], silent: true },
  'deputies.units': { area: ['PRESIDIUM'] },
  'deputies.forUnit': { any: ['TOWN_DESK', 'DEPARTMENT'] },
  'deputies.reply': { owner: ['TOWN_DESK', 'DEPARTMENT'], silent: true },
  'deputies.judge': { self: ['DEPUTY'], area: ['PRESIDIUM'], silent: true },
  // DEP-10, 17: the presidium's round, its result and its publication; nobody confirms their own.
  'deputies.openRound': { area: ['PRESIDIUM'] },
  'deputies.round': { area: ['PRESIDIUM', 'STATION_OFFICER'] },
  'deputies.rounds': { area: ['PRESIDIUM', 'STATION_OFFICER'] },
  'deputies.confirm': { area: ['PRESIDIUM'], kept: ['OWN_RECORD'] },
  'deputies.setAside': { area: ['PRESIDIUM'], kept: ['OWN_RECORD'] },
  'deputies.publish': { area: ['PRESIDIUM'] },

  // PTY-11, PTY-15: the branch's members, its committee, and once it is reported the town's Party office.
  'appraisals.get': { area: ['PARTY_MEMBER', ...COMMITTEE, 'TOWN_PARTY'], silent: true },
  'appraisals.mine': { any: BOUND },
  'appraisals.open': { area: ['BRANCH_SECRETARY'] },
  'appraisals.self': { self: ['PARTY_MEMBER'] },
  // Signed remarks on others; read by the member and the committee.
  'appraisals.remark': { area: ['PARTY_MEMBER'], kept: ['OWN_RECORD'], silent: true },
  'appraisals.remarks': { self: ['PARTY_MEMBER'], area: COMMITTEE, silent: true },
  // PTY-06, 11: nobody counts, opines or decides on their own.
  'appraisals.paper': { area: COMMITTEE, kept: ['OWN_RECORD'], silent: true },
  'appraisals.opinion': { area: COMMITTEE, kept: ['OWN_RECORD'], silent: true },
  'appraisals.meeting': { area: ['BRANCH_SECRETARY'], silent: true },
  'appraisals.decide': { area: COMMITTEE, kept: ['OWN_RECORD'], silent: true },
  'appraisals.report': { area: ['BRANCH_SECRETARY'], silent: true },
  'appraisals.plan': { area: COMMITTEE, kept: ['OWN_RECORD'], silent: true },
  'appraisals.finishPlan': { area: COMMITTEE, kept: ['OWN_RECORD'], silent: true },
  // PTY-01: the town sees branches.
  'appraisals.ofTown': { area: ['TOWN_PARTY'] },
  // PTY-14, 15: one's own; the branch's list is for its members, each member's year for the branch's office.
  'points.mine': { self: ['PARTY_MEMBER'] },
  'points.waiting': { self: ['PARTY_MEMBER'] },
  'points.member': { area: BRANCH_OFFICE, silent: true },
  'points.entry': { self: ['PARTY_MEMBER'], area: BRANCH_OFFICE, silent: true },
  'points.items': { any: ['PARTY_MEMBER', ...BRANCH_OFFICE, 'TOWN_PARTY', 'COUNTY_OFFICE'] },
  'points.branch': { area: ['PARTY_MEMBER', ...BRANCH_OFFICE], silent: true },
  // PTY-01, BUR-04: the town sees branches, and of members only what is sent up to it; the county outcomes.
  'points.branches': { area: ['TOWN_PARTY', 'COUNTY_OFFICE'] },
  'points.village': { village: BOUND, area: ['TOWN_PARTY'] },
  // PTY-04, 05: pledges, deeds and contacts are the member's own, and nobody's for them.
  'points.pledge': { self: ['PARTY_MEMBER'] },
  'points.withdrawPledge': { self: ['PARTY_MEMBER'] },
  'points.claim': { self: ['PARTY_MEMBER'] },
  'points.answerAsked': { self: ['PARTY_MEMBER'], silent: true },
  'points.withdrawClaim': { self: ['PARTY_MEMBER'], silent: true },
  'points.recordContact': { self: ['PARTY_MEMBER'] },
  'points.appeal': { self: ['PARTY_MEMBER'], silent: true },
  // PTY-06: first the group leader or somebody of the committee, then the committee; never one's own, never twice; the secretary's goes up.
  'points.decidePledge': { area: COMMITTEE, kept: ['OWN_RECORD'], silent: true },
  'points.pledgesWaiting': { area: COMMITTEE },
  'points.record': { area: BRANCH_OFFICE },
  'points.queue': { area: BRANCH_OFFICE },
  'points.queueAbove': { area: ['TOWN_PARTY'] },
  'points.check': { area: ['BRANCH_VERIFIER', 'BRANCH_COMMITTEE'], kept: ['OWN_RECORD', 'OWN_WORK'], silent: true },
  'points.approve': { area: COMMITTEE, kept: ['OWN_RECORD', 'OWN_WORK'], silent: true },
  'points.approveAbove': { area: ['TOWN_PARTY'], kept: ['OWN_RECORD', 'OWN_WORK'], silent: true },
  'points.reverse': { area: COMMITTEE, kept: ['OWN_RECORD'], silent: true },
  // PTY-14: the branch or the town, nobody who has looked at it before.
  'points.decideAppeal': { area: [...COMMITTEE, 'TOWN_PARTY'], kept: ['OWN_RECORD', 'OWN_WORK'], silent: true },
  // PTY-02, 03: the secretary keeps the branch's year; a category is the committee's decision, nobody's about themselves.
  'points.openCycle': { area: ['BRANCH_SECRETARY'] },
  'points.settleCategories': { area: ['BRANCH_SECRETARY'] },
  'points.saveGroups': { area: ['BRANCH_SECRETARY'] },
  'points.addMember': { area: ['BRANCH_SECRETARY'] },
  'points.leaveBranch': { area: ['BRANCH_SECRETARY'], kept: ['OWN_RECORD'] },
  'points.candidates': { area: ['BRANCH_SECRETARY'] },
  'points.closeCycle': { area: ['BRANCH_SECRETARY'] },
  'points.setMember': { area: COMMITTEE, kept: ['OWN_RECORD'] },
  // PTY-09: entered by the branch, confirmed by the town's Party office.
  'points.recordVeto': { area: COMMITTEE, kept: ['OWN_RECORD'] },
  'points.decideVeto': { area: ['TOWN_PARTY'], kept: ['OWN_RECORD', 'OWN_WORK'], silent: true },
  'points.vetoes': { area: ['TOWN_PARTY'] },
  // PTY-10: published to all members of the branch, who object; the committee answers, nobody what is about them.
  'points.publish': { area: ['BRANCH_SECRETARY'] },
  'points.publications': { area: ['PARTY_MEMBER', ...BRANCH_OFFICE], silent: true },
  'points.objectTo': { area: ['PARTY_MEMBER'], silent: true },
  'points.answerObjection': { area: COMMITTEE, kept: ['OWN_RECORD'], silent: true },

  'files.begin': { any: EVERYBODY },
  'files.finish': ownAccount,
  'files.discard': ownAccount,

  'notices.list': ownAccount,
  'notices.unread': ownAccount,
  'notices.seen': ownAccount,

  // Section 11: the county configures, so its clerk keeps the scheme; whoever's points it explains may read it (PRV-08).
  'ledgers.scheme': { any: ['PARTY_MEMBER', 'BRANCH_VERIFIER', 'BRANCH_COMMITTEE', 'BRANCH_SECRETARY', 'TOWN_PARTY', 'COUNTY_CLERK'] },
  'ledgers.schemeSheet': { area: CLERK },
  'ledgers.checkScheme': { area: CLERK },
  'ledgers.loadScheme': { area: CLERK },
  // PTY-03, 10: the branch's own balances are its secretary's to bring in; what it files, its committee's. Never the town's (BUR-04).
  'ledgers.openingSheet': { area: ['BRANCH_SECRETARY'] },
  'ledgers.checkOpening': { area: ['BRANCH_SECRETARY'] },
  'ledgers.loadOpening': { area: ['BRANCH_SECRETARY'] },
  // DEP-01..03: a whole directory from a sheet, for who enters it line by line.
  'ledgers.directorySheet': { area: ['PRESIDIUM'] },
  'ledgers.checkDirectory': { area: ['PRESIDIUM'] },
  'ledgers.loadDirectory': { area: ['PRESIDIUM'] },
  'ledgers.branchLedger': { area: ['BRANCH_SECRETARY', 'BRANCH_COMMITTEE'] },
  'ledgers.publicationSheet': { area: ['BRANCH_SECRETARY', 'BRANCH_COMMITTEE'] },

  'roster.check': { area: CLERK },
  'roster.load': clerkLoad,
  'roster.progress': clerkLoad,
  'roster.problems': clerkLoad,
  'roster.loads': { area: CLERK },
  'roster.template': { any: CLERK },

  // One's own ballot, which needs a sure binding (architecture section 4); that a box exists is known in its villages.
  'voting.mine': { any: BOUND },
  'voting.waiting': { any: BOUND },
  'voting.ballot': { self: BOUND, silent: true },
  'voting.cast': { self: SURE },
  'voting.object': { self: SURE },
  // PTY-15: what a branch's members say of one another is the branch's, and the rest of the village learns of no such box.
  'voting.box': { village: BOUND, area: WATCHES_BOXES, branch: BRANCH, silent: true },
  'voting.result': { village: BOUND, area: WATCHES_BOXES, branch: BRANCH, silent: true },
  'voting.receipts': { village: BOUND, area: WATCHES_BOXES, branch: BRANCH, silent: true },
  'voting.file': { village: BOUND, area: WATCHES_BOXES, branch: BRANCH, silent: true },
  'voting.nearby': { any: BOUND },
  'voting.onRoll': { any: BOUND },
  // VOTE-11: the roll is posted in the village, for its own people.
  'voting.roll': { village: BOUND, branch: BRANCH, silent: true },
  'voting.askCorrection': { village: BOUND, branch: BRANCH, silent: true },
  'voting.myObjections': { any: BOUND },
  // CON-12: the supervision committee sees; the desk and, for deputies, the presidium answer, never their own.
  'voting.watched': { area: ['VILLAGE_DUTY', 'PRESIDIUM', 'SUPERVISION'], branch: ['BRANCH_SECRETARY'] },
  'voting.objections': { area: ['VILLAGE_DUTY', 'PRESIDIUM', 'SUPERVISION'], branch: ['BRANCH_SECRETARY'], silent: true },
  'voting.answerObjection': { area: ['VILLAGE_DUTY', 'PRESIDIUM'], branch: ['BRANCH_SECRETARY'], kept: ['OWN_WORK', 'OWN_RECORD'], silent: true },
  // DEP-21: comments are the presidium's alone, and nobody's about themselves.
  'voting.comments': { area: ['PRESIDIUM'], kept: ['OWN_RECORD'], silent: true },
};
