/** An issue (诉求/事件): what a villager reported, and everything that was done about it. */
import type { AreaCode, TownCode, VillageCode } from '../areas/code';
import type { AccountId, CivilDate, EpochMs, FileId, IssueId, PersonId, RequestId } from '../basics/ids';
import type { TimeLimit } from '../basics/working-days';
import type { Point } from '../grid/grid';
import type { PostKey } from '../grid/posts';
import type { SentKind } from '../people/sending';

/** EVT-01: the policy's four, then five of the county's. */
export const CATEGORIES = [
  'DISPUTE', // 矛盾纠纷
  'SANITATION', // 环境卫生
  'EMERGENCY', // 应急管理
  'ERRAND', // 代办事项
  'PATROL', // 治安联防线索
  'CONSULT', // 政策咨询
  'SUGGEST', // 建议
  'COMPLAINT', // 投诉举报
  'OTHER',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** EVT-04. */
export const URGENCIES = ['URGENT', 'MAJOR', 'NORMAL'] as const;
export type Urgency = (typeof URGENCIES)[number];

/**
 * EVT-02, the main line. `ASSIGNED` (交办): an accepted matter was given to another post — up, by dispatch, or to be done
 * again — which has not taken it over yet. `HANDLING` begins with the first recorded step of work.
 */
export const STAGES = ['REPORTED', 'ACCEPTED', 'ASSIGNED', 'HANDLING', 'DONE', 'RATED', 'ARCHIVED', 'REJECTED', 'WITHDRAWN'] as const;
export type Stage = (typeof STAGES)[number];

/** How a matter came to its present owner or stage, when not by the straight way. */
export const SIDES = ['RETURNED', 'TRANSFERRED', 'SUSPENDED', 'ESCALATED', 'REOPENED'] as const;
export type Side = (typeof SIDES)[number];

export type Visibility = 'HANDLERS' | 'VILLAGE';
export type Solved = 'YES' | 'PARTLY' | 'NO';
export type Satisfaction = 'SATISFIED' | 'FAIR' | 'UNSATISFIED';

/** Who answers for an issue now. The name is a snapshot for showing; the post decides. */
export interface Owner {
  readonly post: PostKey;
  /** Who holds the post, when one person does; a desk may have several officers. */
  readonly personId?: PersonId;
  readonly name: string;
  /** The area it answers for, as people call it: 堰坪村一组一格. */
  readonly area?: string;
  readonly since: EpochMs;
}

/** What a step on the timeline is. */
export type StepKind =
  | 'REPORTED' | 'ADDED' | 'REMINDED' | 'WITHDRAWN' | 'SUPPORTED'
  | 'ACCEPTED' | 'REJECTED' | 'ASKED' | 'ANSWERED' | 'PROGRESS' | 'HANDED_UP' | 'ESCALATED'
  | 'OVERDUE' | 'EXTENSION_ASKED' | 'EXTENDED' | 'EXTENSION_REFUSED' | 'SUSPENDED' | 'RESUMED'
  | 'DISPATCHED' | 'OBJECTED' | 'OBJECTION_UPHELD' | 'OBJECTION_REFUSED' | 'URGED'
  | 'DONE' | 'RATED' | 'REOPENED' | 'ARCHIVED' | 'HANDED_OVER' | 'TICKET' | 'TICKET_LATER' | 'TICKET_SOONER';

/** One thing that happened. Steps are only ever added. */
export interface Step {
  readonly at: EpochMs;
  readonly kind: StepKind;
  /** Absent when the clock did it. */
  readonly by?: {
    readonly personId?: PersonId;
    readonly name: string;
    readonly post?: PostKey;
    /** Of a post's step: from which account it was done. That account judges it for nobody, whoever is bound to it later (ORG-08). */
    readonly account?: AccountId;
    readonly reporter?: true;
  };
  readonly text?: string;
  readonly photos?: readonly FileId[];
  /** The text passed the content check, so the village may read it (WX-08). */
  readonly shown?: true;
  /** People decided that the text stays between the reporter and the handlers (WX-09). */
  readonly kept?: true;
  /** From which post to which, where the matter moved. */
  readonly from?: Owner;
  readonly to?: Owner;
  /** A new due time, where it changed. */
  readonly dueAt?: EpochMs;
}

export interface Rating {
  readonly solved: Solved;
  readonly satisfaction: Satisfaction;
  readonly text?: string;
  readonly at: EpochMs;
}

/** A request for more time (EVT-06): once, at most as long again, approved by the next level. */
export interface Extension {
  readonly askedAt: EpochMs;
  readonly workdays: number;
  readonly reason: string;
  readonly decision?: 'APPROVED' | 'REFUSED';
}

/** A 12345 ticket that is about a matter (EVT-19). Who called stands in the ticket's own document. */
export interface IssueTicket {
  /** Of the document: one a number in the county. */
  readonly id: string;
  readonly number: string;
  /** When the hotline took the call. */
  readonly receivedAt: EpochMs;
  /** The hotline's own limit. */
  readonly answerBy: EpochMs;
  /** It came to a matter that was there already. */
  readonly linked: boolean;
}

/** EVT-18: how grave an event is, who stands in it, and how it was brought to its end, in the province's words. */
export const EVENT_LEVELS = ['ORDINARY', 'LARGER', 'MAJOR'] as const;
export type EventLevel = (typeof EVENT_LEVELS)[number];
export const EVENT_PARTIES = ['PERSONS', 'PERSON_AND_UNIT', 'UNITS', 'NONE'] as const;
export type EventParties = (typeof EVENT_PARTIES)[number];
export const EVENT_MODES = ['HANDLED', 'PEOPLES_MEDIATION', 'ADMINISTRATIVE_MEDIATION', 'JUDICIAL_MEDIATION', 'SETTLED', 'REFERRED'] as const;
export type EventMode = (typeof EVENT_MODES)[number];

/** What a desk adds of an event that the matter cannot know. */
export interface EventAddition {
  readonly people?: number;
  readonly level?: EventLevel;
  readonly parties?: EventParties;
  readonly mode?: EventMode;
}

/** A unit's objection to a dispatch (EVT-08): once, decided by the town. */
export interface Objection {
  readonly at: EpochMs;
  readonly post: PostKey;
  /** What the unit is called. */
  readonly unit: string;
  readonly reason: string;
  readonly basis: string;
  readonly decision?: 'UPHELD' | 'REFUSED';
}

/** What the handle limit is made of, so that it can be counted again when the calendar is filled (CAL-03). */
export interface Limit {
  readonly from: EpochMs;
  readonly of: TimeLimit;
  /** What was added since, in order: pauses and an extension. */
  readonly more: readonly TimeLimit[];
}

/**
 * What the clock does when its time comes. `FIRST_STEP`: the first step of work is owed (EVT-06 control of a hazard,
 * EVT-07 plan of a department). `ARCHIVE`: a rated matter is put away. `CALENDAR`: the limit is counted again.
 * `PUBLISH`: texts wait for the content check. `TELL`: what did not fit into the tap waits:
 * notices to be written, a report to be counted.
 */
export const TIMERS = ['TELL', 'PUBLISH', 'CALENDAR', 'RESUME', 'ACCEPT', 'FIRST_STEP', 'REMIND', 'HANDLE', 'EXTENSION', 'OBJECTION', 'RATING', 'ARCHIVE'] as const;
export type NextDue = (typeof TIMERS)[number];

/** Whom something is told: the reporter, a neighbour who joined in, or whoever holds a post when it is read. */
export type Recipient = 'REPORTER' | { readonly person: PersonId } | { readonly post: PostKey };

/** One notice to be written; the words of its kind stand in `domain/wording`. */
export interface Telling {
  readonly to: Recipient;
  readonly kind: IssueNoticeKind;
  readonly at: EpochMs;
  readonly data: Readonly<Record<string, string | number>>;
  /** What caused it, so that a repeat makes the same notice. */
  readonly cause: string;
}

export const ISSUE_NOTICES = [
  // to those who handle
  'ISSUE_NEW', 'ISSUE_HANDED_UP_TO_YOU', 'ISSUE_ESCALATED_TO_YOU', 'ISSUE_DISPATCHED_TO_YOU', 'ISSUE_ASSIST', 'ISSUE_BACK_TO_YOU',
  'ISSUE_REMINDED', 'ISSUE_ADDED', 'ISSUE_ANSWERED', 'ISSUE_WITHDRAWN', 'ISSUE_GROWN', 'ISSUE_URGED', 'ISSUE_RESUMED',
  'ISSUE_DUE_SOON', 'ISSUE_FIRST_STEP_LATE', 'ISSUE_OVERDUE', 'ISSUE_OVERDUE_BELOW', 'ISSUE_UNACCEPTED', 'ISSUE_UNACCEPTED_BELOW',
  'ISSUE_SUSPENDED_BELOW', 'ISSUE_EXTENSION_ASKED', 'ISSUE_EXTENSION_DECIDED', 'ISSUE_OBJECTED', 'ISSUE_OBJECTION_DECIDED',
  'ISSUE_RATED', 'ISSUE_REOPENED_TO_YOU', 'ISSUE_REOPENED_ABOVE', 'ISSUE_HANDED_OVER', 'ISSUE_UNCHECKED',
  'ISSUE_TICKET', 'ISSUE_TICKET_LIMIT', 'ISSUE_TICKET_ANSWER',
  // to the reporter
  'ISSUE_FILED_FOR_YOU', 'ISSUE_ACCEPTED', 'ISSUE_REJECTED', 'ISSUE_ASKED', 'ISSUE_PROGRESS', 'ISSUE_HANDED_UP', 'ISSUE_ESCALATED',
  'ISSUE_DISPATCHED', 'ISSUE_LATE', 'ISSUE_EXTENDED', 'ISSUE_SUSPENDED', 'ISSUE_DONE', 'ISSUE_CLOSED', 'ISSUE_NOT_PUBLISHED',
  // to a neighbour who joined in
  'ISSUE_DONE_NEARBY',
] as const;
export type IssueNoticeKind = (typeof ISSUE_NOTICES)[number];

export interface Issue {
  readonly _id: IssueId;
  /** What people quote: month, day and four digits, `1120-0361`. */
  readonly number: string;
  /** Absent for a visitor. */
  readonly reporterId?: PersonId;
  /** The account that reported; a visitor follows by it, and hears by it. */
  readonly reporterAccount: AccountId;
  readonly reporterName: string;
  /** EVT-16: handlers read 一位村民. The platform still knows. */
  readonly nameHidden: boolean;
  /** A11Y-09: filled in by a head for someone who agreed to it. */
  readonly onBehalf?: { readonly by: PersonId; readonly byName: string; readonly consent: 'SPOKEN' | 'PHONE' | 'PAPER'; readonly at: EpochMs };
  readonly town: TownCode;
  readonly townName: string;
  readonly village: VillageCode;
  readonly villageName: string;
  /** Where it is: the innermost grid, or the village where no grid is known. */
  readonly grid: AreaCode;
  /** The place as people call it, when it was reported: 堰坪村一组一格. */
  readonly placeName: string;
  readonly placeText?: string;
  readonly point?: Point;
  readonly category: Category;
  readonly urgency: Urgency;
  /** EVT-04, where the reporter knew. */
  readonly peopleAffected?: number;
  readonly text: string;
  readonly photos: readonly FileId[];
  readonly voice?: FileId;
  readonly voiceSeconds?: number;
  readonly visibility: Visibility;
  /** WX-09: shown to the village only after the content check passed. */
  readonly published: boolean;
  /** EVT-14: only police liaison and the town's political-legal officer see it. */
  readonly restricted: boolean;
  /** COMPLAINT about a handler: that person and those below never see it. */
  readonly aboutId?: PersonId;
  /** The posts that must never receive it: those of the person complained of and all below them. */
  readonly barredPosts: readonly PostKey[];
  readonly stage: Stage;
  readonly side?: Side;
  readonly owner: Owner;
  /** Whether somebody still has to do something about it: REPORTED .. HANDLING. Index field of the queues. */
  readonly open: boolean;
  readonly createdAt: EpochMs;
  readonly changedAt: EpochMs;
  /** The accept limit of the present owner (EVT-05); absent once accepted. */
  readonly acceptBy?: EpochMs;
  /** The handle limit (EVT-06), counted from acceptance; absent while it is suspended or done. A ticket's stands from its first moment (EVT-19). */
  readonly dueAt?: EpochMs;
  readonly limit?: Limit;
  /** CAL-03: a day of the count lies in a year whose holidays are not published. */
  readonly calendarIncomplete: boolean;
  /** Everything that is due some time; what is due first stands in the two fields below, for the clock's index. */
  readonly timers: Readonly<Partial<Record<NextDue, EpochMs>>>;
  readonly nextDue?: NextDue;
  /** When the clock must look at it; absent when nothing is due. */
  readonly nextDueAt?: EpochMs;
  /** EVT-19: the tickets that are about it; the first is the one it was filed from, unless that is linked too. */
  readonly tickets?: readonly IssueTicket[];
  /** When the first of them must be answered: no limit of it is later, until it was answered once. */
  readonly answerBy?: EpochMs;
  readonly acceptedAt?: EpochMs;
  readonly acceptedInTime?: boolean;
  readonly doneAt?: EpochMs;
  readonly doneInTime?: boolean;
  /** How often the handle limit passed since it was last given out. */
  readonly overdueCount: number;
  /** EVT-18. */
  readonly event?: EventAddition;
  readonly suspendedAt?: EpochMs;
  readonly suspendedUntil?: EpochMs;
  readonly suspendReason?: string;
  /** The pauses of its present limit: how many there were, and how many days of the limit's own count they took. */
  readonly paused?: { readonly times: number; readonly days: number };
  /** The reporter was asked and has not answered. */
  readonly askedBack?: { readonly at: EpochMs; readonly text: string };
  readonly extension?: Extension;
  readonly objection?: Objection;
  /** The post that has to decide an extension or an objection now. */
  readonly decider?: PostKey;
  /** Posts that assist; the owner stays the one responsible (ORG-02). */
  readonly assistants: readonly PostKey[];
  /** The reporter's latest; one from before a reopening stands until there is a new one. */
  readonly rating?: Rating;
  readonly reopenedAt?: EpochMs;
  readonly remindedAt?: EpochMs;
  /** 我也遇到了: who else, without the reporter. */
  readonly supporters: readonly PersonId[];
  readonly steps: readonly Step[];
  /** The taps already applied to this issue, so that a repeat answers from here. */
  readonly taps: readonly Tap[];
  /** The topic it was gathered into (EVT-12). */
  readonly topicId?: string;
  /** The drafts whose files it holds (`uploads`), for the media check. */
  readonly uploads: readonly string[];
  /** Files that passed the media check: all that the village may see (WX-09). */
  readonly shownFiles: readonly FileId[];
  /** The check gave no answer: the village's desk looks at it, and at these files of it (WX-09). */
  readonly review?: { readonly since: EpochMs; readonly files: readonly FileId[] };
  /** Files that people decided not to show the village. */
  readonly keptFiles?: readonly FileId[];
  /** Notices that the clock has still to write. */
  readonly untold?: readonly Telling[];
  /** The clock has still to count it among what the account sent. */
  readonly uncounted?: { readonly account: AccountId; readonly kind: SentKind; readonly isNew: boolean };
  /** It changed in what the monthly counts hold of it; the clock brings them up to date. */
  readonly tallyStale: boolean;
  /** The posts it was kept from when it was last counted, where they have become more since: it leaves those areas' counts. */
  readonly countedWithout?: readonly PostKey[];
  /** What the monthly counts hold of it now. */
  readonly counted?: Counted;
}

/** What one issue adds to the counts of its month (EVT-15). Flags are there or not. */
export interface Counted {
  readonly category: Category;
  readonly flags: readonly OutcomeFlag[];
  /** Mondays of the weeks in which it was reported and done. */
  readonly reportedWeek: CivilDate;
  readonly doneWeek?: CivilDate;
}

export const OUTCOME_FLAGS = ['reported', 'responded', 'respondedInTime', 'done', 'doneInTime', 'rated', 'solved', 'satisfied', 'reopened', 'withdrawn', 'open', 'overdue'] as const;
export type OutcomeFlag = (typeof OUTCOME_FLAGS)[number];

export interface Tap {
  readonly requestId: RequestId;
  /** Digest of the tap's content: the same id with other content is refused. */
  readonly digest: string;
}
