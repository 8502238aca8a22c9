/** What a phone or a desk may ask of the `issues` function: report, follow, handle, oversee (EVT-01..17). */
import * as z from 'zod';
import { CATEGORIES, EVENT_LEVELS, EVENT_MODES, EVENT_PARTIES, SIDES, STAGES, URGENCIES } from '@/domain/issues/issue';
import { areaCode, attachments, base, civilDate, cursor, epochMs, fileView, freeText, id, point, requestId, reviewDecision, reviewPart, villageCode } from './common';

const category = z.enum(CATEGORIES);
const urgency = z.enum(URGENCIES);
const stage = z.enum(STAGES);
const side = z.enum(SIDES);
const visibility = z.enum(['HANDLERS', 'VILLAGE']);
const solved = z.enum(['YES', 'PARTLY', 'NO']);
const satisfaction = z.enum(['SATISFIED', 'FAIR', 'UNSATISFIED']);

/** EVT-18: what a desk adds of an event; the rest is derived. */
const eventAddition = z.object({ people: z.int().min(1).max(100000).optional(), level: z.enum(EVENT_LEVELS).optional(), parties: z.enum(EVENT_PARTIES).optional(), mode: z.enum(EVENT_MODES).optional() });
export type EventAdditionInput = z.infer<typeof eventAddition>;

/** Where it is (GRD-12): my household's grid, a grid I chose, or a point. */
const place = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('HOME') }),
  z.object({ kind: z.literal('GRID'), grid: areaCode }),
  z.object({ kind: z.literal('POINT'), village: villageCode, point }),
  z.object({ kind: z.literal('VILLAGE'), village: villageCode }),
]);
export type PlaceInput = z.infer<typeof place>;

const submitInput = z.object({
  requestId,
  category,
  urgency,
  text: freeText,
  /** EVT-04: how many people it touches, where the reporter knows. */
  peopleAffected: z.int().min(1).max(100000).optional(),
  place,
  placeText: z.string().max(200).optional(),
  visibility,
  nameHidden: z.boolean(),
  /** EVT-14: harm at home, a minor, cult, gang, or a person in crisis; goes to the two restricted roles only. */
  sensitive: z.boolean().default(false),
  /** COMPLAINT: the handler complained of, one of `people.contacts`. */
  aboutId: id.optional(),
  attachments: attachments.optional(),
  /** For a visitor, who has no name on the roster. */
  visitorName: z.string().max(20).optional(),
});
export type SubmitInput = z.infer<typeof submitInput>;

/** A11Y-09: a head or an officer writes it down for someone who agreed. */
const submitForInput = submitInput.omit({ visitorName: true }).extend({
  personId: id,
  consent: z.enum(['SPOKEN', 'PHONE', 'PAPER']),
});
export type SubmitForInput = z.infer<typeof submitForInput>;

const ownerView = z.object({
  /** Opaque to phones; desks use it in filters. */
  post: z.string(),
  name: z.string(),
  duty: z.string(),
  area: z.string(),
  phone: z.string().optional(),
});

/** Answered at once: who has it and by when. */
export const receipt = z.object({
  issueId: id,
  number: z.string(),
  owner: ownerView,
  acceptBy: epochMs,
  /** EVT-05/URGENT: show the call button until it is accepted. */
  urgent: z.boolean(),
  /** Vacant posts that were passed over on the way (EVT-03), by name. */
  vacant: z.array(z.string()),
});
export type Receipt = z.infer<typeof receipt>;

const card = z.object({
  issueId: id,
  number: z.string(),
  category,
  urgency,
  title: z.string(),
  place: z.string(),
  stage,
  side: side.optional(),
  owner: ownerView.pick({ name: true, duty: true }),
  acceptBy: epochMs.optional(),
  dueAt: epochMs.optional(),
  calendarIncomplete: z.boolean(),
  createdAt: epochMs,
  changedAt: epochMs,
  /** What waits for the reader, if anything does. */
  yourMove: z.enum(['RATE', 'ANSWER']).optional(),
  supporters: z.int(),
  mine: z.boolean(),
  supported: z.boolean(),
});
export type IssueCard = z.infer<typeof card>;

