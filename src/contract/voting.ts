/**
 * The ballot box as a phone meets it: my ballots, casting one, the roll and the result. Consultation and the deputies' year
 * open boxes; whoever votes does it here.
 */
import * as z from 'zod';
import { BALLOT_UNITS, BOX_KINDS, BOX_STATES, LEGAL_EFFECTS } from '@/domain/voting/box';
import { NOT_ON_ROLL } from '@/domain/voting/electorate';
import { RECEIPT_SHAPE } from '@/domain/voting/receipt';
import { base, cursor, epochMs, freeText, id, requestId } from './common';

const optionCode = z.string().regex(/^[A-Z]$/);
const question = z.object({ id, text: z.string(), options: z.array(z.object({ code: optionCode, text: z.string() })) });
const optionCounts = z.record(optionCode, z.int());

const boxView = z.object({
  boxId: id,
  kind: z.enum(BOX_KINDS),
  unit: z.enum(BALLOT_UNITS),
  legalEffect: z.enum(LEGAL_EFFECTS),
  subject: z.string(),
  title: z.string(),
  state: z.enum(BOX_STATES),
  /** From when and until when the roll can be put right; it is frozen then (VOTE-10, 11). */
  rollShownAt: epochMs,
  rollFrozenAt: epochMs,
  opensAt: epochMs,
  closesAt: epochMs,
  /** Nothing is shown below so many ballots; 1 where everything is. */
  k: z.int(),
});
export type BoxView = z.infer<typeof boxView>;

/** My own row on a roll. */
const myBallot = boxView.extend({
  ballotId: id,
  /** My own 已投 / 未投, on my own phone with a sure binding; to nobody else. */
  cast: z.boolean().optional(),
});
export type MyBallot = z.infer<typeof myBallot>;

const outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('HIDDEN'), k: z.int() }),
  /** Of a branch's box: told by the appraisal, to whom it concerns. */
  z.object({ kind: z.literal('KEPT') }),
  z.object({ kind: z.literal('OPINION'), first: z.array(optionCode) }),
  z.object({ kind: z.literal('MOTION'), verdict: z.enum(['PASSED', 'NOT_PASSED', 'NO_QUORUM']), neededPresent: z.int(), neededYes: z.int() }),
  z.object({
    kind: z.literal('RATING'),
    verdict: z.enum(['TOO_FEW', 'NO_RESULT', 'RATED']),
    needed: z.int(),
    rate: z.object({ numerator: z.int(), denominator: z.int(), percentTenths: z.int().optional() }).optional(),
    scoreTenths: z.int().optional(),
    grade: z.enum(['EXCELLENT', 'COMPETENT', 'BASIC', 'NOT_COMPETENT']).optional(),
    interval: z.object({ fromTenths: z.int(), toTenths: z.int() }).optional(),
  }),
]);

const result = boxView.extend({
  questions: z.array(question),
  publishedAt: epochMs,
  outcome,
  /** Absent where nothing is shown. */
  counts: z.object({ eligible: z.int(), present: z.int(), invalid: z.int(), byQuestion: z.record(z.string(), optionCounts) }).optional(),
  receiptsRoot: z.string().optional(),
  /** How many lists the receipts are in, for `receipts`; 0 once they are removed or where nothing is shown. */
  buckets: z.int(),
  objectionsUntil: epochMs,
  ballotsUntil: epochMs,
});
export type ResultView = z.infer<typeof result>;

const ROLL_ABOUT = ['ADD', 'REMOVE', 'REPRESENTATIVE'] as const;
const RESULT_ABOUT = ['CAST_NOT_BY_ME', 'NOT_COUNTED', 'OTHER'] as const;

const objection = z.object({
  objectionId: id,
  stage: z.enum(['ROLL', 'RESULT']),
  about: z.enum([...ROLL_ABOUT, ...RESULT_ABOUT]),
  by: z.string(),
  person: z.string(),
  text: z.string(),
  at: epochMs,
  answerBy: epochMs,
  open: z.boolean(),
  accepted: z.boolean().optional(),
  answer: z.string().optional(),
});
export type ObjectionView = z.infer<typeof objection>;

/** As officers see it. */
const officersObjection = objection.extend({
  /** Whether the caller may answer it: not their own, nor about themselves, and not as who only watches (CON-12). */
  mayAnswer: z.boolean(),
});
export type OfficersObjection = z.infer<typeof officersObjection>;

