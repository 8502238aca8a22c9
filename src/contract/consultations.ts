/** What a phone or a desk may ask of the `consultations` function: raise, follow, consult, decide, carry out (CON-01..12). */
import * as z from 'zod';
import { CATEGORIES } from '@/domain/issues/issue';
import { ENDINGS, LINES, RESERVED_MATTERS, RESOLVING, STAGES, STEPS } from '@/domain/consultations/consultation';
import { WEIGHT_REASONS } from '@/domain/consultations/weight';
import { BALLOT_UNITS, BOX_STATES } from '@/domain/voting/box';
import { NOT_HERE } from '@/domain/voting/not-here';
import { areaCode, attachments, base, civilDate, cursor, epochMs, fileView, freeText, id, requestId, reviewDecision, reviewPart } from './common';

const stage = z.enum(STAGES);
const line = z.enum(LINES);
const step = z.enum(STEPS);
const reserved = z.enum(RESERVED_MATTERS);
const resolving = z.enum(RESOLVING);
const unit = z.enum(BALLOT_UNITS);
const count = z.int().min(0).max(1_000_000);
const fen = z.int().min(0).max(1_000_000_000_000);
const shortText = z.string().max(100);

const card = z.object({
  consultationId: id,
  title: z.string(),
  place: z.string(),
  stage,
  line: line.optional(),
  ending: z.enum(ENDINGS).optional(),
  source: z.enum(['VILLAGER', 'ISSUES']),
  audience: z.enum(['VILLAGE', 'CADRES']),
  weight: z.enum(['SMALL', 'MAJOR']),
  createdAt: epochMs,
  changedAt: epochMs,
  askers: z.int(),
  mine: z.boolean(),
  supported: z.boolean(),
  replyBy: epochMs.optional(),
  /** The next meeting that was announced. */
  meetingAt: epochMs.optional(),
  /** The opinion ballot that is announced or open. */
  ballot: z.object({ boxId: id, opensAt: epochMs, closesAt: epochMs }).optional(),
  who: z.string().optional(),
  dueOn: civilDate.optional(),
  /** 红的: the answer or the work is late. */
  late: z.boolean(),
  /** Opinions of the supervision committee that wait for an answer. */
  unanswered: z.int(),
});
export type ConsultCard = z.infer<typeof card>;

const held = z.object({
  step, heldOn: civilDate, meeting: resolving.optional(), members: count, present: count, yes: count, no: count, abstain: count, invalid: count,
  body: z.object({ representatives: count, women: count }).optional(), attendance: shortText, tellers: z.array(z.string().max(20)).max(2),
});

const entry = z.object({
  /** Its place, by which an opinion of the supervision committee is answered. */
  nth: z.int(),
  at: epochMs,
  kind: z.string(),
  by: z.string(),
  text: z.string().optional(),
  /** Its words have not passed the content check yet. */
  waits: z.boolean(),
  /** Its words are kept from the village (WX-09); said to who wrote them and to the cadres, who go on reading them. */
  kept: z.literal(true).optional(),
  photos: z.array(fileView),
  line: line.optional(),
  announced: z.object({ of: z.enum(['CONSULTATION', 'ASSEMBLY']), heldAt: epochMs, place: z.string(), invitees: z.string(), special: z.string().optional() }).optional(),
  present: z.int().optional(),
  held: held.extend({ verdict: z.enum(['PASSED', 'NOT_PASSED']) }).optional(),
  ballot: z.object({ question: z.string(), unit, opensAt: epochMs, closesAt: epochMs }).optional(),
  decision: z.object({ who: z.string(), dueOn: civilDate, costInFen: fen }).optional(),
  spentInFen: fen.optional(),
  what: z.enum(['DECISION', 'OUTCOME']).optional(),
  answers: z.int().optional(),
});
export type ConsultEntry = z.infer<typeof entry>;

/** What the reader may do now; the server decides, the page shows. */
export const CONSULT_ACTS = [
  'SUPPORT', 'SAY', 'WITHDRAW',
  'ANSWER', 'MERGE', 'WEIGH', 'ANNOUNCE', 'MINUTES', 'PARTY_STEP', 'VILLAGE_STEP', 'BALLOT', 'CANCEL_BALLOT', 'DROP', 'DECIDE', 'PROGRESS', 'FINISH', 'UPDATE',
  'SUPERVISE', 'AGREE_TO_CANCEL', 'ANSWER_SUPERVISION',
] as const;
export type ConsultAct = (typeof CONSULT_ACTS)[number];

