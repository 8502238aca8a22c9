/** What the clock does for appraisals of branches' members (PTY-11..13): boxes announced, stages moved on, people told, plans called to mind. */
import { exhaustive } from '@/domain/basics/exhaustive';
import { MINUTE_MS } from '@/domain/basics/civil-time';
import { deciding } from '@/domain/appraisals/acts';
import { agendaOfDeciding, withAgenda, withTodo } from '@/domain/appraisals/agenda';
import { itemOf, needsPlan, type Appraisal, type AppraisalItem, type Todo } from '@/domain/appraisals/appraisal';
import { boxPlanOf } from '@/domain/appraisals/measure';
import type { AppraisalNoticeKind } from '@/domain/wording/appraisal-notices';
import type { BoxState } from '@/domain/voting/box';
import { announcedBox } from '@platform/ballot-box/announce';
import { notice, toPerson, toRole } from '@platform/notices';
import type { Notice } from '@platform/records';
import type { Transaction } from '@platform/store';
import type { Job, JobContext } from './job';

/** Documents written in one transaction beside the appraisal. */
const BATCH = 8;
/** Batches of one appraisal in a run: a branch of a hundred is through in one. */
const STEPS = 30;
/** The boxes are counted a little after they close. */
const LOOK_AGAIN_MS = 5 * MINUTE_MS;
const PAGE = 100;
/** Whatever becomes of a box after that, it is counted, or people have to look at it. */
const OVER: ReadonlySet<BoxState> = new Set(['PUBLISHED', 'HELD', 'CANCELLED']);

const stepAppraisals: Job = {
  name: 'appraisals.step',
  module: 'points',
  async run(context, limit) {
    const { items } = await context.store.find('appraisals', { where: { dueAt: { lte: context.now } }, orderBy: [{ field: 'dueAt', direction: 'asc' }], limit });
    for (const { _id } of items) {
      for (let step = 0; step < STEPS && (await takeStep(context, _id)); step += 1);
    }
    return items.length;
  },
};

/** One batch of what falls due first; whether more may be due. Two clocks at once do it once: each asks again inside. */
async function takeStep(context: JobContext, id: string): Promise<boolean> {
  const seen = await context.store.get('appraisals', id);
  const counted = seen?.todo[0]?.what === 'COUNT' && (await areCounted(context, seen));
  return context.store.transaction(async (tx) => {
    const appraisal = await tx.get('appraisals', id);
    const [todo, ...rest] = appraisal?.todo ?? [];
    if (appraisal === undefined || todo === undefined || todo.at > context.now) return false;
    const after = await done(context, tx, appraisal, todo, rest, counted);
    await tx.replace('appraisals', after);
    return after.dueAt !== undefined && after.dueAt <= context.now;
  });
}

async function areCounted({ store }: JobContext, { items }: Appraisal): Promise<boolean> {
  const ids = items.flatMap(({ boxId }) => (boxId === undefined ? [] : [boxId]));
  let over = 0;
  for (let at = 0; at < ids.length; at += PAGE) {
    const page = await store.find('boxes', { where: { _id: { in: ids.slice(at, at + PAGE) } }, limit: PAGE });
    over += page.items.filter(({ state }) => OVER.has(state)).length;
  }
  return over === ids.length;
}

