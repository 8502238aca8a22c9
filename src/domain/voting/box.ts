/**
 * A ballot box (票箱): what is asked of whom, from when to when, and what its count is worth. One box serves consultation
 * (CON-06), the yearly rating of deputies (DEP-10..21), the appraisal of centre-household heads (HHL-05) and that of a Party
 * branch's members (PTY-11).
 */
import type { AreaCode, VillageCode } from '../areas/code';
import type { Branded, EpochMs, PersonId } from '../basics/ids';
import type { Role } from '../people/roles';
import type { CountingRule } from './rule';

export type BoxId = Branded<'BoxId'>;

/** 协商 (an opinion or a motion), 评代表, 评中心户长, 测评党员. Elections and recalls are none of them (VOTE-07, DEP-20). */
export const BOX_KINDS = ['CONSULT', 'DEPUTY', 'HEAD', 'MEMBER'] as const;
export type BoxKind = (typeof BOX_KINDS)[number];

/** 一人一票 (VOTE-11) or 一户一票 (VOTE-10). */
export const BALLOT_UNITS = ['PERSON', 'HOUSEHOLD'] as const;
export type BallotUnit = (typeof BALLOT_UNITS)[number];

/**
 * What the count is worth (VOTE-09): an opinion that others decide on; the transcript of a vote held on site; or a
 * decision, which only a collective's members' meeting or a filed village charter allows online.
 */
export const LEGAL_EFFECTS = ['ADVISORY', 'RECORD', 'BINDING_ONLINE'] as const;
export type LegalEffect = (typeof LEGAL_EFFECTS)[number];

/** One capital letter, so that the size of a ballot says nothing about what is on it. */
export type OptionCode = string;

/** What the phone sends for a question that was left out, so that a short ballot is as long as a full one. */
export const LEFT_OUT = '-';

export interface Option {
  readonly code: OptionCode;
  /** Word for word what the voter reads, in both modes. */
  readonly text: string;
}

export interface Question {
  /** `main` for the question that everyone answers; others may be left out. */
  readonly id: string;
  readonly text: string;
  readonly options: readonly Option[];
}

/** The question that everyone answers: one answer to it is one ballot. */
export const MAIN = 'main';

/** Who may vote. The roll is drawn from the roster by this and can then be corrected (VOTE-11). */
export interface Electorate {
  /** The villages whose roster is gone through. */
  readonly villages: readonly VillageCode[];
  /** Only those who live in this grid. */
  readonly within?: AreaCode;
  /** Only those who hold this role over this area: the voters of a constituency, the members of a party branch. */
  readonly role?: { readonly role: Role; readonly area: AreaCode };
  /** Only these: the participants of a consultation. At most `MAX_LISTED`. */
  readonly only?: readonly PersonId[];
  /** Not these: nobody rates themselves (DEP-11). */
  readonly except?: readonly PersonId[];
}

export const MAX_LISTED = 500;

/**
 * Whose box it is, as the access table asks it. What a branch's members say of one another is the branch's alone (PTY-15):
 * nobody else of the village learns that there is such a box, and its counts are told by the appraisal, not by the box.
 */
export function belongingOf({ kind, area }: Pick<BoxPlan, 'kind' | 'area'>): { readonly area: AreaCode } | { readonly branch: VillageCode } {
  return isOfBranch({ kind }) ? { branch: area } : { area };
}

export function isOfBranch({ kind }: Pick<BoxPlan, 'kind'>): boolean {
  return kind === 'MEMBER';
}

/** What whoever opens a box says of it. Nothing of this changes once the box is announced. */
export interface BoxPlan {
  readonly id: BoxId;
  readonly kind: BoxKind;
  readonly unit: BallotUnit;
  /** Where it belongs: officers of this area answer objections to its roll. */
  readonly area: AreaCode;
  /** What it is about, for whoever opens it again: `topic:…`, `deputy:…`. */
  readonly subject: string;
  readonly title: string;
  /** What the voter reads above the question. */
  readonly about: string;
  readonly questions: readonly Question[];
  /** Comments are further ballots, for the presidium alone (DEP-21); how many characters one may have, 0 for none. */
  readonly commentMax: number;
  readonly legalEffect: LegalEffect;
  readonly rule: CountingRule;
  readonly electorate: Electorate;
  /** When the roll is shown for correction; the drawing begins now and must be over by then. */
  readonly rollShownAt: EpochMs;
  readonly opensAt: EpochMs;
  readonly closesAt: EpochMs;
}

/**
 * How far a box is: its roll is being drawn; shown for correction; being frozen (from 24 h before it opens, VOTE-10);
 * open; being closed and counted; published. `HELD`: the count does not add up and people have to look. `CANCELLED`: called
 * off (`cancelling.ts`); its ballots are removed uncounted.
 */
export const BOX_STATES = ['DRAWING', 'SHOWN', 'FREEZING', 'OPEN', 'COUNTING', 'PUBLISHED', 'HELD', 'CANCELLED'] as const;
export type BoxState = (typeof BOX_STATES)[number];