const detail = card.extend({
  village: z.string(),
  /** 您, a name to the cadres, 一位村民 to the village; absent for what grew from repeated issues. */
  raiser: z.string().optional(),
  text: z.string().optional(),
  photos: z.array(fileView),
  voice: fileView.optional(),
  gathered: z.object({ category: z.enum(CATEGORIES), issues: z.int() }).optional(),
  intoId: id.optional(),
  issueId: id.optional(),
  reasons: z.array(z.enum(WEIGHT_REASONS)),
  reserved: reserved.optional(),
  costInFen: fen.optional(),
  markedMajor: z.boolean(),
  /** 四议, of a major matter: those behind it. */
  passed: z.array(step),
  nextStep: step.optional(),
  entries: z.array(entry),
  publications: z.array(z.object({ what: z.enum(['DECISION', 'OUTCOME']), at: epochMs, updatedAt: epochMs, until: epochMs })),
  decision: z.object({ who: z.string(), dueOn: civilDate, costInFen: fen, text: z.string().optional() }).optional(),
  /** The last ballot, and its result once that is published. */
  box: z.object({
    boxId: id,
    state: z.enum(BOX_STATES),
    question: z.string(),
    /** Why the village wants, or wanted, it called off. */
    cancelReason: z.string().optional(),
    options: z.array(z.object({ text: z.string(), count: z.int().optional() })),
    present: z.int().optional(),
    eligible: z.int().optional(),
  }).optional(),
  /** The earliest moments at which meetings can be held that are announced now. */
  earliest: z.object({ consultation: epochMs, assembly: epochMs }),
  acts: z.array(z.enum(CONSULT_ACTS)),
});
export type ConsultDetail = z.infer<typeof detail>;

const page = z.object({ items: z.array(card), next: z.string().optional() });
const onMatter = z.object({ requestId, consultationId: id });
const moved = z.object({ consultationId: id, stage, changedAt: epochMs });
const worded = onMatter.extend({ text: freeText });
const withFiles = worded.extend({ attachments: attachments.optional() });

/** Why a rule refused an act. */
const acting = base.errors({
  CONSULT_STAGE: { status: 409, data: z.object({ stage }) },
  /** ORG-01. */
  NOT_STUDIED: { status: 409 },
  /** CON-08: `next` is the step that comes first. */
  STEP_OUT_OF_ORDER: { status: 409, data: z.object({ step, next: step.optional() }) },
  STEPS_MISSING: { status: 409, data: z.object({ missing: z.array(step) }) },
  COUNTS_DO_NOT_ADD_UP: { status: 422 },
  TWO_TELLERS: { status: 422 },
  NO_QUORUM: { status: 422, data: z.object({ present: z.int(), needed: z.int() }) },
  NOT_REPRESENTATIVE: { status: 422 },
  MINUTES_PHOTO: { status: 422 },
  NOT_ANNOUNCED: { status: 409 },
  NOTICE_TOO_SHORT: { status: 422, data: z.object({ earliest: epochMs }) },
  MEETING_NOT_HELD: { status: 409, data: z.object({ heldAt: epochMs.optional() }) },
  NOT_CONSULTED: { status: 409 },
  BALLOT_OPEN: { status: 409, data: z.object({ closesAt: epochMs }) },
  /** No ballot can still be called off; it was asked for already; nobody has asked for it. */
  BALLOT_OVER: { status: 409 },
  CANCEL_ASKED: { status: 409 },
  CANCEL_NOT_ASKED: { status: 409 },
  SUPERVISION_OPEN: { status: 409 },
  ISSUES_ALREADY: { status: 409 },
  TITLE_NEEDED: { status: 422 },
  CANNOT_MERGE: { status: 409 },
  STEPS_BEGUN: { status: 409 },
  OPINIONS_FULL: { status: 409 },
  HAS_SUPPORT: { status: 409 },
  /** VOTE-07: what the law holds otherwise. */
  NOT_VOTED_HERE: { status: 422, data: z.object({ what: z.enum(NOT_HERE) }) },
});

const question = z.object({ nth: z.int(), by: z.string(), text: z.string().optional(), at: epochMs, answer: z.object({ text: z.string(), by: z.string(), at: epochMs }).optional() });
const talk = z.object({
  talkId: id, title: z.string(), material: z.string(), speaker: z.string(), place: z.string(), heldAt: epochMs, attendance: z.int().optional(),
  questions: z.array(question), canAsk: z.boolean(), canKeep: z.boolean(),
});
export type TalkView = z.infer<typeof talk>;

