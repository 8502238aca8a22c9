/**
 * What the store keeps of a ballot box (architecture section 5). Roll rows, receipts and choices share no key, no time and
 * no order; their collections are `unordered`, and no index holds a field that casting changes, since the place of an
 * index's entry would tell when it changed.
 */
import type { AreaCode, VillageCode } from '@/domain/areas/code';
import type { AccountId, EpochMs, HouseholdId, PersonId } from '@/domain/basics/ids';
import type { BoxId, BoxKind, BoxPlan, BoxState, OptionCode } from '@/domain/voting/box';
import type { BoxNews } from '@/domain/voting/news';
import type { Receipt } from '@/domain/voting/receipt';
import type { Counts, Outcome } from '@/domain/voting/tally';

/** A box: its plan, how far it is, and once it is closed its count. */
export interface Box extends Omit<BoxPlan, 'id'> {
  readonly _id: BoxId;
  readonly state: BoxState;
  readonly announcedAt: EpochMs;
  /** When the clock takes its next step; absent when nothing is left to do. */
  readonly dueAt?: EpochMs;
  /** Where a step that goes on in batches has come to. */
  readonly progress?: BoxProgress;
  /** Rows of the roll; final once it is frozen. */
  readonly eligible: number;
  /** Into how many lists receipts and choices are spread; set when the roll is frozen. */
  readonly shards: number;
  /** Objections to the roll that are not answered and settled yet; the box does not open before they are. */
  readonly rollObjections: number;
  readonly result?: BoxResult;
  /** When it was called off, and until when its roll is kept (PRV-10). */
  readonly cancelled?: { readonly at: EpochMs; readonly rollUntil: EpochMs };
  /** What those on the roll are told next, and how far it has come. */
  readonly news?: { readonly what: BoxNews; readonly after?: string };
  /** When they are told it; absent when there is nothing to tell. */
  readonly tellAt?: EpochMs;
}

export interface BoxProgress {
  /** Which of the electorate's villages. */
  readonly village: number;
  /** The cursor of the page that comes next. */
  readonly after?: string;
  /** What was counted on the way. */
  readonly rows: number;
  readonly cast: number;
}

export interface BoxResult {
  readonly publishedAt: EpochMs;
  readonly outcome: Outcome;
  /** Absent where nothing is shown (DEP-21). */
  readonly counts?: Counts;
  /** Over all receipts; absent where nothing is shown. */
  readonly receiptsRoot?: string;
  /** Until when one may object. */
  readonly objectionsUntil: EpochMs;
  /** When the ballots, comments and receipts are removed (PRV-10); the counts stay. */
  readonly ballotsUntil: EpochMs;
  /** When the roll is removed (PRV-10: one term). */
  readonly rollUntil: EpochMs;
}

/** One voter, or one household. It only ever turns from `OPEN` to `CAST`, and says nothing of when. */
export interface RollRow {
  /** `<box>:<person or household>` */
  readonly _id: string;
  readonly box: BoxId;
  readonly village: VillageCode;
  /** Who may cast: the person, or the household's representative (VOTE-10). */
  readonly voter: PersonId;
  /** As the public roll shows it. */
  readonly name: string;
  readonly household?: HouseholdId;
  readonly state: 'OPEN' | 'CAST';
  readonly closesAt: EpochMs;
  /** What casting must know, so that it reads no box. Set when the roll is frozen; without it there is nothing to cast. */
  readonly ballot?: RollBallot;
}

export interface RollBallot {
  readonly kind: BoxKind;
  readonly opensAt: EpochMs;
  readonly shards: number;
  readonly questions: readonly { readonly id: string; readonly codes: readonly OptionCode[] }[];
  readonly commentMax: number;
}

/** A part of a box's receipts: those whose first characters lead here (`bucketOf`). */
export interface ReceiptShard {
  /** `<box>:<n>` */
  readonly _id: string;
  readonly box: BoxId;
  /** In ascending order; written whole. */
  readonly receipts: readonly Receipt[];
  /** Closed: nothing is added any more. */
  readonly sealed: boolean;
}

/** A part of a box's choices: random, so that neither voter nor receipt leads here. */
export interface ChoiceShard {
  /** `<box>:<n>` */
  readonly _id: string;
  readonly box: BoxId;
  /** For each question its choices, each behind an id of its own (`SEALED_ID_LENGTH` random digits), in order of the ids. */
  readonly choices: Readonly<Record<string, readonly string[]>>;
  /** Comments, likewise. */
  readonly comments: readonly string[];
  readonly sealed: boolean;
}

/** An objection: to the roll before a box opens (VOTE-11), or to what happened with one's own ballot after it closed. */
export interface BoxObjection {
  readonly _id: string;
  readonly box: BoxId;
  /** The box's, whose officers answer. */
  readonly area: AreaCode;
  readonly stage: 'ROLL' | 'RESULT';
  readonly about: ObjectionAbout;
  readonly account: AccountId;
  /** Who objects. */
  readonly by: PersonId;
  readonly byName: string;
  /** Whose place on the roll it is about: who should be added or removed, or who should represent the household. */
  readonly personId: PersonId;
  readonly personName: string;
  readonly text: string;
  readonly at: EpochMs;
  readonly answerBy: EpochMs;
  readonly open: boolean;
  readonly accepted?: boolean;
  readonly answer?: string;
  readonly answeredAt?: EpochMs;
  readonly answeredBy?: PersonId;
  /** When the clock has something to do for it: tell the officers, or bring about what was answered. */
  readonly dueAt?: EpochMs;
}

/** `ADD`, `REMOVE`, `REPRESENTATIVE` speak of the roll; the others of one's own ballot. */
export type ObjectionAbout = 'ADD' | 'REMOVE' | 'REPRESENTATIVE' | 'CAST_NOT_BY_ME' | 'NOT_COUNTED' | 'OTHER';
