/** The access table itself (rulebook section 11; architecture section 4). Read `access-rule.ts` for what the words mean. */
import { PARTY_ACCESS } from './access-party';
import { each, type ActionRules, type Relation, type Rule } from './access-rule';
import { DESK_ROLES } from './desk-session';

/** Heads of all three levels and desks: everyone whom a matter can belong to. */
const HANDLERS = ['HEAD', 'LEVEL2_HEAD', 'LEVEL1_HEAD', 'VILLAGE_DUTY', 'TOWN_DESK', 'TOWN_LEGAL', 'POLICE_LIAISON', 'DEPARTMENT', 'COUNTY_OFFICE'] as const;
/** Those who have someone below them. */
const UPPER = ['LEVEL2_HEAD', 'LEVEL1_HEAD', 'VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_OFFICE'] as const;
const GRID_HEADS = ['HEAD', 'LEVEL2_HEAD', 'LEVEL1_HEAD'] as const;
/** Who keeps the roster of a village. */
const ROSTER_KEEPERS = ['VILLAGE_DUTY', 'COUNTY_CLERK'] as const;

const anyone = each(['VISITOR'], 'ANY');
const villager = each(['VILLAGER'], 'ANY');
/** Who answers objections to a roll or a result: the village's duty desk, for deputies the presidium. */
const ROLL_KEEPERS = ['VILLAGE_DUTY', 'PRESIDIUM'] as const;
/** A branch's own box is its members' alone; its secretary answers for the roll. */
const boxOfBranch = each(['PARTY_MEMBER', 'BRANCH_SECRETARY'], 'BRANCH');
const keeperOfBranch = each(['BRANCH_SECRETARY'], 'BRANCH');
/** Everybody who may know of a box and its result: the people of its villages, and who answers for it or watches over it. */
const boxReaders = [...each(['VILLAGER'], 'OWN_VILLAGE'), ...each([...ROLL_KEEPERS, 'SUPERVISION', 'STATION_OFFICER', 'TOWN_DESK'], 'AREA'), ...boxOfBranch];
const self = each(['VISITOR'], 'SELF');
const reporter = each(['VISITOR'], 'REPORTER');
const owner = each(HANDLERS, 'OWNER');
const deputy = each(['DEPUTY'], 'SELF');
const presidium = each(['PRESIDIUM'], 'AREA');
const station = each(['PRESIDIUM', 'STATION_OFFICER'], 'AREA');
/** A suggestion is answered by the unit that has it: the town's government or a department (DEP-07). */
const unit = each(['TOWN_DESK', 'DEPARTMENT'], 'OWNER');
const keeper = each(ROSTER_KEEPERS, 'AREA');

/** Conflicts that keep a matter from whom it must not reach. */
const KEPT = ['BARRED', 'RESTRICTED'] as const;

const reporterAct: ActionRules = { rules: reporter, conflicts: [], hidden: true };
const ownerAct: ActionRules = { rules: owner, conflicts: KEPT, hidden: true };
const ownAccount: ActionRules = { rules: self, conflicts: [] };
/** What decides whose phone it is: whoever sits down at a forgotten computer must not (docs/decisions/0012-desk-sign-in.md). */
const ownPhone: ActionRules = { rules: self, conflicts: [], phoneOnly: true };
const binding: ActionRules = { rules: anyone, conflicts: [], phoneOnly: true };
const askedByComputer: ActionRules = { rules: [], conflicts: [], open: true };
const answersComputer: ActionRules = { rules: each(DESK_ROLES, 'ANY'), conflicts: [], phoneOnly: true };
const townDesk: ActionRules = { rules: each(['TOWN_DESK'], 'AREA'), conflicts: [] };
const keeperAct: ActionRules = { rules: keeper, conflicts: ['OWN_RECORD'] };

const reviewers = (relation: Relation): readonly Rule[] => each(['VILLAGE_DUTY', 'TOWN_DESK'], relation);

/** Who sees everything a village talks over, what was told to the cadres only included (CON-02, CON-12). */
const CADRES = ['VILLAGE_DUTY', 'BRANCH_SECRETARY', 'SUPERVISION', 'TOWN_DESK'] as const;
const neighbourAct: ActionRules = { rules: each(['VILLAGER'], 'PUBLIC_IN_VILLAGE'), conflicts: [], hidden: true };
const villageAct: ActionRules = { rules: each(['VILLAGE_DUTY'], 'AREA'), conflicts: [], hidden: true };
const villageOrBranchAct: ActionRules = { rules: each(['VILLAGE_DUTY', 'BRANCH_SECRETARY'], 'AREA'), conflicts: [], hidden: true };

