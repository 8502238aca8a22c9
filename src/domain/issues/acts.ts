/** What can be done to a matter, by whom, and what comes of it: the shapes that the state machine speaks in. */
import type { AccountId, CivilDate, EpochMs, FileId, PersonId } from '../basics/ids';
import type { Village } from '../grid/grid';
import type { PostKey } from '../grid/posts';
import type { CountySettings } from '../settings/settings';
import type { Issue, Owner, Satisfaction, Solved, Stage, Telling } from './issue';

interface Words {
  /** Normalised and of allowed length. */
  readonly text: string;
  readonly photos: readonly FileId[];
}

/** One member of the union for each name. */
type With<N extends string, What> = N extends string ? { readonly act: N } & What : never;

/** One act of a person, with what they gave. */
export type Act =
  | With<'ADD' | 'ANSWER' | 'ASK' | 'PROGRESS' | 'FINISH', Words>
  | With<'REMIND' | 'WITHDRAW' | 'SUPPORT' | 'ACCEPT' | 'RESUME', object>
  | { readonly act: 'RATE'; readonly solved: Solved; readonly satisfaction: Satisfaction; readonly text?: string }
  | { readonly act: 'REJECT'; readonly channel: string; readonly text: string }
  | ({ readonly act: 'HAND_UP' } & Words)
  | { readonly act: 'URGE'; readonly text: string }
  | { readonly act: 'ASK_EXTENSION'; readonly workdays: number; readonly text: string }
  | { readonly act: 'DECIDE_EXTENSION'; readonly approve: boolean; readonly text: string }
  | { readonly act: 'SUSPEND'; readonly until: CivilDate; readonly text: string }
  | { readonly act: 'DISPATCH'; readonly to: Owner; readonly assistants: readonly PostKey[]; readonly text: string }
  | { readonly act: 'OBJECT'; readonly text: string; readonly basis: string }
  /** `to` is where it goes when the objection is upheld; the town takes it itself without one. */
  | { readonly act: 'DECIDE_OBJECTION'; readonly uphold: boolean; readonly to?: Owner; readonly text: string };

export type ActName = Act['act'];
/** Acts that carry words and photos. */
export type WordsAct = ActOf<'ADD' | 'ANSWER' | 'ASK' | 'PROGRESS' | 'FINISH'>;
export type ActOf<N extends ActName> = Extract<Act, { readonly act: N }>;

/** Who does it. The platform has established that this is so; the machine checks that such a one may. */
export interface Actor {
  readonly name: string;
  readonly personId?: PersonId;
  /** The WeChat account that it is done from. */
  readonly account?: AccountId;
  /** Every post the actor holds today. */
  readonly posts: readonly PostKey[];
  /** The actor reported it. */
  readonly reporter: boolean;
}

/** Everything a decision rests on. */
export interface Circumstances {
  readonly now: EpochMs;
  readonly today: CivilDate;
  readonly settings: CountySettings;
  /** The village of the matter; needed by the acts that go up the ladder. */
  readonly village?: Village;
  /** Of the tap, so that a repeat makes the same notices. */
  readonly cause: string;
}

/** An act by somebody. */
export interface Situation extends Circumstances {
  readonly by: Actor;
}

export interface Outcome {
  readonly issue: Issue;
  readonly tell: readonly Telling[];
}

/** Why an act was refused; the codes are the contract's. */
export type Refusal =
  | { readonly code: 'ISSUE_STAGE'; readonly stage: Stage }
  | { readonly code: 'ISSUE_ALREADY_ACCEPTED'; readonly by: string }
  | { readonly code: 'REMINDED_TODAY'; readonly next: EpochMs }
  | { readonly code: 'SENT_ENOUGH'; readonly what: 'REMARK'; readonly next: EpochMs }
  | { readonly code: 'ALREADY_REOPENED' | 'RATING_CLOSED' | 'ALREADY_EXTENDED' | 'ALREADY_OBJECTED' | 'NO_HIGHER_LEVEL' | 'FORBIDDEN' }
  | { readonly code: 'PAUSED_ENOUGH'; readonly times: number }
  | { readonly code: 'EXTENSION_TOO_LONG'; readonly maxWorkdays: number }
  | { readonly code: 'DEPARTMENT_DUTY'; readonly unit: string }
  | { readonly code: 'INVALID_INPUT'; readonly path: string; readonly problem: string; readonly limit?: number };
