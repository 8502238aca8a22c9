/** Every collection and the type of its documents. The manifest (`config/cloud/collections.ts`) has the same names. */
import type { Consultation, ConsultationId } from '@/domain/consultations/consultation';
import type { Talk } from '@/domain/consultations/talk';
import type { Appraisal, Remark } from '@/domain/appraisals/appraisal';
import type { Office, Village } from '@/domain/grid/grid';
import type { AreaCode, VillageCode } from '@/domain/areas/code';
import type { DeskAskingTimes } from '@/domain/people/desk-asking';
import type { AccountId, CivilDate, EpochMs, FileId, IssueId, PersonId, RequestId } from '@/domain/basics/ids';
import type { PostKey } from '@/domain/grid/posts';
import type { ArchiveEntry, DeputyYear } from '@/domain/deputies/archive';
import type { Congress } from '@/domain/deputies/congress';
import type { Opinion } from '@/domain/deputies/opinion';
import type { Round } from '@/domain/deputies/round';
import type { Category, Issue, OutcomeFlag } from '@/domain/issues/issue';
import type { Branch } from '@/domain/points/branch';
import type { PartyContact } from '@/domain/points/contact';
import type { Entry } from '@/domain/points/entry';
import type { Publication } from '@/domain/points/publication';
import type { Scheme } from '@/domain/points/scheme';
import type { PointRecording } from '@/domain/points/recording';
import type { MemberYear } from '@/domain/points/year';
import type { Account, BindingLevel, Household, Person } from '@/domain/people/person';
import type { Box, BoxObjection, ChoiceShard, ReceiptShard, RollRow } from './ballot-box/records';

export interface Records {
  readonly accounts: Account;
  readonly people: Person;
  readonly households: Household;
  readonly villages: Village;
  readonly offices: Office;
  readonly issues: Issue;
  readonly tickets: HotlineTicket;
  readonly topics: Topic;
  readonly consultations: Consultation;
  readonly talks: Talk;
  readonly tallies: Tally;
  readonly notices: Notice;
  readonly audit: AuditRow;
  readonly uploads: Upload;
  readonly mediaChecks: MediaCheck;
  readonly bindingCodes: BindingCode;
  readonly bindingClaims: BindingClaim;
  readonly tries: Tries;
  readonly deskAskings: DeskAsking;
  readonly applications: Application;
  readonly requests: RightsRequest;
  readonly rosterLoads: RosterLoad;
  readonly rosterBatches: RosterBatch;
  readonly boxes: Box;
  readonly boxRolls: RollRow;
  readonly boxReceipts: ReceiptShard;
  readonly boxChoices: ChoiceShard;
  readonly boxObjections: BoxObjection;
  readonly congresses: Congress;
  readonly deputyEntries: ArchiveEntry;
  readonly deputyYears: DeputyYear;
  readonly opinions: Opinion;
  readonly ratingRounds: Round;
  readonly branches: Branch;
  readonly pointSchemes: Scheme;
  readonly pointYears: MemberYear;
  readonly pointEntries: Entry;
  readonly pointRecordings: PointRecording;
  readonly pointPhotos: PhotoEvidence;
  readonly pointPublications: Publication;
  readonly partyContacts: PartyContact;
  readonly appraisals: Appraisal;
  readonly appraisalRemarks: Remark;
}

/** Which draft brought a photo as evidence, by a keyed digest of what it shows: it is evidence of no other claim. */
export interface PhotoEvidence {
  readonly _id: string;
  /** The `uploads` document. */
  readonly upload: string;
  readonly at: EpochMs;
}

