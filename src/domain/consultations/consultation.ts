/** A matter the village talks over (议事): from the first words to what was done about it (两说一商, CON-01..12). */
import type { AreaCode, TownCode, VillageCode } from '../areas/code';
import type { AccountId, Branded, CivilDate, EpochMs, FileId, PersonId } from '../basics/ids';
import type { PostKey } from '../grid/posts';
import type { Category, Tap } from '../issues/issue';
import type { BallotUnit, BoxId } from '../voting/box';

export type ConsultationId = Branded<'ConsultationId'>;

/**
 * 说事 `RAISED`, 评事 `REVIEWING`, 定事 `DECIDED`, 干事 `DOING`, and `DONE`. `CLOSED` is a matter that ended on the way; how
 * says its `ending`.
 */
export const STAGES = ['RAISED', 'REVIEWING', 'DECIDED', 'DOING', 'DONE', 'CLOSED'] as const;
export type Stage = (typeof STAGES)[number];

/** The village's answer (CON-03): 立即办, 列入协商, 提交会议, 不予采纳. */
export const LINES = ['DO_NOW', 'CONSULT', 'ASSEMBLY', 'NOT_ADOPTED'] as const;
export type Line = (typeof LINES)[number];

/** How a matter ended that was never carried out here. */
export const ENDINGS = ['ISSUE', 'NOT_ADOPTED', 'MERGED', 'WITHDRAWN', 'DROPPED'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Raised by a villager; or grown from repeated issues, which the clock brings here (EVT-12). */
export type Source = 'VILLAGER' | 'ISSUES';

/** To the whole village, or to its cadres only (CON-02). */
export type Audience = 'VILLAGE' | 'CADRES';

/** 村民委员会组织法 art. 28: what the assembly itself decides (VOTE-04). */
export const RESERVED_MATTERS = [
  'BUILDING', // 村庄规划建设等乡村建设重要事项
  'ALLOWANCES', // 误工补贴的人员及标准
  'COLLECTIVE_INCOME', // 从村集体经济所得资金物资的使用
  'PUBLIC_WORKS', // 公益事业的兴办和筹资筹劳、建设承包方案
  'SUPPORTED_PEOPLE', // 重点帮扶人员、帮扶方案
  'OTHER_BY_LAW', // 法律规定或者村民会议认为的其他事项
] as const;
export type ReservedMatter = (typeof RESERVED_MATTERS)[number];

/** 四议 (CON-08), in their order: 党组织提议, 两委商议, 党员大会审议, 村民会议或代表会议决议. */
export const STEPS = ['PROPOSE', 'DISCUSS', 'REVIEW', 'RESOLVE'] as const;
export type FourStep = (typeof STEPS)[number];

/** Who can resolve (VOTE-01, 02, 05, 06); the names are those of the thresholds' table. */
export const RESOLVING = [
  'ASSEMBLY_ADULTS', 'ASSEMBLY_HOUSEHOLDS', 'REPRESENTATIVES', 'COLLECTIVE', 'COLLECTIVE_REPRESENTATIVES', 'LAND_ASSEMBLY', 'LAND_REPRESENTATIVES',
] as const;
export type Resolving = (typeof RESOLVING)[number];

/** A vote held on site, as two tellers counted it (VOTE-09 `RECORD`). */
export interface HeldVote {
  readonly step: FourStep;
  readonly heldOn: CivilDate;
  /** For `RESOLVE`: which meeting it was. */
  readonly meeting?: Resolving;
  /** All members of the body that met, those present, and how these voted. */
  readonly members: number;
  readonly present: number;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
  readonly invalid: number;
  /** Of a representatives' meeting: whether it is one at all (VOTE-02). */
  readonly body?: { readonly representatives: number; readonly women: number };
  /** Who was there, as the minutes say it. */
  readonly attendance: string;
  readonly tellers: readonly string[];
}

export type Verdict = 'PASSED' | 'NOT_PASSED';

/** A meeting that is announced: of consultation (议事会、听证会、恳谈会), or the assembly that resolves (CON-05). */
export interface Announced {
  readonly of: 'CONSULTATION' | 'ASSEMBLY';
  readonly heldAt: EpochMs;
  readonly place: string;
  /** Stakeholders and whoever is asked to come besides (CON-04). */
  readonly invitees: string;
  /** Why an assembly is called at shorter notice than the law's days (村民委员会组织法 art. 25); only where it is. */
  readonly special?: string;
}

/** The opinion ballot of a matter; the box itself is the ballot box's (CON-06). */
export interface Ballot {
  readonly boxId: BoxId;
  readonly question: string;
  readonly unit: BallotUnit;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
}

/** 定事 (CON-09). */
export interface Decision {
  /** Who answers for it. */
  readonly who: string;
  readonly dueOn: CivilDate;
  readonly costInFen: number;
}

/** What is public for at least so long (CON-10, PUB-04). `until` only ever moves away. */
export interface Publication {
  readonly what: 'DECISION' | 'OUTCOME';
  readonly at: EpochMs;
  readonly updatedAt: EpochMs;
  readonly until: EpochMs;
}

export type EntryKind =
  | 'RAISED' | 'GATHERED' | 'OPINION' | 'WITHDRAWN'
  | 'ANSWERED' | 'MERGED' | 'WEIGHED' | 'ANNOUNCED' | 'MINUTES' | 'HELD' | 'BALLOT' | 'BALLOT_CANCEL_ASKED' | 'BALLOT_CANCELLED' | 'DROPPED'
  | 'DECIDED' | 'PROGRESS' | 'DONE' | 'UPDATED'
  | 'SUPERVISED' | 'SUPERVISION_ANSWERED'
  | 'REPLY_LATE' | 'WORK_LATE';

/** One thing that happened. Entries are only ever added; what a meeting, a ballot or a decision was stands in its entry. */
export interface Entry {
  readonly at: EpochMs;
  readonly kind: EntryKind;
  /** Absent when the clock did it. */
  readonly by?: { readonly personId: PersonId; readonly name: string; readonly as: Capacity; readonly account?: AccountId };
  readonly text?: string;
  readonly photos?: readonly FileId[];
  /** Its words passed the content check, so that the village may read them (WX-08). */
  readonly shown?: true;
  /** They did not pass it, or people decided that the village does not read them (WX-09). */
  readonly kept?: true;
  readonly line?: Line;
  readonly announced?: Announced;
  /** Minutes of a consultation: how many were there. */
  readonly present?: number;
  readonly held?: HeldVote & { readonly verdict: Verdict };
  readonly ballot?: Ballot;
  /** `BALLOT_CANCEL_ASKED`, `BALLOT_CANCELLED`: the box of the ballot that is to be, or was, called off. */
  readonly cancels?: BoxId;
  readonly decision?: Decision;
  readonly spentInFen?: number;
  /** `UPDATED`: which publication was put right. */
  readonly what?: Publication['what'];
  /** `SUPERVISION_ANSWERED`: the entry that is answered. */
  readonly answers?: number;
}

/** In what capacity somebody acts here: 村民, 村委会, 村党组织, 村务监督委员会. */
export type Capacity = 'VILLAGER' | 'VILLAGE' | 'BRANCH' | 'SUPERVISION';

export const TIMERS = ['TELL', 'PUBLISH', 'REPLY_SOON', 'REPLY', 'SUPERVISION', 'WORK'] as const;
export type Timer = (typeof TIMERS)[number];

export const CONSULT_NOTICES = [
  // to the village's desk and above it
  'CONSULT_NEW', 'CONSULT_REPLY_SOON', 'CONSULT_REPLY_LATE', 'CONSULT_REPLY_LATE_BELOW', 'CONSULT_WORK_LATE', 'CONSULT_WORK_LATE_BELOW',
  'CONSULT_SUPERVISED', 'CONSULT_SUPERVISION_LATE', 'CONSULT_SUPERVISION_LATE_BELOW', 'CONSULT_BECAME_MAJOR', 'CONSULT_CANCEL_AGREED', 'CONSULT_UNCHECKED',
  // to whoever raised or joined it, and to whoever supervises
  'CONSULT_ANSWERED', 'CONSULT_MERGED', 'CONSULT_ANNOUNCED', 'CONSULT_BALLOT', 'CONSULT_BALLOT_CANCELLED', 'CONSULT_DECIDED', 'CONSULT_PROGRESS', 'CONSULT_LATE', 'CONSULT_DONE', 'CONSULT_DROPPED',
  'CONSULT_NOT_PUBLISHED', 'CONSULT_SUPERVISION_ANSWERED', 'CONSULT_CANCEL_ASKED',
] as const;
export type ConsultNoticeKind = (typeof CONSULT_NOTICES)[number];

export interface ConsultTelling {
  readonly to: { readonly person: PersonId } | { readonly post: PostKey } | { readonly role: 'SUPERVISION'; readonly area: VillageCode };
  readonly kind: ConsultNoticeKind;
  readonly at: EpochMs;
  readonly data: Readonly<Record<string, string | number>>;
  readonly cause: string;
}

export interface Consultation {
  readonly _id: ConsultationId;
  readonly town: TownCode;
  readonly village: VillageCode;
  readonly villageName: string;
  /** Where it is: the raiser's grid, or that of the repeated issues. */
  readonly grid: AreaCode;
  readonly placeName: string;
  readonly source: Source;
  readonly raiserId?: PersonId;
  readonly raiserAccount?: AccountId;
  readonly raiserName?: string;
  /** Of repeated issues: their topic, their category and how many they were. */
  readonly gathered?: { readonly topicId: string; readonly category: Category; readonly issues: number };
  readonly audience: Audience;
  /** What it is called in lists. The village may put it plainly when it answers. */
  readonly title: string;
  /** The raiser's words and pictures. */
  readonly text: string;
  readonly photos: readonly FileId[];
  readonly voice?: FileId;
  readonly voiceSeconds?: number;
  /** The raiser's words passed the content check and are meant for the village. */
  readonly wordsShown: boolean;
  /** The village may see that there is this matter. */
  readonly published: boolean;
  readonly stage: Stage;
  readonly line?: Line;
  readonly ending?: Ending;
  /** `MERGED`: into which; `ISSUE`: the issue it became. */
  readonly intoId?: string;
  /** Somebody still has to do something about it. Index field. */
  readonly open: boolean;
  readonly supporters: readonly PersonId[];
  /** How many people the village has, for the tenth of CON-07. */
  readonly villagers: number;
  readonly reserved?: ReservedMatter;
  readonly costInFen?: number;
  /** The Party branch or the village calls it 重大 by itself. */
  readonly markedMajor: boolean;
  readonly entries: readonly Entry[];
  readonly publications: readonly Publication[];
  readonly createdAt: EpochMs;
  readonly changedAt: EpochMs;
  /** Until when the village answers (CON-03); absent once it has. */
  readonly replyBy?: EpochMs;
  /** CAL-03. */
  readonly calendarIncomplete: boolean;
  /** How often the answer and the work were found late. */
  readonly lateCount: number;
  readonly timers: Readonly<Partial<Record<Timer, EpochMs>>>;
  readonly nextDueAt?: EpochMs;
  readonly taps: readonly Tap[];
  readonly uploads: readonly string[];
  readonly shownFiles: readonly FileId[];
  /** The check gave no answer: a desk looks at it, and at these files of it (WX-09). */
  readonly review?: { readonly since: EpochMs; readonly files: readonly FileId[] };
  /** Files that people decided not to show the village. */
  readonly keptFiles?: readonly FileId[];
  readonly untold?: readonly ConsultTelling[];
}