const stepView = z.object({
  at: epochMs,
  kind: z.string(),
  by: z.string(),
  text: z.string().optional(),
  photos: z.array(fileView),
  to: z.string().optional(),
  dueAt: epochMs.optional(),
});
export type StepView = z.infer<typeof stepView>;

/** What the reader may do now; the server decides, the page shows. */
export const ISSUE_ACTS = [
  'ADD', 'REMIND', 'WITHDRAW', 'RATE', 'ANSWER', 'SUPPORT',
  'ACCEPT', 'REJECT', 'ASK', 'PROGRESS', 'HAND_UP', 'ASK_EXTENSION', 'DECIDE_EXTENSION', 'SUSPEND', 'RESUME', 'FINISH',
  'DISPATCH', 'OBJECT', 'DECIDE_OBJECTION', 'URGE',
] as const;
export type IssueAct = (typeof ISSUE_ACTS)[number];

const detail = card.extend({
  text: z.string(),
  photos: z.array(fileView),
  voice: fileView.optional(),
  placeText: z.string().optional(),
  point: point.optional(),
  visibility,
  nameHidden: z.boolean(),
  restricted: z.boolean(),
  /** 一位村民 when hidden from handlers; 您 for the reporter. */
  reporter: z.string(),
  reporterPhone: z.string().optional(),
  onBehalfBy: z.string().optional(),
  /** EVT-19: for handlers, the 12345 tickets it answers, each with what can be pasted into the platform once there is an answer. */
  tickets: z.array(z.object({ number: z.string(), answerBy: epochMs, linked: z.boolean(), answer: z.string().optional() })).optional(),
  /** EVT-18: for desks that keep the province's record of it; `people` and `level` as they would be written now. */
  event: eventAddition.extend({ people: z.int(), level: z.enum(EVENT_LEVELS) }).optional(),
  owner: ownerView,
  steps: z.array(stepView),
  rating: z.object({ solved, satisfaction, text: z.string().optional(), at: epochMs }).optional(),
  askedBack: z.object({ at: epochMs, text: z.string() }).optional(),
  extension: z.object({ workdays: z.int(), reason: z.string(), decision: z.enum(['APPROVED', 'REFUSED']).optional(), maxWorkdays: z.int() }).optional(),
  objection: z.object({ reason: z.string(), basis: z.string(), decision: z.enum(['UPHELD', 'REFUSED']).optional(), unit: z.string() }).optional(),
  suspendedUntil: epochMs.optional(),
  suspendReason: z.string().optional(),
  acts: z.array(z.enum(ISSUE_ACTS)),
  /** It waits for the reporter, but whoever this phone belongs to handled it: another of the household must (ORG-08). */
  ownWork: z.boolean().optional(),
  /** The most working days an extension may ask for (EVT-06). */
  extensionLimit: z.int(),
  /** The last day it can be put off to, for whoever may put it off. */
  pauseUntil: civilDate.optional(),
  /** Grows with every change; send it back with an act. */
  changedAt: epochMs,
});
export type IssueDetail = z.infer<typeof detail>;

const act = z.object({ requestId, issueId: id });
const withText = act.extend({ text: freeText, attachments: attachments.optional() });
const page = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item), next: z.string().optional() });

/** Acts answer with the issue as it now stands. */
const onIssue = base.errors({
  /** It is not at a stage in which this can be done; `stage` is where it is now. */
  ISSUE_STAGE: { status: 409, data: z.object({ stage }) },
  ISSUE_ALREADY_ACCEPTED: { status: 409, data: z.object({ by: z.string() }) },
  REMINDED_TODAY: { status: 409, data: z.object({ next: epochMs }) },
  ALREADY_REOPENED: { status: 409 },
  RATING_CLOSED: { status: 409 },
  ALREADY_EXTENDED: { status: 409 },
  /** It was put off as often, or of its limit as much, as the county lets a matter be; `times` is how often. */
  PAUSED_ENOUGH: { status: 409, data: z.object({ times: z.int() }) },
  EXTENSION_TOO_LONG: { status: 400, data: z.object({ maxWorkdays: z.int() }) },
  ALREADY_OBJECTED: { status: 409 },
  /** EVT-17: a department's own duty cannot be pushed to a village. */
  DEPARTMENT_DUTY: { status: 409, data: z.object({ unit: z.string() }) },
  NO_HIGHER_LEVEL: { status: 409 },
});