/** A 12345 ticket (EVT-19). Its id derives from the town and the number, so that a town takes each in once, and learns of no other town's. */
export interface HotlineTicket {
  readonly _id: string;
  readonly number: string;
  readonly town: AreaCode;
  /** What it became, or came to. */
  readonly issueId: IssueId;
  readonly linked: boolean;
  readonly receivedAt: EpochMs;
  readonly answerBy: EpochMs;
  /** Who called, for whoever answers for the matter that was filed from it. */
  readonly phoneSealed?: string;
  readonly takenAt: EpochMs;
  readonly takenBy: PersonId;
  /** The tap that took it in, so that a load that was cut off knows its own. */
  readonly tap: RequestId;
  /** The tap of the list that last brought another limit for it, for the same reason. */
  readonly limitTap?: RequestId;
}

/** Similar issues of one grid and category, gathered for consultation (EVT-12). */
export interface Topic {
  readonly _id: string;
  readonly town: AreaCode;
  readonly village: VillageCode;
  readonly villageName: string;
  readonly grid: AreaCode;
  readonly category: Category;
  readonly title: string;
  readonly issueIds: readonly IssueId[];
  /** Their numbers, in the same order: what a topic shows of them. */
  readonly numbers: readonly string[];
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  readonly changedAt: EpochMs;
  /** It is still to be brought before the village; then that is the consultation it became. */
  readonly waiting?: boolean;
  readonly consultationId?: ConsultationId;
}

/**
 * Outcomes of the issues of a village or a town that were reported in one month (EVT-15). The clock keeps it, each issue
 * counted exactly once: what it counts of an issue stands in the issue, and both change in one transaction.
 * Restricted matters are in none of them, complaints only in those of areas they may be known to.
 */
export interface Tally {
  /** `<area>:<yyyy-mm>` */
  readonly _id: string;
  readonly area: AreaCode;
  readonly areaName: string;
  /** The area that this one lies in: the town of a village, the county of a town. */
  readonly within: AreaCode;
  /** `yyyy-mm`, or `now` for what is open and overdue at present, from whichever month. */
  readonly month: string;
  /** Counts by category, then by outcome. */
  readonly counts: Readonly<Partial<Record<Category, OutcomeCounts>>>;
  /** Reported and done by the week's Monday, for the chart. */
  readonly weeks: Readonly<Record<CivilDate, WeekCount>>;
  readonly countedAt: EpochMs;
}

export interface WeekCount {
  readonly reported: number;
  readonly done: number;
}

export type OutcomeCounts = Readonly<Record<OutcomeFlag, number>>;

/**
 * A notice: the inbox's entry and the outbox's order in one document, so that neither exists without the other.
 * `to` is a person (`person:<id>`), an account (`account:<id>`, for visitors) or a post (`post:<key>`).
 */
export interface Notice {
  readonly _id: string;
  readonly to: string;
  readonly kind: string;
  readonly at: EpochMs;
  readonly issueId?: IssueId;
  /** A complaint about somebody (EVT-11): whichever post they come to, this of its notices is not theirs to read. */
  readonly notFor?: PersonId;
  /** About a matter that was confided: for the account it came from, and for the one that surely is the person. */
  readonly sentFrom?: AccountId;
  readonly consultationId?: ConsultationId;
  readonly data: Readonly<Record<string, string | number>>;
  /** What became of the WeChat message; the inbox does not depend on it (WX-07). */
  readonly delivery: 'PENDING' | 'SENT' | 'NO_CONSENT' | 'GIVEN_UP' | 'INBOX_ONLY';
  readonly tries: number;
  /** When to try next; present only while pending. Claimed by moving it forward before sending. */
  readonly nextTryAt?: EpochMs;
}

