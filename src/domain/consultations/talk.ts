/** 干部说法说政策: a session at which cadres explain a policy, with what was asked and answered (CON-01). */
import type { VillageCode } from '../areas/code';
import type { EpochMs, PersonId } from '../basics/ids';
import { ok, refused, type Result } from '../basics/result';
import type { Tap } from '../issues/issue';

export interface TalkQuestion {
  readonly by: PersonId;
  readonly byName: string;
  readonly text: string;
  readonly at: EpochMs;
  /** Passed the content check: the village reads it (WX-08). */
  readonly shown: boolean;
  readonly answer?: { readonly text: string; readonly byName: string; readonly at: EpochMs };
}

export interface Talk {
  readonly _id: string;
  readonly village: VillageCode;
  readonly villageName: string;
  readonly title: string;
  /** What is explained, in words people can read again. */
  readonly material: string;
  readonly speaker: string;
  readonly place: string;
  readonly heldAt: EpochMs;
  /** How many came, once it was held. */
  readonly attendance?: number;
  readonly questions: readonly TalkQuestion[];
  readonly changedAt: EpochMs;
  readonly taps: readonly Tap[];
}

export type TalkRefusal = { readonly code: 'MEETING_NOT_HELD'; readonly heldAt: EpochMs } | { readonly code: 'OPINIONS_FULL' | 'NOT_FOUND' };

/** So that a session stays one document. */
const MOST_QUESTIONS = 200;
const MOST_OF_ONE = 5;

/** Asked before, at or after the session, by its villagers. */
export function ask(talk: Talk, question: Omit<TalkQuestion, 'answer'>): Result<Talk, TalkRefusal> {
  const own = talk.questions.filter(({ by }) => by === question.by);
  if (talk.questions.length >= MOST_QUESTIONS || own.length >= MOST_OF_ONE) return refused({ code: 'OPINIONS_FULL' });
  return ok({ ...talk, questions: [...talk.questions, question] });
}

/** Answers a question; a second answer takes the place of the first. */
export function answer(talk: Talk, nth: number, given: NonNullable<TalkQuestion['answer']>): Result<Talk, TalkRefusal> {
  if (talk.questions[nth] === undefined) return refused({ code: 'NOT_FOUND' });
  return ok({ ...talk, questions: talk.questions.map((question, at) => (at === nth ? { ...question, answer: given, shown: true } : question)) });
}

/** How many came; not before the session has begun. */
export function attended(talk: Talk, attendance: number, now: EpochMs): Result<Talk, TalkRefusal> {
  return now < talk.heldAt ? refused({ code: 'MEETING_NOT_HELD', heldAt: talk.heldAt }) : ok({ ...talk, attendance });
}
