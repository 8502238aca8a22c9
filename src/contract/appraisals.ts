/** 民主评议党员 of a branch (PTY-11..13): self, mutual, measured in secret, the branch's opinion and decision. */
import * as z from 'zod';
import { APPRAISAL_STAGES, MEMBER_GRADES, REMARK_KINDS } from '@/domain/appraisals/appraisal';
import { base, civilDate, cursor, epochMs, freeText, id, requestId, villageCode } from './common';

const cycle = z.int().min(2000).max(2100);
const tenths = z.int();
const grade = z.enum(MEMBER_GRADES);
const done = z.object({ done: z.literal(true) });
const counts = z.object({ A: z.int(), B: z.int(), C: z.int(), D: z.int(), U: z.int() });
export type MeasureCounts = z.infer<typeof counts>;

const plan = z.object({ text: z.string(), due: civilDate, doneAt: epochMs.optional(), result: z.string().optional() });
const item = z.object({
  personId: id, name: z.string(), own: z.boolean(),
  self: z.object({ text: z.string(), grade, at: epochMs }).optional(),
  /** How many remarks of others there are. */
  remarks: z.int(),
  /** Of the secret ballot, once it is counted; hidden below k. */
  boxId: id.optional(), measured: counts.optional(), hidden: z.boolean(),
  /** From the points, an input only (PTY-11, 12), with its reason. */
  suggested: z.object({ grade, total: tenths, why: z.enum(['POINTS', 'VETO']) }).optional(),
  opinion: z.object({ text: z.string(), grade: grade.optional() }).optional(),
  decided: z.object({ grade, reason: z.string().optional() }).optional(),
  plan: plan.optional(),
});
export type AppraisalItemView = z.infer<typeof item>;

const appraisal = z.object({
  village: villageCode, branch: z.string(), year: cycle, stage: z.enum(APPRAISAL_STAGES),
  selfUntil: civilDate, measure: z.enum(['BOX', 'PAPER']), opensAt: epochMs.optional(), closesAt: epochMs.optional(),
  items: z.array(item),
  /** count(优秀) <= floor(members / 3): warned, not blocked (PTY-11). */
  excellent: z.object({ count: z.int(), most: z.int() }),
  meeting: z.object({ on: civilDate, host: z.string(), recorder: z.string(), called: z.int(), came: z.int(), text: z.string() }).optional(),
  reportedAt: epochMs.optional(),
  may: z.array(z.enum(['OPEN', 'SELF', 'REMARK', 'PAPER', 'OPINION', 'MEETING', 'DECIDE', 'REPORT', 'PLAN', 'FINISH_PLAN'])),
});
export type AppraisalView = z.infer<typeof appraisal>;

const stage = base.errors({ APPRAISAL_STAGE: { status: 409 } });

export const appraisalsContract = {
  /** The branch's appraisal as the reader may see it: members see their own in full and of others name and decision only; committee and town see all. */
  get: base.input(z.object({ village: villageCode, year: cycle.optional() })).output(z.object({ appraisal: appraisal.optional(), years: z.array(cycle) })),
  /** Whether one is under way that waits for the caller. */
  mine: base.output(z.object({ village: villageCode.optional(), year: cycle.optional(), stage: z.enum(APPRAISAL_STAGES).optional(), selfDue: z.boolean(), boxes: z.int() })),
  /** Opens the year's appraisal; once a year at least, once at most (PTY-11). The clock announces a secret box a member. */
  open: stage.errors({ ROLL_TOO_SHORT: { status: 422, data: z.object({ earliest: civilDate }) }, TOO_FEW_MEMBERS: { status: 422 } }).input(z.object({ requestId, village: villageCode, year: cycle, selfUntil: civilDate, measure: z.enum(['BOX', 'PAPER']), opensOn: civilDate.optional(), closesOn: civilDate.optional() })).output(done),
  /** 个人自评 */
  self: stage.input(z.object({ requestId, village: villageCode, year: cycle, text: freeText, grade })).output(done),
  /** 党员互评: signed, for the member and the committee to read. */
  remark: stage.input(z.object({ requestId, village: villageCode, year: cycle, about: id, kind: z.enum(REMARK_KINDS), text: freeText })).output(done),
  remarks: base.input(z.object({ village: villageCode, year: cycle, about: id, after: cursor })).output(z.object({ items: z.array(z.object({ remarkId: id, by: z.string(), kind: z.enum(REMARK_KINDS), text: z.string(), at: epochMs })), next: z.string().optional() })),
  /** 民主测评 on paper, where the branch chose it: counts entered by one teller and confirmed by another. */
  paper: stage.input(z.object({ requestId, village: villageCode, year: cycle, about: id, counts, tellers: z.tuple([z.string().max(40), z.string().max(40)]) })).output(done),
  /** 支委会意见 */
  opinion: stage.input(z.object({ requestId, village: villageCode, year: cycle, about: id, text: freeText, grade: grade.optional() })).output(done),
  /** The assembly's minutes (PTY-11); quorum is warned of, not invented. */
  meeting: stage.input(z.object({ requestId, village: villageCode, year: cycle, on: civilDate, host: z.string().max(40), recorder: z.string().max(40), called: z.int().min(1).max(1000), came: z.int().min(0).max(1000), text: freeText })).output(done),
  /** What the branch decided of one member, beside the suggestion, never instead of it; a reason where they differ. */
  decide: stage.errors({ REASON_NEEDED: { status: 422 } }).input(z.object({ requestId, village: villageCode, year: cycle, about: id, grade, reason: freeText.optional() })).output(done),
  /** Reports the whole to the town's Party committee; nothing changes afterwards. */
  report: stage.input(z.object({ requestId, village: villageCode, year: cycle })).output(done),
  /** Improvement plan of whoever was 基本合格 or 不合格 (PTY-13). */
  plan: stage.input(z.object({ requestId, village: villageCode, year: cycle, about: id, text: freeText, due: civilDate })).output(done),
  finishPlan: stage.input(z.object({ requestId, village: villageCode, year: cycle, about: id, result: freeText })).output(done),
  /** The town's branches: how far each is (PTY-11). */
  ofTown: base.input(z.object({ town: z.string().regex(/^\d{9}$/), year: cycle })).output(z.object({ items: z.array(z.object({ village: villageCode, branch: z.string(), stage: z.enum(APPRAISAL_STAGES), reportedAt: epochMs.optional(), decided: z.int(), members: z.int() })) })),
};