/** Who did what to which, when. Never changed, never removed before its time (PRV-10, PRV-11, IT-04). */
export interface AuditRow {
  readonly _id: string;
  readonly at: EpochMs;
  readonly action: string;
  readonly account: AccountId | 'clock' | 'import' | 'operator';
  readonly person?: PersonId;
  readonly post?: PostKey;
  /** What it was done to: `issue:<id>`, `person:<id>` … */
  readonly target: string;
  readonly area?: AreaCode;
  /** Codes and ids only, never what people wrote. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** The files of one draft, as one document: claimed or swept together. */
export interface Upload {
  /** `<account>:<uploadId>` */
  readonly _id: string;
  readonly account: AccountId;
  readonly createdAt: EpochMs;
  /** When the sweeper removes it, unless it is claimed; absent once claimed. */
  readonly sweepAt?: EpochMs;
  /** What it belongs to now, `issue:<id>`. */
  readonly claimedBy?: string;
  readonly files: Readonly<Record<FileId, UploadedFile>>;
}

export interface UploadedFile {
  readonly purpose: 'ISSUE_PHOTO' | 'ISSUE_VOICE' | 'POINT_PHOTO' | 'DEPUTY_PHOTO' | 'ROSTER';
  readonly state: 'EXPECTED' | 'READY' | 'REFUSED';
  readonly bytes: number;
  readonly kind?: 'IMAGE' | 'AUDIO' | 'SHEET';
  /** Its type by content, as a MIME type. */
  readonly type?: string;
  readonly name?: string;
  readonly seconds?: number;
  /** WX-08: what the media check said; PENDING hides it from the public (WX-09). */
  readonly check?: 'PENDING' | 'PASSED' | 'REFUSED';
  /** Of a deed's photo: the keyed digest of what it shows, and whether another draft brought the same before. */
  readonly evidence?: { readonly digest: string; readonly reused: boolean };
}

/** Which file WeChat is checking under a trace id, until it answers (WX-08). */
export interface MediaCheck {
  /** WeChat's trace id. */
  readonly _id: string;
  readonly upload: string;
  readonly file: FileId;
  readonly at: EpochMs;
}

/** A single-use code for verified binding: issued by one officer, confirmed by another, 72 hours (architecture section 4). */
export interface BindingCode {
  /** Once confirmed there is a second document under the code's HMAC: using a code is then a look-up by id. */
  readonly _id: string;
  readonly personId: PersonId;
  readonly village: VillageCode;
  readonly issuedBy: PersonId;
  readonly issuedByName: string;
  readonly personName: string;
  readonly issuedAt: EpochMs;
  readonly expiresAt: EpochMs;
  readonly confirmedBy?: PersonId;
  /** HMAC of the code; the code itself is shown once and not kept. */
  readonly codeKey?: string;
  readonly usedAt?: EpochMs;
  readonly usedBy?: AccountId;
  /** While it waits for the second officer. */
  readonly waiting: boolean;
}

/** Another account wants to be a person that an account is already. */
export interface BindingClaim {
  readonly _id: string;
  readonly personId: PersonId;
  readonly personName: string;
  readonly from: AccountId;
  readonly holder: AccountId;
  readonly level: BindingLevel;
  readonly relation: 'SELF' | 'FAMILY';
  readonly at: EpochMs;
  readonly state: 'OPEN' | 'ALLOWED' | 'REFUSED';
}

/** Wrong tries against one target on one day, by the target's key. */
export interface Tries {
  /** `<day>:<HMAC of the name>` */
  readonly _id: string;
  readonly day: CivilDate;
  readonly count: number;
  /** The key of the last wrong try; see `TryCount`. */
  readonly last?: string;
}

/** A computer that asks to be signed in, for a few minutes. */
export interface DeskAsking extends DeskAskingTimes {
  /** Derived from the browser's secret, which nobody keeps; it will be the session's id. */
  readonly _id: string;
  /** HMAC of the code on the screen, for who types it. */
  readonly codeKey: string;
  /** HMAC of its last four digits, for who scanned the picture. */
  readonly lastKey: string;
  readonly browser: string;
  readonly site: string;
  readonly at: EpochMs;
  /** Whose phone said yes. */
  readonly account?: AccountId;
}

export interface Application {
  readonly _id: string;
  readonly account: AccountId;
  readonly village: VillageCode;
  readonly name: string;
  readonly phoneSealed?: string;
  readonly text: string;
  readonly at: EpochMs;
  readonly state: 'OPEN' | 'ACCEPTED' | 'REFUSED';
  readonly answer?: string;
  readonly answeredAt?: EpochMs;
  /** Whom the account was made over to. */
  readonly personId?: PersonId;
}

/** A request about one's data (PRV-06) or about the app itself (BUR-06). */
export interface RightsRequest {
  readonly _id: string;
  readonly kind: 'CORRECT' | 'DELETE' | 'EXPLAIN' | 'FEEDBACK';
  readonly account: AccountId;
  readonly personId?: PersonId;
  readonly fromName: string;
  readonly area: AreaCode;
  readonly text: string;
  readonly at: EpochMs;
  readonly answerBy: EpochMs;
  readonly open: boolean;
  readonly answer?: string;
  readonly answeredAt?: EpochMs;
  readonly answeredBy?: PersonId;
}

/** One import: what was read, what it would do, how far it is. */
/** Of a kind that stands in every row the first thousand say it: all are counted, these are kept. */
export interface RosterFindingKind {
  readonly problem: string;
  readonly severity: 'PROBLEM' | 'WARNING';
  readonly count: number;
  readonly kept: number;
}

export interface RosterLoad {
  readonly _id: string;
  readonly by: PersonId | 'import';
  /** Digest of what was asked, so that the same tap is known again. */
  readonly content: string;
  readonly county: AreaCode;
  /** What is imported: the county, one town or one village. */
  readonly area: AreaCode;
  readonly state: 'CHECKING' | 'CHECKED' | 'LOADING' | 'LOADED' | 'PARTLY_LOADED' | 'FAILED' | 'EXPIRED';
  readonly startedAt: EpochMs;
  readonly finishedAt?: EpochMs;
  readonly rows: number;
  readonly rowsDone: number;
  readonly files: readonly { readonly name: string; readonly kind: string; readonly rows: number }[];
  readonly problems: number;
  readonly warnings: number;
  readonly villages: readonly RosterVillage[];
  /** The sheets that were read, in the order that rows refer to them by. */
  readonly sources: readonly RosterSource[];
  /** Whether every row has been put with its village; until then there is nothing to go on from. */
  readonly staged: boolean;
  /** How many batches of findings there are, as they were found. */
  readonly problemBatches: number;
  /** How many there are of each kind; in the order they are read in, once a check or a load is through. Absent on loads of old. */
  readonly kinds?: readonly RosterFindingKind[];
  /** Somebody works on it until then, unless they were stopped; whoever comes later goes on from what is written. */
  readonly workUntil?: EpochMs;
  /** When the sweeper removes its batches. */
  readonly sweepAt?: EpochMs;
}

export interface RosterSource {
  readonly file: string;
  readonly sheet: string;
  readonly kind: string;
  /** What the sheet calls the columns of the kind, in their order. */
  readonly headings: readonly string[];
}

export interface RosterVillage {
  readonly village: VillageCode;
  readonly name: string;
  readonly problems: number;
  readonly warnings: number;
  readonly grids: RosterChanges;
  readonly posts: RosterChanges;
  readonly households: RosterChanges;
  readonly people: RosterChanges;
  readonly roles: RosterChanges;
  /** The village's version that the dry run compared with. */
  readonly baseVersion: number;
  readonly rows: number;
  readonly batches: number;
  readonly batchesDone: number;
  /** It names persons whom another village of this load brings, and goes after it. */
  readonly later?: true;
  readonly state: 'CHECKED' | 'WAITING' | 'LOADING' | 'LOADED' | 'REFUSED' | 'FAILED';
}

export interface RosterChanges {
  readonly add: number;
  readonly change: number;
  readonly leave: number;
  readonly same: number;
}

/** A part of a load: documents to write, or the list of problems, a few hundred at a time. */
export interface RosterBatch {
  /** `<load>:<village>:<n>`, or `<load>:problems:<n>` */
  readonly _id: string;
  readonly load: string;
  /** Rows are sealed whole, since they are what the sheets say in the clear (PRV-12). */
  readonly content: string;
}
