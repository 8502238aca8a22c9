/** Settings that are each in order but cannot hold together. */
import { compareFractions } from '../basics/ratio';
import type { Contradiction } from './problem';
import type { CountySettings } from './settings';

/** Every contradiction within a county's settings; empty when there is none. */
export function contradictions(settings: CountySettings): readonly Contradiction[] {
  return [...inEvents(settings), ...inDesk(settings), ...inFigures(settings), ...inSending(settings), ...inDepartments(settings), ...inCalendar(settings)];
}

/** EVT-06: no limit of a category goes beyond the cap. */
function inEvents({ event }: CountySettings): readonly Contradiction[] {
  const limits = [
    ...Object.entries(event.workdays).map(([category, workdays]) => [`event.workdays.${category}`, workdays] as const),
    ['event.emergency', event.emergency.controlWorkdays + event.emergency.fixWorkdays] as const,
  ];
  return limits
    .filter(([, workdays]) => workdays > event.cap)
    .map(([path, workdays]) => contradiction(path, `共${workdays}个工作日，超过了最长时限${event.cap}个工作日（event.cap）。`));
}

/** A limit for doing nothing that is longer than the session itself would limit nothing. */
function inDesk({ desk }: CountySettings): readonly Contradiction[] {
  if (desk.idleMinutes <= desk.sessionHours * 60) return [];
  return [contradiction('desk.idleMinutes', `放着不动${desk.idleMinutes}分钟才退出，比一次登录的${desk.sessionHours}小时还长。`)];
}

function inFigures({ grid: { l3 }, liaison, deputy, head, party }: CountySettings): readonly Contradiction[] {
  const checks: readonly (readonly [path: string, holds: boolean, words: string])[] = [
    ['grid.l3', l3.hhMin <= l3.hhMax, '户数的下限大于上限。'],
    ['grid.l3', l3.ppMin <= l3.ppMax, '人数的下限大于上限。'],
    ['liaison', liaison.partyTarget <= liaison.partyMax, '党员联系户数的目标大于上限。'],
    ['liaison', liaison.deputyMin <= liaison.deputyMax, '代表联系户数的下限大于上限。'],
    ['deputy', deputy.open <= deputy.close, '评议开始的日子在结束的日子之后。'],
    ['deputy.composite', deputy.composite.reduce((sum, weight) => sum + weight, 0) === 100, '三项权重相加应当是100。'],
    ['deputy.replyMonths', deputy.replyMonths[0] <= deputy.replyMonths[1], '复杂建议的答复时限短于一般建议。'],
    ['deputy.act', compareFractions(deputy.act.talk, deputy.act.rectify) <= 0, '谈话的线高于整改的线。'],
    ['deputy.grade', compareFractions(deputy.grade.competent, deputy.grade.excellent.rate) <= 0, '称职的线高于优秀的线。'],
    ['deputy.grade', compareFractions(deputy.grade.basic, deputy.grade.competent) <= 0, '基本称职的线高于称职的线。'],
    ['head', compareFractions(head.talkAt, head.replaceAt) <= 0, '谈话的线高于调整的线。'],
    ['party.suggest', party.suggest.basic <= party.suggest.qualified && party.suggest.qualified <= party.suggest.excellent, '各档分数线应当从低到高。'],
  ];
  return checks.filter(([, holds]) => !holds).map(([path, , words]) => contradiction(path, words));
}

/** A day that allows less than one of its hours says two things at once. */
function inSending({ sending: { reports, onBehalf, supports, requests, branchWords } }: CountySettings): readonly Contradiction[] {
  return Object.entries({ reports, onBehalf, supports, requests, branchWords })
    .filter(([, { hour, day }]) => hour > day)
    .map(([kind]) => contradiction(`sending.${kind}`, '一小时的上限大于一天的上限。'));
}

function inDepartments({ departments }: CountySettings): readonly Contradiction[] {
  const codes = departments.map((department) => department.code);
  return codes.flatMap((code, index) =>
    codes.indexOf(code) < index ? [contradiction(`departments.${index}.code`, `部门代码${code}用了两次。`)] : [],
  );
}

function inCalendar({ calendar }: CountySettings): readonly Contradiction[] {
  return calendar.holidays
    .filter((day) => calendar.workdays.includes(day))
    .map((day) => contradiction('calendar', `${day}既写成了休息日，又写成了上班日。`));
}

function contradiction(path: string, words: string): Contradiction {
  return { kind: 'CONTRADICTION', path, words };
}