const toReview = z.object({ consultationId: id, title: z.string(), place: z.string(), since: epochMs, parts: z.array(reviewPart) });
export type TopicToReview = z.infer<typeof toReview>;

export const consultationsContract = {
  /** What the caller's village talks over: what is under way, or what has ended. */
  list: base.input(z.object({ open: z.boolean(), after: cursor })).output(page),
  /** What the caller raised. */
  mine: base.input(z.object({ after: cursor })).output(page),
  get: base.input(z.object({ consultationId: id })).output(detail),
  /** Everything of a village or a town, what was told to the cadres only included. */
  desk: base.input(z.object({ area: areaCode, open: z.boolean(), after: cursor })).output(page),

  raise: base.input(z.object({ requestId, text: freeText, audience: z.enum(['VILLAGE', 'CADRES']), attachments: attachments.optional() })).output(moved.extend({ replyBy: epochMs })),
  support: acting.input(onMatter).output(moved),
  say: acting.input(worded).output(moved),
  withdraw: acting.input(onMatter).output(moved),

  /** 立即办 takes the category under which it becomes an issue. */
  answer: acting.input(worded.extend({ line, title: shortText.optional(), category: z.enum(CATEGORIES).optional() })).output(moved.extend({ issueId: id.optional() })),
  merge: acting.input(worded.extend({ intoId: id })).output(moved),
  weigh: acting.input(worded.extend({ reserved: reserved.optional(), costInFen: fen.optional(), markedMajor: z.boolean() })).output(moved),
  /** `special`: why an assembly cannot wait for the law's days (VOTE-01); everybody reads it. */
  announce: acting.input(withFiles.extend({ of: z.enum(['CONSULTATION', 'ASSEMBLY']), heldAt: epochMs, place: shortText, invitees: z.string().max(300), special: z.string().max(200).optional() })).output(moved),
  minutes: acting.input(withFiles.extend({ present: count })).output(moved),
  /** 党组织提议 and 党员大会审议. */
  partyStep: acting.input(withFiles.extend({ vote: held })).output(moved),
  /** 两委商议 and the resolution of the assembly or the representatives. */
  villageStep: acting.input(withFiles.extend({ vote: held })).output(moved),
  openBallot: acting.input(onMatter.extend({ question: shortText, about: z.string().max(500), options: z.array(shortText).min(2).max(6), unit, days: z.int().min(3).max(30) })).output(moved),
  /** At once while nobody can have voted; from then on the supervision committee is asked, which `agreeToCancel` answers. */
  cancelBallot: acting.input(worded).output(moved),
  agreeToCancel: acting.input(worded).output(moved),
  drop: acting.input(worded).output(moved),
  decide: acting.input(worded.extend({ who: shortText, dueOn: civilDate, costInFen: fen })).output(moved),
  progress: acting.input(withFiles.extend({ spentInFen: fen.optional() })).output(moved),
  finish: acting.input(withFiles.extend({ spentInFen: fen.optional() })).output(moved),
  update: acting.input(worded.extend({ what: z.enum(['DECISION', 'OUTCOME']), dueOn: civilDate.optional() })).output(moved),
  supervise: acting.input(worded).output(moved),
  answerSupervision: acting.input(worded.extend({ entry: z.int().min(0) })).output(moved),

  /** What the content check gave no answer to and the reader's desk decides on, the longest waiting first (WX-09). */
  toReview: base.input(z.object({ area: areaCode, after: cursor })).output(z.object({ items: z.array(toReview), next: z.string().optional() })),
  review: base.input(onMatter.extend(reviewDecision)).output(z.object({ done: z.boolean() })),

  talks: base.input(z.object({ after: cursor })).output(z.object({ items: z.array(talk), next: z.string().optional(), canHold: z.boolean() })),
  holdTalk: base.input(z.object({ requestId, title: shortText, material: freeText, speaker: z.string().max(30), place: shortText, heldAt: epochMs })).output(z.object({ talkId: id })),
  askAtTalk: acting.input(z.object({ requestId, talkId: id, text: freeText })).output(z.object({ talkId: id })),
  answerAtTalk: acting.input(z.object({ requestId, talkId: id, nth: z.int().min(0), text: freeText })).output(z.object({ talkId: id })),
  recordTalk: acting.input(z.object({ requestId, talkId: id, attendance: count })).output(z.object({ talkId: id })),
};
