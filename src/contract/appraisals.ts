/** 民主评议党员 of a branch (PTY-11..13): self, mutual, measured in secret, the branch's opinion and decision. */
import * as z from 'zod';
import { ACTS } from '@/domain/appraisals/acts';
import { APPRAISAL_STAGES, MEMBER_GRADES, REMARK_KINDS } from '@/domain/appraisals/appraisal';
import { base, civilDate, cursor, epochMs, freeText, id, requestId, villageCode } from './common';

const year = z.int().min(2000).max(2100);
const tenths = z.int();
const grade = z.enum(MEMBER_GRADES);
const name = z.string().max(40);
const done = z.object({ done: z.literal(true) });
const count = z.int().min(0).max(1000);
/** By grade, and 不了解. */
const counts = z.object({ EXCELLENT: count, QUALIFIED: count, BASIC: count, NOT_QUALIFIED: count, UNKNOWN: count });

const plan = z.object({ text: z.string(), due: civilDate, doneAt: epochMs.optional(), result: z.string().optional() });
/** What a reader may not see of a member is absent: of others a member has the name and, once reported, the grade. */
const item = z.object({
  personId: id, name: z.string(), own: z.boolean(),
  self: z.object({ text: z.string(), grade, at: epochMs }).optional(),
  /** How many remarks of others there are. */
  remarks: z.int().optional(),
  /** Of the secret ballot once all boxes are counted, or as two tellers counted it; `hidden` where the ballots were below k. */
  boxId: id.optional(), measured: counts.optional(), hidden: z.boolean(),
  /** From the points, an input only (PTY-11, 12), with its reason; beside a decision as it stood then. The points themselves stay in the branch (PTY-15). */
  suggested: z.object({ grade, total: tenths.optional(), why: z.enum(['POINTS', 'VETO']) }).optional(),
  opinion: z.object({ text: z.string(), grade: grade.optional() }).optional(),
  decided: z.object({ grade, reason: z.string().optional() }).optional(),
  plan: plan.optional(),
  /** What the reader may do about this member now. */
  may: z.array(z.enum(ACTS)),
});
export type AppraisalItemView = z.infer<typeof item>;

const appraisal = z.object({
  village: villageCode, branch: z.string(), year, stage: z.enum(APPRAISAL_STAGES),
  selfUntil: civilDate, measure: z.enum(['BOX', 'PAPER']), opensAt: epochMs.optional(), closesAt: epochMs.optional(),
  items: z.array(item),
  /** count(优秀) <= floor(members / 3): warned, not blocked (PTY-11). For who may know the decisions. */
  excellent: z.object({ count: z.int(), most: z.int() }).optional(),
  /** The assembly's minutes, which speak of members by name: for the committee, and the town once reported. */
  meeting: z.object({ on: civilDate, host: z.string(), recorder: z.string(), called: z.int(), came: z.int(), text: z.string() }).optional(),
  reportedAt: epochMs.optional(),
  /** What the reader may do now, about the whole or about some member; about whom, each member says. */
  may: z.array(z.enum(ACTS)),
});
export type AppraisalView = z.infer<typeof appraisal>;

const remark = z.object({ remarkId: id, by: z.string(), kind: z.enum(REMARK_KINDS), text: z.string(), at: epochMs });
export type RemarkView = z.infer<typeof remark>;

const stage = base.errors({ APPRAISAL_STAGE: { status: 409 } });
const ofYear = { village: villageCode, year };
const tap = { requestId, ...ofYear };

export const appraisalsContract = {
  /** The branch's appraisal as the reader may see it: a member sees their own in full, the committee all, the town all once it is reported; nobody sees who voted. */
  get: base.input(z.object({ village: villageCode, year: year.optional() })).output(z.object({ appraisal: appraisal.optional(), years: z.array(year), mayOpen: z.boolean() })),
  /** Whether one is under way that waits for the caller: their self-appraisal, and how many of their ballots are open. */
  mine: base.output(z.object({ village: villageCode.optional(), year: year.optional(), stage: z.enum(APPRAISAL_STAGES).optional(), selfDue: z.boolean(), boxes: z.int() })),
  /** Opens the year's appraisal; once a year at least, once at most (PTY-11). The clock announces a secret box a member. */
  open: base.errors({
    APPRAISAL_EXISTS: { status: 409 },
    ROLL_TOO_SHORT: { status: 422, data: z.object({ earliest: civilDate }) },
    TOO_FEW_MEMBERS: { status: 422, data: z.object({ least: z.int() }) },
  }).input(z.object({ ...tap, selfUntil: civilDate, measure: z.enum(['BOX', 'PAPER']), opensOn: civilDate.optional(), closesOn: civilDate.optional() })).output(done),
  /** 个人自评; can be written again until the measurement begins. */
  self: stage.input(z.object({ ...tap, text: freeText, grade })).output(done),
  /** 党员互评: signed, for the member and the committee to read. */
  remark: stage.input(z.object({ ...tap, about: id, kind: z.enum(REMARK_KINDS), text: freeText })).output(done),
  remarks: base.input(z.object({ ...ofYear, about: id, after: cursor })).output(z.object({ items: z.array(remark), next: z.string().optional() })),
  /** 民主测评 on paper, where the branch chose it: counted by two tellers. */
  paper: stage.input(z.object({ ...tap, about: id, counts, tellers: z.tuple([name, name]) })).output(done),
  /** 支委会意见 */
  opinion: stage.input(z.object({ ...tap, about: id, text: freeText, grade: grade.optional() })).output(done),
  /** The assembly's minutes (PTY-11); quorum is warned of, not invented. */
  meeting: stage.input(z.object({ ...tap, on: civilDate, host: name, recorder: name, called: z.int().min(1).max(1000), came: count, text: freeText })).output(done),
  /** What the branch decided of one member, beside the suggestion, never instead of it; a reason where they differ. */
  decide: stage.errors({ REASON_NEEDED: { status: 422 } }).input(z.object({ ...tap, about: id, grade, reason: freeText.optional() })).output(done),
  /** Reports the whole to the town's Party committee; nothing changes afterwards but improvement plans. */
  report: stage.errors({ MEETING_NEEDED: { status: 409 }, NOT_ALL_DECIDED: { status: 409, data: z.object({ left: z.int() }) } }).input(z.object(tap)).output(done),
  /** Improvement plan of whoever was 基本合格 or 不合格 (PTY-13). */
  plan: stage.input(z.object({ ...tap, about: id, text: freeText, due: civilDate })).output(done),
  finishPlan: stage.input(z.object({ ...tap, about: id, result: freeText })).output(done),
  /** The town's branches: how far each is (PTY-11). */
  ofTown: base.input(z.object({ town: z.string().regex(/^\d{9}$/), year })).output(z.object({ items: z.array(z.object({ village: villageCode, branch: z.string(), stage: z.enum(APPRAISAL_STAGES), reportedAt: epochMs.optional(), decided: z.int(), members: z.int() })) })),
};