/** The appraisal after one batch of `todo`, with what is left of it. */
async function done(context: JobContext, tx: Transaction, appraisal: Appraisal, todo: Todo, rest: readonly Todo[], counted: boolean): Promise<Appraisal> {
  const { now } = context;
  const { stage, closesAt, selfUntil, reportedAt } = appraisal;
  const left = withAgenda(appraisal, rest);
  const isOpen = stage === 'MEASURE' && closesAt !== undefined && now < closesAt;
  switch (todo.what) {
    case 'ANNOUNCE':
      return announce(context, tx, appraisal, left);
    case 'TELL_OPENED':
      return tellMembers(context, tx, left, todo, stage === 'SELF', 'APPRAISAL_OPENED', { day: selfUntil });
    case 'REMIND_SELF':
      return tellMembers(context, tx, left, todo, stage === 'SELF', 'APPRAISAL_SELF_DUE', { day: selfUntil }, ({ self }) => self === undefined);
    case 'MEASURE': {
      if (stage !== 'SELF') return left;
      const measuring: Appraisal = { ...left, stage: 'MEASURE', changedAt: now };
      return measuring.measure === 'PAPER' ? withTodo(measuring, agendaOfDeciding(now)) : measuring;
    }
    case 'TELL_MEASURE':
      return tellMembers(context, tx, left, todo, isOpen, 'APPRAISAL_MEASURE', { closesAt: closesAt ?? now });
    case 'TELL_CLOSING':
      return tellMembers(context, tx, left, todo, isOpen, 'APPRAISAL_CLOSING', { closesAt: closesAt ?? now });
    case 'COUNT':
      if (stage !== 'MEASURE') return left;
      if (!counted) return withTodo(left, [{ what: 'COUNT', at: now + LOOK_AGAIN_MS }]);
      await tellCommittee(context, tx, appraisal, 'APPRAISAL_COUNTED');
      return deciding(left, now);
    case 'REMIND_DECIDE':
      if (stage !== 'REPORTED') await tellCommittee(context, tx, appraisal, 'APPRAISAL_UNDECIDED');
      return left;
    case 'TELL_RESULT':
      return tellMembers(context, tx, left, todo, reportedAt !== undefined, 'APPRAISAL_RESULT', {}, ({ decided }) => decided !== undefined);
    case 'REMIND_PLANS':
      if (appraisal.items.some((item) => needsPlan(item) && item.plan === undefined)) await tellCommittee(context, tx, appraisal, 'APPRAISAL_PLANS_MISSING');
      return left;
    case 'PLAN_DUE':
    case 'PLAN_OVER':
      await remindOfPlan(context, tx, appraisal, todo);
      return left;
    default:
      return exhaustive(todo.what);
  }
}

async function announce({ settings, now }: JobContext, tx: Transaction, appraisal: Appraisal, left: Appraisal): Promise<Appraisal> {
  const next = appraisal.items.filter(({ boxId, announced }) => boxId !== undefined && !announced).slice(0, BATCH);
  for (const item of next) {
    if (item.boxId === undefined) continue;
    const box = announcedBox(boxPlanOf(appraisal, { ...item, boxId: item.boxId }, settings.party.measureK), { now });
    if (!box.ok) throw new Error(`a measurement cannot be announced: ${box.reason.kind}`);
    await tx.insert('boxes', box.value);
  }
  const items = appraisal.items.map((item) => (next.includes(item) ? { ...item, announced: true } : item));
  return items.some(({ boxId, announced }) => boxId !== undefined && !announced) ? { ...appraisal, items } : { ...left, items };
}

/** One batch of the members, in the order of the list. What is stale when the clock comes late is told to nobody. */
async function tellMembers({ now }: JobContext, tx: Transaction, left: Appraisal, todo: Todo, holds: boolean, kind: AppraisalNoticeKind, data: Notice['data'], concerns: (item: AppraisalItem) => boolean = () => true): Promise<Appraisal> {
  if (!holds) return left;
  const { _id, village, year, items } = left;
  const from = todo.from ?? 0;
  for (const item of items.slice(from, from + BATCH)) {
    // Written over: a batch that is done again tells it once.
    if (concerns(item)) await tx.replace('notices', notice({ to: toPerson(item.personId), kind, at: now, data: { village, year, ...data }, cause: _id }));
  }
  return from + BATCH < items.length ? withTodo(left, [{ ...todo, from: from + BATCH }]) : left;
}

async function tellCommittee({ now }: JobContext, tx: Transaction, { _id, village, year }: Appraisal, kind: AppraisalNoticeKind): Promise<void> {
  for (const role of ['BRANCH_SECRETARY', 'BRANCH_COMMITTEE'] as const) {
    await tx.replace('notices', notice({ to: toRole(role, village), kind, at: now, data: { village, year }, cause: `${_id}:${now}` }));
  }
}

async function remindOfPlan(context: JobContext, tx: Transaction, appraisal: Appraisal, { what, about }: Todo): Promise<void> {
  const plan = itemOf(appraisal, about)?.plan;
  if (about === undefined || plan === undefined || plan.doneAt !== undefined) return;
  if (what === 'PLAN_OVER') return tellCommittee(context, tx, appraisal, 'APPRAISAL_PLAN_OVER');
  const { village, year } = appraisal;
  await tx.replace('notices', notice({ to: toPerson(about), kind: 'APPRAISAL_PLAN_DUE', at: context.now, data: { village, year, day: plan.due }, cause: `${appraisal._id}:${plan.due}` }));
}

export const appraisalJobs: readonly Job[] = [stepAppraisals];
