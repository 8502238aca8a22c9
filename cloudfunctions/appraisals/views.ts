/** What a phone sees of an appraisal, field by field: a member their own in full, the committee all, the town all that is reported but the points (PTY-15). */
import type { AppraisalItemView, AppraisalView } from '@/contract/appraisals';
import type { VillageCode } from '@/domain/areas/code';
import { ACTS, allows, type Act } from '@/domain/appraisals/acts';
import { excellentOf, type Appraisal, type AppraisalItem, type Suggested } from '@/domain/appraisals/appraisal';
import { measuredOf } from '@/domain/appraisals/measure';
import type { PersonId } from '@/domain/basics/ids';
import type { Action } from '@/domain/people/access';
import { MAIN, type BoxId } from '@/domain/voting/box';
import type { Box } from '@platform/ballot-box/records';
import type { Context } from '@platform/context';

export type Reader = 'COMMITTEE' | 'MEMBER' | 'TOWN';

/** As what somebody reads it who may; whoever is of the committee and of the town reads as the committee. */
export function readerOf(context: Context, village: VillageCode): Reader {
  if (context.may('appraisals.remarks', { area: village })) return 'COMMITTEE';
  return context.may('appraisals.remark', { area: village }) ? 'MEMBER' : 'TOWN';
}

export interface Beside {
  readonly boxOf: (boxId: BoxId | undefined) => Box | undefined;
  readonly suggestedFor: (personId: PersonId) => Suggested | undefined;
}

const ACTION: Readonly<Record<Act, Action>> = {
  SELF: 'appraisals.self', REMARK: 'appraisals.remark', PAPER: 'appraisals.paper', OPINION: 'appraisals.opinion', MEETING: 'appraisals.meeting', DECIDE: 'appraisals.decide',
  REPORT: 'appraisals.report', PLAN: 'appraisals.plan', FINISH_PLAN: 'appraisals.finishPlan',
};
/** About no member. */
const OF_ALL: readonly Act[] = ['MEETING', 'REPORT'];

export function appraisalView(context: Context, reader: Reader, appraisal: Appraisal, beside: Beside): AppraisalView {
  const { village, branch, year, stage, selfUntil, measure, opensAt, closesAt, meeting, reportedAt } = appraisal;
  const knowsAll = reader !== 'MEMBER';
  const items = appraisal.items.map((item) => itemView(context, reader, appraisal, item, beside));
  return {
    village, branch, year, stage, selfUntil, measure, opensAt, closesAt, reportedAt,
    items,
    excellent: knowsAll ? excellentOf(appraisal, context.settings.party.excellentShare) : undefined,
    meeting: knowsAll && meeting !== undefined ? { ...meeting } : undefined,
    may: ACTS.filter((act) => (OF_ALL.includes(act) ? allows(appraisal, act) && context.may(ACTION[act], { area: village }) : items.some(({ may }) => may.includes(act)))),
  };
}

function itemView(context: Context, reader: Reader, appraisal: Appraisal, item: AppraisalItem, { boxOf, suggestedFor }: Beside): AppraisalItemView {
  const { personId, name, boxId, decided } = item;
  const own = personId === context.caller.person?.id;
  const named = { personId, name, own, hidden: false, boxId, may: mayOn(context, appraisal, item) };
  if (reader === 'MEMBER' && !own) {
    return { ...named, decided: appraisal.stage === 'REPORTED' && decided !== undefined ? { grade: decided.grade } : undefined };
  }
  const { self, remarks, paper, opinion, plan } = item;
  const result = boxOf(boxId)?.result;
  const main = result?.counts?.byQuestion[MAIN];
  const suggested = decided?.suggested ?? suggestedFor(personId);
  return {
    ...named,
    self: self && { text: self.text, grade: self.grade, at: self.at },
    remarks,
    measured: paper !== undefined ? { ...paper.counts } : main && { ...measuredOf(main) },
    hidden: result?.outcome.kind === 'HIDDEN',
    suggested: suggested && { grade: suggested.grade, total: reader === 'TOWN' ? undefined : suggested.total, why: suggested.why },
    opinion: opinion && { text: opinion.text, grade: opinion.grade },
    decided: decided && { grade: decided.grade, reason: decided.reason },
    plan: plan && { text: plan.text, due: plan.due, doneAt: plan.doneAt, result: plan.result },
  };
}

function mayOn(context: Context, appraisal: Appraisal, item: AppraisalItem): Act[] {
  const target = { area: appraisal.village, personId: item.personId };
  return ACTS.filter((act) => !OF_ALL.includes(act) && allows(appraisal, act, item) && context.may(ACTION[act], target));
}
