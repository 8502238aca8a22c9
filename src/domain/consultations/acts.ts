/** What can be done to a matter under consultation, and what comes of it: the shapes that the state machine speaks in. */
import type { AccountId, CivilDate, EpochMs, FileId, PersonId } from '../basics/ids';
import type { CountySettings } from '../settings/settings';
import type { NotHere } from '../voting/not-here';
import type { TimedBox } from '../voting/plan';
import type { Announced, Ballot, Capacity, Consultation, ConsultTelling, Decision, FourStep, HeldVote, Line, Publication, ReservedMatter, Stage } from './consultation';
import type { VoteFault } from './four-steps';

interface Words {
  /** Normalised and of allowed length. */
  readonly text: string;
}

interface WithPhotos extends Words {
  readonly photos: readonly FileId[];
}

export type Act =
  | { readonly act: 'SUPPORT' | 'WITHDRAW' }
  | ({ readonly act: 'SAY' } & Words)
  /** `title` puts the matter plainly; for one that was told to the cadres only, it is all that the village reads. */
  | ({ readonly act: 'ANSWER'; readonly line: Line; readonly title?: string; readonly issueId?: string } & Words)
  | { readonly act: 'MERGE'; readonly into: Consultation; readonly text: string }
  /** Takes the supporters of a matter that was merged into this one. */
  | { readonly act: 'TAKE_IN'; readonly merged: Consultation }
  | ({ readonly act: 'WEIGH'; readonly reserved?: ReservedMatter; readonly costInFen?: number; readonly markedMajor: boolean } & Words)
  | ({ readonly act: 'ANNOUNCE'; readonly announced: Announced } & WithPhotos)
  | ({ readonly act: 'MINUTES'; readonly present: number } & WithPhotos)
  | ({ readonly act: 'HOLD'; readonly vote: HeldVote } & WithPhotos)
  | { readonly act: 'BALLOT'; readonly ballot: Ballot }
  | ({ readonly act: 'CANCEL_BALLOT' } & Words)
  | ({ readonly act: 'AGREE_TO_CANCEL' } & Words)
  | ({ readonly act: 'DROP' } & Words)
  | ({ readonly act: 'DECIDE'; readonly decision: Decision } & Words)
  | ({ readonly act: 'PROGRESS'; readonly spentInFen?: number } & WithPhotos)
  | ({ readonly act: 'FINISH'; readonly spentInFen?: number } & WithPhotos)
  | ({ readonly act: 'UPDATE'; readonly what: Publication['what']; readonly dueOn?: CivilDate } & Words)
  | ({ readonly act: 'SUPERVISE' } & Words)
  | ({ readonly act: 'ANSWER_SUPERVISION'; readonly entry: number } & Words);

export type ActName = Act['act'];
export type ActOf<N extends ActName> = Extract<Act, { readonly act: N }>;

/** Who does it, and as what. The platform has established that this is so. */
export interface Actor {
  readonly personId: PersonId;
  /** In whose name the check of their words is asked (WX-08). */
  readonly account?: AccountId;
  readonly name: string;
  readonly as: Capacity;
}

export interface Circumstances {
  readonly now: EpochMs;
  readonly today: CivilDate;
  readonly settings: CountySettings;
  /** Of the tap, so that a repeat makes the same notices. */
  readonly cause: string;
}

export interface Situation extends Circumstances {
  readonly by: Actor;
  /** The act's words passed the content check. */
  readonly checked: boolean;
  /** The box of the matter's last ballot as it stands: it may have been put off, and be voted in later than the entry says. */
  readonly box?: TimedBox;
}

export interface Outcome {
  readonly matter: Consultation;
  readonly tell: readonly ConsultTelling[];
}

/** Why an act was refused; the codes are the contract's. */
export type Refusal =
  | { readonly code: 'CONSULT_STAGE'; readonly stage: Stage }
  | { readonly code: 'FORBIDDEN' }
  /** ORG-01: the Party branch has not studied it. */
  | { readonly code: 'NOT_STUDIED' }
  /** CON-08: another step comes first, or everything is behind it. */
  | { readonly code: 'STEP_OUT_OF_ORDER'; readonly step: FourStep; readonly next?: FourStep }
  | { readonly code: 'STEPS_MISSING'; readonly missing: readonly FourStep[] }
  | VoteFault
  | { readonly code: 'MINUTES_PHOTO' }
  /** Nobody was told of this meeting in time. */
  | { readonly code: 'NOT_ANNOUNCED' }
  | { readonly code: 'NOTICE_TOO_SHORT'; readonly earliest: EpochMs }
  | { readonly code: 'MEETING_NOT_HELD'; readonly heldAt?: EpochMs }
  | { readonly code: 'NOT_CONSULTED' }
  | { readonly code: 'BALLOT_OPEN'; readonly closesAt: EpochMs }
  /** There is no ballot that could still be called off; it was asked for already; nobody has asked for it. */
  | { readonly code: 'BALLOT_OVER' | 'CANCEL_ASKED' | 'CANCEL_NOT_ASKED' }
  | { readonly code: 'SUPERVISION_OPEN' }
  | { readonly code: 'ISSUES_ALREADY' | 'TITLE_NEEDED' | 'CANNOT_MERGE' | 'STEPS_BEGUN' | 'OPINIONS_FULL' | 'HAS_SUPPORT' }
  | { readonly code: 'NOT_VOTED_HERE'; readonly what: NotHere }
  | { readonly code: 'INVALID_INPUT'; readonly path: string; readonly problem: string };