export const ACCESS = {
  'issues.submit': { rules: anyone, conflicts: [] },
  'issues.submitFor': { rules: each([...GRID_HEADS, 'VILLAGE_DUTY'], 'AREA'), conflicts: [] },
  'issues.preview': { rules: anyone, conflicts: [] },
  'issues.similar': { rules: villager, conflicts: [] },
  'issues.support': { rules: each(['VILLAGER'], 'PUBLIC_IN_VILLAGE'), conflicts: KEPT, hidden: true },
  'issues.mine': { rules: anyone, conflicts: [] },
  'issues.village': { rules: each(['VILLAGER'], 'OWN_VILLAGE'), conflicts: [] },
  'issues.get': { rules: [...reporter, ...each(['VILLAGER'], 'PUBLIC_IN_VILLAGE'), ...owner, ...each(HANDLERS, 'FORMER_OWNER'), ...each(HANDLERS, 'ASSISTANT'), ...each(UPPER, 'ABOVE_OWNER')], conflicts: KEPT, hidden: true },
  'issues.add': reporterAct,
  'issues.remind': reporterAct,
  'issues.withdraw': reporterAct,
  'issues.answer': { ...reporterAct, conflicts: ['OWN_WORK'] },
  'issues.rate': { rules: reporter, conflicts: ['OWN_WORK'], hidden: true },
  'issues.queue': { rules: each(HANDLERS, 'ANY'), conflicts: [] },
  'issues.accept': ownerAct,
  'issues.reject': ownerAct,
  'issues.ask': ownerAct,
  'issues.progress': { rules: [...owner, ...each(HANDLERS, 'ASSISTANT')], conflicts: KEPT, hidden: true },
  'issues.handUp': ownerAct,
  'issues.askExtension': ownerAct,
  'issues.decideExtension': { rules: each(UPPER, 'DECIDER'), conflicts: [...KEPT, 'OWN_WORK'], hidden: true },
  'issues.suspend': ownerAct,
  'issues.resume': ownerAct,
  'issues.finish': ownerAct,
  'issues.dispatch': { rules: [...each(['TOWN_DESK'], 'OWNER'), ...each(['TOWN_DESK', 'COUNTY_OFFICE'], 'ABOVE_OWNER'), ...each(['COUNTY_OFFICE'], 'OWNER')], conflicts: KEPT, hidden: true },
  'issues.object': { rules: each(['DEPARTMENT', 'VILLAGE_DUTY'], 'OWNER'), conflicts: KEPT, hidden: true },
  // EVT-11: of what must not come to the town, the county decides.
  'issues.decideObjection': { rules: [...each(['TOWN_DESK'], 'AREA'), ...each(['COUNTY_OFFICE'], 'DECIDER')], conflicts: [...KEPT, 'OWN_WORK'], hidden: true },
  'issues.urge': { rules: [...each(UPPER, 'ABOVE_OWNER'), ...each(['TOWN_DESK'], 'CALLED_DEPARTMENT')], conflicts: KEPT, hidden: true },
  'issues.destinations': { rules: [...each(['TOWN_DESK', 'COUNTY_OFFICE'], 'OWNER'), ...each(['COUNTY_OFFICE'], 'ABOVE_OWNER'), ...each(['TOWN_DESK'], 'AREA')], conflicts: KEPT, hidden: true },
  // WX-09: whoever answers for the village looks at what is to stand before it; the town where nobody else is left there.
  'issues.toReview': { rules: reviewers('AREA'), conflicts: KEPT },
  // Nobody shows the village their own words that no check has seen.
  'issues.review': { rules: reviewers('DECIDER'), conflicts: [...KEPT, 'OWN_WORK'], hidden: true },
  'issues.overview': { rules: each(['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_OFFICE'], 'AREA'), conflicts: [] },
  'issues.overdue': { rules: each(['VILLAGE_DUTY', 'TOWN_DESK'], 'AREA'), conflicts: [] },
  // Asked for the table, and again for each of its rows.
  'issues.exportCsv': { rules: each(['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_OFFICE'], 'AREA'), conflicts: KEPT },
  // EVT-18: the desks that keep the province's record. EVT-19: whoever answers the hotline; of each matter `link` is asked.
  'issues.addEvent': { rules: each(['VILLAGE_DUTY', 'TOWN_DESK'], 'AREA'), conflicts: KEPT, hidden: true },
  'tickets.check': townDesk,
  'tickets.load': townDesk,
  'tickets.take': townDesk,
  'tickets.similar': townDesk,
  'tickets.list': townDesk,
  'tickets.answers': townDesk,
  'tickets.link': { rules: each(['TOWN_DESK'], 'AREA'), conflicts: KEPT, hidden: true },
  'issues.topics': { rules: each(['VILLAGE_DUTY', 'TOWN_DESK', 'SUPERVISION'], 'AREA'), conflicts: [] },

  'people.me': { rules: anyone, conflicts: [] },
  'people.bindByName': binding,
  'people.bindByCode': binding,
  'people.bindByPhone': binding,
  'people.actFor': ownPhone,
  'people.unbind': ownPhone,
  // Whose phone may act for somebody is theirs to say, not that phone's.
  'people.familyPhones': { rules: each(['VILLAGER'], 'OWN_PHONE'), conflicts: [], phoneOnly: true },
  'people.endFamilyPhone': { rules: each(['VILLAGER'], 'OWN_PHONE'), conflicts: [], phoneOnly: true },
  'people.claims': ownAccount,
  'people.answerClaim': { ...ownPhone, hidden: true },
  'people.apply': { rules: anyone, conflicts: [] },
  'people.contacts': { rules: villager, conflicts: [] },
  'people.places': { rules: anyone, conflicts: [] },
  // The copy holds the whole ID number.
  'people.myData': ownPhone,
  'people.askRights': ownAccount,
  'people.deleteAccount': ownPhone,
  'people.sendFeedback': { rules: anyone, conflicts: [] },
  'people.myRequests': ownAccount,
  'people.search': { rules: [...keeper, ...each(GRID_HEADS, 'AREA')], conflicts: [] },
  'people.person': { rules: [...keeper, ...each(GRID_HEADS, 'AREA')], conflicts: [], hidden: true },
  'people.addPerson': { rules: keeper, conflicts: [] },
  'people.correctPerson': { ...keeperAct, hidden: true },
  'people.moveHousehold': { ...keeperAct, hidden: true },
  'people.leave': { ...keeperAct, hidden: true },
  'people.unbindLost': { ...keeperAct, hidden: true },
  // For whoever has no phone to say it on (A11Y-09).
  'people.endFamilyPhoneFor': { ...keeperAct, hidden: true },
  'people.issueCode': { ...keeperAct, hidden: true },
  'people.codesToConfirm': { rules: keeper, conflicts: [] },
  'people.confirmCode': { rules: keeper, conflicts: ['OWN_WORK', 'OWN_RECORD'], hidden: true },
  'people.applications': { rules: keeper, conflicts: [] },
  'people.answerApplication': { ...keeperAct, hidden: true },
  'people.requests': { rules: each(['VILLAGE_DUTY', 'COUNTY_OFFICE', 'COUNTY_CLERK'], 'AREA'), conflicts: [] },
  'people.answerRequest': { rules: each(['VILLAGE_DUTY', 'COUNTY_OFFICE', 'COUNTY_CLERK'], 'AREA'), conflicts: ['OWN_RECORD'], hidden: true },

  'grids.village': {
    rules: [...each(GRID_HEADS, 'OWN_VILLAGE'), ...each(['VILLAGE_DUTY', 'SUPERVISION', 'TOWN_DESK', 'COUNTY_OFFICE', 'COUNTY_CLERK'], 'AREA')],
    conflicts: [],
  },
  'grids.check': { rules: each(['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_CLERK'], 'AREA'), conflicts: [] },
  // A town's desk fills posts of its villages, never the town's own: who reads restricted matters is not its choice (EVT-14).
  'grids.appoint': { rules: [...each(['VILLAGE_DUTY', 'COUNTY_CLERK'], 'AREA'), ...each(['TOWN_DESK'], 'BELOW')], conflicts: ['OWN_RECORD'] },
  'grids.standIn': { rules: [...each(HANDLERS, 'OWNER'), ...each(['VILLAGE_DUTY', 'TOWN_DESK', 'COUNTY_CLERK'], 'AREA')], conflicts: [] },
  'grids.setPhoneShown': { rules: each(['VILLAGER'], 'SELF'), conflicts: [] },
  'grids.link': { rules: each(['VILLAGE_DUTY', 'COUNTY_CLERK'], 'AREA'), conflicts: [] },
  'grids.contactSheet': { rules: each([...GRID_HEADS, 'VILLAGE_DUTY'], 'AREA'), conflicts: [] },
  'grids.households': { rules: each([...GRID_HEADS, 'VILLAGE_DUTY'], 'AREA'), conflicts: [] },

  'desk.begin': askedByComputer,
  'desk.collect': askedByComputer,
  'desk.enter': askedByComputer,
  'desk.look': answersComputer,
  'desk.confirm': answersComputer,
  'desk.refuse': answersComputer,
  'desk.here': ownAccount,
  'desk.leave': ownAccount,
  'desk.sessions': ownAccount,
  'desk.end': ownAccount,
  'desk.endAll': ownAccount,
  'consultations.list': { rules: each(['VILLAGER'], 'OWN_VILLAGE'), conflicts: [] },
  'consultations.mine': { rules: villager, conflicts: [] },
  'consultations.get': { rules: [...each(['VILLAGER'], 'REPORTER'), ...each(['VILLAGER'], 'PUBLIC_IN_VILLAGE'), ...each(CADRES, 'AREA')], conflicts: [], hidden: true },
  'consultations.desk': { rules: each(CADRES, 'AREA'), conflicts: [] },
  'consultations.raise': { rules: villager, conflicts: [] },
  'consultations.support': neighbourAct,
  'consultations.say': neighbourAct,
  'consultations.withdraw': { rules: each(['VILLAGER'], 'REPORTER'), conflicts: [], hidden: true },
  'consultations.answer': villageAct,
  'consultations.merge': villageAct,
  'consultations.weigh': villageOrBranchAct,
  'consultations.announce': villageOrBranchAct,
  'consultations.minutes': villageAct,
  // ORG-01, CON-08: the Party's two steps are the branch's to enter.
  'consultations.partyStep': { rules: each(['BRANCH_SECRETARY'], 'AREA'), conflicts: [], hidden: true },
  'consultations.villageStep': villageAct,
  'consultations.openBallot': villageAct,
  'consultations.cancelBallot': villageAct,
  'consultations.agreeToCancel': { rules: each(['SUPERVISION'], 'AREA'), conflicts: [], hidden: true },
  'consultations.drop': villageAct,
  'consultations.decide': villageAct,
  'consultations.progress': villageAct,
  'consultations.finish': villageAct,
  'consultations.update': villageAct,
  'consultations.supervise': { rules: each(['SUPERVISION'], 'AREA'), conflicts: [], hidden: true },
  'consultations.answerSupervision': villageAct,
  'consultations.toReview': { rules: reviewers('AREA'), conflicts: [] },
  'consultations.review': { rules: reviewers('DECIDER'), conflicts: ['OWN_WORK'], hidden: true },
  'consultations.talks': { rules: each(['VILLAGER'], 'OWN_VILLAGE'), conflicts: [] },
  'consultations.holdTalk': { rules: each(['VILLAGE_DUTY', 'BRANCH_SECRETARY'], 'AREA'), conflicts: [] },
  'consultations.askAtTalk': { rules: each(['VILLAGER'], 'OWN_VILLAGE'), conflicts: [], hidden: true },
  'consultations.answerAtTalk': villageOrBranchAct,
  'consultations.recordTalk': villageOrBranchAct,
  'deputies.towns': { rules: anyone, conflicts: [] },
  'deputies.directory': { rules: anyone, conflicts: [] },
  'deputies.deputy': { rules: anyone, conflicts: [] },
  'deputies.candidates': { rules: presidium, conflicts: [] },
  'deputies.saveStation': { rules: station, conflicts: [] },
  'deputies.saveConstituency': { rules: presidium, conflicts: [] },
  'deputies.saveDeputy': { rules: presidium, conflicts: ['OWN_RECORD'] },
  'deputies.setStanding': { rules: presidium, conflicts: ['OWN_RECORD'] },
  'deputies.setPhoto': { rules: presidium, conflicts: ['OWN_RECORD'] },
  'deputies.addEntry': { rules: presidium, conflicts: ['OWN_RECORD'] },
  'deputies.record': { rules: deputy, conflicts: [] },
  'deputies.contacts': { rules: deputy, conflicts: [] },
  'deputies.households': { rules: deputy, conflicts: [] },
  'deputies.opinions': { rules: [...deputy, ...station], conflicts: [], hidden: true },
  'deputies.opinion': { rules: [...deputy, ...station, ...unit], conflicts: [], hidden: true },
  'deputies.sortOpinion': { rules: [...deputy, ...each(['STATION_OFFICER'], 'AREA')], conflicts: [], hidden: true },
  'deputies.sendOpinion': { rules: villager, conflicts: [] },
  'deputies.myOpinions': ownAccount,
  'deputies.assign': { rules: presidium, conflicts: ['OWN_RECORD'], hidden: true },
  'deputies.units': { rules: presidium, conflicts: [] },
  'deputies.forUnit': { rules: each(['TOWN_DESK', 'DEPARTMENT'], 'ANY'), conflicts: [] },
  'deputies.reply': { rules: unit, conflicts: [], hidden: true },
  // Of a reply that no deputy judges the area is named, else the deputy alone (DEP-08).
  'deputies.judge': { rules: [...deputy, ...presidium], conflicts: [], hidden: true },
  'deputies.openRound': { rules: presidium, conflicts: [] },
  'deputies.round': { rules: station, conflicts: [] },
  'deputies.rounds': { rules: station, conflicts: [] },
  // Nobody confirms what was said of themselves (DEP-11 in spirit; architecture section 4).
  'deputies.confirm': { rules: presidium, conflicts: ['OWN_RECORD'] },
  'deputies.setAside': { rules: presidium, conflicts: ['OWN_RECORD'] },
  'deputies.publish': { rules: presidium, conflicts: [] },

  ...PARTY_ACCESS,

  'ledgers.directorySheet': { rules: presidium, conflicts: [] },
  'ledgers.checkDirectory': { rules: presidium, conflicts: [] },
  'ledgers.loadDirectory': { rules: presidium, conflicts: [] },

  'files.begin': { rules: anyone, conflicts: [] },
  'files.finish': ownAccount,
  'files.discard': ownAccount,

  'notices.list': ownAccount,
  'notices.unread': ownAccount,
  'notices.seen': ownAccount,

  'roster.check': { rules: each(['COUNTY_CLERK'], 'AREA'), conflicts: [] },
  'roster.load': { rules: each(['COUNTY_CLERK'], 'AREA'), conflicts: [], hidden: true },
  'roster.progress': { rules: each(['COUNTY_CLERK'], 'AREA'), conflicts: [], hidden: true },
  'roster.problems': { rules: each(['COUNTY_CLERK'], 'AREA'), conflicts: [], hidden: true },
  'roster.loads': { rules: each(['COUNTY_CLERK'], 'AREA'), conflicts: [] },
  'roster.template': { rules: each(['COUNTY_CLERK'], 'ANY'), conflicts: [] },

  'voting.mine': { rules: villager, conflicts: [] },
  'voting.waiting': { rules: villager, conflicts: [] },
  'voting.ballot': { rules: each(['VILLAGER'], 'SELF'), conflicts: [], hidden: true },
  // Asked after `voting.ballot`, which hides the ballots of others. That the phone acts for its own person is asked there.
  'voting.cast': { rules: each(['VERIFIED'], 'SELF'), conflicts: [] },
  'voting.box': { rules: boxReaders, conflicts: [], hidden: true },
  'voting.nearby': { rules: villager, conflicts: [] },
  'voting.onRoll': { rules: villager, conflicts: [] },
  'voting.roll': { rules: [...each(['VILLAGER'], 'OWN_VILLAGE'), ...boxOfBranch], conflicts: [], hidden: true },
  'voting.askCorrection': { rules: [...each(['VILLAGER'], 'OWN_VILLAGE'), ...boxOfBranch], conflicts: [], hidden: true },
  'voting.result': { rules: boxReaders, conflicts: [], hidden: true },
  'voting.receipts': { rules: boxReaders, conflicts: [], hidden: true },
  'voting.file': { rules: boxReaders, conflicts: [], hidden: true },
  'voting.object': { rules: each(['VERIFIED'], 'SELF'), conflicts: [] },
  'voting.myObjections': { rules: villager, conflicts: [] },
  'voting.watched': { rules: [...each([...ROLL_KEEPERS, 'SUPERVISION'], 'AREA'), ...keeperOfBranch], conflicts: [] },
  'voting.objections': { rules: [...each([...ROLL_KEEPERS, 'SUPERVISION'], 'AREA'), ...keeperOfBranch], conflicts: [], hidden: true },
  'voting.answerObjection': { rules: [...each(ROLL_KEEPERS, 'AREA'), ...keeperOfBranch], conflicts: ['OWN_RECORD', 'OWN_WORK'], hidden: true },
  'voting.comments': { rules: each(['PRESIDIUM'], 'AREA'), conflicts: ['OWN_RECORD'], hidden: true },
} as const satisfies Readonly<Record<string, ActionRules>>;

/** `<context>.<procedure>`, as in the contract. */
export type Action = keyof typeof ACCESS;