const queueItem = card.extend({
  due: z.enum(['OVERDUE', 'TODAY', 'LATER', 'NONE']),
  /** The next act a handler would take. */
  nextAct: z.enum(ISSUE_ACTS).optional(),
  reporter: z.string(),
  onBehalfBy: z.string().optional(),
  village: z.string(),
  /** EVT-19: it was filed from a 12345 ticket, so nobody here rates it. */
  fromHotline: z.boolean().optional(),
});
export type QueueItem = z.infer<typeof queueItem>;

const toReview = z.object({ issueId: id, number: z.string(), category, place: z.string(), since: epochMs, parts: z.array(reviewPart) });
export type ToReview = z.infer<typeof toReview>;

const rate = z.object({ numerator: z.int(), denominator: z.int(), left: z.int() });
/** EVT-15: outcomes only. Responded in time / all; solved / rated; satisfied / rated; done in time / done; reopened / done. */
const rates = z.object({ responded: rate, solved: rate, satisfied: rate, onTime: rate, reopened: rate });
export type Rates = z.infer<typeof rates>;

export const issuesContract = {
  /** Reports an issue. A repeat of the tap answers from what was filed. */
  submit: onIssue.input(submitInput).output(receipt),
  submitFor: onIssue.input(submitForInput).output(receipt),
  /** Where the issue would go and what it would be told: routing preview, elsewhere notices (EVT-10, 11). */
  preview: base
    .input(z.object({ category, urgency, text: freeText, place, sensitive: z.boolean().default(false), aboutId: id.optional() }))
    .output(z.object({
      owner: ownerView,
      acceptMinutes: z.int(),
      elsewhere: z.array(z.object({ code: z.string(), phone: z.string().optional() })),
      emergency: z.boolean(),
    })),
  /** Open public issues like this one near the place, before sending. */
  similar: base.input(z.object({ category, place, text: freeText })).output(z.object({ items: z.array(card) })),
  /** 我也遇到了 */
  support: onIssue.input(act).output(detail),
  mine: base.input(z.object({ after: cursor })).output(page(card)),
  /** Public issues of the reader's village. */
  village: base.input(z.object({ after: cursor })).output(page(card)),
  get: base.input(z.object({ issueId: id })).output(detail),
  add: onIssue.input(withText).output(detail),
  remind: onIssue.input(act).output(detail),
  withdraw: onIssue.input(act).output(detail),
  answer: onIssue.input(withText).output(detail),
  rate: onIssue.input(act.extend({ solved, satisfaction, text: freeText.optional() })).output(detail),

  queue: base
    .input(z.object({
      show: z.enum(['ALL', 'OVERDUE', 'TODAY', 'UNACCEPTED', 'DECIDE', 'CLOSED']),
      category: category.optional(),
      area: areaCode.optional(),
      after: cursor,
    }))
    .output(z.object({
      items: z.array(queueItem),
      next: z.string().optional(),
      counts: z.object({ all: z.int(), overdue: z.int(), today: z.int(), unaccepted: z.int(), decide: z.int() }),
      posts: z.array(z.object({ post: z.string(), duty: z.string(), area: z.string(), households: z.int().optional(), people: z.int().optional() })),
    })),
  accept: onIssue.input(act).output(detail),
  reject: onIssue.input(act.extend({ channel: z.string().max(60), text: freeText })).output(detail),
  ask: onIssue.input(withText).output(detail),
  progress: onIssue.input(withText).output(detail),
  handUp: onIssue.input(withText).output(detail),
  askExtension: onIssue.input(act.extend({ workdays: z.int().min(1).max(60), text: freeText })).output(detail),
  decideExtension: onIssue.input(act.extend({ approve: z.boolean(), text: freeText })).output(detail),
  suspend: onIssue.input(act.extend({ until: civilDate, text: freeText })).output(detail),
  resume: onIssue.input(act).output(detail),
  finish: onIssue.input(withText).output(detail),
  /** Town desk: to a department, a village or back to one; first-receiver duty, assistants beside it (EVT-07, 17; ORG-02). */
  dispatch: onIssue
    .input(act.extend({ to: z.string().max(40), assistants: z.array(z.string().max(40)).max(5), text: freeText }))
    .output(detail),
  object: onIssue.input(act.extend({ text: freeText, basis: freeText })).output(detail),
  decideObjection: onIssue.input(act.extend({ uphold: z.boolean(), to: z.string().max(40).optional(), text: freeText })).output(detail),
  /** EVT-18: adds to the event's record what the matter does not know; what is left out is derived again. */
  addEvent: onIssue.input(act.extend({ event: eventAddition })).output(detail),
  /** 督办: the level above asks the owner to see to an overdue matter. */
  urge: onIssue.input(act.extend({ text: freeText })).output(detail),
  /** Where a desk may dispatch to. */
  destinations: base.input(z.object({ issueId: id })).output(z.object({
    items: z.array(z.object({ post: z.string(), name: z.string(), kind: z.enum(['DEPARTMENT', 'VILLAGE', 'TOWN']) })),
  })),

  /** What the content check gave no answer to and the reader's desk decides on, the longest waiting first (WX-09). */
  toReview: base.input(z.object({ area: areaCode, after: cursor })).output(page(toReview)),
  review: base.input(act.extend(reviewDecision)).output(z.object({ done: z.boolean() })),

  /** A town's or village's or the county's overview (EVT-15, IT-07); outcomes, no league table (BUR-01, 04). */
  overview: base
    .input(z.object({ area: areaCode.optional(), month: z.string().regex(/^\d{4}-\d{2}$/).optional() }))
    .output(z.object({
      area: z.object({ code: z.string(), name: z.string(), villages: z.int() }),
      from: civilDate,
      to: civilDate,
      countedAt: epochMs.optional(),
      now: rates,
      before: rates,
      weeks: z.array(z.object({ from: civilDate, reported: z.int(), done: z.int() })),
      /** By name, never by rate. */
      villages: z.array(z.object({ code: z.string(), name: z.string(), open: z.int(), overdue: z.int(), rates })),
      categories: z.array(z.object({ category, rates })),
      grids: z.array(z.object({
        village: z.string(),
        name: z.string(),
        cells: z.array(z.object({ name: z.string(), level3: z.int(), state: z.enum(['FILLED', 'STAND_IN', 'VACANT']) })),
      })),
      topics: z.array(z.object({ topicId: id, village: z.string(), title: z.string(), count: z.int(), days: z.int() })),
    })),
  overdue: base.input(z.object({ area: areaCode.optional(), after: cursor })).output(page(queueItem)),
  /** CSV without personal data, as text with BOM; `EVENTS` in the fields of GB/T 31000 (EVT-18). */
  exportCsv: base
    .input(z.object({ area: areaCode.optional(), month: z.string().regex(/^\d{4}-\d{2}$/), kind: z.enum(['RATES', 'ISSUES', 'EVENTS']), after: cursor }))
    .output(z.object({ name: z.string(), csv: z.string(), next: z.string().optional() })),
  topics: base.input(z.object({ area: areaCode.optional(), after: cursor })).output(page(z.object({
    topicId: id, village: z.string(), category, title: z.string(), count: z.int(), firstAt: epochMs, lastAt: epochMs,
    issues: z.array(z.object({ issueId: id, number: z.string(), title: z.string() })),
  }))),
};
