/** An issue (诉求/事件): what a villager reported, and everything that was done about it. */
import type { GridCode, TownCode, VillageCode } from '../areas/code';
import type { AccountId, EpochMs, FileId, IssueId, PersonId, RequestId } from '../basics/ids';
import type { Point } from '../grid/grid';
import type { PostKey } from '../grid/posts';

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
 * EVT-02, the main line. `ASSIGNED` (交办) is between acceptance and the first step of work: the accepted issue has a
 * responsible person; `HANDLING` begins with the first recorded step.
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
  readonly since: EpochMs;
}

/** What a step on the timeline is. */
export type StepKind =
  | 'REPORTED' | 'ADDED' | 'REMINDED' | 'WITHDRAWN' | 'SUPPORTED'
  | 'ACCEPTED' | 'REJECTED' | 'ASKED' | 'ANSWERED' | 'PROGRESS' | 'HANDED_UP' | 'ESCALATED'
  | 'EXTENSION_ASKED' | 'EXTENDED' | 'EXTENSION_REFUSED' | 'SUSPENDED' | 'RESUMED'
  | 'DISPATCHED' | 'OBJECTED' | 'OBJECTION_UPHELD' | 'OBJECTION_REFUSED' | 'URGED'
  | 'DONE' | 'RATED' | 'REOPENED' | 'ARCHIVED' | 'HANDED_OVER';

/** One thing that happened. Steps are only ever added. */
export interface Step {
  readonly at: EpochMs;
  readonly kind: StepKind;
  /** Absent when the clock did it. */
  readonly by?: { readonly personId?: PersonId; readonly name: string; readonly post?: PostKey; readonly reporter?: true };
  readonly text?: string;
  readonly photos?: readonly FileId[];
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
  /** The post that decides. */
  readonly decider: PostKey;
}

/** A unit's objection to a dispatch (EVT-08): once, decided by the town. */
export interface Objection {
  readonly at: EpochMs;
  readonly post: PostKey;
  readonly reason: string;
  readonly basis: string;
  readonly decision?: 'UPHELD' | 'REFUSED';
}

/** What falls due next for the clock, and when. */
export type NextDue = 'ACCEPT' | 'HANDLE' | 'RESUME' | 'RATING' | 'OBJECTION' | 'RESPOND';

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
  readonly village: VillageCode;
  /** Where it is: the innermost grid, or the village where no grid is known. */
  readonly grid: GridCode | VillageCode;
  readonly placeText?: string;
  readonly point?: Point;
  readonly category: Category;
  readonly urgency: Urgency;
  readonly text: string;
  readonly photos: readonly FileId[];
  readonly voice?: FileId;
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
  /** Whether the loop is still running (REPORTED .. DONE before rating or silence). Index field of the queues. */
  readonly open: boolean;
  readonly createdAt: EpochMs;
  readonly changedAt: EpochMs;
  /** The accept limit of the present owner (EVT-05); absent once accepted. */
  readonly acceptBy?: EpochMs;
  /** The handle limit (EVT-06), counted from acceptance. */
  readonly dueAt?: EpochMs;
  /** CAL-03: a day of the count lies in a year whose holidays are not published. */
  readonly calendarIncomplete: boolean;
  readonly nextDue?: NextDue;
  /** When the clock must look at it; absent when nothing is due. */
  readonly nextDueAt?: EpochMs;
  readonly acceptedAt?: EpochMs;
  readonly acceptedInTime?: boolean;
  readonly doneAt?: EpochMs;
  readonly doneInTime?: boolean;
  readonly overdueCount: number;
  readonly suspendedUntil?: EpochMs;
  readonly suspendReason?: string;
  /** The reporter was asked and has not answered. */
  readonly askedBack?: { readonly at: EpochMs; readonly text: string };
  readonly extension?: Extension;
  readonly objection?: Objection;
  /** Posts that assist; the owner stays the one responsible (ORG-02). */
  readonly assistants: readonly PostKey[];
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
  /** What the monthly counts hold of this issue; the clock brings them up to date. */
  readonly tallyStale: boolean;
}

export interface Tap {
  readonly requestId: RequestId;
  /** Digest of the tap's content: the same id with other content is refused. */
  readonly digest: string;
}
