/** Schemas and errors that every context's contract shares. */
import { oc } from '@orpc/contract';
import * as z from 'zod';

/** Made by the phone once a tap; a repeat carries the same one (architecture section 3). */
export const requestId = z.string().regex(/^[A-Za-z0-9_-]{16,40}$/);
export const id = z.string().min(1).max(120);
export const areaCode = z.string().regex(/^\d{6}(\d{3}(\d{3}(-[1-9]\d{0,2}(\.[1-9]\d{0,2}){0,2})?)?)?$/);
export const villageCode = z.string().regex(/^\d{12}$/);
export const civilDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
export const epochMs = z.int().nonnegative();
/** Free text: how long it may be is the county's setting and checked by the rule, this only stops a flood. */
export const freeText = z.string().max(4000);
export const point = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) });
export const cursor = z.string().max(2000).optional();

/** A field the person can put right, and what is wrong with it; the words stand in `domain/wording`. */
export const fieldProblem = z.object({ path: z.string(), problem: z.string(), limit: z.number().optional() });
export type FieldProblem = z.infer<typeof fieldProblem>;

/**
 * Errors that any procedure may answer with.
 *
 * `NOT_FOUND` is also the answer for what the caller may not see, so that nobody learns that it exists.
 */
export const base = oc.errors({
  INVALID_INPUT: { status: 400, data: z.object({ fields: z.array(fieldProblem) }) },
  NOT_SIGNED_IN: { status: 401 },
  /** Only someone bound to a person on the roster may do this. */
  NOT_BOUND: { status: 403 },
  /** A verified binding is needed: ballots, points and any office. */
  NOT_VERIFIED: { status: 403 },
  FORBIDDEN: { status: 403 },
  /** ORG-08: the caller's own work, or the phone's owner's; somebody else can. */
  OWN_WORK: { status: 403 },
  /** Not at a computer: on the phone itself. */
  PHONE_ONLY: { status: 403 },
  /** BUR-08: the county has switched this part off. */
  MODULE_OFF: { status: 403 },
  NOT_FOUND: { status: 404 },
  /** The same requestId with other content. */
  REQUEST_REUSED: { status: 409 },
  /** Someone else changed it first; load again. */
  CHANGED_MEANWHILE: { status: 409 },
  /** A public text did not pass the content check (WX-08). */
  CONTENT_REFUSED: { status: 422 },
  /** The account has sent as much as the county takes within an hour or a day; `next` is when it may go on. */
  SENT_ENOUGH: {
    status: 429,
    data: z.object({ what: z.enum(['REPORT', 'ON_BEHALF', 'SUPPORT', 'REQUEST', 'BRANCH_WORD', 'APPLICATION', 'REMARK']), next: epochMs, phone: z.string().optional() }),
  },
  UNAVAILABLE: { status: 503 },
});

/** A file as a phone may show it: the link is short-lived and made for this reader. */
export const fileView = z.object({ id, url: z.string(), kind: z.enum(['IMAGE', 'AUDIO', 'SHEET']), seconds: z.number().optional() });
export type FileView = z.infer<typeof fileView>;

/** One text or file that the content check gave no answer to, under the name by which a desk decides on it (WX-09). */
export const reviewPart = z.object({
  part: z.string(), kind: z.enum(['REPORT', 'STEP', 'FILE']), by: z.string(), text: z.string().optional(), file: fileView.optional(),
  /** The reader's own: somebody else shows it, they can only keep it (ORG-08). */
  own: z.boolean(),
});
export type ReviewPartView = z.infer<typeof reviewPart>;
/** Shows the named parts to the village, or keeps them from it; what was decided already stays as it is. */
export const reviewDecision = { decision: z.enum(['SHOW', 'KEEP']), parts: z.array(z.string().max(140)).min(1).max(200) };

/** A person to call: the number is there only if its holder agreed (LNS-05). */
export const contact = z.object({
  name: z.string(),
  duty: z.string(),
  area: z.string(),
  phone: z.string().optional(),
});
export type Contact = z.infer<typeof contact>;

/** Files uploaded beforehand for this draft (see the `files` contract), by the draft's upload id. */
export const attachments = z.object({ uploadId: id, photos: z.array(id).max(9), voice: id.optional() });
export type Attachments = z.infer<typeof attachments>;
