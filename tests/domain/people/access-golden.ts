/**
 * Who may do what, written by hand from the rulebook (section 11, EVT-*, HHL-*, PRV-06, PRV-11, DEP-21 as far as it is built)
 * and never made from the code. An action has an entry for every way a caller can stand to what is asked for, and there the
 * roles that may; whoever is not named may not. `access.test.ts` walks the whole of it.
 */
import type { Role } from '@/domain/people/roles';

/** `VISITOR` is every account, bound or not; `VILLAGER` everybody bound to a person, weakly or surely. */
export type Who = 'VISITOR' | 'VILLAGER' | Role;

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
const HEADS = ['HEAD', 'LEVEL2_HEAD', 'LEVEL1_HEAD'] as const;
/** A matter can belong to each of these. */
const HANDLERS = [...HEADS, 'VILLAGE_DUTY', 'TOWN_DESK', 'TOWN_LEGAL', 'POLICE_LIAISON', 'DEPARTMENT', 'COUNTY_OFFICE'] as const;
/** 镇政府→村委会→中心户长 (HHL-01): who has a chain below. The county has only what is next to it: it gets figures, no matters. */
const CHAIN = ['LEVEL2_HEAD', 'LEVEL1_HEAD', 'VILLAGE_DUTY', 'TOWN_DESK'] as const;
const COUNTY = ['COUNTY_OFFICE'] as const;
const CLERK = ['COUNTY_CLERK'] as const;
const ROSTER = ['VILLAGE_DUTY', 'COUNTY_CLERK'] as const;
const POST_KEEPERS = ['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_CLERK'] as const;

/** EVT-11, EVT-14: never whom it is about, and of restricted matters nobody but the two roles and the reporter. */
const SHIELDED = ['COMPLAINED_OF', 'RESTRICTED'] as const;

const reporterOnly: Golden = { reporter: EVERYBODY, silent: true };
const ownerOnly: Golden = { owner: HANDLERS, kept: SHIELDED, silent: true };
const ownAccount: Golden = { self: EVERYBODY };
const ownPhone: Golden = { self: EVERYBODY, phone: true };
const binding: Golden = { any: EVERYBODY, phone: true };
/** Whose work has pages for a computer: all who have matters, and the clerk. */
const AT_COMPUTERS = [...HANDLERS, ...CLERK] as const;
const rosterEntry: Golden = { area: ROSTER, kept: ['OWN_RECORD'], silent: true };
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
  'issues.decideObjection': { area: ['TOWN_DESK'], kept: [...SHIELDED, 'OWN_WORK'], silent: true },
  // EVT-07, ORG-02: the town also presses the department that it called.
  'issues.urge': { above: CHAIN, next: COUNTY, called: ['TOWN_DESK'], kept: SHIELDED, silent: true },
  'issues.destinations': { area: ['TOWN_DESK'], owner: ['TOWN_DESK', 'COUNTY_OFFICE'], next: COUNTY, kept: SHIELDED, silent: true },
  // WX-09: 超时没有回音的，由村值班员看; never what is restricted or about them.
  'issues.toReview': { area: ['VILLAGE_DUTY'], kept: SHIELDED },
  'issues.review': { area: ['VILLAGE_DUTY'], kept: [...SHIELDED, 'OWN_WORK'], silent: true },
  // EVT-15: figures for the village, the town, the county; 村监会 has what the village talks over (两说一商).
  'issues.overview': { area: ['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_OFFICE'] },
  'issues.overdue': { area: ['VILLAGE_DUTY', 'TOWN_DESK'] },
  'issues.exportCsv': { area: ['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_OFFICE'], kept: SHIELDED },
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

  'files.begin': { any: EVERYBODY },
  'files.finish': ownAccount,
  'files.discard': ownAccount,

  'notices.list': ownAccount,
  'notices.unread': ownAccount,
  'notices.seen': ownAccount,

  'roster.check': { area: CLERK },
  'roster.load': clerkLoad,
  'roster.progress': clerkLoad,
  'roster.problems': clerkLoad,
  'roster.loads': { area: CLERK },
  'roster.template': { any: CLERK },
};