export const votingContract = {
  /** The boxes on whose roll I am, the last to close first; with `boxId` that one alone. Family members' ballots are not among them: nobody votes for another. */
  mine: base.input(z.object({ boxId: id.optional(), after: cursor })).output(z.object({ items: z.array(myBallot), next: z.string().optional() })),
  /** Those of them that wait for me now: open, and not cast. Nothing on a phone that acts for somebody else. */
  waiting: base.output(z.object({ items: z.array(myBallot) })),
  /** What stands on my ballot. */
  ballot: base.input(z.object({ ballotId: id })).output(myBallot.extend({
    about: z.string(),
    questions: z.array(question),
    commentMax: z.int(),
    /** In whose name: the voter, or the household. */
    inNameOf: z.string(),
    /** Whether the phone acts for its own verified person; only then can the ballot be cast. */
    canCast: z.boolean(),
  })),
  /**
   * Casts my ballot. The receipt is made and kept by the phone before it sends: a retry with the same one answers the same.
   * Every question has its entry, `-` for one left out, so that all ballots of a box are of one length.
   */
  cast: base.errors({
    ALREADY_CAST: { status: 409 },
    NOT_OPEN_YET: { status: 409, data: z.object({ opensAt: epochMs.optional() }) },
    BOX_CLOSED: { status: 410 },
    /** The phone acts for somebody else, and nobody votes for another. */
    OWN_PHONE_ONLY: { status: 403 },
    /** Another ballot has this receipt: make a new one. */
    RECEIPT_TAKEN: { status: 409 },
  }).input(z.object({
    ballotId: id,
    receipt: z.string().regex(RECEIPT_SHAPE),
    choices: z.record(z.string().max(20), z.string().regex(/^[A-Z-]$/)),
    comment: freeText.optional(),
  })).output(z.object({ cast: z.literal(true) })),

  /** A box as anyone of its area may know it: never who or how many have voted before it closes. */
  box: base.input(z.object({ boxId: id })).output(boxView.extend({ questions: z.array(question), about: z.string() })),
  /** Am I on the roll, and why not. */
  onRoll: base.input(z.object({ boxId: id })).output(z.object({
    on: z.boolean(),
    why: z.enum(NOT_ON_ROLL).optional(),
    /** Who votes for the household, where it is not me. */
    representative: z.string().optional(),
    /** Until when it can be put right; absent once the roll is frozen. */
    correctBy: epochMs.optional(),
  })),
  /** Boxes of my own village, town or county that are not over, whether or not I am on their roll: the notice board (VOTE-11). */
  nearby: base.output(z.object({ items: z.array(boxView) })),
  /** The names on the roll of my own village, while it is shown and afterwards; never who has voted. */
  roll: base.input(z.object({ boxId: id, after: cursor })).output(z.object({ names: z.array(z.string()), next: z.string().optional() })),
  /**
   * Asks to put the roll right before it is frozen (VOTE-10, 11): about somebody by `personId`, about a name that stands on
   * the roll of my village by `name` (only to have it removed), else about myself.
   */
  askCorrection: base.errors({
    ROLL_FROZEN: { status: 410 },
    /** Nobody of this name stands on the roll, or more than one. */
    NAME_NOT_CLEAR: { status: 409, data: z.object({ several: z.boolean() }) },
  })
    .input(z.object({ requestId, boxId: id, about: z.enum(ROLL_ABOUT), personId: id.optional(), name: z.string().max(40).optional(), text: freeText }))
    .output(z.object({ answerBy: epochMs })),

  /** The result; NOT_FOUND before it is published. */
  result: base.input(z.object({ boxId: id })).output(result),
  /** One list of receipts. The phone asks for the whole list that its code would stand in and looks for it itself. */
  receipts: base.input(z.object({ boxId: id, bucket: z.int().min(0).max(999) })).output(z.object({ receipts: z.array(z.string()) })),
  /** The published file, as text; see `npm run tally`. */
  file: base.errors({ BALLOTS_REMOVED: { status: 410 }, TOO_FEW_TO_SHOW: { status: 409 } })
    .input(z.object({ boxId: id })).output(z.object({ text: z.string() })),
  /** Objects to what happened with my own ballot (已投 that was not me; 未投 although I did). */
  object: base.errors({ OBJECTIONS_OVER: { status: 410 } })
    .input(z.object({ requestId, boxId: id, about: z.enum(RESULT_ABOUT), text: freeText }))
    .output(z.object({ answerBy: epochMs })),
  /** What I asked or objected to, and the answers. */
  myObjections: base.output(z.object({ items: z.array(objection.extend({ boxId: id })) })),

  /* --- officers --- */
  /** The boxes whose rolls and results I answer for or watch over, the last to close first, and what waits there. */
  watched: base.input(z.object({ after: cursor })).output(z.object({
    items: z.array(boxView.extend({ waiting: z.int(), answerBy: epochMs.optional() })),
    next: z.string().optional(),
  })),
  objections: base.input(z.object({ boxId: id, open: z.boolean(), after: cursor })).output(z.object({ items: z.array(officersObjection), next: z.string().optional() })),
  answerObjection: base.errors({ ROLL_FROZEN: { status: 410 }, NOT_ELIGIBLE_FOR_ROLL: { status: 422, data: z.object({ why: z.enum(NOT_ON_ROLL) }) } })
    .input(z.object({ requestId, objectionId: id, accept: z.boolean(), text: freeText })).output(z.object({ done: z.literal(true) })),
  /** Comments on a deputy, for the presidium alone (DEP-21), in no order. */
  comments: base.errors({ TOO_FEW_TO_SHOW: { status: 409 } }).input(z.object({ boxId: id })).output(z.object({ comments: z.array(z.string()) })),
};
