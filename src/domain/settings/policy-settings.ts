/** What a county decides for the three lines, the households, consultation, disclosure and privacy (rulebook section 10). */
import type { Fraction, Threshold } from '../basics/ratio';

export interface GridSettings {
  /** A level-3 grid keeps within both pairs (GRD-06). */
  readonly l3: { readonly hhMin: number; readonly hhMax: number; readonly ppMin: number; readonly ppMax: number };
  /** A point further from every grid's centre than this goes to the village (GRD-12). */
  readonly routeMaxKm: number;
  /** How many grids of one level a person may head (GRD-09). */
  readonly headPerLevel: number;
}

export interface HouseholdSettings {
  /** What becomes of the combinations the policy does not name (HSE-05). */
  readonly gapPolicy: 'REVIEW' | 'YELLOW' | 'INCOME_FIRST';
  readonly reviewers: number;
  readonly reclassifyMonths: number;
  /** Working days after a flag changed (HSE-08). */
  readonly eventDays: number;
  /** Counts below this are not shown (HSE-11). */
  readonly smallCell: number;
}

/** How often a household is seen, in natural days (SVC-01..04). */
export interface ServiceSettings {
  /** `null`: on demand only. */
  readonly greenDays: number | null;
  readonly yellowDays: number;
  readonly redVisitDays: number;
  readonly redRemoteDays: number;
  readonly remindBefore: number;
  readonly overdueL2: number;
  readonly overdueVillage: number;
}

export interface LiaisonSettings {
  readonly partyTarget: number;
  readonly partyMax: number;
  readonly deputyMin: number;
  readonly deputyMax: number;
  /** Hours within which what a liaison heard becomes an issue. */
  readonly toEventHours: number;
}

/** The party members' points, in tenths. */
export interface PartySettings {
  /** `MM-DD` on which a cycle begins. */
  readonly cycleStart: string;
  readonly base: { readonly A: number; readonly B: number; readonly C: number; readonly D: number; readonly E: number; readonly P: number };
  readonly bonusCap: number;
  readonly max: number;
  readonly suggest: { readonly excellent: number; readonly qualified: number; readonly basic: number };
  readonly excellentShare: Fraction;
  readonly publishEvery: 'MONTH' | 'QUARTER' | 'YEAR';
  readonly objectionWorkdays: number;
  readonly scope: 'BRANCH' | 'VILLAGE' | 'TOWN';
  /** Working days in which a claim is decided (PTY-06). */
  readonly decideWorkdays: number;
  /** Days after a quarter's end in which it is published (PTY-10). */
  readonly publishWithinDays: number;
  /** Days after an entry was told in which it can be appealed, and working days to decide (PTY-14). */
  readonly appealDays: number;
  readonly appealWorkdays: number;
  /** Days to agree an improvement plan (PTY-13). */
  readonly improvementDays: number;
  /** Nothing of a democratic measurement is shown below so many ballots. */
  readonly measureK: number;
}

/** The deputies' yearly rating by their voters and what follows from it (DEP-07, 10..21). */
export interface DeputySettings {
  /** `MM-DD`, both days included. */
  readonly open: string;
  readonly close: string;
  /** A rating is valid with the smaller of this many ballots and this share of the roll (DEP-14). */
  readonly minBallots: number;
  readonly minShare: Fraction;
  /** Nothing at all is shown below so many ballots (DEP-21). */
  readonly k: number;
  /** 满意, 基本满意, 不满意 (DEP-15). */
  readonly weights: readonly [number, number, number];
  /** Percent of the voters', the performance and the presidium's score; their sum is 100 (DEP-18). */
  readonly composite: readonly [number, number, number];
  readonly grade: {
    readonly excellent: { readonly rate: Fraction; readonly satisfied: Fraction };
    readonly competent: Fraction;
    readonly basic: Fraction;
  };
  readonly act: { readonly talk: Fraction; readonly rectify: Fraction };
  /** [LAW] 代表法 art. 51: months to answer a suggestion, and a complex one. */
  readonly replyMonths: readonly [number, number];
  /** 1 is Monday, 7 is Sunday (DEP-02). */
  readonly receptionDow: number;
  /** One voters' forum in each (DEP-02); where none is recorded, it is called to mind so many natural days before the last. */
  readonly forumEvery: 'MONTH' | 'QUARTER' | 'YEAR';
  readonly forumRemindDays: number;
}

/** Centre-household heads (中心户长, HHL-03, 05, 06). */
export interface HeadSettings {
  readonly termYears: number;
  readonly rateMinHouseholdShare: Fraction;
  readonly replaceAt: Fraction;
  readonly talkAt: Fraction;
  readonly idleDays: number;
  /** Natural days to hand open issues over to the next head (HHL-07). */
  readonly handOverDays: number;
}

/** MED-04, 07, 09. */
export interface MediationSettings {
  /** Natural months in which a dispute is usually concluded. */
  readonly months: number;
  readonly extendDays: number;
  /** [LAW] 人民调解法 art. 33: exactly this many days to apply for judicial confirmation. */
  readonly confirmDays: number;
  readonly followUpDays: number;
}

/** Fen a case, by how hard it was (SUB-02). */
export interface SubsidySettings {
  readonly SIMPLE: number;
  readonly HARD: number;
  readonly MAJOR: number;
}

export interface ConsultSettings {
  /** How often a village explains policies (CON-01), and how many days before the period's end a village that has not is reminded. */
  readonly talkEvery: 'MONTH' | 'QUARTER' | 'YEAR';
  readonly talkRemindDays: number;
  readonly noticeDays: number;
  /** [LAW] 村民委员会组织法 art. 25. A meeting called for a special reason records the reason; the figure stays. */
  readonly assemblyNoticeDays: number;
  readonly replyWorkdays: number;
  readonly majorMoneyFen: number;
  /** [LAW] 村民委员会组织法 art. 35. */
  readonly publishDays: number;
}

/** [LAW] figures of 村民委员会组织法 art. 35, but `majorWorkdays` (PUB-01..04). */
export interface DisclosureSettings {
  readonly generalMonths: number;
  readonly financeMonths: number;
  readonly majorWorkdays: number;
  readonly minDays: number;
}

/** Village rules (村规民约, REG-03, 04). */
export interface RulesSettings {
  readonly filingDays: number;
  readonly townReplyWorkdays: number;
}

/** PRV-06, 10. */
export interface PrivacySettings {
  readonly rightsReplyWorkdays: number;
  readonly eventYears: number;
  readonly contactYears: number;
  readonly ballotDays: number;
  /** [LAW] 网络安全法: at least six. */
  readonly logMonths: number;
}

/** Who must be there and who must agree, [LAW] throughout (VOTE-01..03, 05). A county may ask for more. */
export interface QuorumSettings {
  readonly assemblyAdults: Threshold;
  readonly assemblyHouseholds: Threshold;
  readonly assemblyPass: Threshold;
  readonly representatives: Threshold;
  readonly representativesPass: Threshold;
  readonly groupAdults: Threshold;
  readonly groupHouseholds: Threshold;
  readonly groupPass: Threshold;
  readonly collectiveAttend: Threshold;
  /** Of all members, not of those present. */
  readonly collectivePass: Threshold;
}
